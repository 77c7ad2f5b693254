using Termbase.Formats;
using Termbase.Formats.Csv;
using Termbase.Model;

namespace Termbase.Cli;

/// <summary>Glossaries that a command line names, of any format of terms.</summary>
internal static class NamedGlossaries
{
    /// <summary>Reads them all, as the workspace's are read; a file that cannot be read is one refused entry with the code <c>unreadable-file</c>.</summary>
    public static Glossary Load(CliConsole console, IEnumerable<string> files, ReadLog log) =>
        GlossaryFolder.Load(files.Select(console.FullPath), log, static (file, log) =>
            TermFormats.ForPath(file) is { } format && !IsGlossaryFile(file, format) ? Read(format, file, log) : null);

    // All of it here, since what is wrong with it is told when it is read.
    private static List<Model.Rendering> Read(ITermFormat format, string file, ReadLog log) =>
        [.. TermFormats.Read(format, file, TermReadOptions.Default, log).SelectMany(static c => c.Renderings)];

    private static bool IsGlossaryFile(string file, ITermFormat format)
    {
        if (format.Name != "csv")
        {
            return false;
        }

        using var reader = TextFile.OpenReader(TextFile.OpenStream(file), file, new ReadLog());
        var header = (reader.ReadLine() ?? "").Split(',', StringSplitOptions.TrimEntries).Select(static c => c.Trim('"'));
        return header.Intersect(["zh", "en"], StringComparer.OrdinalIgnoreCase).Count() == 2;
    }
}
