using System.Buffers;
using System.Globalization;
using System.Text;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Formats.Csv;

/// <summary>
/// A memory of lines <c>zh TAB en</c>, no header, no quoting; the other order is told line by line by the script. A line that
/// begins with <c>#</c> and has no tab is a note of the unit below it; a line of another shape is reported and kept out. Stateless and thread-safe.
/// </summary>
public sealed class BitextTsvFormat : IUnitFormat
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create("\t\n\r\v\f\u0085\u2028\u2029");

    /// <inheritdoc/>
    public string Name => "tsv";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".tsv", ".tab"];

    /// <inheritdoc/>
    public IEnumerable<TranslationUnit> Read(Stream stream, string path, ReadLog log)
    {
        using var text = TextFile.OpenReader(stream, path, log);
        var number = 0;
        var notes = new List<UnitProperty>();
        for (var line = 1; text.ReadLine() is { } content; line++)
        {
            if (string.IsNullOrWhiteSpace(content) || (line == 1 && IsHeader(content)))
            {
                continue;
            }

            if (content[0] == '#' && !content.Contains('\t', StringComparison.Ordinal))
            {
                notes.Add(new UnitProperty("", content.TrimStart('#').Trim()));
                continue;
            }

            number++;
            log.CountRead();
            var place = SourceLocation.AtLine(path, line);
            var cells = content.Split('\t');
            var (code, message) =
                cells.Length < 2 ? ("missing-target", "no tab: the line must be Chinese, a tab, English")
                : string.IsNullOrWhiteSpace(cells[0]) || string.IsNullOrWhiteSpace(cells[1]) ? ("empty-segment", "one of the two sides is empty")
                : !Han.Contains(cells[0]) && !Han.Contains(cells[1]) ? ("no-chinese", "neither side holds a Chinese character")
                : cells.Length > 2 && cells[2..].Any(static c => c.Trim().Length > 0) ? ("cell-count", "more than two columns; keep the Chinese and the English only")
                : (null, "");
            if (code is not null)
            {
                log.Refuse(place, number.ToString(CultureInfo.InvariantCulture), code, message);
                notes.Clear();
                continue;
            }

            // The side with the larger share of Han is the Chinese one: English may quote a Chinese word.
            var zhFirst = Share(cells[0]) >= Share(cells[1]);
            if (content.Contains('\uFFFD', StringComparison.Ordinal))
            {
                log.Note(place, number.ToString(CultureInfo.InvariantCulture), "replacement-character", "the text holds U+FFFD, the mark of a character that could not be decoded");
            }

            yield return new TranslationUnit
            {
                Zh = Side("zh-CN", cells[zhFirst ? 0 : 1], place),
                En = Side("en-US", cells[zhFirst ? 1 : 0], place),
                ZhIsSource = zhFirst,
                Number = number,
                Location = place,
                Properties = [.. notes],
            };
            notes.Clear();
        }
    }

    /// <inheritdoc/>
    public long Write(Stream stream, IEnumerable<TranslationUnit> units, UnitWriteOptions options)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        var count = 0L;
        foreach (var unit in units)
        {
            var (zh, en) = (Cell(unit, unit.Zh), Cell(unit, unit.En));
            if (zh.Length == 0 || en.Length == 0)
            {
                options.OnProblem?.Invoke(unit, "skipped: a side holds no text");
                continue;
            }

            writer.WriteLine(options.ZhFirst ? $"{zh}\t{en}" : $"{en}\t{zh}");
            count++;
        }

        return count;

        string Cell(TranslationUnit unit, UnitSide side)
        {
            var text = CsvOutput.Clean(side.Segment.Text);
            var flat = text.AsSpan().IndexOfAny(Breaks) < 0 ? text : text.ReplaceLineEndings(" ").Replace('\t', ' ').Replace('\v', ' ');
            if (!ReferenceEquals(flat, side.Segment.Text) || !side.Segment.Codes.IsEmpty)
            {
                options.OnProblem?.Invoke(unit, "tabs, line breaks and inline codes cannot stand in TSV; they were left out");
            }

            return flat.Trim();
        }
    }

    private static bool IsHeader(string line) =>
        line.Split('\t') is [var a, var b, ..] && (a.Trim().ToLowerInvariant(), b.Trim().ToLowerInvariant())
            is ("zh" or "chinese" or "source", "en" or "english" or "target") or ("en" or "english", "zh" or "chinese");

    private static double Share(string text) => (double)Han.Count(text) / text.Length;

    private static UnitSide Side(string language, string text, SourceLocation place) =>
        new() { Language = language, Segment = Segment.Plain(text.Trim()), Location = place };
}
