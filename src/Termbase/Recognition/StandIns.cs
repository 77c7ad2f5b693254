using System.Collections.Frozen;

namespace Termbase.Recognition;

/// <summary>
/// What may stand in a translation where the source repeats a term: a pronoun, or the head of the term alone ("the Commission"
/// after "National Development and Reform Commission"). For rules that count occurrences, where the policy tolerates it. Thread-safe.
/// </summary>
public static class StandIns
{
    private static readonly FrozenSet<ulong> Pronouns =
        "it its itself they them their theirs themselves this these those which one ones latter former such same he she his her him"
            .Split(' ').Select(static w => EnglishTokenizer.HashOf(w)).ToFrozenSet();

    private static readonly FrozenSet<ulong> Determiners =
        "the this that these those its their our such each".Split(' ').Select(static w => EnglishTokenizer.HashOf(w)).ToFrozenSet();

    private static readonly string[] ChinesePronouns = ["它们", "他们", "她们", "前者", "后者", "其", "它", "该", "此", "这", "之"];

    /// <summary>How many stand-ins for the term the text holds that the policy tolerates; 0 where it tolerates none.</summary>
    /// <param name="text">The text in which occurrences are missing.</param>
    /// <param name="side">Its language.</param>
    /// <param name="term">The term in that language.</param>
    /// <param name="policy">Says what is tolerated.</param>
    public static int Count(string text, TermSide side, string term, MatchPolicy policy) =>
        (policy.ToleratePronouns ? side == TermSide.En ? CountPronouns(text) : CountChinesePronouns(text) : 0)
        + (policy.TolerateEllipsis && side == TermSide.En ? CountHeads(text, term) : 0);

    private static int CountPronouns(string text)
    {
        var count = 0;
        var tokens = new EnglishTokenizer(text);
        while (tokens.MoveNext(out var token))
        {
            count += token.IsWord && Pronouns.Contains(token.Hash) ? 1 : 0;
        }

        return count;
    }

    private static int CountChinesePronouns(string text)
    {
        var count = 0;
        for (var i = 0; i < text.Length;)
        {
            var rest = text.AsSpan(i);
            var length = 1;
            foreach (var pronoun in ChinesePronouns)
            {
                if (rest.StartsWith(pronoun, StringComparison.Ordinal) && !SegmentationEvidence.Default.Cuts(text, i, i + pronoun.Length))
                {
                    (count, length) = (count + 1, pronoun.Length);
                    break;
                }
            }

            i += length;
        }

        return count;
    }

    // The head after a determiner, where the term itself does not stand.
    private static int CountHeads(string text, string term)
    {
        var variants = new EnglishVariants().Of(new TermEntry(term, TermSide.En));
        if (variants.Length == 0 || variants[0].Words.Length < 2)
        {
            return 0;
        }

        var heads = new HashSet<ulong>();
        foreach (var variant in variants)
        {
            heads.Add(variant[EnglishVariants.Head(variant.Words)].Hash);
        }

        var (count, afterDeterminer) = (0, false);
        var tokens = new EnglishTokenizer(text);
        while (tokens.MoveNext(out var token))
        {
            count += afterDeterminer && token.Gap == TokenGap.Space && heads.Contains(token.Hash) ? 1 : 0;
            afterDeterminer = token.IsWord && Determiners.Contains(token.Hash);
        }

        return count;
    }
}
