using System.Text.RegularExpressions;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Documents;

/// <summary>
/// Reads plain text as it comes out of PDF files: paragraphs cut by lines and pages, notes in the middle of the page flow, dashes as
/// bullets, boxes as lines with tabs, light Markdown. Linear in the length. Thread-safe.
/// </summary>
public static partial class PlainTextReader
{
    private const int LongestHeading = 150;

    /// <summary>The document in a plain text.</summary>
    public static Document Read(SourceText source) => BlockHealer.Heal(source, new State(source).Run());

    [GeneratedRegex(@"^\s*(?:-{3,}|\*{3,}|_{3,}|\f|(?:[-–—]\s*)?\d{1,4}(?:\s*[-–—])?|(?i:page) \d+(?: of \d+)?)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex PageBreak();

    [GeneratedRegex(@"^\s*(?:—{1,2}|–|-{2,4}|―+|──?)\s*(?=\S)|^\s*[-*•·●▪◦■□]\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^\s*(?:\d{1,3}[.)]|\(\d{1,3}\)|[IVX]{1,5}\.|\([ivx]{1,5}\)|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\(?[a-zA-Z]\)|第[一二三四五六七八九十百]+[章节条])\s*(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Numbering();

    [GeneratedRegex(@"^(?:Box|Table|Figure|Column|Chart|Annex|Appendix|专栏|表|图)\s*\d+\b", RegexOptions.CultureInvariant)]
    private static partial Regex BoxTitle();

    [GeneratedRegex(@"^#{1,6}\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex MarkedHeading();

    [GeneratedRegex(@"^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$", RegexOptions.CultureInvariant)]
    private static partial Regex TableRule();

    [GeneratedRegex(@"^(\d{1,3})\s+(?=(?:Translator|Editor|Author)[’']s?\s|Note:)", RegexOptions.CultureInvariant)]
    private static partial Regex BareNote();

    /// <summary>The marker with which a line that is a note begins, and its length with the space behind it.</summary>
    internal static (string Number, int Length)? NoteStart(string text, int start, int end)
    {
        var found = InlineCleaner.SupAt(text, start, end) is var (supLength, sup) ? (sup, supLength)
            : InlineCleaner.BracketAt(text, start, end) is var (bracketLength, bracket) ? (bracket, bracketLength)
            : InlineCleaner.SuperscriptAt(text, start, end) is ( > 0 and var size, var digits) ? (digits, size)
            : BareNote().Match(text, start, Math.Min(end - start, 40)) is { Success: true } bare ? (bare.Groups[1].Value, bare.Groups[1].Length)
            : ((string, int)?)null;
        if (found is not var (number, length))
        {
            return null;
        }

        var at = start + length;
        at += at < end && text[at] == ':' ? 1 : 0;
        while (at < end && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at < end ? (number, at - start) : null;
    }

    private sealed class State
    {
        private readonly SourceText _source;
        private readonly string _text;
        private readonly List<(TextSpan Span, bool AfterBlank)> _lines = [];
        private readonly string[] _labels;
        private readonly InlineCleaner _cleaner;
        private readonly List<RawBlock> _blocks = [];
        private readonly List<TextSpan> _open = [];
        private BlockKind _kind;
        private string _number = "";
        private int _widest;

        public State(SourceText source)
        {
            (_source, _text) = (source, source.Text);
            var notes = new HashSet<string>(StringComparer.Ordinal);
            var blank = true;
            for (var n = 1; n <= source.LineCount; n++)
            {
                var span = Trimmed(source.LineSpan(n));
                if (span.Length > 0)
                {
                    _lines.Add((span, blank));
                    if (NoteStart(_text, span.Start, span.End) is var (number, _))
                    {
                        notes.Add(number);
                    }
                }

                blank = span.Length == 0;
            }

            _cleaner = new InlineCleaner(_text, notes);
            _labels = FrontMatter.Assign([.. _lines.Select(l => (l.Span.Length > 200 ? "" : l.Span.Of(_text), l.AfterBlank))]);
        }

        public List<RawBlock> Run()
        {
            for (var i = 0; i < _lines.Count; i++)
            {
                Line(i);
            }

            Flush();
            return _blocks;
        }

        private void Line(int i)
        {
            var (span, afterBlank) = _lines[i];
            var alone = afterBlank && (i + 1 == _lines.Count || _lines[i + 1].AfterBlank);
            var line = _text.AsSpan(span.Start, Math.Min(span.Length, 400));
            if (_labels[i].Length > 0)
            {
                Flush();
                var skip = FrontMatter.InlineLabel(span.Of(_text))?.Length ?? MarkerLength(MarkedHeading(), span);
                Add(BlockKind.FrontMatter, TextSpan.FromBounds(span.Start + skip, span.End), label: _labels[i], closed: true);
            }
            else if (span.Length <= 24 && PageBreak().IsMatch(line))
            {
                Flush();
                _blocks.Add(new RawBlock { Kind = BlockKind.Paragraph, IsPageBreak = true, Text = "", Map = OffsetMap.Identity(0, span.Start) });
            }
            else if (MarkerLength(MarkedHeading(), span) is > 0 and var marks)
            {
                Flush();
                var level = line.IndexOfAnyExcept('#');
                Add(BlockKind.Heading, TextSpan.FromBounds(span.Start + marks, span.End), level: level, closed: true);
            }
            else if (NoteStart(_text, span.Start, span.End) is var (number, length))
            {
                Flush();
                (_kind, _number) = (BlockKind.Note, number);
                Open(TextSpan.FromBounds(span.Start + length, span.End));
            }
            else if (line.Contains('\t') || IsPipeRow(line))
            {
                Flush();
                Row(span, line);
            }
            else if (MarkerLength(Bullet(), span) is > 0 and var bullet)
            {
                Flush();
                _kind = BlockKind.ListItem;
                Open(TextSpan.FromBounds(span.Start + bullet, span.End));
            }
            else if (BoxTitle().IsMatch(line) && span.Length <= LongestHeading && !BlockHealer.IsComplete(span.Of(_text)))
            {
                Flush();
                Add(BlockKind.Heading, span, closed: true);
            }
            else if (MarkerLength(Numbering(), span) > 0)
            {
                Flush();
                var heading = alone && span.Length <= LongestHeading && IsHeading(span);
                if (heading)
                {
                    Add(BlockKind.Heading, span, closed: true);
                    return;
                }

                _kind = BlockKind.ListItem;
                Open(span);
            }
            else
            {
                if (afterBlank || (_open.Count > 0 && StandsApart(_open[^1], span)))
                {
                    Flush();
                }

                Open(span);
            }

            if (_open.Count > 0 && HardBreak(span))
            {
                Flush();
                _blocks[^1].IsClosed = true;
            }
        }

        private void Open(TextSpan span)
        {
            _open.Add(span);
            _widest = Math.Max(_widest, span.Length);
        }

        private void Row(TextSpan span, ReadOnlySpan<char> line)
        {
            if (TableRule().IsMatch(line))
            {
                return;
            }

            var isTitle = BoxTitle().IsMatch(line) && line.TrimEnd().IndexOf('\t') < 0;
            Add(isTitle ? BlockKind.Heading : BlockKind.TableRow, span, closed: true);
        }

        private static bool IsPipeRow(ReadOnlySpan<char> line) => line.Length > 2 && line[0] == '|' && line[1..].Contains('|');

        private bool IsHeading(TextSpan span)
        {
            var text = span.Of(_text);
            return text[^1] is not (',' or ';' or '，' or '、') && !BlockHealer.IsComplete(text)
                && !text.EndsWith(" of", StringComparison.Ordinal) && !text.EndsWith(" the", StringComparison.Ordinal) && !text.EndsWith(" and", StringComparison.Ordinal);
        }

        // Lines of one chunk that are not one paragraph: a Chinese line under an English one, a short line that ends a paragraph or is a
        // heading, an address.
        private bool StandsApart(TextSpan above, TextSpan below)
        {
            var upper = above.Of(_text);
            var lower = below.Of(_text);
            if (MostlyHan(upper) != MostlyHan(lower) && Math.Max(upper.Length, lower.Length) <= 250 && _open.Count == 1)
            {
                return true;
            }

            if (lower.StartsWith("http", StringComparison.OrdinalIgnoreCase) || upper.LastIndexOf("://", StringComparison.Ordinal) > upper.LastIndexOf(' '))
            {
                return true;
            }

            var isShort = above.Length < _widest * 0.7 || (_open.Count == 1 && above.Length < below.Length * 0.5);
            return isShort && !char.IsLower(lower[0]) && (BlockHealer.IsComplete(upper) || (_open.Count == 1 && above.Length < 60 && below.Length > 60));
        }

        private static bool MostlyHan(string text) => Han.Count(text) * 3 > text.Length;

        // Two spaces at the end of a line that goes on: Markdown's line break. PDF text has them by accident too, so the line must be short.
        private bool HardBreak(TextSpan span) =>
            span.Length < LongestHeading && span.End + 2 < _text.Length && _text[span.End] == ' ' && _text[span.End + 1] == ' '
            && !char.IsAsciiLetterLower(NextVisible(span.End));

        private char NextVisible(int at)
        {
            while (at < _text.Length && char.IsWhiteSpace(_text[at]))
            {
                at++;
            }

            return at < _text.Length ? _text[at] : '\0';
        }

        private int MarkerLength(Regex regex, TextSpan span)
        {
            // Over a slice: with the whole text the anchors would be those of the text.
            foreach (var match in regex.EnumerateMatches(_text.AsSpan(span.Start, Math.Min(span.Length, 60))))
            {
                return match.Index + match.Length;
            }

            return 0;
        }

        private void Flush()
        {
            if (_open.Count > 0)
            {
                Add(_kind, [.. _open], number: _number);
                _open.Clear();
            }

            (_kind, _number, _widest) = (BlockKind.Paragraph, "", 0);
        }

        private void Add(BlockKind kind, TextSpan line, int level = 0, string label = "", bool closed = false) =>
            Add(kind, [line], level, label, closed);

        private void Add(BlockKind kind, List<TextSpan> lines, int level = 0, string label = "", bool closed = false, string number = "")
        {
            var (text, map, markers) = _cleaner.Clean(lines);
            if (text.Length > 0)
            {
                _blocks.Add(new RawBlock
                {
                    Kind = kind,
                    Level = level,
                    Label = label,
                    NoteNumber = number,
                    IsClosed = closed,
                    Text = text,
                    Map = map,
                    Markers = markers,
                    Emphasis = _cleaner.Emphasis,
                });
            }
            else if (_blocks.Count > 0 && markers.Count > 0)
            {
                _blocks[^1].Markers.AddRange(markers.Select(m => m with { Offset = _blocks[^1].Text.Length }));
            }
        }

        private TextSpan Trimmed(TextSpan line)
        {
            var (start, end) = (line.Start, line.End);
            while (start < end && (char.IsWhiteSpace(_text[start]) || _text[start] == '\uFEFF'))
            {
                start++;
            }

            while (end > start && char.IsWhiteSpace(_text[end - 1]))
            {
                end--;
            }

            return TextSpan.FromBounds(start, end);
        }
    }
}
