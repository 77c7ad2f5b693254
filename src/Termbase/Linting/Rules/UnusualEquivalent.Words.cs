using System.Collections.Frozen;
using System.Collections.Immutable;
using Termbase.Languages;
using Termbase.Mining;

namespace Termbase.Linting.Rules;

// 编缉 beside "editing": two characters that make no word, one of them alike to one that makes the word which the English translates.
public sealed partial class UnusualEquivalent
{
    // How often at least the word must be translated so.
    private const float Usual = 0.03f;

    private static readonly Lazy<(FrozenDictionary<char, ImmutableArray<string>> ByFirst, FrozenDictionary<char, ImmutableArray<string>> BySecond)> TwoCharacters = new(static () =>
    {
        var words = BilingualLexicon.Instance.Words.Where(static w => w.Length == 2 && w.All(Han.IsHan)).ToList();
        return (Grouped(words, 0), Grouped(words, 1));
    });

    private static FrozenDictionary<char, ImmutableArray<string>> Grouped(List<string> words, int at) =>
        words.GroupBy(w => w[at]).ToFrozenDictionary(static g => g.Key, static g => g.ToImmutableArray());

    private static string? OffTheWords(MinedPair pair, string zh)
    {
        if (zh.Length is < 2 or > 12 || Stems(pair.En) is not { Count: > 0 } english)
        {
            return null;
        }

        var words = new List<string>();
        BilingualLexicon.Instance.Segment(zh, words);
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i - 1].Length != 1 || words[i].Length != 1)
            {
                continue;
            }

            var (first, second) = (words[i - 1][0], words[i][0]);
            var alike = Of(TwoCharacters.Value.ByFirst, first).Where(w => LookAlike.Are(w[1], second)).Concat(Of(TwoCharacters.Value.BySecond, second).Where(w => LookAlike.Are(w[0], first)));
            foreach (var right in alike.Where(w => !zh.Contains(w, StringComparison.Ordinal)))
            {
                foreach (var translation in BilingualLexicon.Instance.Translations(right))
                {
                    if (translation.Forward >= Usual && english.TryGetValue(translation.Stem, out var word) && !Gives(first, translation.Stem) && !Gives(second, translation.Stem))
                    {
                        return $"\"{word}\" is {right}; the gloss has {first}{second} ({pair.Zh})";
                    }
                }
            }
        }

        return null;
    }

    // A character that says by itself what the English does needs no other.
    private static bool Gives(char character, int stem)
    {
        foreach (var translation in BilingualLexicon.Instance.Translations(character.ToString()))
        {
            if (translation.Stem == stem && translation.Forward >= Usual)
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableArray<string> Of(FrozenDictionary<char, ImmutableArray<string>> words, char character) => words.TryGetValue(character, out var found) ? found : [];

    // The words of a gloss in small letters, by the numbers of their stems; names are spelled as they like.
    private static Dictionary<int, string> Stems(string english)
    {
        var stems = new Dictionary<int, string>();
        foreach (var word in english.Split([' ', '-', ',', '"', '“', '”'], StringSplitOptions.RemoveEmptyEntries).Where(static w => w.Length >= 4 && w.All(char.IsAsciiLetterLower)))
        {
            if (BilingualLexicon.Instance.StemOf(EnglishStem.Of(word)) is >= 0 and var stem)
            {
                stems.TryAdd(stem, word);
            }
        }

        return stems;
    }
}
