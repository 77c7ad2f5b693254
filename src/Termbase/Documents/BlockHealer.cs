using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Documents;

/// <summary>
/// Makes blocks out of what a reader found: joins a paragraph that a page break cut (over rules, page numbers and footnotes that came
/// between), joins a note that goes on below, and ties each note to its marker. Linear in the number of blocks.
/// </summary>
internal static partial class BlockHealer
{
    // Shorter text without a stop is a heading or label rather than a cut paragraph, unless what follows clearly goes on.
    private const int CutLength = 100;

    private const int LongestTitle = 300;

    // Nothing a person wrote is one sentence of this length; keeps joining linear.
    private const int LongestJoined = 30_000;

    public static Document Heal(SourceText source, List<RawBlock> raw)
    {
        var joined = Join(raw);
        var blocks = ImmutableArray.CreateBuilder<Block>(joined.Count);
        foreach (var block in joined)
        {
            blocks.Add(new Block(blocks.Count, block.Kind, block.Level, block.Text, block.Map) { Label = block.Label, Emphasis = [.. block.Emphasis], IsQuoted = block.IsQuoted });
        }

        var notes = Anchor(joined, blocks, out var loose);
        return new Document(source, blocks.ToImmutable(), notes) { LooseMarkers = loose };
    }

    /// <summary>Whether a space belongs between two pieces of text that a line break parted.</summary>
    internal static bool NeedsSpace(char left, char right)
    {
        if (Han.IsHanOrPunctuation(left) && Han.IsHanOrPunctuation(right))
        {
            return false;
        }

        // Chinese quotes around Chinese; a dash or hyphen at the break.
        return !((Han.IsHanOrPunctuation(left) && Han.IsSharedPunctuation(right)) || (Han.IsSharedPunctuation(left) && Han.IsHanOrPunctuation(right))
            || left is '-' or '—' or '/' or '\0' || right is '—');
    }

    private static List<RawBlock> Join(List<RawBlock> raw)
    {
        var result = new List<RawBlock>(raw.Count);
        RawBlock? body = null, note = null;
        foreach (var block in raw)
        {
            if (block.IsPageBreak)
            {
                continue;
            }

            if (block.Kind == BlockKind.Paragraph && block.Label.Length == 0)
            {
                if (note is not null && ReferenceEquals(result[^1], note) && GoesOnInNote(note, block, body))
                {
                    Append(note, block);
                    continue;
                }

                if (body is not null && Continues(body, block))
                {
                    Append(body, block);
                    continue;
                }
            }

            result.Add(block);
            if (block.Kind == BlockKind.Note)
            {
                note = block;
            }
            else
            {
                note = null;
                body = block.Kind is BlockKind.Paragraph or BlockKind.ListItem && block.Label.Length == 0 ? block : null;
            }
        }

        return result;
    }

    private static bool GoesOnInNote(RawBlock note, RawBlock next, RawBlock? body)
    {
        var isAddress = next.Text.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !next.Text.Contains(' ', StringComparison.Ordinal);
        if (isAddress && note.Text.Length > 0 && note.Text[^1] is ':' or '：' or ',')
        {
            return true;
        }

        return !IsComplete(note.Text) && GoesOn(next.Text) && (body is null || !Continues(body, next));
    }

    private static bool Continues(RawBlock body, RawBlock next)
    {
        if (body.IsClosed || body.Text.Length is 0 or > LongestJoined || next.Text.Length == 0 || IsComplete(body.Text) || IsAddress(body.Text))
        {
            return false;
        }

        var first = next.Text[0];
        var last = body.Text[^1];
        var isOpen = last is ',' or ';' or '-' or '，' or '、' || ConnectingEnd().IsMatch(body.Text.AsSpan(Math.Max(0, body.Text.Length - 12)));

        // A long title without a stop is no cut paragraph where an article or a chapter begins below it.
        if (!isOpen && Division().IsMatch(next.Text))
        {
            return false;
        }

        if (Han.Contains(next.Text.AsSpan(0, 1)) || Han.IsCjkPunctuation(first))
        {
            return Han.IsHanOrPunctuation(last) && body.Text.Length >= 12;
        }

        return (GoesOn(next.Text) && body.Text.Length >= 20) || isOpen
            || (body.Text.Length >= CutLength && !Han.IsHanOrPunctuation(last) && !IsTitle(body.Text));
    }

