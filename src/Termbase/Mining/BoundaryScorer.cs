using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Mining;

/// <summary>Where an English term was found to begin and end, how sure that is (0 to 1), and why.</summary>
internal readonly record struct BoundaryChoice(TextSpan Span, double Confidence, string Reason);

/// <summary>
/// Decides how much of the English left of a gloss is the term. All evidence for a boundary meets here; miners only find the places.
/// Thread-safe.
/// </summary>
internal static partial class BoundaryScorer
{
    private const int MostTokens = 24;

    private static readonly FrozenSet<string> Stops = FrozenSet.ToFrozenSet(
        ["the", "a", "an", "its", "their", "our", "his", "her", "this", "that", "these", "those", "all", "any", "each", "such", "some", "other", "various", "of",
            "in", "for", "to", "on", "with", "by", "from", "as", "at", "into", "through", "under", "over", "between", "among", "via", "like", "and", "or", "but",
            "nor", "including", "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "shall", "should", "can", "may", "must", "not", "we", "it",
            "they", "which", "who", "called", "named", "known", "also", "both", "more", "than", "about", "using", "toward", "towards", "within",
            "concerning", "regarding", "term", "phrase", "word", "i.e.", "e.g."], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Crossable = FrozenSet.ToFrozenSet(["of", "and", "for", "in", "on", "to", "with", "&"], StringComparer.Ordinal);

    // Stems of verbs that stand before terms in policy texts: "strengthen X (…)".
    private static readonly FrozenSet<string> Verbs = FrozenSet.ToFrozenSet(
        ["accelerat", "achiev", "adopt", "advanc", "adher", "build", "carry", "clarify", "complet", "conduct", "construct", "coordinat", "creat", "cultivat",
            "deepen", "defin", "develop", "driv", "enhanc", "encourag", "ensur", "establish", "expand", "explor", "form", "formulat", "foster", "fulfill",
            "guid", "highlight", "implement", "improv", "increas", "integrat", "introduc", "launch", "leverag", "mak", "manag", "meet", "optimiz", "perfect", "perform",
            "promot", "provid", "push", "rais", "realiz", "reduc", "reform", "rely", "research", "safeguard", "select", "set", "speed", "strengthen",
            "support", "tak", "upgrad", "uphold", "us", "utiliz", "follow", "includ", "giv", "seiz", "incubat", "design", "reserv", "purchas"],
        StringComparer.Ordinal);

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}&’'\-–/.*+]*|&", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    /// <summary>The English term that ends at <paramref name="end"/> in a text and is glossed by <paramref name="chinese"/>.</summary>
    public static BoundaryChoice? Choose(string text, int end, string chinese)
    {
        var tokens = Tokens(text, end, Han.Count(chinese));
        if (tokens.Count == 0)
        {
            return null;
        }

        // A name spelt as it is read is sure: 海威, Haiwei.
        for (var n = 1; n <= Math.Min(4, tokens.Count); n++)
        {
            var span = TextSpan.FromBounds(tokens[^n].Start, end);
            if (Romanization.PinyinMatches(span.Of(text), chinese))
            {
                return new BoundaryChoice(span, 0.98, "pinyin");
            }
        }

        var words = tokens.ConvertAll(t => t.Of(text));
        // An acronym at the end of a lower-case phrase (independent IPR) is a word of it.
        var inPhrase = words.Count > 1 && char.IsLower(words[^2][0]) && words[^1].All(c => !char.IsLower(c));
        var (first, reason) = IsName(words[^1]) && !inPhrase ? (NameStart(words, chinese), "name") : (PhraseStart(words, chinese), "phrase");
        var chosen = Trim(text, TextSpan.FromBounds(tokens[first].Start, end));
        return new BoundaryChoice(chosen, Confidence(words.Count - first, chinese, reason, first == 0 || Stops.Contains(words[first - 1])), reason);
    }

    private static double Confidence(int words, string chinese, string reason, bool bounded)
    {
        var ratio = words / Math.Max(1.0, Han.Count(chinese) / 2.0);
        return (reason == "name" ? 0.85 : 0.6) + (bounded ? 0.1 : 0) - (ratio is < 0.5 or > 2.5 ? 0.2 : 0);
    }

