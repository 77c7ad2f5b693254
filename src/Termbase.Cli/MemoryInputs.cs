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
    private readonly Dictionary<string, long> _refused = new(StringComparer.Ordinal);
    private bool _told;

    /// <summary>Files, and the memories of folders. A file that does not exist is told, and the others are read. Throws <see cref="InputException"/> where none exists.</summary>
    public MemoryInputs(CliConsole console, IEnumerable<string> files)
    {
        _console = console;
        _files = [.. Expand(console, files).Select(f => (f, console.FullPath(f)))];
        foreach (var (given, full) in _files.Where(static f => !File.Exists(f.Full)).ToList())
        {
            var missing = given == "-"
                ? new InputException("standard input cannot be read here, since memories are read more than once; name a file")
                : new InputException(SourceLocation.File(given), "no such file");
            _files.Remove((given, full));
            if (given == "-" || _files.Count == 0)
            {
                throw missing;
            }

            console.Error.WriteLine($"termbase: {given}: {missing.Message}");
            Status = CliApp.BadInput;
        }
    }

    /// <summary>Files, and the memories of folders, each once.</summary>
    /// <exception cref="InputException">A folder without any.</exception>
    public static IEnumerable<string> Expand(CliConsole console, IEnumerable<string> paths) =>
        paths.SelectMany(path => InputFolder.Files(console, path, InputFile.IsBitext) is not { } files ? [path]
            : files.Count > 0 ? files
            : throw new InputException(SourceLocation.File(path), $"no memory in this folder (looked for {string.Join(" ", FormatCatalog.Units.SelectMany(static f => f.Extensions))})"))
            .DistinctBy(path => path == "-" ? path : console.FullPath(path), StringComparer.Ordinal);

    /// <summary>0, or 2 once a file or a unit of one could not be read.</summary>
    public int Status { get; private set; }

    /// <summary>The files, folders opened, as the user named them.</summary>
    public IEnumerable<string> Files => _files.Select(static f => f.Given);

    /// <summary>Units of <paramref name="file"/> that were left out since they could not be read, after the first reading.</summary>
    public long RefusedOf(string file) => _refused.GetValueOrDefault(_console.FullPath(file));

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
            _refused[full] = log.Refused;
            if (tell)
            {
                Status = Math.Max(Status, report.End(given, log));
            }
        }

        _told = true;
    }
}
