using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Mining;

/// <summary>Finds the Chinese of one document and, for each piece, where its English may be: the shapes of glosses. Linear in the length.</summary>
internal sealed partial class GlossFinder(Document document)
{
    private const int LongestQuote = 250;
    private readonly List<FoundGloss> _found = [];

    public List<FoundGloss> Run()
    {
        for (var i = 0; i < document.Blocks.Length; i++)
        {
            var block = document.Blocks[i];
            if (block.Kind == BlockKind.Code || !Han.Contains(block.Text))
            {
                continue;
            }

            if (IsChineseLine(block.Text))
            {
                TitleLine(i);
            }
            else
            {
                Block(block);
            }
        }

        return _found;
    }

    private static bool IsChineseLine(string text) => Han.Count(text) * 2 > text.Length - text.Count(c => char.IsDigit(c) || char.IsPunctuation(c) || c == ' ');

    // An English line with its Chinese line below.
    private void TitleLine(int index)
    {
        var block = document.Blocks[index];
        var above = index > 0 ? document.Blocks[index - 1] : null;
        if (above is null || block.Text.Length > 150 || Han.Contains(above.Text) || above.Text.Length > 300 || BlockHealer.IsComplete(above.Text)
            || (block.Kind != BlockKind.FrontMatter && block.Kind != BlockKind.Heading) || !above.Label.Equals(block.Label, StringComparison.Ordinal)
            || FrontMatter.LabelOf(above.Text) is not null)
        {
            return;
        }

        Add(block, GlossKind.Title, new TextSpan(0, block.Text.Length), new BoundaryChoice(new TextSpan(0, above.Text.Length), 0.96, ["title line"]), above);
    }

    private void Block(Block block)
    {
        var text = block.Text;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '(' or '（' or '[' or '［' && GlossParser.Close(text, i) is > 0 and var close)
            {
                var inner = TextSpan.FromBounds(i + 1, close);
                if (Han.Contains(text.AsSpan(inner.Start, inner.Length)) && GlossParser.Read(text, inner) is { } content)
                {
                    Bracket(block, i, content, null);
                    i = close;
                }
            }
            else if (text[i] == '《' && text.IndexOf('》', i, Math.Min(text.Length - i, LongestQuote)) is > 0 and var end && Han.Contains(text.AsSpan(i, end - i)))
            {
                Bracket(block, i, new GlossContent([TextSpan.FromBounds(i + 1, end)]), GlossKind.Title);
                i = end;
            }
            else if (Han.LengthAt(text, i) > 0)
            {
                i = Bare(block, i) - 1;
            }
        }
    }

    [GeneratedRegex(@",?\s*(?:or|also|abbreviated(?: as)?)\s+([A-Z][A-Z&]{1,7})(?:\s+for short)?\s*,?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex OrAcronym();

    [GeneratedRegex(@"[(（]\s*([A-Z][A-Za-z&0-9-]{1,9})\s*[)）]\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex BracketedAcronym();

    private void Bracket(Block block, int open, GlossContent content, GlossKind? kind)
    {
        var text = block.Text;
        var end = BackOverSpace(text, open);
        foreach (var shape in (ReadOnlySpan<Regex>)[OrAcronym(), BracketedAcronym()])
        {
            var from = Math.Max(0, end - 40);
            var match = shape.Match(text[from..end]);
            if (match.Success && GlossParser.IsAcronym(match.Groups[1].Value) && from + match.Index > 0)
            {
                content = content with { Acronym = content.Acronym.Length > 0 ? content.Acronym : match.Groups[1].Value };
                end = BackOverSpace(text, from + match.Index);
                break;
            }
        }

        var side = new ChineseSide(content.Chinese[0].Of(text));
        var marked = Emphasised(block, end) ?? Quoted(text, end, side);
        kind ??= content.Chinese.Any(c => c.Start > 0 && text[c.Start - 1] == '《') ? GlossKind.Title : null;
        _found.Add(new FoundGloss
        {
            Document = document,
            Block = block,
            Kind = kind ?? (block.Kind switch
            {
                BlockKind.FrontMatter => GlossKind.Header,
                BlockKind.Note => GlossKind.Note,
                BlockKind.TableRow => GlossKind.List,
                _ => marked is { } m && m.Reasons.Contains("quotes") ? GlossKind.Quoted : GlossKind.Paren,
            }),
            Content = content,
            Fixed = marked,
            Candidates = marked is null && end > 0 ? BoundaryScorer.Candidates(text, end, side, content.Acronym) : [],
        });
    }

    private static int BackOverSpace(string text, int end)
    {
        while (end > 0 && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    private static BoundaryChoice? Emphasised(Block block, int end)
    {
        var low = 0;
        var high = block.Emphasis.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = block.Emphasis[middle].End < end - 2 ? (middle + 1, high) : (low, middle);
        }

        if (low == block.Emphasis.Length || block.Emphasis[low].End > end)
        {
            return null;
        }

        var span = BoundaryScorer.Trim(block.Text, TextSpan.FromBounds(block.Emphasis[low].Start, end));
        return span.Length is > 1 and < 300 ? new BoundaryChoice(span, 0.96, ["italics"]) : null;
    }

    // The English in the quotes that close at an index; quotes inside quotes are passed over.
    private static BoundaryChoice? Quoted(string text, int end, ChineseSide side)
    {
        var close = end - 1;
        if (close < 1 || text[close] is not ('"' or '”' or '’' or '\'' or '＂'))
        {
            return null;
        }

        var opener = text[close] switch { '”' => '“', '’' => '‘', var same => same };
        var depth = 1;
        var open = -1;
        for (var i = close - 1; i >= Math.Max(0, close - LongestQuote) && open < 0; i--)
        {
            depth += opener != text[close] && text[i] == text[close] && (text[i] != '’' || !char.IsLetter(text[Math.Min(i + 1, close)])) ? 1 : 0;
            depth -= text[i] == opener && (opener != text[close] || i == 0 || (!char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]))) ? 1 : 0;
            open = depth == 0 ? i : -1;
        }

        if (open < 0)
        {
            return null;
        }

        var span = BoundaryScorer.Trim(text, TextSpan.FromBounds(open + 1, close));
        if (span.Length == 0 || !text.AsSpan(span.Start, span.Length).ContainsAnyInRange('A', 'z'))
        {
            return null;
        }

        // Much Chinese for one quoted word: the quote is a part of the term only.
        return side.Count > 14 && !text.AsSpan(span.Start, span.Length).Contains(' ') ? null : new BoundaryChoice(span, 0.97, ["quotes"]);
    }

    private void Add(Block block, GlossKind kind, TextSpan zh, BoundaryChoice? choice, Block? enBlock = null, string acronym = "", string pinyin = "") =>
        _found.Add(new FoundGloss
        {
            Document = document,
            Block = block,
            Kind = kind,
            Content = new GlossContent([zh], acronym, pinyin),
            Fixed = choice,
            EnBlock = enBlock,
        });
}
