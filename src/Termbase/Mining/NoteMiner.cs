using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Mining;

/// <summary>Finds a document's notes and what each is attached to. Thread-safe.</summary>
public static partial class NoteMiner
{
    /// <summary>The notes, in the order of their texts.</summary>
    public static ImmutableArray<MinedNote> Mine(Document document)
    {
        var pairs = GlossMiner.Mine(document).ToLookup(p => p.Block);
        return [.. document.Footnotes.Select(note => Mine(document, note, pairs[note.Block]))];
    }

    private static MinedNote Mine(Document document, Footnote note, IEnumerable<MinedPair> pairs)
    {
        var text = note.Block.Text;
        var mined = pairs.ToList();
        var anchor = note.AnchorBlock is null ? (TextSpan?)null : Anchor(note, mined);
        return new MinedNote
        {
            Number = note.Number,
            Text = text,
            Anchor = anchor?.Of(note.AnchorBlock!.Text) ?? "",
            AnchorLocation = anchor is { } span ? document.Locate(note.AnchorBlock!, span) : null,
            Location = document.Locate(note.Block, new TextSpan(0, text.Length)),
            Chinese = [.. mined.Select(p => p.Zh).Distinct(StringComparer.Ordinal)],
        };
    }

    // What the note itself names right before the marker (its quoted or glossed English), else a quotation there, else the noun phrase.
    private static TextSpan Anchor(Footnote note, List<MinedPair> pairs)
    {
        var text = note.AnchorBlock!.Text;
        var end = Math.Min(note.AnchorOffset, text.Length);
        while (end > 0 && (char.IsWhiteSpace(text[end - 1]) || char.IsPunctuation(text[end - 1])) && text[end - 1] is not (')' or '）'))
        {
            end--;
        }

        var named = Quotes().Matches(note.Block.Text).Select(m => m.Groups[1].Value.Trim(',', '.', ' ')).Concat(pairs.Select(p => p.En));
        TextSpan? best = null;
        foreach (var phrase in named.Where(p => p.Length > 1))
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

        if (best is not null || end == 0)
        {
            return best ?? new TextSpan(0, 0);
        }

        var quote = end < text.Length && text[end] is '"' or '”' ? text.LastIndexOfAny(['"', '“'], end - 1) : -1;
        if (quote >= 0 && end - quote < 200)
        {
            return TextSpan.FromBounds(quote + 1, end);
        }

        return BoundaryScorer.Choose(text, end, pairs.FirstOrDefault()?.Zh ?? "一二三四")?.Span ?? new TextSpan(end, 0);
    }

    [GeneratedRegex(@"[""“]([^""“”]{2,120})[""”]", RegexOptions.CultureInvariant)]
    private static partial Regex Quotes();
}
