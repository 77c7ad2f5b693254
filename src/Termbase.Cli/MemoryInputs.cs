using Termbase.Cli.Rendering;
using Termbase.Formats;
using Termbase.Formats.Tmx;
using Termbase.Model;
using Termbase.Workspaces;

namespace Termbase.Cli;

/// <summary>Memories named on the command line, read as a stream as often as wanted; what is wrong with them is told once.</summary>
internal sealed class MemoryInputs
{
    private readonly CliConsole _console;
    private readonly List<(string Given, string Full)> _files;
    private bool _told;

    /// <summary>Throws <see cref="InputException"/> for a file that does not exist.</summary>
    public MemoryInputs(CliConsole console, IEnumerable<string> files)
    {
        _console = console;
        _files = [.. files.Select(f => (f, console.FullPath(f)))];
        foreach (var (given, full) in _files)
        {
            if (!File.Exists(full))
            {
                throw given == "-"
                    ? new InputException("standard input cannot be read here, since memories are read more than once; name a file")
                    : new InputException(SourceLocation.File(given), Directory.Exists(full) ? "is a folder; name the memories in it" : "no such file");
            }
        }
    }

    /// <summary>Whether a file could not be read at all.</summary>
    public bool HasUnreadable { get; private set; }

    /// <summary>Whether units were left out since they could not be read.</summary>
    public bool HasRefused { get; private set; }

    /// <summary>The header of the first TMX file, once it was read.</summary>
    public TmxHeader? Header { get; private set; }

    /// <summary>All units, file by file.</summary>
    public IEnumerable<TranslationUnit> Read()
    {
        var report = new ReadReport(_console);
        var tell = !_told;
        foreach (var (given, full) in _files)
        {
            var log = tell ? report.StartFile(given) : new ReadLog();
            foreach (var unit in Workspace.ReadMemory([full], log))
            {
                yield return unit;
            }

            Header ??= log.Header;
            HasUnreadable |= log.HasUnreadableFile;
            HasRefused |= log.Refused > 0;
            if (tell)
            {
                report.Counts(given, log);
            }
        }

        _told = true;
    }
}
