using System.CommandLine;

namespace Termbase.Cli.Options;

/// <summary><c>--by</c>: the person who decides; the user's login name where it is not given.</summary>
internal static class ByOption
{
    public static Option<string> Create() => new("--by") { Description = "Who decides. Default: your login name.", HelpName = "NAME" };

    public static string Of(ParseResult parsed, Option<string> option) =>
        parsed.GetValue(option) is { Length: > 0 } name ? name : Environment.UserName;
}
