using System.Numerics;
using Termbase.Languages;

namespace Termbase.Mining;

/// <summary>Sum of what was met from the end of the term leftwards.</summary>
internal sealed class SpanState(ChineseSide chinese)
{
    private const double UncoveredCost = 0.9;
    private const double SuperfluousCost = 0.75;
    private readonly HashSet<(ulong, string)> _used = [];
    private ulong _covered;
    private readonly Dictionary<ulong, double> _debts = [];
    private double _superfluous;
    private int _foreign;
    private int _commas;
    private bool _intoName;
    private double _pendingComma;
    private double _pendingFunction;
    private double _pendingPass;

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
                    "of" => 0.2,
                    "the" or "a" or "an" => 0.1,
                    "and" or "&" => chinese.Separators > 0 ? 0.1 : 0.3,
                    "or" => 0.5,
                    "for" or "in" or "on" or "to" or "with" or "by" or "through" or "from" or "during" => 0.4,
                    _ => 0.7,
                } * (InName(tokens, k) ? 0.5 : 1);
            }
            else
            {
                Inside += 0.8;
            }

            LastExplained = token.Kind is not WordKind.Conjunction && Explain(token) > 0 && token.Word is not ("of" or "the" or "for");
            return true;
        }

        Inside += _pendingFunction + _pendingPass;
        (_pendingFunction, _pendingPass) = (0, 0);
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

            _pendingPass = !last && token.Kind is WordKind.Verb or WordKind.Light && !token.IsCapital ? token.Kind == WordKind.Verb ? 0.7 : 0.3 : 0;
            Inside += !last && EnglishWords.IsPossessive(token.Word) ? 0.3 : 0;
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
        _intoName |= right.IsCapital && !IsAcronym(right.Word) && right.Kind is WordKind.Content or WordKind.Verb or WordKind.Light;
        if (_intoName && char.IsLower(token.Word[0]) && token.Kind is WordKind.Content or WordKind.Verb or WordKind.Light)
        {
            Inside += 0.7;
            _intoName = false;
        }
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

    private static bool IsAcronym(string word) => word.Count(char.IsUpper) * 2 > word.Length;

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
        if (parts.Length < 2 || best >= 0)
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

    // The more characters a word of the lexicon has, the more words of English it takes.
    private static double AgainCost(List<ulong> masks) => BitOperations.PopCount(masks[0]) switch { > 3 => -0.25, 3 => -0.1, _ => 0.06 };

    /// <summary>Whether the lexicon knows a word that is not in the span yet as English for the Chinese.</summary>
    public bool WouldSupport(EnglishToken token) => chinese.MasksOf(token.Word) is { Count: > 0 } masks && masks.Exists(m => m != 0 && !_used.Contains((m, token.Word)));

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
            Inside += owed != 0 ? -_debts[owed] : masks.Contains(0) ? 0 : AgainCost(masks);
            _debts.Remove(owed);
            masks.ForEach(m => _used.Add((m, word)));
            return 0;
        }

        return -1;
    }
}
