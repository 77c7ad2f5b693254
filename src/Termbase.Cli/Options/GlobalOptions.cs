using System.CommandLine;
using Termbase.Workspaces;

namespace Termbase.Cli.Options;

/// <summary>Options that every command takes.</summary>
internal static class GlobalOptions
{
    public static Option<string?> Workspace { get; } = new("--workspace", "-w")
    {
        Description = "The workspace folder. Default: the nearest folder upwards with a termbase.toml, else this one.",
        HelpName = "DIR",
        Recursive = true,
    };

    public static Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "Only what was asked for: no progress, no counts.", Recursive = true };

    public static Option<bool> NoColor { get; } = new("--no-color") { Description = "No colour (so does NO_COLOR).", Recursive = true };

    /// <summary>The workspace that the command line names.</summary>
    public static Workspace Open(ParseResult parsed, CliConsole console) =>
        Workspaces.Workspace.Open(parsed.GetValue(Workspace) is { } named ? console.FullPath(named) : null, console.Directory);
}
