using Termbase.Languages;
using Termbase.Mining;

namespace Termbase.Linting.Rules;

// 编缉 beside "editing": two characters that make no word, one of them alike to one that makes the word which the English translates.
public sealed partial class UnusualEquivalent
{
    // How often at least the word must be translated so.
    private const float Usual = 0.03f;

    private readonly Dictionary<(char First, char Second), string[]> _alike = [];

    // The words that two characters are taken for; a document has few such pairs, each many times.
    private string[] Alike(char first, char second) => _alike.TryGetValue((first, second), out var found) ? found : _alike[(first, second)] =
        [.. WordsOfTwo.Beginning(first).Where(w => LookAlike.Are(w[1], second)), .. WordsOfTwo.Ending(second).Where(w => LookAlike.Are(w[0], first))];

    private string? OffTheWords(MinedPair pair, string zh)
    {
        if (zh.Length is < 2 or > 12)
        {
            return null;
        }

        // Few glosses come to where their English is asked for.
        var (words, english) = (new List<string>(), (Dictionary<int, string>?)null);
        BilingualLexicon.Instance.Segment(zh, words);
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i - 1].Length != 1 || words[i].Length != 1)
            {
                continue;
            }

            var (first, second) = (words[i - 1][0], words[i][0]);
            foreach (var right in Alike(first, second).Where(w => !zh.Contains(w, StringComparison.Ordinal)))
            {
                english ??= Stems(pair.En);
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
    private static bool Gives(char character, int stem) => BilingualLexicon.Instance.Gives(character.ToString(), stem, Usual);

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
