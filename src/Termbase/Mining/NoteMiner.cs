using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Model;

namespace Termbase.Mining;

/// <summary>Finds a document's notes and what each is attached to. Thread-safe.</summary>
public static partial class NoteMiner
{
    /// <summary>The notes, in the order of their texts.</summary>
    public static ImmutableArray<MinedNote> Mine(Document document) => Mine(document, GlossMiner.Mine(document));

    /// <summary>As above, where the document's pairs have been mined already (pairs of other documents do no harm).</summary>
    public static ImmutableArray<MinedNote> Mine(Document document, IEnumerable<MinedPair> pairs)
    {
        var byBlock = pairs.Where(p => ReferenceEquals(p.Document, document)).ToLookup(p => p.Block);
        return [.. document.Footnotes.Select(note => Mine(document, note, byBlock))];
    }

    private static MinedNote Mine(Document document, Footnote note, ILookup<Block, MinedPair> pairs)
    {
        var text = note.Block.Text;
        var own = pairs[note.Block].ToList();
        var anchor = note.AnchorBlock is null ? (TextSpan?)null : Anchor(note, own, pairs[note.AnchorBlock]);
        return new MinedNote
        {
            Number = note.Number,
            Text = text,
            Anchor = anchor?.Of(note.AnchorBlock!.Text) ?? "",
            AnchorLocation = anchor is { } span ? document.Locate(note.AnchorBlock!, span) : null,
            Location = document.Locate(note.Block, new TextSpan(0, text.Length)),
            Chinese = [.. own.Select(p => p.Zh).Distinct(StringComparer.Ordinal)],
            Synonyms = [.. Synonyms(text, own).Distinct(StringComparer.Ordinal)],
        };
    }

    // Chinese behind the word that declares it, in the same sentence.
    private static IEnumerable<string> Synonyms(string text, List<MinedPair> pairs)
    {
        foreach (Match declared in Declaration().Matches(text))
        {
            var stop = SentenceEnd().Match(text, declared.Index + declared.Length);
            var end = stop.Success ? stop.Index : text.Length;
            foreach (var pair in pairs.Where(p => p.ZhSpan.Start > declared.Index && p.ZhSpan.Start < end))
            {
                yield return pair.Zh;
            }
        }
    }

    // A gloss at the marker says best what it is attached to; then what the note itself names; then a quotation; then the noun phrase.
    private static TextSpan? Anchor(Footnote note, List<MinedPair> own, IEnumerable<MinedPair> beside)
    {
        var text = note.AnchorBlock!.Text;
        var end = Math.Min(note.AnchorOffset, text.Length);
        while (end > 0 && (char.IsWhiteSpace(text[end - 1]) || (char.IsPunctuation(text[end - 1]) && text[end - 1] is not (')' or '）' or ']' or '》'))))
        {
            end--;
        }

        foreach (var pair in beside.Where(p => p.EnBlock is null && p.En.Length > 0))
        {
            var before = Math.Abs(pair.EnSpan.End - end) <= 1 && pair.EnSpan.Start < end;
            var behind = pair.ZhSpan.End < end && end - pair.ZhSpan.End <= 3 && pair.EnSpan.End <= pair.ZhSpan.Start && text[end - 1] is ')' or '）' or ']' or '》';
            if (before || behind)
            {
                return pair.EnSpan;
            }
        }

        if (end == 0)
        {
            return null;
        }

        return Named(note, own, text, end) ?? Quoted(text, end) ?? Phrase(text, end);
    }

    private static TextSpan? Named(Footnote note, List<MinedPair> own, string text, int end)
    {
        TextSpan? best = null;
        foreach (var phrase in Quotes().Matches(note.Block.Text).Select(m => m.Groups[1].Value.Trim(',', '.', ' ')).Concat(own.Select(p => p.En)).Where(p => p.Length > 1))
        {
            foreach (var form in (ReadOnlySpan<string>)[phrase, phrase + "s", phrase.TrimEnd('s')])
            {
                var start = end - form.Length;
                if (start >= 0 && string.Compare(text, start, form, 0, form.Length, StringComparison.OrdinalIgnoreCase) == 0
                    && (start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (best is null || form.Length > best.Value.Length))
                {
                    best = new TextSpan(start, form.Length);
                }
            }
        }

        // A single word that the note names may be a part of the phrase only.
        return best is { } span && (span.Of(text).Contains(' ', StringComparison.Ordinal) || Phrase(text, end)?.Length == span.Length) ? best : null;
    }

    private static TextSpan? Quoted(string text, int end)
    {
        if (end >= text.Length || text[end] is not ('"' or '”'))
        {
            return null;
        }

        var open = text.LastIndexOf(text[end] == '”' ? '“' : '"', end - 1, Math.Min(end, 200));
        return open >= 0 ? TextSpan.FromBounds(open + 1, end) : null;
    }

    // The nouns and adjectives before the marker; over "and" where it joins two of a kind (Type 1 and Type 2 rockets), over "of" inside names.
    private static TextSpan? Phrase(string text, int end)
    {
        var tokens = EnglishTokens.Before(text, end, out _);
        if (tokens.Count == 0)
        {
            return null;
        }

        var first = tokens.Count - 1;
        while (first > 0)
        {
            var left = tokens[first - 1];
            if (left.Behind != Gap.None || EnglishWords.IsPossessive(left.Word))
            {
                break;
            }

            if (left.Kind == WordKind.Content)
            {
                first--;
                continue;
            }

            var twin = left.Word is "and" or "&" ? tokens.FindLastIndex(first - 1, Math.Min(first, 6), t => t.Word.Equals(tokens[first].Word, StringComparison.Ordinal)) : -1;
            var name = left.Word is "of" or "for" && first > 1 && tokens[first - 2].IsCapital && tokens[first].IsCapital ? first - 2 : -1;
            if (Math.Max(twin, name) is >= 0 and var at)
            {
                first = at;
                continue;
            }

            break;
        }

        var span = BoundaryScorer.Trim(text, TextSpan.FromBounds(tokens[first].Span.Start, end));
        return span.Length > 0 ? span : null;
    }

    [GeneratedRegex(@"[""“]([^""“”]{2,120})[""”]", RegexOptions.CultureInvariant)]
    private static partial Regex Quotes();

    [GeneratedRegex(@"\b(?:synonym(?:s|ous)?|also (?:called|known as|rendered|translated|written|referred to as)|interchangeabl[ey]|abbreviated as|short for)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"[.!?][""”’)]?(?=\s+\p{Lu}|$)|。", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}
