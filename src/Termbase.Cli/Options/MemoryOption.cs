using System.CommandLine;

namespace Termbase.Cli.Options;

/// <summary><c>--memory FILE…</c>: memories instead of the workspace's.</summary>
internal static class MemoryOption
{
    public static Option<string[]> Create() => new("--memory")
    {
        Description = "Memories to use instead of the workspace's (TMX, TSV and the other formats of units), and folders of them.",
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = true,
    };

    /// <summary>The files named, folders opened.</summary>
    public static string[] Of(ParseResult parsed, Option<string[]> option, CliConsole console) => [.. MemoryInputs.Expand(console, parsed.GetValue(option) ?? [])];
}
