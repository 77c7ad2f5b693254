using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Mining;

/// <summary>
/// Finds Chinese terms with the English that they gloss in a published translation. How far the English reaches is decided by
/// <see cref="BoundaryScorer"/>. Linear in the length. Thread-safe.
/// </summary>
public static partial class GlossMiner
{
    private const int LongestQuote = 250;

    /// <summary>All pairs, in reading order; Chinese with no English beside it has an empty <see cref="MinedPair.En"/>.</summary>
    public static ImmutableArray<MinedPair> Mine(Document document)
    {
        var pairs = new List<MinedPair>();
        for (var i = 0; i < document.Blocks.Length; i++)
        {
            var block = document.Blocks[i];
            if (block.Kind == BlockKind.Code || !Han.Contains(block.Text))
            {
                continue;
            }

            if (IsChineseLine(block.Text))
            {
                TitleLine(document, i, pairs);
                continue;
            }

            Glosses(document, block, pairs);
        }

        return [.. pairs];
    }

    private static bool IsChineseLine(string text) => Han.Count(text) * 2 > text.Length - text.Count(c => char.IsDigit(c) || char.IsPunctuation(c) || c == ' ');

    // An English line with its Chinese line below.
    private static void TitleLine(Document document, int index, List<MinedPair> pairs)
    {
        var block = document.Blocks[index];
        var above = index > 0 ? document.Blocks[index - 1] : null;
        if (above is null || block.Text.Length > 150 || Han.Contains(above.Text) || above.Text.Length > 300 || BlockHealer.IsComplete(above.Text)
            || (block.Kind != BlockKind.FrontMatter && block.Kind != BlockKind.Heading) || !above.Label.Equals(block.Label, StringComparison.Ordinal)
            || FrontMatter.LabelOf(above.Text) is not null)
        {
            return;
        }

        pairs.Add(new MinedPair
        {
            Zh = block.Text, En = above.Text, Kind = GlossKind.Title, Document = document, Block = block, ZhSpan = new TextSpan(0, block.Text.Length),
            EnSpan = new TextSpan(0, above.Text.Length), EnBlock = above, Confidence = 0.95, Reasons = ["title line"],
        });
    }

    private static void Glosses(Document document, Block block, List<MinedPair> pairs)
    {
        var text = block.Text;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '(' or '（' or '[' && GlossParser.Close(text, i) is > 0 and var close)
            {
                var inner = TextSpan.FromBounds(i + 1, close);
                if (Han.Contains(text.AsSpan(inner.Start, inner.Length)) && GlossParser.Read(text, inner) is { } content)
                {
                    Bracket(document, block, i, content, pairs);
                    i = close;
                }
            }
            else if (text[i] == '《' && text.IndexOf('》', i, Math.Min(text.Length - i, LongestQuote)) is > 0 and var end)
            {
                Bracket(document, block, i, new GlossContent([TextSpan.FromBounds(i + 1, end)], "", ""), pairs, GlossKind.Title);
                i = end;
            }
            else if (Han.LengthAt(text, i) > 0)
            {
                i = Bare(document, block, i, pairs) - 1;
            }
        }
    }

    private static void Bracket(Document document, Block block, int open, GlossContent content, List<MinedPair> pairs, GlossKind? kind = null)
    {
        var text = block.Text;
        var end = open;
        while (end > 0 && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        var chinese = content.Chinese[0].Of(text);
        var choice = Quoted(text, end) ?? (end > 0 ? BoundaryScorer.Choose(text, end, chinese) : null);
        var quoted = choice is { Reason: "quotes" };
        var place = kind ?? (block.Kind switch
        {
            BlockKind.FrontMatter => GlossKind.Header,
            BlockKind.Note => GlossKind.Note,
            BlockKind.TableRow => GlossKind.List,
            _ => quoted ? GlossKind.Quoted : GlossKind.Paren,
        });
        foreach (var span in content.Chinese)
        {
            pairs.Add(new MinedPair
            {
                Zh = span.Of(text), En = choice?.Span.Of(text) ?? "", Kind = place, Document = document, Block = block, ZhSpan = span,
                EnSpan = choice?.Span ?? new TextSpan(end, 0), Acronym = content.Acronym, Pinyin = content.Pinyin, Confidence = choice?.Confidence ?? 0,
                Reasons = choice is { Reason: var reason } ? [reason] : [],
            });
        }
    }

    // The English in the quotes that close at an index.
    private static BoundaryChoice? Quoted(string text, int end)
    {
        var close = end - 1;
        if (close < 1 || text[close] is not ('"' or '”' or '’'))
        {
            return null;
        }

        var opener = text[close] switch { '”' => '“', '’' => '‘', _ => '"' };
        var open = text.LastIndexOf(opener, close - 1, Math.Min(close, LongestQuote));
        if (open < 0 || (open > 0 && text[open] == '"' && !char.IsWhiteSpace(text[open - 1]) && !char.IsPunctuation(text[open - 1])))
        {
            return null;
        }

        var span = BoundaryScorer.Trim(text, TextSpan.FromBounds(open + 1, close));
        return span.Length == 0 || !text.AsSpan(span.Start, span.Length).ContainsAnyInRange('A', 'z') ? null : new BoundaryChoice(span, 0.97, "quotes");
    }

    // Chinese in running text: the English may follow in quotes.
    private static int Bare(Document document, Block block, int start, List<MinedPair> pairs)
    {
        var text = block.Text;
        var end = start;
        while (end < text.Length && (Han.LengthAt(text, end) > 0 || Han.IsCjkPunctuation(text[end]) || char.IsLowSurrogate(text[end])
            || (text[end] == ' ' && end + 1 < text.Length && Han.LengthAt(text, end + 1) > 0)))
        {
            end++;
        }

        while (end > start + 1 && Han.IsCjkPunctuation(text[end - 1]))
        {
            end--;
        }

        var span = TextSpan.FromBounds(start, end);
        var after = end < text.Length && text[end] is '”' or '"' or '》' ? end + 1 : end;
        var match = FollowingQuote().Match(text, after, Math.Min(text.Length - after, LongestQuote));
        var english = match.Success ? BoundaryScorer.Trim(text, new TextSpan(match.Groups[1].Index, match.Groups[1].Length)) : new TextSpan(end, 0);
        pairs.Add(new MinedPair
        {
            Zh = span.Of(text), En = english.Of(text), Kind = block.Kind == BlockKind.Note ? GlossKind.Note : match.Success ? GlossKind.Reverse : GlossKind.Bare,
            Document = document, Block = block, ZhSpan = span, EnSpan = english, Confidence = match.Success ? 0.9 : 0,
            Reasons = match.Success ? ["quotes"] : ["no English beside it"],
        });
        return end;
    }

    [GeneratedRegex(@"\G[,，]?\s*\(?(?:(?:which is |is |was )?(?:usually |often |here )?(?:(?:literally )?(?:translated|rendered)(?: literally| here)? as|literally|meaning|which means|means|or|i\.e\.,?)\s+)?[""“]([^""”]{2,120})[""”]", RegexOptions.CultureInvariant)]
    private static partial Regex FollowingQuote();
}