    // Tokens left of the end, in order, as far as nothing but spaces (or what names contain) stands between them.
    private static List<TextSpan> Tokens(string text, int end, int han)
    {
        var from = Math.Max(0, end - 240);
        var found = new List<TextSpan>();
        foreach (var match in Token().EnumerateMatches(text.AsSpan(from, end - from)))
        {
            found.Add(new TextSpan(from + match.Index, match.Length));
        }

        var first = found.Count;
        for (var right = end; first > 0 && found.Count - first < MostTokens; first--)
        {
            var token = found[first - 1];
            var gap = text.AsSpan(token.End, Math.Max(0, right - token.End));
            var word = token.Of(text);
            var passes = gap.IsWhiteSpace() || (first == found.Count && gap.Trim().Length <= 1 && gap.Trim() is "." or "*")
                || (word is "Co." && gap.Trim() is ",") || (han >= 6 && gap.Trim() is "(" or ")" && char.IsUpper(word[0]));
            if (!passes || (word.EndsWith('.') && first < found.Count && word is not ("Co." or "No." or "U.S." or "St." or "Dr.") && !word[..^1].Contains('.', StringComparison.Ordinal)))
            {
                break;
            }

            right = token.Start;
        }

        return found[first..];
    }

    private static bool IsName(string word) => char.IsUpper(word[0]) || char.IsDigit(word[0]);

    // Capitalised words in a row, over "of" and the like where Chinese of that length needs more.
    private static int NameStart(List<string> words, string chinese)
    {
        var needed = Math.Max(2, Han.Count(chinese) / 2.2);
        var start = words.Count - 1;
        for (var i = start - 1; i >= 0; i--)
        {
            if (IsPossessive(words[i]))
            {
                break;
            }

            if (IsName(words[i]) && !Stops.Contains(words[i]))
            {
                start = i;
                continue;
            }

            var connector = i;
            if (words[i] is "the" && i > 0 && words[i - 1] is "of" or "for" or "in" or "on" or "to")
            {
                connector = i - 1;
            }

            // "Ministry of Tea" is one name; "website of the County" need not be.
            var crossable = (words[connector] is "of" && connector == i) || (Crossable.Contains(words[connector]) && words.Count - start < needed);
            if (!crossable || connector == 0 || !IsName(words[connector - 1]) || IsPossessive(words[connector - 1]))
            {
                break;
            }

            start = i = connector - 1;
        }

        while (start < words.Count - 1 && (IsVerb(words[start]) && start == 0 || Stops.Contains(words[start])))
        {
            start++;
        }

        return start;
    }

    // As many words as the Chinese needs (two characters a word), within one noun phrase; over "of" and "and" only while too few.
    private static int PhraseStart(List<string> words, string chinese)
    {
        var needed = Math.Max(1, (Han.Count(chinese) + 1) / 2);
        var start = words.Count - 1;
        var crossed = false;
        for (var i = start - 1; i >= 0; i--)
        {
            var count = words.Count - start - (crossed ? 1 : 0);
            if (IsPossessive(words[i]) || IsVerb(words[i]) || (count >= needed && !crossed))
            {
                break;
            }

            if (!Stops.Contains(words[i]) && words[i] is not "new")
            {
                start = i;
                continue;
            }

            var mayCross = words[i] is "of" or "and" && i > 0 && Han.Count(chinese) >= 4 && count < needed && !Stops.Contains(words[i - 1]) && !IsVerb(words[i - 1]);
            if (!mayCross)
            {
                break;
            }

            crossed = true;
        }

        return start;
    }

    private static bool IsPossessive(string word) =>
        word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) || word.EndsWith("s'", StringComparison.Ordinal)
        || word.EndsWith("s’", StringComparison.Ordinal);

    private static bool IsVerb(string word)
    {
        var lower = word.ToLowerInvariant();
        foreach (var suffix in (ReadOnlySpan<string>)["ing", "es", "ed", "s", "e", ""])
        {
            if (lower.EndsWith(suffix, StringComparison.Ordinal) && Verbs.Contains(lower[..^suffix.Length]))
            {
                // "research institutes", "design", "supports": as nouns they stand inside terms, so only clear forms count.
                return suffix is "ing" or "e" or "" && lower is not ("launch" or "research" or "design" or "form" or "reform" or "support");
            }
        }

        return false;
    }

    // Not part of a term: white space, quotes and stops around it, and a possessive at its end.
    internal static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '"' or '“' or '”' or '‘' or '\'' or ','))
        {
            start++;
        }

        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '"' or '“' or '”' or '’' or '\'' or ',' or ';' or ':'
            || (text[end - 1] == '.' && !EndsAbbreviated(text[start..end]))))
        {
            end--;
        }

        if (end - start > 3 && text[end - 1] == 's' && text[end - 2] is '\'' or '’')
        {
            end -= 2;
        }

        return TextSpan.FromBounds(start, end);
    }

    private static bool EndsAbbreviated(string text) =>
        text.EndsWith("Ltd.", StringComparison.Ordinal) || text.EndsWith("Inc.", StringComparison.Ordinal) || text.EndsWith("Corp.", StringComparison.Ordinal)
        || text.EndsWith("Co.", StringComparison.Ordinal) || text.EndsWith("U.S.", StringComparison.Ordinal);
}
