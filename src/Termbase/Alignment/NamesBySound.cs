using Termbase.Languages;

namespace Termbase.Alignment;

/// <summary>
/// Names of an English text written in pinyin ("Qingyang", "Linjiang"), found again in Chinese sentences by the readings of their characters.
/// Words of ordinary English that happen to be pinyin are left out. Immutable and thread-safe.
/// </summary>
internal sealed class NamesBySound
{
    /// <summary>What stands before the English stem in the token that a Chinese sentence gets.</summary>
    public const char Mark = '~';

    private const float CommonWord = 1e-4f;
    private readonly Dictionary<string, List<(string Stem, string[] Syllables)>> _byFirst = new(StringComparer.Ordinal);

    public NamesBySound(IEnumerable<string> englishStems)
    {
        var lexicon = BilingualLexicon.Instance;
        foreach (var stem in englishStems)
        {
            var known = lexicon.StemOf(stem);
            if (!char.IsAsciiLetterLower(stem[0]) || stem.Length < 2 || (known >= 0 && lexicon.StemFrequency(known) > CommonWord)
                || !Romanization.TryParsePinyin(stem, out var syllables) || syllables.Length > 4 || (syllables.Length == 1 && stem.Length < 3))
            {
                continue;
            }

            if (!_byFirst.TryGetValue(syllables[0], out var list))
            {
                _byFirst.Add(syllables[0], list = []);
            }

            list.Add((stem, [.. syllables]));
        }
    }

    /// <summary>Adds a token for each name that a Chinese sentence can be read to hold.</summary>
    public void Find(string sentence, List<string> tokens)
    {
        if (_byFirst.Count == 0)
        {
            return;
        }

        var readings = new string[sentence.Length][];
        for (var i = 0; i < sentence.Length; i++)
        {
            readings[i] = Han.IsHan(sentence[i]) ? [.. Romanization.Readings(sentence[i]).Select(Romanization.Fold)] : [];
        }

        for (var i = 0; i < sentence.Length; i++)
        {
            foreach (var reading in readings[i])
            {
                if (!_byFirst.TryGetValue(reading, out var names))
                {
                    continue;
                }

                foreach (var (stem, syllables) in names)
                {
                    if (Fits(readings, i, syllables))
                    {
                        tokens.Add(Mark + stem);
                    }
                }
            }
        }
    }

    private static bool Fits(string[][] readings, int at, string[] syllables)
    {
        if (at + syllables.Length > readings.Length)
        {
            return false;
        }

        for (var k = 0; k < syllables.Length; k++)
        {
            if (!readings[at + k].Contains(syllables[k], StringComparer.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
