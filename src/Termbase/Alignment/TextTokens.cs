using System.Runtime.InteropServices;
using Termbase.Languages;

namespace Termbase.Alignment;

/// <summary>The sentences of one text as numbers of its own words. Immutable once built.</summary>
internal sealed class TextTokens
{
    private TextTokens(List<string> words, int[][] sentences, float[] lengths, float[] frequency, int[] documentFrequency)
    {
        (Words, Sentences, Lengths, Frequency, DocumentFrequency) = (words, sentences, lengths, frequency, documentFrequency);
    }

    /// <summary>The different words.</summary>
    public List<string> Words { get; }

    /// <summary>For each sentence the words in it, each once, in order of first use.</summary>
    public int[][] Sentences { get; }

    /// <summary>Length of each sentence: letters, or Han characters.</summary>
    public float[] Lengths { get; }

    /// <summary>Probability of each word where nothing is known of the other side.</summary>
    public float[] Frequency { get; }

    /// <summary>In how many sentences each word stands.</summary>
    public int[] DocumentFrequency { get; }

    /// <summary>Some of the sentences, with the figures of the whole.</summary>
    public TextTokens Part(int start, int count) =>
        new(Words, Sentences.AsSpan(start, count).ToArray(), Lengths.AsSpan(start, count).ToArray(), Frequency, DocumentFrequency);

    /// <param name="sentences">The Chinese sentences.</param>
    /// <param name="marks">Further tokens of each.</param>
    /// <param name="english">The other text: its names are looked for by sound.</param>
    public static TextTokens Chinese(IReadOnlyList<string> sentences, List<string>[] marks, TextTokens english)
    {
        var lexicon = BilingualLexicon.Instance;
        var names = new NamesBySound(english.Words);
        List<string> Tokenize(string sentence)
        {
            var tokens = BilingualTokens.Chinese(sentence, lexicon.Segment);
            names.Find(sentence, tokens);
            return tokens;
        }

        return Build(sentences, marks, Tokenize, static s => ChineseLength(s), lexicon.Frequency);
    }

    public static TextTokens English(IReadOnlyList<string> sentences, List<string>[] marks)
    {
        var lexicon = BilingualLexicon.Instance;
        return Build(sentences, marks, BilingualTokens.English, static s => EnglishLength(s), w => lexicon.StemOf(w) is >= 0 and var stem ? lexicon.StemFrequency(stem) : 0);
    }

    private static TextTokens Build(IReadOnlyList<string> sentences, List<string>[] marks, Func<string, List<string>> tokenize, Func<string, float> length, Func<string, float> frequencyOf)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var words = new List<string>();
        var counts = new List<int>();
        var result = new int[sentences.Count][];
        var lengths = new float[sentences.Count];
        var seen = new HashSet<int>();
        var total = 0;
        for (var s = 0; s < sentences.Count; s++)
        {
            lengths[s] = length(sentences[s]);
            var list = new List<int>();
            seen.Clear();
            foreach (var token in tokenize(sentences[s]).Concat(marks[s]))
            {
                ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(ids, token, out var known);
                if (!known)
                {
                    id = words.Count;
                    words.Add(token);
                    counts.Add(0);
                }

                if (seen.Add(id))
                {
                    list.Add(id);
                    counts[id]++;
                    total++;
                }
            }

            result[s] = [.. list];
        }

        // Shares of tokens: what the shipped table says (of sentences, so by the usual number of words in one) counts as so many tokens
        // beside the text's own.
        const float WordsInSentence = 12;
        const float TableTokens = 4000;
        var frequency = new float[words.Count];
        for (var w = 0; w < words.Count; w++)
        {
            frequency[w] = ((TableTokens * frequencyOf(words[w]) / WordsInSentence) + counts[w] + 0.2f) / (TableTokens + total);
        }

        return new TextTokens(words, result, lengths, frequency, [.. counts]);
    }

    private static float ChineseLength(string text)
    {
        var length = 0f;
        foreach (var c in text)
        {
            length += Han.IsHan(c) ? 1 : char.IsLetterOrDigit(c) ? 0.4f : 0;
        }

        return Math.Max(1, length);
    }

    private static float EnglishLength(string text)
    {
        var length = 0f;
        foreach (var c in text)
        {
            length += char.IsLetterOrDigit(c) ? 1 : 0;
        }

        return Math.Max(1, length);
    }
}
