using System.Runtime.InteropServices;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Linting.Bitext;

/// <summary>
/// What the words of sentences say about whether some translate the others, by the shipped table of word translations. Immutable and
/// thread-safe.
/// </summary>
internal sealed class SentencePresence
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

    // An English stem that a word of the Chinese target gives, and gives by chance.
    private const double StemFound = 0.6;
    private const double StemByChance = 0.12;

    private readonly Word[][] _source;
    private readonly double[] _size;

    private SentencePresence(Word[][] source, double[] size) => (_source, _size) = (source, size);

    /// <summary>Reads both sides; the target has at most 64 sentences.</summary>
    public static SentencePresence Of(SideReading source, SideReading target) => Of(source, source.Sentences, target);

    /// <summary>The same of parts of the source that need not be sentences.</summary>
    public static SentencePresence Of(SideReading source, IReadOnlyList<TextSpan> parts, SideReading target)
    {
        var there = target.Presence ??= Target.Of(source.IsChinese, target);
        var words = new Word[parts.Count][];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var telling = new List<Word>();
        for (var i = 0; i < words.Length; i++)
        {
            seen.Clear();
            telling.Clear();
            foreach (var token in Tokens(source, parts[i], BilingualLexicon.Instance))
            {
                if (seen.Add(token) && there.Say(token) is { Kept: > 0 } word)
                {
                    telling.Add(word);
                }
            }

            words[i] = [.. telling];
        }

        return new(words, there.Size);
    }

    /// <summary>What the sentences of a target hold: read once for all that is asked of them. For one thread at a time.</summary>
    internal sealed class Target
    {
        private readonly Func<string, Word> _say;
        private readonly Dictionary<string, Word> _said = new(StringComparer.Ordinal);

        private Target(double[] size, Func<string, Word> say) => (Size, _say) = (size, say);

        /// <summary>Of each sentence, one for a usual length.</summary>
        public double[] Size { get; }

        /// <summary>What a word of the source says.</summary>
        public Word Say(string word) =>
            _said.TryGetValue(word, out var said) ? said : _said[word] = _say(word);

        public static Target Of(bool fromChinese, SideReading target)
        {
            var lexicon = BilingualLexicon.Instance;
            var held = new Dictionary<string, ulong>(StringComparer.Ordinal);
            var size = new double[target.Sentences.Length];
            for (var j = 0; j < size.Length; j++)
            {
                var words = Tokens(target, target.Sentences[j], lexicon);
                size[j] = words.Count / WordsInSentence;
                foreach (var word in words)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(held, word, out _) |= 1UL << j;
                }
            }

            return new(size, fromChinese ? FromChinese(held, lexicon) : FromEnglish(held, lexicon));
        }
    }

    /// <summary>
    /// ln(probability of what these sentences of the target hold if the source's were translated by them / if they were not), for
    /// <paramref name="count"/> sentences of the source that end before <paramref name="end"/> and as many of the target.
    /// </summary>
    public double Of(int end, int count, int targetEnd, int targetCount)
    {
        var (mask, size) = (0UL, 0.0);
        for (var j = targetEnd - targetCount; j < targetEnd; j++)
        {
            mask |= 1UL << j;
            size += _size[j];
        }

        var total = 0.0;
        for (var i = end - count; i < end; i++)
        {
            var sum = 0.0;
            foreach (var word in _source[i])
            {
                var chance = 1 - Math.Pow(1 - word.ByChance, size);
                sum += word.Kept <= chance ? 0
                    : Math.Clamp(Math.Log((word.Places & mask) != 0 ? word.Kept / chance : (1 - word.Kept) / (1 - chance)), word.Least, MostOfWord);
            }

            total += Math.Clamp(sum, -MostOfSentence, MostOfSentence);
        }

        return total;
    }

    private static List<string> Tokens(SideReading side, TextSpan part, BilingualLexicon lexicon)
    {
        var text = part.Of(side.Masked);
        return side.IsChinese ? BilingualTokens.Chinese(text, lexicon.Segment) : BilingualTokens.English(text);
    }

    private static Func<string, Word> FromChinese(Dictionary<string, ulong> held, BilingualLexicon lexicon)
    {
        var stems = new Dictionary<int, ulong>();
        foreach (var (word, places) in held)
        {
            if (lexicon.StemOf(word) is >= 0 and var stem)
            {
                stems[stem] = places;
            }
        }

        return word =>
        {
            if (!Han.IsHan(word[0]))
            {
                return Same(word, held);
            }

            var (share, missedByChance, places) = (0.0, 1.0, 0UL);
            if (lexicon.Frequency(word) <= Common)
            {
                foreach (var (stem, forward, _) in lexicon.Translations(word))
                {
                    var frequency = lexicon.StemFrequency(stem);
                    if (frequency < 2 * Common)
                    {
                        share += forward;
                        missedByChance *= 1 - frequency;
                        places |= stems.GetValueOrDefault(stem);
                    }
                }
            }

            return new Word(Math.Min(0.95, share) * Kept, 1 - missedByChance, places, -MostOfWord);
        };
    }

    private static Func<string, Word> FromEnglish(Dictionary<string, ulong> held, BilingualLexicon lexicon)
    {
        var given = new Dictionary<int, ulong>();
        foreach (var (word, places) in held)
        {
            foreach (var (stem, _, backward) in lexicon.Translations(word))
            {
                if (backward > 0.02)
                {
                    given[stem] = given.GetValueOrDefault(stem) | places;
                }
            }
        }

        return word => lexicon.StemOf(word) is >= 0 and var stem && lexicon.StemFrequency(stem) <= Common
            ? new Word(StemFound, StemByChance, given.GetValueOrDefault(stem), -MostOfWord)
            : Same(word, held);
    }

    private const double WordsInSentence = 12;

    // Found or not, "2020" or "UNESCO" tells; a figure or name may be written in words, so that its absence tells little.
    private static Word Same(string word, Dictionary<string, ulong> held) =>
        word.Length < 2 || !(char.IsLetter(word[0]) || word[0] == '#') ? default : new Word(SameFound, SameByChance, held.GetValueOrDefault(word), -0.3);

    /// <param name="Kept">Probability that its translation is there if the sentence was translated; 0 for a word that says nothing.</param>
    /// <param name="ByChance">The same if it was not, for a target sentence of usual length.</param>
    /// <param name="Places">The sentences of the target that hold a translation, as bits.</param>
    /// <param name="Least">What its absence may say at most.</param>
    internal readonly record struct Word(double Kept, double ByChance, ulong Places, double Least);
}
