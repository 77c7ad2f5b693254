using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;

namespace Termbase.Languages;

/// <summary>One English stem that a Chinese word is translated with.</summary>
/// <param name="Stem">Number of the stem (<see cref="BilingualLexicon.StemOf"/>).</param>
/// <param name="Forward">How often the word gives the stem, 0 to 1.</param>
/// <param name="Backward">How often the stem comes from the word, 0 to 1.</param>
internal readonly record struct WordTranslation(int Stem, float Forward, float Backward);

/// <summary>
/// Translation probabilities of common words, figures learned from translated sentences (<c>Data/translations.br</c>, made by
/// <c>tools/Termbase.DevTool learn-translations</c>). Immutable and thread-safe; read once, at first use.
/// </summary>
internal sealed class BilingualLexicon
{
    private static readonly Lazy<BilingualLexicon> s_instance = new(static () => Read(LanguageData.Open("translations.br")));

    private readonly FrozenDictionary<string, (float Frequency, WordTranslation[] Translations)> _words;
    private readonly FrozenDictionary<string, int> _stems;
    private readonly float[] _stemFrequency;
    private readonly WordPath _path;

    private BilingualLexicon(FrozenDictionary<string, (float, WordTranslation[])> words, FrozenDictionary<string, int> stems, float[] stemFrequency, WordPath path)
    {
        (_words, _stems, _stemFrequency, _path) = (words, stems, stemFrequency, path);
    }

    /// <summary>The table of the assembly.</summary>
    public static BilingualLexicon Instance => s_instance.Value;

    /// <summary>Number of an English stem, or -1.</summary>
    public int StemOf(string stem) => _stems.GetValueOrDefault(stem, -1);

    /// <summary>All stems.</summary>
    public IEnumerable<string> Stems => _stems.Keys;

    /// <summary>Share of sentences that hold a stem.</summary>
    public float StemFrequency(int stem) => _stemFrequency[stem];

    /// <summary>Share of sentences that hold a Chinese word (0 for a word that is not in the table).</summary>
    public float Frequency(string word) => _words.TryGetValue(word, out var entry) ? entry.Frequency : 0;

    /// <summary>All Chinese words, in no order.</summary>
    public IEnumerable<string> Words => _words.Keys;

    /// <summary>The translations of a Chinese word; none for a word that is not in the table.</summary>
    public ReadOnlySpan<WordTranslation> Translations(string word) => _words.TryGetValue(word, out var entry) ? entry.Translations : [];

    /// <summary>Whether a Chinese word gives an English stem at least so often (0 to 1).</summary>
    public bool Gives(string word, int stem, float least)
    {
        foreach (var translation in Translations(word))
        {
            if (translation.Stem == stem && translation.Forward >= least)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Cuts a run of Simplified Chinese characters into the words of the table.</summary>
    public void Segment(string run, List<string> words) => _path.Segment(run, words);

    /// <summary>
    /// Reads a table: number of sentences; stems; in how many sentences each stands; then a line for each Chinese word: the word, its
    /// sentences, and for each translation the stem's number with two letters, A for probability 1 and each further letter half a power of two less.
    /// </summary>
    internal static BilingualLexicon Read(Stream stream)
    {
        using var reader = new StreamReader(new BrotliStream(stream, CompressionMode.Decompress));
        var sentences = float.Parse(reader.ReadLine()!, CultureInfo.InvariantCulture);
        var stems = reader.ReadLine()!.Split(' ');
        var frequency = reader.ReadLine()!.Split(' ').Select(c => int.Parse(c, CultureInfo.InvariantCulture) / sentences).ToArray();
        var levels = new float[26];
        for (var i = 0; i < levels.Length; i++)
        {
            levels[i] = MathF.Pow(2, -i / 2f);
        }

        var words = new Dictionary<string, (float, WordTranslation[])>(StringComparer.Ordinal);
        var counts = new List<KeyValuePair<string, double>>();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(' ');
            var translations = new WordTranslation[cells.Length - 2];
            for (var i = 2; i < cells.Length; i++)
            {
                var cell = cells[i].AsSpan();
                translations[i - 2] = new WordTranslation(int.Parse(cell[..^2], NumberStyles.None, CultureInfo.InvariantCulture), levels[cell[^2] - 'A'], levels[cell[^1] - 'A']);
            }

            var count = int.Parse(cells[1], CultureInfo.InvariantCulture);
            words.Add(cells[0], (count / sentences, translations));
            if (Han.IsHan(cells[0][0]))
            {
                counts.Add(KeyValuePair.Create(cells[0], (double)count));
            }
        }

        return new BilingualLexicon(
            words.ToFrozenDictionary(StringComparer.Ordinal),
            stems.Select(static (s, i) => KeyValuePair.Create(s, i)).ToFrozenDictionary(StringComparer.Ordinal),
            frequency,
            new WordPath(counts));
    }
}
