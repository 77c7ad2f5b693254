using System.CommandLine;
using Termbase.Cli.Options;
using Termbase.Cli.Rendering;
using Termbase.Matching;
using Termbase.Model;
using Termbase.Workspaces;

namespace Termbase.Cli;

/// <summary>The memory that a command matches against: the workspace's, or files named on the command line.</summary>
internal sealed class MatchHost : IDisposable
{
    private readonly DerivedGeneration? _generation;
    private readonly MemoryIndexSet? _set;

    private MatchHost(Workspace workspace, DerivedGeneration? generation, MemoryIndexSet? set)
    {
        Settings = workspace.Config.Match;
        _generation = generation;
        _set = set;
        Matcher = set?.Matcher ?? new FuzzyMatcher();
    }

    public FuzzyMatcher Matcher { get; }

    /// <summary>How the workspace scores.</summary>
    public MatchSettings Settings { get; }

    public static MatchHost Open(ParseResult parsed, CliConsole console, string[] memories, CancellationToken cancellation)
    {
        var workspace = GlobalOptions.Open(parsed, console);
        List<string>? files = null;
        if (memories.Length > 0)
        {
            files = [.. memories.Select(console.FullPath)];
            foreach (var (file, given) in files.Zip(memories))
            {
                if (!File.Exists(file))
                {
                    throw new InputException(SourceLocation.File(given), "no such file");
                }
            }
        }

        using var progress = new ProgressLine(console);
        var opened = new MatchIndex(workspace, files).Open(progress.Say, progress, cancellation: cancellation);
        if (opened is null)
        {
            console.Error.WriteLine($"termbase: {workspace.Root} has no memory; name one with --memory FILE");
            return new MatchHost(workspace, null, null);
        }

        if (opened.Value.Set.Units == 0)
        {
            console.Error.WriteLine($"{(memories.Length > 0 ? string.Join(", ", memories) : workspace.Root)}: holds no units");
        }

        return new MatchHost(workspace, opened.Value.Generation, opened.Value.Set);
    }

    public void Dispose()
    {
        _set?.Dispose();
        _generation?.Dispose();
    }
}
