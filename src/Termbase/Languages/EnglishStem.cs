using System.Buffers;

namespace Termbase.Languages;

/// <summary>
/// A light stem of an English word, for comparing texts by their words: plural, -ed, -ing, -ly, final e and a doubled consonant are
/// taken off. Not a dictionary form ("making" and "make" give "mak"); never shown to a person. Thread-safe.
/// </summary>
public static class EnglishStem
{
    private static readonly SearchValues<char> s_vowels = SearchValues.Create("aeiouy");

    /// <summary>The stem of a word in lower case.</summary>
    public static string Of(string word)
    {
        var end = word.Length;
        if (end < 4)
        {
            return word;
        }

        end = Plural(word, end);
        var cut = Cut(word, end, "ing") ?? Cut(word, end, "ed") ?? Cut(word, end, "ly");
        if (cut is { } at)
        {
            end = at;
            if (end > 3 && word[end - 1] == word[end - 2] && word[end - 1] is not ('l' or 's' or 'z'))
            {
                end--;
            }
        }

        if (end > 3 && word[end - 1] == 'e')
        {
            end--;
        }

        return end > 2 && word[end - 1] == 'i' && end < word.Length ? string.Concat(word.AsSpan(0, end - 1), "y") : end == word.Length ? word : word[..end];
    }

    private static int Plural(string word, int end)
    {
        var text = word.AsSpan(0, end);
        if (text.EndsWith("ies", StringComparison.Ordinal))
        {
            return end - 2;
        }

        if (text.EndsWith("sses", StringComparison.Ordinal) || text.EndsWith("shes", StringComparison.Ordinal)
            || text.EndsWith("ches", StringComparison.Ordinal) || text.EndsWith("xes", StringComparison.Ordinal))
        {
            return end - 2;
        }

        return text[^1] == 's' && text[^2] is not ('s' or 'u' or 'i') ? end - 1 : end;
    }

    private static int? Cut(string word, int end, string suffix)
    {
        var text = word.AsSpan(0, end);
        if (!text.EndsWith(suffix, StringComparison.Ordinal) || end - suffix.Length < 3)
        {
            return null;
        }

        var rest = text[..^suffix.Length];
        return rest.ContainsAny(s_vowels) ? rest.Length : null;
    }
}
