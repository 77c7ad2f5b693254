using Termbase.Languages;
using Termbase.Languages.Numerals;
using Termbase.Recognition;

namespace Termbase.Alignment;

/// <summary>
/// Tokens that sentences get beside their words, the same on both sides: numbers and dates by value, Chinese that stands in the English as a
/// gloss, concepts of the termbase. Immutable and thread-safe.
/// </summary>
internal sealed class SentenceMarks
{
    /// <summary>What stands before a number by its value ("=5000000", "=m7" for July).</summary>
    public const char Value = '=';

    /// <summary>What stands before Chinese that the English gives as a gloss.</summary>
    public const char Gloss = '§';

    /// <summary>What stands before the concept of a term.</summary>
    public const char Concept = '¶';

    // Below it a word that could be a number ("one", 一个) is none that the other language must show.
    private const double LeastConfidence = 0.5;
    private const int LongestGloss = 20;

    private SentenceMarks(List<string>[] zh, List<string>[] en) => (Zh, En) = (zh, en);

    /// <summary>For each Chinese sentence its marks.</summary>
    public List<string>[] Zh { get; }

    /// <summary>For each English sentence its marks.</summary>
    public List<string>[] En { get; }

    /// <summary>The marks of two texts.</summary>
    /// <param name="zh">The Chinese sentences.</param>
    /// <param name="en">The English sentences.</param>
    /// <param name="terms">The termbase; null for none.</param>
    public static SentenceMarks Find(IReadOnlyList<string> zh, IReadOnlyList<string> en, TermMatcher? terms)
    {
        var marks = new SentenceMarks([.. zh.Select(static _ => new List<string>())], [.. en.Select(static _ => new List<string>())]);
        Parallel.For(0, zh.Count, i => Numbers(zh[i], NumeralLanguage.Chinese, marks.Zh[i]));
        Parallel.For(0, en.Count, j => Numbers(en[j], NumeralLanguage.English, marks.En[j]));
        marks.Glosses(zh, en);
        if (terms is not null)
        {
            Parallel.For(0, zh.Count, i => Terms(terms, zh[i], TermSide.Zh, marks.Zh[i]));
            Parallel.For(0, en.Count, j => Terms(terms, en[j], TermSide.En, marks.En[j]));
        }

        return marks;
    }

    // What is written in plain figures is a token of the sentence already, and would count twice.
    private static void Numbers(string sentence, NumeralLanguage language, List<string> marks)
    {
        foreach (var atom in QuantityAtom.Split(NumeralReader.Read(sentence, language)))
        {
            var quantity = atom.Quantity;
            if (atom.Class == AtomClass.Month)
            {
                marks.Add($"{Value}m{atom.Value}");
            }
            else if (atom.Class == AtomClass.Plan)
            {
                marks.Add($"{Value}p{atom.Value}");
            }
            else if (atom.Class is not (AtomClass.Code or AtomClass.Indefinite) && (quantity.Confidence >= LeastConfidence || quantity.IsHeading)
                && !Figures(sentence.AsSpan(quantity.Span.Start, quantity.Span.Length)).Contains(atom.Value.ToString(), StringComparer.Ordinal))
            {
                marks.Add($"{Value}{atom.Value}");
            }
        }
    }

    private static List<string> Figures(ReadOnlySpan<char> text)
    {
        var figures = new List<string>();
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                figures.Add(BilingualTokens.Figure(text, ref i));
            }
        }

        return figures;
    }

    private void Glosses(IReadOnlyList<string> zh, IReadOnlyList<string> en)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var lengths = new SortedSet<int>();
        for (var j = 0; j < en.Count; j++)
        {
            foreach (var run in HanRuns(en[j]))
            {
                En[j].Add(Gloss + run);
                known.Add(run);
                lengths.Add(run.Length);
            }
        }

        if (known.Count == 0)
        {
            return;
        }

        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < zh.Count; i++)
        {
            var text = ChineseScript.ToSimplified(zh[i]).AsSpan();
            for (var at = 0; at < text.Length; at++)
            {
                foreach (var length in lengths)
                {
                    if (at + length <= text.Length && lookup.TryGetValue(text.Slice(at, length), out var run))
                    {
                        Zh[i].Add(Gloss + run);
                    }
                }
            }
        }
    }

    private static IEnumerable<string> HanRuns(string sentence)
    {
        var text = Han.Contains(sentence) ? ChineseScript.ToSimplified(sentence) : "";
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && Han.IsHan(text[i]))
            {
                i++;
            }

            if (i - start is >= 2 and <= LongestGloss)
            {
                yield return text[start..i];
            }
        }
    }

    private static void Terms(TermMatcher terms, string sentence, TermSide side, List<string> marks)
    {
        foreach (var match in terms.Match(sentence, side))
        {
            foreach (var rendering in match.Renderings)
            {
                var mark = Concept + rendering.Concept;
                if (rendering.Concept.Length > 0 && !marks.Contains(mark))
                {
                    marks.Add(mark);
                }
            }
        }
    }
}
