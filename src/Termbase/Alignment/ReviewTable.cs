using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Termbase.Model;

namespace Termbase.Alignment;

/// <summary>
/// The table in which a person corrects an alignment: tab-separated, a row a link, header <c>zh en score mark zh_text en_text</c>. The first two
/// columns say which sentences belong together (1-based: <c>3</c>, <c>3+4</c>, empty for none; <c>3-4</c> and <c>3,4</c> are read too, but a spreadsheet may
/// take them for a date or a number) and are what is read back: to merge, write both numbers in one row and delete the other; to split, write
/// two rows; to shift, change the numbers. Thread-safe.
/// </summary>
public static class ReviewTable
{
    private const string Header = "zh\ten\tscore\tmark\tzh_text\ten_text";

    /// <summary>The score below which a link is marked to be looked at.</summary>
    internal const double Doubtful = 0.5;

    /// <summary>The table of an alignment.</summary>
    public static string Write(BitextAlignment alignment)
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (var link in alignment.Links)
        {
            text.AppendJoin(
                '\t',
                Numbers(link.ZhStart, link.ZhCount),
                Numbers(link.EnStart, link.EnCount),
                (Math.Floor(link.Score * 100) / 100).ToString("0.00", CultureInfo.InvariantCulture),
                Mark(link),
                alignment.ZhText(link),
                alignment.EnText(link)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The links of a table, over the same two texts. Sentences that no row names are gaps.</summary>
    /// <exception cref="InputException">A row that cannot be read, a number that does not exist, or a sentence in two rows; with its line.</exception>
    public static BitextAlignment Read(string path, string table, AlignedText zh, AlignedText en)
    {
        var (links, gaps) = (new List<AlignmentLink>(), new List<AlignmentLink>());
        var (usedZh, usedEn) = (new bool[zh.Sentences.Length], new bool[en.Sentences.Length]);
        var number = 0;
        foreach (var line in table.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var cells = line.Split('\t');
            if (line.Length == 0 || (number == 1 && cells[0].Trim() == "zh"))
            {
                continue;
            }

            var at = SourceLocation.AtLine(path, number);
            if (cells.Length < 2)
            {
                throw new InputException(at, "two columns are wanted: numbers of Chinese sentences, tab, numbers of English sentences");
            }

            var (zhStart, zhCount) = Parse(cells[0], usedZh, at, "Chinese");
            var (enStart, enCount) = Parse(cells[1], usedEn, at, "English");
            if (zhCount > 0 && enCount > 0)
            {
                links.Add(new AlignmentLink(zhStart, zhCount, enStart, enCount, 1));
            }
            else
            {
                gaps.AddRange(new AlignmentLink(zhStart, zhCount, enStart, enCount, 0).Apart());
            }
        }

        if (links.Count == 0)
        {
            throw new InputException(SourceLocation.File(path), "no link in this table");
        }

        links.AddRange(gaps);

        links.AddRange(usedZh.Select(static (used, i) => (used, i)).Where(static p => !p.used).Select(static p => new AlignmentLink(p.i, 1, 0, 0, 0)));
        links.AddRange(usedEn.Select(static (used, j) => (used, j)).Where(static p => !p.used).Select(static p => new AlignmentLink(0, 0, p.j, 1, 0)));
        return new BitextAlignment { Zh = zh, En = en, Links = [.. links.OrderBy(static l => l.IsGap).ThenBy(static l => l.ZhStart)], Reviewed = true };
    }

    /// <summary>Why a link is to be looked at: gap, ? (doubtful), numbers, moved; empty for none.</summary>
    internal static string Mark(AlignmentLink link) => link.IsGap ? "gap" : string.Join(' ', new[]
    {
        link.Score < Doubtful ? "?" : "",
        link.NumbersDiffer ? "numbers" : "",
        link.IsMoved ? "moved" : "",
    }.Where(static m => m.Length > 0));

    private static string Numbers(int start, int count) =>
        string.Join('+', Enumerable.Range(start + 1, count).Select(static n => n.ToString(CultureInfo.InvariantCulture)));

    private static (int Start, int Count) Parse(string cell, bool[] used, SourceLocation at, string side)
    {
        cell = cell.Trim().Trim('"');
        if (cell.Length == 0)
        {
            return (0, 0);
        }

        var numbers = new SortedSet<int>();
        foreach (var part in cell.Split([',', '+', '，'], StringSplitOptions.TrimEntries))
        {
            var ends = part.Split('-', StringSplitOptions.TrimEntries);
            if (ends.Length > 2 || !int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
                || !int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last) || first < 1 || last > used.Length || last < first)
            {
                throw new InputException(at, $"“{cell}” names no {side} sentences; write 3 or 3+4, up to {used.Length}");
            }

            numbers.UnionWith(Enumerable.Range(first - 1, last - first + 1));
        }

        if (numbers.Max - numbers.Min + 1 != numbers.Count)
        {
            throw new InputException(at, $"“{cell}”: the {side} sentences of one pair must follow each other");
        }

        foreach (var sentence in numbers)
        {
            if (used[sentence])
            {
                throw new InputException(at, $"{side} sentence {sentence + 1} stands in two rows");
            }

            used[sentence] = true;
        }

        return (numbers.Min, numbers.Count);
    }
}
