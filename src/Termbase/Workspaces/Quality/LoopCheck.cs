using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Workspaces.Quality;

/// <summary>Phrases that come again and again on one side only, as machine translation writes when it goes wrong. Thread-safe.</summary>
internal static class LoopCheck
{
    private const int LongestPhrase = 12;

    // "no, no, no" and 哈哈哈 are people's: single words and short phrases must come more often.
    private const int LeastTimes = 3;
    private const int LeastTokens = 6;

    /// <summary>The doubt, or null.</summary>
    public static Doubt? Of(TranslationUnit unit)
    {
        var zh = Longest(Tokens(unit.Zh.Segment.Text, isChinese: true));
        var en = Longest(Tokens(unit.En.Segment.Text, isChinese: false));
        var (loop, other) = zh.Times > en.Times ? (zh, en) : (en, zh);

        // A song repeats in both languages.
        return loop.Times < LeastTimes || other.Times * 2 >= loop.Times
            ? null
            : new Doubt(DoubtReason.Loop, Math.Min(0.95, 0.5 + (0.5 * loop.Share)), FormattableString.Invariant($"'{loop.Phrase}' comes {loop.Times} times in a row on the {(loop == zh ? "Chinese" : "English")} side only"));
    }

    private static List<string> Tokens(string text, bool isChinese)
    {
        var tokens = new List<string>();
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            if (Han.IsHan(text[i]))
            {
                tokens.Add(text[i].ToString());
            }
            else if (char.IsLetterOrDigit(text[i]))
            {
                while (i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]) && !Han.IsHan(text[i + 1]))
                {
                    i++;
                }

                // Columns of figures and rows of "0 0 0" are data.
                if (!char.IsDigit(text[start]))
                {
                    tokens.Add(isChinese ? text[start..(i + 1)] : text[start..(i + 1)].ToLowerInvariant());
                }
            }
        }

        return tokens;
    }

    private static (int Times, double Share, string Phrase) Longest(List<string> tokens)
    {
        (int Times, double Share, string Phrase) best = (1, 0, "");
        for (var n = 1; n <= LongestPhrase && 2 * n <= tokens.Count; n++)
        {
            for (var i = 0; i + (2 * n) <= tokens.Count; i++)
            {
                var same = 0;
                while (i + n + same < tokens.Count && string.Equals(tokens[i + same], tokens[i + n + same], StringComparison.Ordinal))
                {
                    same++;
                }

                var times = 1 + (same / n);
                if (times > best.Times && times >= LeastTimes && times * n >= LeastTokens)
                {
                    best = (times, (double)times * n / tokens.Count, string.Join(Han.Contains(tokens[i]) ? "" : " ", tokens.GetRange(i, n)));
                }

                i += Math.Max(0, same - n);
            }
        }

        return best;
    }
}
