using System.Collections.Frozen;
using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Languages;

/// <summary>
/// Cuts running text into sentences, Chinese, English or both in one. Signs that close a quote or bracket after the stop belong to the
/// sentence. A line break within the text is white space, an empty line ends a sentence. Linear in the length. Thread-safe.
/// </summary>
public static class SentenceSplitter
{
    // Abbreviations that stand before something; a sentence never ends there.
    private static readonly FrozenSet<string> Opening = FrozenSet.ToFrozenSet(
        ["mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "maj", "capt", "sgt", "adm", "sen", "rep", "gov", "pres", "st", "mt", "no", "nos",
            "vol", "fig", "figs", "eq", "ch", "sec", "art", "p", "pp", "vs", "cf", "e.g", "i.e", "viz", "ed", "eds", "trans", "approx", "ca", "est"],
        StringComparer.OrdinalIgnoreCase);

    // Abbreviations with which a sentence can end: it does where the next word is one that begins sentences.
    private static readonly FrozenSet<string> Closing = FrozenSet.ToFrozenSet(
        ["co", "ltd", "inc", "corp", "llc", "plc", "bros", "etc", "jr", "sr", "u.s", "u.k", "u.n", "e.u", "p.r.c", "a.m", "p.m", "al", "dept",
            "univ", "inst", "assn", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "ph.d", "b.c", "a.d"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Starters = FrozenSet.ToFrozenSet(
        ["The", "This", "These", "That", "Those", "It", "Its", "In", "On", "At", "We", "He", "She", "They", "Their", "Our", "But", "And", "However",
            "According", "A", "An", "For", "To", "From", "By", "With", "As", "If", "When", "While", "After", "Before", "Since", "There", "Here",
            "Such", "Some", "Many", "Most", "Both", "Each", "Under", "During", "Through", "Although", "Because", "Meanwhile", "Moreover", "Thus"],
        StringComparer.Ordinal);

    /// <summary>The sentences, in order, without the white space around them. Together they hold everything else of the text.</summary>
    public static ImmutableArray<TextSpan> Split(string text)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        var start = 0;
        for (var i = 0; i < text.Length;)
        {
            var end = EndAt(text, start, i);
            if (end < 0)
            {
                i++;
                continue;
            }

            Add(spans, text, start, end);
            start = i = end;
        }

        Add(spans, text, start, text.Length);
        return spans.DrainToImmutable();
    }

    private static void Add(ImmutableArray<TextSpan>.Builder spans, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            spans.Add(TextSpan.FromBounds(start, end));
        }
    }

    // Where the sentence ends if its last stop is at i, else -1.
    private static int EndAt(string text, int start, int i)
    {
        switch (text[i])
        {
            case '。' or '！' or '？' or '；' or '｡':
                var end = Closers(text, Same(text, i));
                return text[end - 1] is '”' or '」' or '』' or '’' && SpeakerFollows(text, end) ? -1 : end;
            case '\n' when EmptyLine(text, i):
                return i + 1;
            case '…':
                end = Closers(text, Same(text, i));
                return BeforeHan(text, i) ? EllipsisEnds(text, end) : StartsSentence(text, end) ? end : -1;
            case '!' or '?':
                end = Closers(text, Same(text, i));
                return end == text.Length || StartsSentence(text, end) || NextIsHan(text, end) ? end : -1;
            case '.':
                return Period(text, start, i);
            default:
                return -1;
        }
    }

    private static int Period(string text, int start, int i)
    {
        var last = Same(text, i) - 1;
        var end = NoteMarker(text, i, Closers(text, last + 1));
        if (end < text.Length && !char.IsWhiteSpace(text[end]) && !Han.IsHan(text[end]))
        {
            return -1;
        }

        if (i == last && IsAbbreviation(text, start, i, end))
        {
            return -1;
        }

        return end == text.Length || StartsSentence(text, end) || NextIsHan(text, end) ? end : -1;
    }

