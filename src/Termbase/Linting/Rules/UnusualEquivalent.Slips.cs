using Termbase.Languages;
using Termbase.Mining;

namespace Termbase.Linting.Rules;

// 海面城市 beside "sponge city", 传威器 beside "sensor": Chinese one character off what the table or the lexicon has for the English.
public sealed partial class UnusualEquivalent
{
    // 海面城市 beside "sponge city": a character that sounds or looks alike makes it the term of the table that this English stands for.
    private static string? OffTheTable(MinedPair pair, string zh)
    {
        var english = Beside(pair);
        foreach (var number in Meant(english))
        {
            var term = Terms[number].Chinese;
            for (var from = 0; from + term.Length <= zh.Length; from++)
            {
                var there = zh.AsSpan(from, term.Length);
                if (OneOff(there, term) is >= 0 and var at && LookAlike.Nearly(there[at], term[at]) && !zh.Contains(term, StringComparison.Ordinal)
                    && (term.Length > 2 || GlossLexicon.English(there) is null) && !IsTerm(there))
                {
                    return $"{term} is meant by \"{pair.En}\"; the gloss has {there}";
                }
            }
        }

        return null;
    }

    // The terms of the table of which English has a stem, the shortest first.
    private static List<int> Meant(string english)
    {
        var found = new List<int>();
        var byBeginning = ByBeginning.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < english.Length; at++)
        {
            if (at > 0 && char.IsLetter(english[at - 1]))
            {
                continue;
            }

            for (var length = 1; length <= Beginning && at + length <= english.Length; length++)
            {
                foreach (var (stem, number) in byBeginning.TryGetValue(english.AsSpan(at, length), out var stems) ? stems : [])
                {
                    if (!found.Contains(number) && Equivalents.HasStem(english, stem))
                    {
                        found.Add(number);
                    }
                }
            }
        }

        found.Sort(static (a, b) => Terms[a].Chinese.Length != Terms[b].Chinese.Length ? Terms[a].Chinese.Length - Terms[b].Chinese.Length : a - b);
        return found;
    }

    // How many letters of a stem it is looked up by.
    private const int Beginning = 4;

    // 传威器 beside "sensor": the lexicon has 传感器 for it, nothing else in the gloss is its Chinese, and what stands there is no word.
    private string? OffTheLexicon(MinedPair pair, string zh)
    {
        if (zh.Length < 3)
        {
            return null;
        }

        foreach (var range in pair.En.AsSpan().SplitAny(" -,\"“”"))
        {
            var written = pair.En.AsSpan()[range];
            if (written.Length < 5 || !char.IsAsciiLetterLower(written[^1]))
            {
                continue;
            }

            var (word, lower, chinese) = Looked(written);
            // 公建 for "building": the one character 建 says it.
            if (chinese.Length == 0 || chinese.Any(c => zh.Contains(c, StringComparison.Ordinal))
                || zh.Any(c => GlossLexicon.English([c]) is { } one && Array.Exists(one, e => GlossLexicon.IsFormOf(lower, e))))
            {
                continue;
            }

            foreach (var right in chinese.Where(static c => c.Length is 2 or 3 or 4))
            {
                for (var at = 0; at + right.Length <= zh.Length; at++)
                {
                    if (OneOff(zh.AsSpan(at, right.Length), right) is >= 0 and var off && zh.Substring(at, right.Length) is var there
                        && GlossLexicon.English(there) is null && !IsInWord(zh, at + off, at, at + right.Length)
                        && (SoundAlike(there, right) || (right.Length >= 3 && off > 0 && off < right.Length - 1)))
                    {
                        return $"\"{word}\" is {right}; the gloss has {there} ({pair.Zh})";
                    }
                }
            }
        }

        return null;
    }

    private readonly Dictionary<string, (string Word, string Lower, string[] Chinese)> _looked = new(StringComparer.Ordinal);

    // Looking through the lexicon costs more than the rest of a gloss, and few words of a document are new.
    private (string Word, string Lower, string[] Chinese) Looked(ReadOnlySpan<char> written)
    {
        var looked = _looked.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!looked.TryGetValue(written, out var found))
        {
            var (word, lower) = (written.ToString(), written.ToString().ToLowerInvariant());
            looked[written] = found = (word, lower, [.. GlossLexicon.ChineseOf(lower)]);
        }

        return found;
    }

    // The differing character belongs to a word of its own with a neighbour outside.
    private static bool IsInWord(string zh, int at, int from, int to)
    {
        for (var length = 2; length <= 4; length++)
        {
            for (var start = Math.Max(0, at - length + 1); start <= at && start + length <= zh.Length; start++)
            {
                if ((start < from || start + length > to || length < to - from) && GlossLexicon.English(zh.AsSpan(start, length)) is not null)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
