using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.TokenAttributes;
using Termbase.Languages;

namespace Termbase.Search.Analysis;

/// <summary>The one place that says how each field is analysed, for writing and for asking. Thread-safe.</summary>
internal static class SearchAnalysis
{
#if SMARTCN
    public static IWordAnalysis Words { get; } = new SmartCnWordAnalysis();
#else
    public static IWordAnalysis Words { get; } = new CjkWordAnalysis();
#endif

    /// <summary>The key of a term: equal for equal terms, whatever their width, case, script or spacing.</summary>
    public static string Key(string term) => Normalizer.Key(term);

    /// <summary>Grams of running text, each once.</summary>
    public static HashSet<string> Grams(string normalised)
    {
        var grams = new HashSet<string>(StringComparer.Ordinal);
        GramTokenizer.Cut(normalised, (gram, _) => grams.Add(gram));
        return grams;
    }

    /// <summary>Words of letters and digits, in order.</summary>
    public static List<string> LatinWords(string normalised)
    {
        var words = new List<string>();
        GramTokenizer.Cut(normalised, (gram, isWord) =>
        {
            if (isWord)
            {
                words.Add(gram);
            }
        });
        return words;
    }

    /// <summary>Porter stems of words, in order.</summary>
    public static List<string> Stems(IReadOnlyList<string> words)
    {
        using var stream = new PorterStemFilter(new WordStream(words));
        return Collect(stream);
    }

    /// <summary>Chinese words by the analyzer of this build.</summary>
    public static List<string> ChineseWords(Analyzer words, string normalised)
    {
        using var stream = words.GetTokenStream("zh", new StringReader(normalised));
        return Collect(stream);
    }

    private static List<string> Collect(TokenStream stream)
    {
        var found = new List<string>();
        var term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            found.Add(term.ToString()!);
        }

        stream.End();
        return found;
    }

    private sealed class WordStream : TokenStream
    {
        private readonly IReadOnlyList<string> _words;
        private readonly ICharTermAttribute _term;
        private int _at;

        public WordStream(IReadOnlyList<string> words)
        {
            _words = words;
            _term = AddAttribute<ICharTermAttribute>();
        }

        public override bool IncrementToken()
        {
            if (_at == _words.Count)
            {
                return false;
            }

            ClearAttributes();
            _term.SetEmpty().Append(_words[_at++]);
            return true;
        }
    }
}
