using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Mining;

/// <summary>Where an English term was found to begin and end, how sure that is (0 to 1), and why.</summary>
internal sealed record BoundaryChoice(TextSpan Span, double Confidence, ImmutableArray<string> Reasons)
{
    /// <summary>Share of the Chinese that the lexicon, readings or numbers explain by this English, 0 to 1.</summary>
    public double Coverage { get; init; }
}

/// <summary>A place where the English may begin, and what speaks against it (lower is better).</summary>
internal sealed record BoundaryCandidate(TextSpan Span, double Cost, double Coverage, double Misfit, ImmutableArray<string> Reasons)
{
    /// <summary>Number of words.</summary>
    public int Words { get; init; }

    /// <summary>Whether its first and last words are written as names are.</summary>
    public bool IsName { get; init; }
}

/// <summary>
/// Decides how much of the English left of a gloss is the term. Every place where it may begin gets a cost, the sum of all evidence:
/// Chinese that no word explains, words that no Chinese explains, the class of the words at the edge and inside, names cut in two.
/// Weights are set by reason: one unexplained character or word costs about one, what grammar merely prefers a third.
/// Stateless and thread-safe; the time is bounded for each gloss.
/// </summary>
internal static class BoundaryScorer
{
    private const double AcronymGain = 1.5;
    private const double Temperature = 0.3;

    /// <summary>The candidates for the English that ends at <paramref name="end"/> and is glossed by <paramref name="chinese"/>, best first.</summary>
    /// <param name="text">The text of the block.</param>
    /// <param name="end">Where the English ends.</param>
    /// <param name="chinese">The Chinese.</param>
    /// <param name="acronym">Acronym given with the gloss, or empty.</param>
    public static List<BoundaryCandidate> Candidates(string text, int end, ChineseSide chinese, string acronym = "")
    {
        var tokens = EnglishTokens.Before(text, end, out var open);
        var found = new List<BoundaryCandidate>();
        var state = new SpanState(chinese);
        for (var k = tokens.Count - 1; k >= 0; k--)
        {
            if (!state.Take(tokens, k))
            {
                break;
            }

            if (!CanBegin(tokens[k], state))
            {
                continue;
            }

            var reasons = ImmutableArray.CreateBuilder<string>();
            var (residual, misfit) = state.Residual();
            var slogan = chinese.Separators > 0;
            var cost = state.Inside + residual + Left(tokens, k, open, slogan, state, reasons) + Start(tokens, k, slogan, state);
            if (state.Coverage > 0)
            {
                reasons.Add(state.BySound ? "reading" : "lexicon");
            }

            if (chinese.Acronyms.Exists(a => Abbreviates(a, tokens, k)))
            {
                cost -= AcronymGain;
                reasons.Add("acronym");
            }

            if (acronym.Length > 0 && Abbreviates(acronym, tokens, k))
            {
                cost -= AcronymGain;
                reasons.Add("acronym");
            }

            var span = Trim(text, TextSpan.FromBounds(tokens[k].Span.Start, end));
            span = Widen(text, span);
            cost += text.AsSpan(span.Start, span.Length).Count('"') % 2 == 1 ? 1 : 0;
            found.Add(new BoundaryCandidate(span, cost, state.Coverage, misfit, reasons.ToImmutable()) { Words = tokens.Count - k, IsName = tokens[k].IsCapital && tokens[^1].IsCapital });
        }

        found.Sort((a, b) => a.Cost.CompareTo(b.Cost) is not 0 and var cost ? cost : a.Span.Length.CompareTo(b.Span.Length));
        return found;
    }

    /// <summary>The best candidate, with a confidence out of its lead over the others and its own fit; null where there is none.</summary>
    public static BoundaryChoice? Choose(IReadOnlyList<BoundaryCandidate> candidates)
    {
        if (candidates.Count == 0)
        {
            return null;
        }

        var best = candidates.MinBy(c => c.Cost)!;
        var mass = candidates.Sum(c => Math.Exp((best.Cost - c.Cost) / Temperature));
        // Grammar alone, where the lexicon explains little, is no sure ground unless it is a name.
        var ceiling = best.IsName || best.Coverage >= 0.75 ? 0.98 : best.Coverage >= 0.5 ? 0.93 : 0.88;
        var confidence = Math.Clamp((1 / mass) - (0.06 * best.Misfit), 0.05, ceiling);
        return new BoundaryChoice(best.Span, confidence, best.Reasons) { Coverage = best.Coverage };
    }

    /// <summary>The English term that ends at <paramref name="end"/> in a text and is glossed by <paramref name="chinese"/>.</summary>
    public static BoundaryChoice? Choose(string text, int end, string chinese) => Choose(Candidates(text, end, new ChineseSide(chinese)));

    // NDRC for National Development and Reform Commission: its letters are initials in order, and it begins as the term does.
    private static bool Abbreviates(string acronym, List<EnglishToken> tokens, int first)
    {
        var letters = acronym.Where(char.IsAsciiLetter).Select(char.ToUpperInvariant).ToArray();
        var initials = tokens.Skip(first).SelectMany(t => t.Word.Split('-')).Where(p => p.Length > 0).Select(p => char.ToUpperInvariant(p[0])).ToArray();
        var content = tokens.Skip(first).Where(t => t.Kind is not (WordKind.Preposition or WordKind.Conjunction or WordKind.Determiner)).Select(t => char.ToUpperInvariant(t.Word[0])).ToArray();
        return letters.Length > 1 && initials.Length >= letters.Length && letters[0] == initials[0] && (IsWithin(letters, initials) || IsWithin(content, letters));

        static bool IsWithin(char[] few, char[] many)
        {
            var at = 0;
            foreach (var c in many)
            {
                at += at < few.Length && few[at] == c ? 1 : 0;
            }

            return at == few.Length;
        }
    }

