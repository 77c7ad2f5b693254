using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Linting.Bitext;

/// <summary>
/// What the words of each sentence of a source say about whether its content is anywhere in the target, by the shipped table of word
/// translations. Thread-safe.
/// </summary>
internal static class SentencePresence
{
    // The most that one word says, in nats, and one sentence.
    private const double MostOfWord = 1.5;
    private const double MostOfSentence = 6;

    // Share of a word's listed translations that translators keep to: freer renderings are not listed.
    private const double Kept = 0.75;

    // Words that stand in more sentences than this say nothing.
    private const double Common = 0.05;

    // Names, figures and words in the other's script stand on both sides.
    private const double SameFound = 0.9;
    private const double SameByChance = 0.02;

    // An English stem that a word of the Chinese target may give, and gives by chance.
    private const double StemFound = 0.6;
    private const double StemByChance = 0.12;

    /// <summary>
    /// For each sentence ln(probability of what the target holds if the sentence was translated / if it was left out): above 0 where its
    /// words are there.
    /// </summary>
    public static double[] Of(SideReading source, SideReading target)
    {
        var lexicon = BilingualLexicon.Instance;
        return source.IsChinese ? FromChinese(source, target, lexicon) : FromEnglish(source, target, lexicon);
    }

    private static double[] FromChinese(SideReading source, SideReading target, BilingualLexicon lexicon)
    {
        var words = BilingualTokens.English(target.Masked);
        var held = words.ToHashSet(StringComparer.Ordinal);
        var stems = held.Select(lexicon.StemOf).Where(static s => s >= 0).ToHashSet();
        return Sum(source, static (text, l) => BilingualTokens.Chinese(text, l.Segment), word =>
        {
            if (!Han.IsHan(word[0]))
            {
                return Same(word, held);
            }

            var translations = lexicon.Translations(word);
            if (translations.Length == 0 || lexicon.Frequency(word) > Common)
            {
                return 0;
            }

            var (share, missedByChance, found) = (0.0, 1.0, false);
            foreach (var (stem, forward, _) in translations)
            {
                var frequency = lexicon.StemFrequency(stem);
                if (frequency < 2 * Common)
                {
                    share += forward;
                    missedByChance *= 1 - Math.Min(0.9, frequency * words.Count / WordsInSentence);
                    found |= stems.Contains(stem);
                }
            }

            return Ratio(found, Math.Min(0.95, share) * Kept, 1 - missedByChance);
        });
    }

    private static double[] FromEnglish(SideReading source, SideReading target, BilingualLexicon lexicon)
    {
        var held = BilingualTokens.Chinese(target.Masked, lexicon.Segment).ToHashSet(StringComparer.Ordinal);
        var given = new HashSet<int>();
        foreach (var word in held)
        {
            foreach (var (stem, _, backward) in lexicon.Translations(word))
            {
                if (backward > 0.02)
                {
                    given.Add(stem);
                }
            }
        }

        return Sum(source, static (text, _) => BilingualTokens.English(text), word =>
            lexicon.StemOf(word) is >= 0 and var stem && lexicon.StemFrequency(stem) <= Common ? Ratio(given.Contains(stem), StemFound, StemByChance) : Same(word, held));
    }

    private const double WordsInSentence = 12;

    private static double[] Sum(SideReading side, Func<string, BilingualLexicon, List<string>> tokens, Func<string, double> say)
    {
        var presence = new double[side.Sentences.Length];
        for (var i = 0; i < presence.Length; i++)
        {
            var sum = 0.0;
            foreach (var word in tokens(side.Sentences[i].Of(side.Masked), BilingualLexicon.Instance).Distinct(StringComparer.Ordinal))
            {
                sum += say(word);
            }

            presence[i] = Math.Clamp(sum, -MostOfSentence, MostOfSentence);
        }

        return presence;
    }

    // Found or not, "2020" or "UNESCO" tells; a figure may be written in words, so that its absence tells little.
    private static double Same(string word, HashSet<string> held) =>
        word.Length < 2 || !(char.IsLetter(word[0]) || word[0] == '#') ? 0 : held.Contains(word) ? Ratio(true, SameFound, SameByChance) : word[0] == '#' ? -0.3 : 0;

    private static double Ratio(bool found, double translated, double byChance)
    {
        // A word that is there as often without its sentence says nothing.
        if (translated <= byChance)
        {
            return 0;
        }

        var ratio = found ? translated / byChance : (1 - translated) / (1 - byChance);
        return Math.Clamp(Math.Log(ratio), -MostOfWord, MostOfWord);
    }
}
