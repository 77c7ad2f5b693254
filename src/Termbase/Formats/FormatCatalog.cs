using System.Collections.Immutable;
using Termbase.Formats.Csv;
using Termbase.Formats.OmegaT;
using Termbase.Formats.Po;
using Termbase.Formats.Tables;
using Termbase.Formats.Tbx;
using Termbase.Formats.Tmx;
using Termbase.Formats.Xliff;
using Termbase.Model;

namespace Termbase.Formats;

/// <summary>The one list of the formats that hold translation units or terms. Immutable and thread-safe.</summary>
public static class FormatCatalog
{
    /// <summary>All formats.</summary>
    public static ImmutableArray<IUnitFormat> Units { get; } =
    [
        new TmxFormat(),
        new BitextTsvFormat(),
        new XliffFormat(),
        XliffFormat.Version2,
        new PoFormat(),
        new BitextCsvFormat(),
    ];

    /// <summary>All formats of terms. A host may know more (spreadsheets).</summary>
    public static ImmutableArray<ITermFormat> Terms { get; } =
    [
        new TbxFormat(TbxDialect.BasicDca), new TbxFormat(TbxDialect.BasicDct), new TbxFormat(TbxDialect.Legacy),
        new MultiTermCsvFormat(), new DelimitedTermFormat(','), new DelimitedTermFormat('\t'), new UtxFormat(), new CedictFormat(),
        new LexiconFormat(), new OmegaTGlossaryFormat(), new MarkdownTableFormat(), new HtmlTableFormat(),
    ];

    /// <summary>The format of terms by the ending of a file name (the longest that fits), or null.</summary>
    public static ITermFormat? TermsForPath(string path, IEnumerable<ITermFormat>? formats = null) =>
        (formats ?? Terms).SelectMany(static f => f.Extensions.Select(e => (Format: f, Extension: e)))
            .Where(f => path.EndsWith(f.Extension, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(static f => f.Extension.Length).FirstOrDefault().Format;

    /// <summary>The format by the ending of a file name, or null.</summary>
    public static IUnitFormat? ForPath(string path)
    {
        return Units.FirstOrDefault(f => f.Extensions.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>How translations are filled into a file, by the ending of its name; null where its format is only written anew.</summary>
    public static FillUnits? FillerForPath(string path) => ForPath(path)?.Name switch
    {
        "tmx" => TmxRewriter.Fill,
        "xliff" => XliffRewriter.Fill,
        "po" => PoRewriter.Fill,
        _ => null,
    };

    /// <summary>The format by its short name, or null.</summary>
    public static IUnitFormat? ByName(string name) =>
        Units.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads the units of a file, told by its name, else by how its content starts. Bad units go to the log.</summary>
    /// <exception cref="InputException">Thrown on enumeration: the file is missing, unreadable, or of no known format.</exception>
    public static IEnumerable<TranslationUnit> ReadUnits(string path, ReadLog log)
    {
        using var stream = TextFile.OpenStream(path);
        foreach (var unit in ReadUnits(stream, path, log))
        {
            yield return unit;
        }
    }

    /// <summary>The same from a stream, which is left open; <paramref name="path"/> is its name in messages and may tell the format.</summary>
    /// <exception cref="InputException">Thrown on enumeration: unreadable, or of no known format.</exception>
    public static IEnumerable<TranslationUnit> ReadUnits(Stream stream, string path, ReadLog log)
    {
        if (stream.CanSeek && stream.Length == 0)
        {
            log.Note(SourceLocation.File(path), "", "empty-file", "the file is empty: it holds no units");
            yield break;
        }

        var format = ForPath(path) ?? ByContent(stream, path)
            ?? throw new InputException(
                SourceLocation.File(path),
                "is of no known format; known: " + string.Join(", ", Units.SelectMany(static f => f.Extensions)));
        foreach (var unit in format.Read(stream, path, log))
        {
            yield return unit;
        }
    }

    private static IUnitFormat? ByContent(Stream stream, string path)
    {
        if (!stream.CanSeek)
        {
            return null;
        }

        var sample = TextFile.ReadSample(stream, path);
        stream.Position = 0;
        return ContentSniffer.Extension(sample) is { } extension ? ForPath(extension) : null;
    }
}
