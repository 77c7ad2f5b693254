using System.CommandLine;
using Termbase.Cli.Options;
using Termbase.Cli.Rendering;
using Termbase.Formats;
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
        Root = workspace.Root;
        _generation = generation;
        _set = set;
        Matcher = set?.Matcher ?? new FuzzyMatcher();
    }

    /// <summary>0, or 2 where a memory named on the command line could not be read; the others are used.</summary>
    public int Status { get; private init; }

    public FuzzyMatcher Matcher { get; }

    /// <summary>The folder from which the paths of units are written.</summary>
    public string Root { get; }

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

        progress.Dispose();
        var status = memories.Select(m => StatusOf(console, m)).DefaultIfEmpty(CliApp.Fine).Max();
        if (opened.Value.Set.Units == 0 && status != CliApp.Fine)
        {
            opened.Value.Set.Dispose();
            opened.Value.Generation.Dispose();
            throw new InputException($"nothing to match against: no unit of {string.Join(", ", memories)} can be read");
        }

        if (opened.Value.Set.Units == 0)
        {
            console.Error.WriteLine($"{(memories.Length > 0 ? string.Join(", ", memories) : workspace.Root)}: holds no units");
        }

        return new MatchHost(workspace, opened.Value.Generation, opened.Value.Set) { Status = status };
    }

    // An index keeps no word of what could not be read, and a memory without any unit looks as if it held nothing.
    private static int StatusOf(CliConsole console, string memory)
    {
        var problems = new ReadLog();
        if (Workspace.ReadMemory([console.FullPath(memory)], problems).Any() || problems.Refused == 0)
        {
            return CliApp.Fine;
        }

        var first = problems.Problems[0];
        console.Error.WriteLine($"{console.Shown(first.Location)}: {first.Message}{(problems.Refused > 1 ? FormattableString.Invariant($" (and {problems.Refused - 1} more)") : "")} [{first.Code}]");
        return CliApp.BadInput;
    }

    public void Dispose()
    {
        _set?.Dispose();
        _generation?.Dispose();
    }
}
