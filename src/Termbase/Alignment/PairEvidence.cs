using Termbase.Languages;

namespace Termbase.Alignment;

/// <summary>
/// What the words of a Chinese and an English text say for each other: for each direction the sum over its words of the logarithm of a mixture
/// of IBM Model 1 and chance against chance alone (as <see cref="CellScores"/> has it for beads). Above 0 where the words say more for each
/// other than chance would; in nats. Immutable.
/// </summary>
/// <param name="Forward">The English words, given the Chinese.</param>
/// <param name="Backward">The Chinese words, given the English.</param>
/// <param name="Zh">Different words of the Chinese text.</param>
/// <param name="En">Different words of the English text.</param>
internal readonly record struct PairEvidence(double Forward, double Backward, int Zh, int En)
{
    private const double SameWord = 0.8;
    private const double SameSound = 0.5;

    // Share of sentences to share of tokens, as in TextTokens; what the table does not know is as rare as this.
    private const double WordsInSentence = 12;
    private const double Unknown = 3e-4;

    /// <summary>Both directions together, by the word; 0 where there are none.</summary>
    public double PerWord => Zh + En == 0 ? 0 : (Forward + Backward) / (Zh + En);

    /// <summary>Weighs one text against the other. Thread-safe.</summary>
    public static PairEvidence Of(string zh, string en) => Of(new Words(zh, en), new Words(en));

    /// <summary>The same with the words already found. <paramref name="zh"/> need not have been read beside this <paramref name="en"/>.</summary>
    public static PairEvidence Of(Words zh, Words en)
    {
        var (lexicon, weights) = (BilingualLexicon.Instance, AlignmentWeights.Default);
        var forward = new double[en.List.Count];
        var backward = new double[zh.List.Count];
        for (var z = 0; z < zh.List.Count; z++)
        {
            var word = zh.List[z];
            foreach (var (stem, toEn, toZh) in lexicon.Translations(word))
            {
                if (en.ByStem.TryGetValue(stem, out var e))
                {
                    forward[e] += toEn;
                    backward[z] += toZh;
                }
            }

            var (same, share) = word[0] == NamesBySound.Mark ? (word[1..], SameSound) : char.IsLetter(word[0]) || word[0] == '#' ? (word, SameWord) : ("", 0);
            if (same.Length > 0 && en.Index.TryGetValue(same, out var at))
            {
                forward[at] = Math.Max(forward[at], share);
                backward[z] = Math.Max(backward[z], share);
            }
        }

        return new PairEvidence(
            Sum(en.List, forward, zh.List.Count, w => lexicon.StemOf(w) is >= 0 and var stem ? lexicon.StemFrequency(stem) : 0, weights),
            Sum(zh.List, backward, en.List.Count, lexicon.Frequency, weights),
            zh.List.Count,
            en.List.Count);
    }

    private static double Sum(List<string> words, double[] shares, int size, Func<string, float> frequency, AlignmentWeights weights)
    {
        var sum = 0.0;
        var unmatched = Math.Log(weights.Noise);
        for (var i = 0; i < words.Count; i++)
        {
            sum += shares[i] == 0
                ? unmatched
                : Math.Min(weights.Most, Math.Log(weights.Noise + ((1 - weights.Noise) * shares[i] / Math.Max(1, size) / ((frequency(words[i]) / WordsInSentence) + Unknown))));
        }

        return sum;
    }

    /// <summary>The different words of a text. Immutable once built.</summary>
    internal sealed class Words
    {
        /// <summary>Of an English text.</summary>
        public Words(string english)
            : this(BilingualTokens.English(english))
        {
            for (var i = 0; i < List.Count; i++)
            {
                if (BilingualLexicon.Instance.StemOf(List[i]) is >= 0 and var stem)
                {
                    ByStem[stem] = i;
                }
            }
        }

        /// <summary>Of a Chinese text; names of the English one are looked for by their sound.</summary>
        public Words(string chinese, string english)
            : this(Chinese(chinese, english))
        {
        }

        private Words(List<string> tokens)
        {
            foreach (var token in tokens)
            {
                if (Index.TryAdd(token, List.Count))
                {
                    List.Add(token);
                }
            }
        }

        /// <summary>The words in order of first use.</summary>
        public List<string> List { get; } = [];

        /// <summary>Where each stands in the list.</summary>
        public Dictionary<string, int> Index { get; } = new(StringComparer.Ordinal);

        /// <summary>The same by the number of the stem.</summary>
        public Dictionary<int, int> ByStem { get; } = [];

        private static List<string> Chinese(string chinese, string english)
        {
            var tokens = BilingualTokens.Chinese(chinese, BilingualLexicon.Instance.Segment);
            if (english.AsSpan().IndexOfAnyInRange('A', 'Z') >= 0)
            {
                new NamesBySound(BilingualTokens.English(english)).Find(chinese, tokens);
            }

            return tokens;
        }
    }
}