    private static bool IsAbbreviation(string text, int start, int period, int end)
    {
        var from = period;
        while (from > start && (char.IsLetterOrDigit(text[from - 1]) || text[from - 1] == '.') && !Han.IsHan(text[from - 1]))
        {
            from--;
        }

        var word = text[from..period];
        if (word.Length == 0)
        {
            return false;
        }

        // "1. Promote", "IV. Safeguards": the number of what follows.
        var isNumber = word.All(char.IsAsciiDigit) ? word.Length <= 3 : word.All(c => c is 'I' or 'V' or 'X');
        if (isNumber && string.IsNullOrWhiteSpace(text[start..from]) && end == period + 1)
        {
            return true;
        }

        if (word.Length == 1 && char.IsAsciiLetterUpper(word[0]))
        {
            return true;
        }

        if (Opening.Contains(word))
        {
            // "No." is a word too: only before a figure is it an abbreviation.
            var next = SkipSpace(text, end);
            return !word.StartsWith("no", StringComparison.OrdinalIgnoreCase) || (next < text.Length && char.IsDigit(text[next]));
        }

        var follower = WordAt(text, SkipSpace(text, end));
        return Closing.Contains(word) && end < text.Length && !Starters.Contains(follower)
            && !(word.ToUpperInvariant() is "A.M" or "P.M" && follower.Length > 0 && !IsOfTime(text, SkipSpace(text, end), follower));
    }

    // 9 a.m. Monday, 9 a.m. Beijing time.
    private static bool IsOfTime(string text, int at, string word) =>
        word.EndsWith("day", StringComparison.Ordinal) || WordAt(text, SkipSpace(text, at + word.Length)) is "time" or "Time";

    // “太好了！”她喊道。 A short clause that says who speaks belongs to what is said.
    private static bool SpeakerFollows(string text, int at)
    {
        const int Longest = 12;
        var end = at;
        while (end < text.Length && end - at <= Longest && Han.IsHan(text[end]))
        {
            end++;
        }

        return end > at && end < text.Length && text[end] is '。' or '，' or '：' or '！' && text[end - 1] is '道' or '说' or '問' or '问' or '喊' or '叫' or '答' or '說'
            && !text.AsSpan(at, end - at).EndsWith("知道", StringComparison.Ordinal);
    }

    // The number of a note behind the stop: published.[3] or published.3
    private static int NoteMarker(string text, int stop, int end)
    {
        var at = end;
        var bracket = at < text.Length && text[at] == '[';
        at += bracket ? 1 : 0;
        var digits = at;
        while (at < text.Length && at - digits < 3 && (char.IsAsciiDigit(text[at]) || text[at] is '¹' or '²' or '³' or (>= '⁰' and <= '⁹')))
        {
            at++;
        }

        if (at == digits || (bracket && (at == text.Length || text[at++] != ']')))
        {
            return end;
        }

        return (at == text.Length || char.IsWhiteSpace(text[at])) && stop > 0 && !char.IsDigit(text[stop - 1]) && !Opening.Contains(WordBefore(text, stop)) ? at : end;
    }

    // "No.3" and "Fig.3" are no notes.
    private static string WordBefore(string text, int end)
    {
        var start = end;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return text[start..end];
    }

    private static string WordAt(string text, int index)
    {
        var end = index;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return text[index..end];
    }

    private static int Same(string text, int i)
    {
        while (i < text.Length && text[i] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '；' or '｡')
        {
            i++;
        }

        return i;
    }

    private static int Closers(string text, int i)
    {
        while (i < text.Length && text[i] is '”' or '’' or '"' or '\'' or ')' or ']' or '）' or '】' or '」' or '』' or '》' or '〉')
        {
            // A straight quote with a letter behind it opens the next sentence.
            if (text[i] is '"' or '\'' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]))
            {
                break;
            }

            i++;
        }

        return i;
    }

    private static int SkipSpace(string text, int i)
    {
        while (i < text.Length && char.IsWhiteSpace(text[i]))
        {
            i++;
        }

        return i;
    }

    private static bool StartsSentence(string text, int end)
    {
        var next = SkipSpace(text, end);
        if (next == end && end < text.Length)
        {
            return false;
        }

        while (next < text.Length && text[next] is '"' or '\'' or '“' or '‘' or '(' or '[' or '（' or '《')
        {
            next++;
        }

        return next == text.Length || char.IsUpper(text[next]) || char.IsDigit(text[next]) || Han.IsHan(text[next]);
    }

    private static bool NextIsHan(string text, int end) => end < text.Length && Han.IsHan(text[end]);

    private static bool BeforeHan(string text, int i) => i > 0 && (Han.IsHan(text[i - 1]) || Han.IsCjkPunctuation(text[i - 1]));

    // 他说……然后: an ellipsis ends a Chinese sentence only with a closing quote, before an opening one, or with the paragraph.
    private static int EllipsisEnds(string text, int end) =>
        end == text.Length || text[end - 1] != '…' || char.IsWhiteSpace(text[end]) || text[end] is '“' or '「' ? end : -1;

    private static bool EmptyLine(string text, int i)
    {
        for (i++; i < text.Length && char.IsWhiteSpace(text[i]); i++)
        {
            if (text[i] == '\n')
            {
                return true;
            }
        }

        return false;
    }
}
