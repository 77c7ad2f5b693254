using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Mining;

/// <content>Chinese in running text, outside brackets: the English follows, or stands before it with a dash or nothing between.</content>
internal sealed partial class GlossFinder
{
    [GeneratedRegex(@"\G[”""》’]?\s*[,，:：]?\s*(?:[–—-]{1,2}\s*)?[(（]?(?:(?:which |here )?(?:is |was |are )?(?:usually |often |here |also )?(?:(?:literally )?(?:translated|rendered|known)(?: literally| here| in English)? as|literally|lit\.|meaning|which means|means|or|i\.e\.,?)\s*:?\s+)?(?:the )?[""“‘]([^""”“]{2,120}?)[""”’](?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex FollowingQuote();

    [GeneratedRegex(@"\G[”""》’]?\s*[(（]([^()（）]{2,160})[)）]", RegexOptions.CultureInvariant)]
    private static partial Regex FollowingBracket();

    [GeneratedRegex(@"\G[”""》’]?(?:\s*[–—]{1,2}\s*|\s+-{1,2}\s+|\s*[:：=]\s*|,?\s+(?:or|meaning|which means|i\.e\.,?|literally:?|translated as|rendered as)\s+)(?=[\p{L}“""])", RegexOptions.CultureInvariant)]
    private static partial Regex FollowingSign();

    [GeneratedRegex(@"(?:[\s,]*(?:[–—]|--?|:|：|=)\s*(?:in Chinese:?\s*)?|[\s,]+in Chinese,?:?\s*|[\s,]+Chinese:\s*|,\s*)[“""《‘]?$", RegexOptions.CultureInvariant)]
    private static partial Regex PrecedingSign();

    private static readonly char[] ForwardEnds = ['.', ';', '(', '（', ',', '，', '。', ':', '\t', '"', '”'];

    private int Bare(Block block, int start)
    {
        var text = block.Text;
        var end = start;
        while (end < text.Length && (Han.LengthAt(text, end) > 0 || Han.IsCjkPunctuation(text[end]) && text[end] is not ('（' or '）' or '《' or '》') || char.IsLowSurrogate(text[end])
            || (text[end] == ' ' && end + 1 < text.Length && Han.LengthAt(text, end + 1) > 0)))
        {
            end++;
        }

        while (end > start + 1 && Han.IsCjkPunctuation(text[end - 1]))
        {
            end--;
        }

        var zh = TextSpan.FromBounds(start, end);
        if (Cell(block, zh) || Following(block, zh))
        {
            return end;
        }

        var side = new ChineseSide(zh.Of(text));
        if (!Preceding(block, zh, side) && !FollowingSigned(block, zh, side))
        {
            Add(block, block.Kind == BlockKind.Note ? GlossKind.Note : GlossKind.Bare, zh, null);
        }

        return end;
    }

    // A cell of Chinese with the English cell beside it.
    private bool Cell(Block block, TextSpan zh)
    {
        var text = block.Text;
        var left = text.LastIndexOf('\t', Math.Max(0, zh.Start - 1));
        var right = text.IndexOf('\t', zh.End);
        var cell = TextSpan.FromBounds(left + 1, right < 0 ? text.Length : right);
        if (block.Kind != BlockKind.TableRow || (left < 0 && right < 0) || cell.Length > zh.Length + 2)
        {
            return false;
        }

        var before = left <= 0 ? default : BoundaryScorer.Trim(text, TextSpan.FromBounds(text.LastIndexOf('\t', left - 1) + 1, left));
        var next = right < 0 ? -1 : text.IndexOf('\t', right + 1);
        var after = right < 0 ? default : BoundaryScorer.Trim(text, TextSpan.FromBounds(right + 1, next < 0 ? text.Length : next));
        foreach (var english in (ReadOnlySpan<TextSpan>)[before, after])
        {
            if (english.Length is > 1 and < 150 && !Han.Contains(text.AsSpan(english.Start, english.Length)) && text.AsSpan(english.Start, english.Length).ContainsAnyInRange('A', 'z'))
            {
                Add(block, GlossKind.List, zh, new BoundaryChoice(english, 0.85, ["cell beside it"]));
                return true;
            }
        }

        return false;
    }

    // 社会资本, translated literally as "social capital"; 社会资本 (social capital).
    private bool Following(Block block, TextSpan zh)
    {
        var text = block.Text;
        var room = Math.Min(text.Length - zh.End, LongestQuote);
        var kind = block.Kind == BlockKind.Note ? GlossKind.Note : GlossKind.Reverse;
        if (FollowingQuote().Match(text, zh.End, room) is { Success: true } quote)
        {
            Add(block, kind, zh, new BoundaryChoice(BoundaryScorer.Trim(text, new TextSpan(quote.Groups[1].Index, quote.Groups[1].Length)), 0.94, ["quotes"]));
            return true;
        }

        if (FollowingBracket().Match(text, zh.End, room) is not { Success: true } bracket || Han.Contains(bracket.Groups[1].ValueSpan))
        {
            return false;
        }

        // In the bracket: reading, acronym, English, in any order.
        string pinyin = "", acronym = "";
        TextSpan? english = null;
        var from = bracket.Groups[1].Index;
        foreach (var part in bracket.Groups[1].Value.Split([';', ',']))
        {
            var span = BoundaryScorer.Trim(text, new TextSpan(from, part.Length));
            from += part.Length + 1;
            var value = span.Of(text);
            if (value.Length == 0 || !char.IsLetter(value[0]))
            {
                continue;
            }

            if (Romanization.PinyinMatches(value, zh.Of(text)) && english is null && pinyin.Length == 0 && !char.IsUpper(value[0]))
            {
                pinyin = value;
            }
            else if (GlossParser.IsAcronym(value))
            {
                acronym = value;
            }
            else
            {
                english ??= span;
            }
        }

        if (english is null)
        {
            return false;
        }

        Add(block, kind, zh, new BoundaryChoice(english.Value, 0.92, ["brackets"]), null, acronym, pinyin);
        return true;
    }

    private bool Preceding(Block block, TextSpan zh, ChineseSide side)
    {
        var text = block.Text;
        var from = Math.Max(0, zh.Start - 40);
        var sign = PrecedingSign().Match(text[from..zh.Start]);
        var end = sign.Success ? from + sign.Index : BackOverSpace(text, zh.Start > 0 && text[zh.Start - 1] is '“' or '"' ? zh.Start - 1 : zh.Start);
        end = BackOverSpace(text, end);
        if (end == 0 || !(char.IsLetterOrDigit(text[end - 1]) || text[end - 1] is '"' or '”' or '’' or '.' or ')') || Han.IsHan(text[end - 1]))
        {
            return false;
        }

        var marked = sign.Success ? Emphasised(block, end) ?? Quoted(text, end, side) : Quoted(text, end, side);
        var gloss = new FoundGloss
        {
            Document = document,
            Block = block,
            Kind = block.Kind == BlockKind.Note ? GlossKind.Note : GlossKind.Bare,
            Content = new GlossContent([zh]),
            Fixed = marked is null ? null : marked with { Coverage = 1 },
            Candidates = marked is null ? BoundaryScorer.Candidates(text, end, side) : [],
            Ceiling = sign.Success ? 0.85 : 0.7,
            LeastCoverage = sign.Success ? 0.45 : 0.6,
        };
        if (gloss.Choice is null)
        {
            return false;
        }

        _found.Add(gloss);
        return true;
    }

    // 社会资本 – social capital: the words behind the sign that explain the Chinese best.
    private bool FollowingSigned(Block block, TextSpan zh, ChineseSide side)
    {
        var text = block.Text;
        var sign = FollowingSign().Match(text, zh.End, Math.Min(30, text.Length - zh.End));
        if (!sign.Success)
        {
            return false;
        }

        var start = sign.Index + sign.Length;
        var stop = text.IndexOfAny(ForwardEnds, start, Math.Min(120, text.Length - start));
        stop = stop < 0 ? Math.Min(text.Length, start + 120) : stop;
        BoundaryCandidate? best = null;
        for (var end = start + 1; end <= stop; end++)
        {
            if (end < stop && !char.IsWhiteSpace(text[end]))
            {
                continue;
            }

            var slice = text[start..end];
            var candidate = BoundaryScorer.Candidates(slice, slice.Length, side).MaxBy(c => c.Span.Length);
            if (candidate is { Coverage: >= 0.45 } && (best is null || candidate.Cost < best.Cost - 0.01))
            {
                best = candidate;
            }
        }

        if (best is null)
        {
            return false;
        }

        Add(block, block.Kind == BlockKind.Note ? GlossKind.Note : GlossKind.Reverse, zh,
            new BoundaryChoice(new TextSpan(start + best.Span.Start, best.Span.Length), 0.8, best.Reasons) { Coverage = best.Coverage });
        return true;
    }
}
