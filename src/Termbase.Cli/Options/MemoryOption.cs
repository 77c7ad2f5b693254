using System.CommandLine;

namespace Termbase.Cli.Options;

/// <summary><c>--memory FILE…</c>: memories instead of the workspace's.</summary>
internal static class MemoryOption
{
    public static Option<string[]> Create() => new("--memory")
    {
        Description = "Memories to use instead of the workspace's (TMX, TSV and the other formats of units).",
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = true,
    };
}
