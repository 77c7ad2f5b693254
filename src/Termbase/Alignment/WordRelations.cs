using Termbase.Languages;

namespace Termbase.Alignment;

/// <summary>A word of the other text, with the probability that the one at hand gives it.</summary>
internal readonly record struct Relation(int Word, float Probability);

/// <summary>Which words of two texts translate each other: by the shipped table, by being the same, by sound. Immutable once built.</summary>
internal sealed class WordRelations
{
    private const float SameWord = 0.8f;
    private const float SameSound = 0.5f;

    private WordRelations(Relation[][] zhToEn, Relation[][] enToZh) => (ZhToEn, EnToZh) = (zhToEn, enToZh);

    /// <summary>For each Chinese word the English words that it gives.</summary>
    public Relation[][] ZhToEn { get; }

    /// <summary>For each English word the Chinese words that it gives.</summary>
    public Relation[][] EnToZh { get; }

    /// <summary>The relations of two texts before anything is learned from them.</summary>
    public static WordRelations Of(TextTokens zh, TextTokens en)
    {
        var lexicon = BilingualLexicon.Instance;
        var byStem = new Dictionary<int, int>();
        var byWord = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var e = 0; e < en.Words.Count; e++)
        {
            byWord[en.Words[e]] = e;
            if (lexicon.StemOf(en.Words[e]) is >= 0 and var stem)
            {
                byStem[stem] = e;
            }
        }

        var builder = new Builder(zh.Words.Count, en.Words.Count);
        for (var z = 0; z < zh.Words.Count; z++)
        {
            foreach (var (stem, forward, backward) in lexicon.Translations(zh.Words[z]))
            {
                if (byStem.TryGetValue(stem, out var e))
                {
                    builder.Add(z, e, forward, backward);
                }
            }

            if (zh.Words[z][0] == NamesBySound.Mark && byWord.TryGetValue(zh.Words[z][1..], out var name))
            {
                builder.Add(z, name, SameSound, SameSound);
            }
            else if (byWord.TryGetValue(zh.Words[z], out var same)
                && (char.IsLetter(zh.Words[z][0]) || zh.Words[z][0] is '#' or SentenceMarks.Value or SentenceMarks.Gloss or SentenceMarks.Concept))
            {
                builder.Add(z, same, SameWord, SameWord);
            }

            // 500万 against 5,000,000: by value on one side, in plain figures on the other.
            var other = zh.Words[z][0] switch { '#' => SentenceMarks.Value, SentenceMarks.Value => '#', _ => '\0' };
            if (other != '\0' && byWord.TryGetValue(other + zh.Words[z][1..], out var value))
            {
                builder.Add(z, value, SameWord, SameWord);
            }
        }

        return builder.Build();
    }

    /// <summary>Gathers relations; the greater probability stands where a pair is added twice.</summary>
    internal sealed class Builder(int zhWords, int enWords)
    {
        private readonly Dictionary<(int Zh, int En), (float Forward, float Backward)> _pairs = [];

        public void Add(int zh, int en, float forward, float backward)
        {
            if (_pairs.TryGetValue((zh, en), out var old))
            {
                (forward, backward) = (Math.Max(old.Forward, forward), Math.Max(old.Backward, backward));
            }

            _pairs[(zh, en)] = (forward, backward);
        }

        public WordRelations Build()
        {
            var zhToEn = new List<Relation>[zhWords];
            var enToZh = new List<Relation>[enWords];
            foreach (var ((zh, en), (forward, backward)) in _pairs.OrderBy(static p => p.Key))
            {
                (zhToEn[zh] ??= []).Add(new Relation(en, forward));
                (enToZh[en] ??= []).Add(new Relation(zh, backward));
            }

            return new WordRelations([.. zhToEn.Select(static r => r?.ToArray() ?? [])], [.. enToZh.Select(static r => r?.ToArray() ?? [])]);
        }
    }
}
