namespace Termbase.Cli.Rendering;

/// <summary>Scores from 0 to 1 with two digits, rounded down, as all output has them.</summary>
internal static class Hundredths
{
    public static decimal Of(double score) => new((int)Math.Floor(score * 100), 0, 0, isNegative: false, scale: 2);
}
