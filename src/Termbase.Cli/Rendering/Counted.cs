namespace Termbase.Cli.Rendering;

/// <summary>A number with what it counts.</summary>
internal static class Counted
{
    /// <summary>"1 unit", "3 units".</summary>
    public static string Of(long count, string one) => FormattableString.Invariant($"{count} {one}{(count == 1 ? "" : "s")}");
}
