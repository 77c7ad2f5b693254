using Termbase.Documents;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Linting.Rules;

// Words of no list, one slip of the keyboard from one that is.
public sealed partial class SpellingVariant
{
    // construciton beside construction: no word of the lists, and a slip of the keyboard off one that the text has, or off a common one.
    private static void Misspelled(LintDocument document, Dictionary<string, List<(Block Block, TextSpan Span)>> places, HashSet<string> told, LintContext context)
    {
        var words = places.Keys.Where(static w => w.Length >= Misspelling.Shortest && !w.Contains('-', StringComparison.Ordinal)).ToList();
        var rights = words.Where(w => places[w].Count >= 3 || Misspelling.IsWord(w)).SelectMany(static w => w[^1] == 's' ? new[] { w, w[..^1] } : [w, w + "s"])
            .Distinct(StringComparer.Ordinal).ToLookup(static w => (w[0], w[^1]));
        var names = Names(document).Where(n => n.Value.Count <= 2 && !places.ContainsKey(n.Key) && Romanization.CountPinyin(n.Key) == 0).ToDictionary(StringComparer.Ordinal);
        foreach (var word in words.Where(w => places[w].Count <= 2 && !told.Contains(w)).Concat(names.Keys).Order(StringComparer.Ordinal).ToList())
        {
            if (RightOf.TryGetValue(word, out var known))
            {
                if (names.ContainsKey(word))
                {
                    Report(document, word, [], $"\"{word}\" is misspelled for \"{known}\"", known, Merged(places, names, word), context, null);
                }

                continue;
            }

            // A name in pinyin at the head of a line: Jinlang is no Jinlong.
            if (!names.ContainsKey(word) && places[word].TrueForAll(static p => char.IsUpper(p.Block.Text[p.Span.Start])) && Romanization.TryParsePinyin(word, out _))
            {
                continue;
            }

            if (Misspelling.IsListed(word))
            {
                if (Misspelling.OfFrequent(word, rights) is { } frequent && (places.ContainsKey(frequent) || names.ContainsKey(frequent)))
                {
                    Report(document, word, [.. new[] { frequent }.Where(places.ContainsKey)], $"\"{word}\" is misspelled for \"{frequent}\"", frequent, names.ContainsKey(word) ? Merged(places, names, word) : places, context, null);
                }

                continue;
            }

            if (SpellingVariety.ToAmerican(word) is { } american && Misspelling.IsWord(american))
            {
                continue;
            }

            var isName = names.ContainsKey(word);
            if ((Misspelling.Of(word, rights) ?? (isName || word.Length < 8 || Misspelling.IsWord(word) ? null : Misspelling.OfCommon(word))) is { } right && (!isName || Misspelling.IsWord(right)))
            {
                Report(document, word, [.. new[] { right }.Where(places.ContainsKey)], $"\"{word}\" is misspelled for \"{right}\"", right, isName ? Merged(places, names, word) : places, context, null);
            }
        }
    }

    private static Dictionary<string, List<(Block Block, TextSpan Span)>> Merged(
        Dictionary<string, List<(Block Block, TextSpan Span)>> places, Dictionary<string, List<(Block Block, TextSpan Span)>> names, string name) =>
        new(places, StringComparer.Ordinal) { [name] = names[name] };

    // Capitalised inside a sentence: part of a name, where a common noun can be misspelled too. What can be pinyin is one.
    private static Dictionary<string, List<(Block Block, TextSpan Span)>> Names(LintDocument document)
    {
        var names = new Dictionary<string, List<(Block Block, TextSpan Span)>>(StringComparer.Ordinal);
        var byWord = names.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> room = stackalloc char[64];
        foreach (var block in document.Document.Blocks.Where(static b => b.Kind is not BlockKind.Code))
        {
            foreach (var name in NameWord().EnumerateMatches(block.Text))
            {
                var key = name.Length <= room.Length ? room[..name.Length] : new char[name.Length];
                block.Text.AsSpan(name.Index, name.Length).ToLowerInvariant(key);
                (byWord.TryGetValue(key, out var list) ? list : byWord[key] = []).Add((block, new TextSpan(name.Index, name.Length)));
            }
        }

        return names;
    }
}
