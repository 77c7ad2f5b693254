using System.Text.RegularExpressions;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Formats;

/// <summary>Tells what a file is by how it starts, for input that has no name. Thread-safe.</summary>
public static partial class ContentSniffer
{
    /// <summary>Bytes that are enough to tell.</summary>
    public const int Enough = 1 << 16;

    /// <summary>The file name ending (with the dot) under which <see cref="FormatCatalog"/> knows such content, or null where it is not clear.</summary>
    public static string? Extension(ReadOnlySpan<byte> sample)
    {
        if (sample.StartsWith("PK\u0003\u0004"u8))
        {
            return ".xlsx";
        }

        if (Head(sample) is not { } head)
        {
            return null;
        }

        return Root().Match(head) is { Success: true } root ? OfRoot(root.Groups[1].Value)
            : Message().IsMatch(head) ? ".po"
            : head.StartsWith("#UTX", StringComparison.OrdinalIgnoreCase) ? ".utx"
            : OfLines(head);
    }

    /// <summary>What a file is, and what to do with it, where it is a known kind that is not read; else null.</summary>
    public static string? Advice(ReadOnlySpan<byte> sample)
    {
        if (Head(sample) is not { } head)
        {
            return null;
        }

        return head.Contains("%Wordfast TM", StringComparison.Ordinal) ? "is a Wordfast memory; let Wordfast export it as TMX"
            : !head.TrimStart().StartsWith('<') || Root().Match(head) is not { Success: true } root ? null
            : root.Groups[1].Value switch
            {
                "mtf" => "is MultiTerm XML; let MultiTerm or Glossary Converter export it as TBX or as a spreadsheet",
                "TS" => "is a Qt Linguist file; make XLIFF or PO of it first (lconvert -i IN.ts -o OUT.xlf) and turn the result back",
                "glossml" => "is GlossML; export it as TBX or CSV",
                "olif" => "is OLIF; export it as TBX or CSV",
                "resources" => "is a file of Android texts; its translation platform exports XLIFF or PO",
                "plist" => "is a property list; Xcode exports XLIFF",
                _ => null,
            };
    }

    /// <summary>Why a text that starts so is not read as running text: it is a termbase (TBX, or a table whose header names both languages). Null where it is none.</summary>
    public static string? TermbaseAdvice(string start)
    {
        ArgumentNullException.ThrowIfNull(start);
        var isTbx = Root().Match(start) is { Success: true } root && OfRoot(root.Groups[1].Value) == ".tbx";
        var header = start.TrimStart('\uFEFF').Split('\n', 2)[0];
        return isTbx || Tables.TermColumns.ByHeader([.. header.Split([',', ';', '\t'], StringSplitOptions.TrimEntries).Select(static c => c.Trim('"'))]).IsWhole
            ? "is a termbase, not a text: 'termbase doctor' checks it, 'termbase convert' and 'termbase import' read it, and 'termbase recognize TEXT --glossary' finds its terms in a text (as CSV)"
            : null;
    }

    // The sample as text, or null where it is none.
    private static string? Head(ReadOnlySpan<byte> sample)
    {
        try
        {
            // It may end inside a character.
            var guess = EncodingDetector.Guess(sample, "", isWhole: sample.Length < Enough);
            return guess.Encoding.GetString(sample[guess.PreambleLength..]).TrimStart('\uFEFF');
        }
        catch (InputException)
        {
            return null;
        }
    }

    private static string? OfRoot(string name) => name.ToLowerInvariant() switch
    {
        "tmx" => ".tmx",
        "xliff" => ".xlf",
        "tbx" or "martif" => ".tbx",
        "html" or "table" => ".html",
        _ => null,
    };

    // A table of lines: what most of them hold tells, since any line may be a comment or broken.
    private static string? OfLines(string head)
    {
        var lines = head.Split('\n', StringSplitOptions.TrimEntries).Where(static l => l.Length > 0 && l[0] != '#').Take(20).ToList();
        return !Han.Contains(head) || lines.Count == 0 ? null
            : Most(static l => l.Contains('\t', StringComparison.Ordinal)) ? ".tsv"
            : Most(static l => Dictionary().IsMatch(l)) ? ".u8"
            : head.Contains("\n|", StringComparison.Ordinal) && Rule().IsMatch(head) ? ".md"
            : Most(static l => l.Contains(',', StringComparison.Ordinal) || l.Contains(';', StringComparison.Ordinal)) ? ".csv"
            : Most(static l => l.Contains('|', StringComparison.Ordinal)) ? ".lex"
            : null;

        bool Most(Predicate<string> holds) => lines.Count(l => holds(l)) >= 0.8 * lines.Count;
    }

    // The first element, behind declarations and comments.
    [GeneratedRegex(@"^\s*(?>(?:<\?.*?\?>\s*|<!--.*?-->\s*|<![^<>\[]*(?:\[.*?\])?\s*>\s*)*)<(?:[A-Za-z_][\w.-]*:)?([A-Za-z][\w.-]*)[\s>/]", RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Root();

    [GeneratedRegex("""^msgid\s*".*"\s*$""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Message();

    [GeneratedRegex(@"^\S+ \S+ \[[^\]]*\] /.*/$", RegexOptions.CultureInvariant)]
    private static partial Regex Dictionary();

    [GeneratedRegex(@"^\|?[\s:|-]*-{3,}[\s:|-]*\|", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Rule();
}
