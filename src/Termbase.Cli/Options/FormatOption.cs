using System.CommandLine;

namespace Termbase.Cli.Options;

/// <summary><c>--format</c> with the values that a command knows; the first is the default.</summary>
internal static class FormatOption
{
    public static Option<string> Of(params string[] names)
    {
        var option = new Option<string>("--format", "-f")
        {
            Description = $"What to print: {string.Join(" | ", names)}.",
            HelpName = "FORMAT",
            DefaultValueFactory = _ => names[0],
        };
        option.AcceptOnlyFromAmong(names);
        return option;
    }
}