    /// <summary>Whether a line is a title: every longer word has its capital.</summary>
    internal static bool IsTitle(string text)
    {
        var words = 0;
        foreach (var word in LongWord().EnumerateMatches(text))
        {
            words++;
            if (!char.IsUpper(text[word.Index]) || text.Length > LongestTitle)
            {
                return false;
            }
        }

        return words >= 4;
    }

    // Lower case, or a sign that cannot begin a paragraph.
    private static bool GoesOn(string text) =>
        text.Length > 0 && (char.IsLower(text[0]) || text[0] is ',' or ';' or ')' or '%' or '，' or '、' or '）' or '。')
        && !IsAddress(text);

    private static bool IsAddress(string text)
    {
        var from = text.LastIndexOfAny([' ', '\t']) + 1;
        return text.AsSpan(from).StartsWith("http", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether text ends as a sentence does; closing quotes and brackets behind the stop do not matter.</summary>
    internal static bool IsComplete(string text)
    {
        var end = text.Length;
        while (end > 0 && text[end - 1] is '"' or '”' or '’' or '\'' or ')' or '）' or ']' or '」' or '』' or '》' or '】' or '*')
        {
            end--;
        }

        return end == 0 || text[end - 1] is '.' or '!' or '?' or ':' or '。' or '！' or '？' or '：' or '…' or '；';
    }

    private static void Append(RawBlock target, RawBlock next)
    {
        var builder = new MappedTextBuilder();
        builder.Append(target.Text, target.Map);
        if (NeedsSpace(target.Text[^1], next.Text[0]))
        {
            builder.AppendReplacement(" ", target.Map.OriginalEnd, 1);
        }

        var shift = builder.Length;
        builder.Append(next.Text, next.Map);
        (target.Text, target.Map) = builder.Build();
        target.Markers.AddRange(next.Markers.Select(m => m with { Offset = m.Offset + shift }));
        target.Emphasis.AddRange(next.Emphasis.Select(e => new TextSpan(e.Start + shift, e.Length)));
        target.IsClosed = next.IsClosed;
    }

    // Numbers may start again on each page: a note belongs to the last free marker of its number before it, else to the first after.
    private static ImmutableArray<Footnote> Anchor(List<RawBlock> joined, ImmutableArray<Block>.Builder blocks, out ImmutableArray<LooseMarker> loose)
    {
        var markers = new Dictionary<string, List<(NoteMarker Marker, int Block)>>(StringComparer.Ordinal);
        for (var i = 0; i < joined.Count; i++)
        {
            foreach (var marker in joined[i].Markers)
            {
                if (!markers.TryGetValue(marker.Number, out var list))
                {
                    markers.Add(marker.Number, list = []);
                }

                list.Add((marker, i));
            }
        }

        var notes = ImmutableArray.CreateBuilder<Footnote>();
        for (var i = 0; i < joined.Count; i++)
        {
            if (joined[i].Kind != BlockKind.Note)
            {
                continue;
            }

            var number = joined[i].NoteNumber;
            var position = joined[i].Map.ToOriginal(0);
            var free = markers.GetValueOrDefault(number);
            if (free is not { Count: > 0 })
            {
                notes.Add(new Footnote(number, blocks[i], null, 0));
                continue;
            }

            var at = free.FindLastIndex(m => m.Marker.Original < position);
            at = at < 0 ? 0 : at;
            notes.Add(new Footnote(number, blocks[i], blocks[free[at].Block], free[at].Marker.Offset));
            free.RemoveAt(at);
        }

        loose = [.. markers.Values.SelectMany(static list => list).OrderBy(static m => m.Marker.Original)
            .Select(m => new LooseMarker(m.Marker.Number, blocks[m.Block], m.Marker.Offset, m.Marker.Original))];
        return notes.ToImmutable();
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}'’-])\p{L}{6,}", RegexOptions.CultureInvariant)]
    private static partial Regex LongWord();

    [GeneratedRegex(@"^(?:Chapter|Article|Section|Part|Annex|Appendix) (?:\d{1,3}|[IVX]+|[A-Z])(?:[.:] ?| (?=\p{Lu})|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Division();

    [GeneratedRegex(@"\b(of|the|and|or|to|for|in|on|at|by|with|from|as|a|an|into|than|that|which|our|their|its|such|between|under|through)$", RegexOptions.CultureInvariant)]
    private static partial Regex ConnectingEnd();
}
