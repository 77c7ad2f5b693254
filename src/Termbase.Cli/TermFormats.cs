using Termbase.Formats;
using Termbase.Model;
using Termbase.Office;

namespace Termbase.Cli;

/// <summary>The term formats of the library and of Office.</summary>
internal static class TermFormats
{
    public static IReadOnlyList<ITermFormat> All { get; } = [.. FormatCatalog.Terms, new XlsxTermFormat()];

    public static ITermFormat? ForPath(string path) => FormatCatalog.TermsForPath(path, All);

    public static ITermFormat? ByName(string name) => All.FirstOrDefault(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a termbase; the file is closed when the enumeration ends.</summary>
    public static IEnumerable<Concept> Read(ITermFormat format, string path, TermReadOptions options, ReadLog log) =>
        Read(format, TextFile.OpenStream(path), path, options, log);

    /// <summary>The same from a stream, which is closed when the enumeration ends.</summary>
    public static IEnumerable<Concept> Read(ITermFormat format, Stream stream, string path, TermReadOptions options, ReadLog log)
    {
        using (stream)
        {
            foreach (var concept in format.Read(stream, path, options, log))
            {
                yield return concept;
            }
        }
    }
}
