using System.Collections.Immutable;
using System.Numerics;
using Termbase.Languages;
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
}

/// <summary>
/// Decides how much of the English left of a gloss is the term. Every place where it may begin gets a cost, the sum of all evidence:
/// Chinese that no word explains, words that no Chinese explains, the class of the words at the edge and inside, names cut in two.
/// Weights are set by reason: one unexplained character or word costs about one, what grammar merely prefers a third.
/// Stateless and thread-safe; the time is bounded for each gloss.
/// </summary>
internal static class BoundaryScorer
{
    private const double UncoveredCost = 0.9;
    private const double SuperfluousCost = 0.75;
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
            found.Add(new BoundaryCandidate(span, cost, state.Coverage, misfit, reasons.ToImmutable()) { Words = tokens.Count - k });
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
        var confidence = Math.Clamp((1 / mass) - (0.06 * best.Misfit), 0.05, 0.98);
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
                return k > 1 && tokens[k - 2].IsCapital && first.IsCapital ? left.Word is "of" ? 0.6 : 0.35 : -0.15;
            case WordKind.Barrier:
                reasons.Add("function word before it");
                return -0.2;
            case WordKind.Conjunction:
                return k > 1 && tokens[k - 2].IsCapital && first.IsCapital ? 0.35 : -0.05;
            case WordKind.Light:
                return 0.1;
        }

        var sentenceStart = k == 1 && !open;
        if (first.IsCapital && left.IsCapital && !sentenceStart)
        {
            return 0.8;
        }

        reasons.Add(first.IsCapital ? "capitals" : "phrase cut");
        return first.IsCapital ? 0.1 : left.IsCapital ? 0.3 : 0.45;
    }

    private static double Start(List<EnglishToken> tokens, int k, bool slogan, SpanState state)
    {
        var token = tokens[k];
        if (state.LastExplained)
        {
            return token.Kind == WordKind.Verb ? 0.15 : 0;
        }

        // "the development of X": where the Chinese has no such word it belongs to the sentence.
        var nominal = k + 1 < tokens.Count && tokens[k + 1].Word is "of" && EnglishWords.IsNominal(token.Word);
        return nominal ? 0.9 : token.Kind switch
        {
            WordKind.Verb => slogan ? 0.2 : token.IsCapital ? 0.6 : 1.2,
            WordKind.Light => 0.6,
            _ => token.Word.EndsWith("ly", StringComparison.Ordinal) ? 0.6 : token.IsCapital ? 0 : 0.2,
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

    /// <summary>Sum of what was met from the end of the term leftwards.</summary>
    private sealed class SpanState(ChineseSide chinese)
    {
        private readonly HashSet<(ulong, string)> _used = [];
        private ulong _covered;
        private readonly Dictionary<ulong, double> _debts = [];
        private double _superfluous;
        private int _foreign;
        private int _commas;
        private double _pendingComma;
        private double _pendingFunction;

        public double Inside { get; private set; }

        public bool LastExplained { get; private set; }

        public bool BySound { get; private set; }

        public int QuotesInside { get; private set; }

        public double Coverage => chinese.Whole <= 0 ? 0 : 1 - (chinese.Rest(_covered).Weight / chinese.Whole);

        /// <summary>Takes a word into the span; false where no term goes over it.</summary>
        public bool Take(List<EnglishToken> tokens, int k)
        {
            var token = tokens[k];
            var last = k == tokens.Count - 1;
            if (!last)
            {
                Cross(token, tokens[k + 1]);
            }

            LastExplained = false;
            if (token.Kind is WordKind.Determiner or WordKind.Preposition or WordKind.Conjunction or WordKind.Barrier)
            {
                // "non-", "two", "one" and the like carry meaning where the Chinese has it.
                if (token.Kind is WordKind.Barrier or WordKind.Determiner && !chinese.MasksOf(token.Word).Exists(m => (m & ~_covered) != 0))
                {
                    if (token.Kind == WordKind.Barrier && !(last || chinese.Separators > 0))
                    {
                        return false;
                    }
                }

                if (token.Kind is WordKind.Preposition or WordKind.Conjunction or WordKind.Determiner)
                {
                    _pendingFunction += token.Word.ToLowerInvariant() switch
                    {
                        "of" => 0.2, "the" or "a" or "an" => 0.1, "and" or "&" => chinese.Separators > 0 ? 0.1 : 0.3, "or" => 0.5,
                        "for" or "in" or "on" or "to" or "with" or "by" or "through" or "from" or "during" => 0.4, _ => 0.7,
                    } * (InName(tokens, k) ? 0.5 : 1);
                }
                else
                {
                    Inside += 0.8;
                }

                LastExplained = token.Kind is not WordKind.Conjunction && Explain(token) > 0 && token.Word is not ("of" or "the" or "for");
                return true;
            }

            Inside += _pendingFunction;
            _pendingFunction = 0;
            var gained = Explain(token);
            // A list whose members the Chinese has, one by one, may be long.
            Inside += _pendingComma > 0 && gained >= 0 ? Math.Min(_pendingComma, _commas++ == 0 ? 0.35 : 0.1) : _pendingComma;
            _pendingComma = 0;
            LastExplained = gained >= 0;
            if (gained < 0)
            {
                if (EnglishWords.IsGeneric(token.Word))
                {
                    Inside += 0.3;
                }
                else
                {
                    _superfluous += chinese.Separators > 0 ? 0.5 : 1;
                }

                Inside += !last && token.Kind == WordKind.Verb && !token.IsCapital ? 0.4 : 0;
                _foreign += IsForeignName(token) ? 1 : 0;
            }

            Inside += !last && EnglishWords.IsPossessive(token.Word) ? 0.4 : 0;
            return true;
        }

        // What is left over on either side. Words outside the lexicon stand for characters that are left, about two each.
        public (double Cost, double Misfit) Residual()
        {
            var (weight, doubt) = chinese.Rest(_covered);
            var absorbed = Math.Min(weight, _superfluous * 2.5);
            var unexplained = weight - absorbed;
            var needed = Math.Max(0, _superfluous - (weight / 0.9));
            var shape = _superfluous > 0 && absorbed > 0 ? Math.Abs((absorbed / _superfluous) - 2) * 0.08 * _superfluous : 0;
            // A name that reads otherwise is at home only where there is Chinese enough for it.
            var foreign = _foreign * (_superfluous > 0 && absorbed / _superfluous >= 1.2 ? 0.2 : 0.8);
            return (foreign + (unexplained * UncoveredCost) + (absorbed * doubt) + (needed * SuperfluousCost) + shape, unexplained + needed);
        }

        private void Cross(EnglishToken token, EnglishToken right)
        {
            _pendingComma = token.Behind.HasFlag(Gap.Comma) ? chinese.Separators > 0 ? 0.1 : 1.2 : 0;
            if (token.Behind.HasFlag(Gap.Quote))
            {
                QuotesInside++;
                Inside += chinese.HasQuotes ? 0.1 : 0.5;
            }

            Inside += token.Behind.HasFlag(Gap.Bracket) ? chinese.HasBrackets ? 0.1 : 0.6 : 0;

            // Lower case into a name: "companies such as Tea Works", where the name is the term.
            Inside += right.IsCapital && !token.IsCapital && token.Kind is WordKind.Content && char.IsLower(token.Word[0]) && !IsAcronym(right.Word) ? 0.7 : 0;
        }

        private static bool InName(List<EnglishToken> tokens, int k)
        {
            var left = k - 1;
            while (left >= 0 && tokens[left].Kind is WordKind.Determiner or WordKind.Preposition)
            {
                left--;
            }

            return left >= 0 && tokens[left].IsCapital && k + 1 < tokens.Count && (tokens[k + 1].IsCapital || tokens[k + 1].Kind is WordKind.Determiner);
        }

        private static bool IsAcronym(string word) => word.Count(char.IsUpper) >= 2;

        // Looks like the reading of a Chinese name and is not that of this one.
        private static bool IsForeignName(EnglishToken token) =>
            char.IsUpper(token.Word[0]) && token.Word.Length >= 4 && token.Word.All(c => char.IsLetter(c) || c is '\'' or '’') && !GlossLexicon.IsEnglish(token.Word.ToLowerInvariant())
            && Romanization.TryParsePinyin(token.Word, out var syllables) && syllables.Length > 1;

        // Characters newly explained by a token; 0 where it only says again what another word said; -1 where nothing supports it.
        private int Explain(EnglishToken token)
        {
            var whole = chinese.MasksOf(token.Word);
            var parts = token.Word.Split(['-', '–', '/'], StringSplitOptions.RemoveEmptyEntries);
            var best = ExplainPart(token.Word, whole);
            if (parts.Length < 2 || best > 0)
            {
                return best;
            }

            var (total, explained) = (0, 0);
            var names = parts.Count(p => char.IsUpper(p[0])) > 1;
            for (var i = parts.Length - 1; i >= 0; i--)
            {
                var gained = ExplainPart(parts[i], chinese.MasksOf(parts[i], names));
                total += Math.Max(0, gained);
                explained += gained >= 0 ? 1 : 0;
                Inside += gained < 0 && EnglishWords.KindOf(parts[i]) is WordKind.Content or WordKind.Verb ? 0.2 : 0;
            }

            return explained > 0 ? total : -1;
        }

        private int ExplainPart(string word, List<ulong> masks)
        {
            var (best, whole) = (0UL, 0UL);
            foreach (var mask in masks)
            {
                if (BitOperations.PopCount(mask & ~_covered) > BitOperations.PopCount(best))
                {
                    (best, whole) = (mask & ~_covered, mask);
                }
            }

            if (best != 0)
            {
                _covered |= best;

                // One word for three characters or more is likely to be half of the rendering: the other half makes it good.
                if (BitOperations.PopCount(best) is > 2 and var size && !(word.Length > 1 && word.All(c => !char.IsLower(c))) && GlossLexicon.IsEnglish(word.ToLowerInvariant().TrimEnd('s')))
                {
                    var debt = size == 3 ? 0.3 : 0.7;
                    Inside += debt;
                    _debts[whole] = debt;
                }

                BySound |= char.IsUpper(word[0]) && !GlossLexicon.IsEnglish(word.ToLowerInvariant());
                foreach (var mask in masks)
                {
                    _used.Add((mask, word));
                }

                return BitOperations.PopCount(best);
            }

            // Two words for one (science and technology: 科技), but not the same word twice.
            if (masks.Count > 0 && masks.All(m => m == 0 || !_used.Contains((m, word))))
            {
                var owed = masks.Find(m => _debts.ContainsKey(m));
                Inside += owed != 0 ? -_debts[owed] : masks.Contains(0) ? 0 : 0.25;
                _debts.Remove(owed);
                masks.ForEach(m => _used.Add((m, word)));
                return 0;
            }

            return -1;
        }
    }
}