    private static bool CanBegin(EnglishToken token, SpanState state) => token.Kind switch
    {
        WordKind.Content or WordKind.Light or WordKind.Verb => true,
        WordKind.Barrier or WordKind.Preposition or WordKind.Determiner => state.LastExplained && token.Word is not ("in" or "at" or "to" or "one" or "I"),
        _ => false,
    };

    // What stands left of the first word: an article or a verb bounds a term, a noun or half a name does not.
    private static double Left(List<EnglishToken> tokens, int k, bool open, bool slogan, SpanState state, ImmutableArray<string>.Builder reasons)
    {
        if (k == 0)
        {
            reasons.Add(open ? "sign before it" : "begins the text");
            return -0.2;
        }

        var (left, first) = (tokens[k - 1], tokens[k]);
        if (left.Behind.HasFlag(Gap.Comma) || left.Behind.HasFlag(Gap.Bracket))
        {
            reasons.Add("sign before it");
            return slogan ? -0.5 : -0.1;
        }

        if (left.Behind.HasFlag(Gap.Quote) && state.QuotesInside % 2 == 0)
        {
            reasons.Add("quote before it");
            return -0.2;
        }

        if (EnglishWords.IsPossessive(left.Word))
        {
            reasons.Add("possessive before it");
            return left.IsCapital && first.IsCapital ? 0.1 : -0.35;
        }

        switch (left.Kind)
        {
            case WordKind.Determiner:
                reasons.Add("article before it");
                return -0.4;
            case WordKind.Verb:
                reasons.Add("verb before it");
                return slogan ? 0.3 : -0.25;
            case WordKind.Preposition:
                reasons.Add("preposition before it");
                // Inside a name "of" is no boundary: Academy of …
                return k > 1 && tokens[k - 2].IsCapital && first.IsCapital ? left.Word is "of" ? 0.6 : 0.35 : left.Word is "of" ? -0.1 : -0.15;
            case WordKind.Barrier:
                reasons.Add("function word before it");
                return -0.2;
            case WordKind.Conjunction:
                return k > 1 && tokens[k - 2].IsCapital && first.IsCapital ? 0.35 : -0.05;
            case WordKind.Light:
                return state.WouldSupport(left) ? 0.45 : 0.1;
        }

        var sentenceStart = k == 1 && !open;
        if (first.IsCapital && left.IsCapital && !sentenceStart)
        {
            return 0.8;
        }

        reasons.Add(first.IsCapital ? "capitals" : "phrase cut");
        return (first.IsCapital ? 0.1 : left.IsCapital ? 0.3 : 0.45) + (state.WouldSupport(left) ? 0.3 : 0);
    }

    private static double Start(List<EnglishToken> tokens, int k, bool slogan, SpanState state)
    {
        var token = tokens[k];
        if (state.LastExplained)
        {
            return token.Kind == WordKind.Verb ? 0.15 : 0;
        }

        // The capital that begins a sentence is none.
        var capital = token.IsCapital && !(k == 0 && tokens.Count > 1 && !tokens[1].IsCapital && tokens[1].Kind != WordKind.Content);

        // "the development of X": where the Chinese has no such word it belongs to the sentence.
        var nominal = k + 1 < tokens.Count && tokens[k + 1].Word is "of" && EnglishWords.IsNominal(token.Word);
        return nominal ? 0.9 : token.Kind switch
        {
            WordKind.Verb => slogan ? 0.2 : capital ? 0.6 : 1.2,
            WordKind.Light => 0.6,
            _ => token.Word.EndsWith("ly", StringComparison.Ordinal) ? 0.6 : capital ? 0 : k + 1 < tokens.Count && tokens[k + 1].Kind == WordKind.Preposition ? 0.5 : 0.2,
        };
    }

    // A bracket opened inside belongs to the term with its other half.
    private static TextSpan Widen(string text, TextSpan span)
    {
        var inside = text.AsSpan(span.Start, span.Length);
        if (span.End < text.Length && text[span.End] == ')' && inside.Count('(') == inside.Count(')') + 1)
        {
            return new TextSpan(span.Start, span.Length + 1);
        }

        if (inside.Count('"') % 2 == 1 && span.Start > 0 && text[span.Start - 1] == '"')
        {
            return new TextSpan(span.Start - 1, span.Length + 1);
        }

        var opened = inside.Count('“') - inside.Count('”');
        return opened == 1 && span.End < text.Length && text[span.End] == '”' ? new TextSpan(span.Start, span.Length + 1)
            : opened == -1 && span.Start > 0 && text[span.Start - 1] == '“' ? new TextSpan(span.Start - 1, span.Length + 1)
            : span;
    }

    // Not part of a term: white space, quotes and stops around it, and a possessive at its end.
    internal static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '"' or '“' or '”' or '‘' or '\'' or ',' or '＂'))
        {
            start++;
        }

        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '"' or '“' or '”' or '’' or '\'' or ',' or ';' or ':' or '＂'
            || (text[end - 1] == '.' && !EndsAbbreviated(text.AsSpan(start, end - start)))))
        {
            end--;
        }

        if (end - start > 3 && text[end - 1] == 's' && text[end - 2] is '\'' or '’')
        {
            end -= 2;
        }

        return TextSpan.FromBounds(start, end);
    }

    private static bool EndsAbbreviated(ReadOnlySpan<char> text) =>
        text.EndsWith("Ltd.") || text.EndsWith("Inc.") || text.EndsWith("Corp.") || text.EndsWith("Co.") || text.EndsWith("U.S.");
}
