using System.Globalization;
using System.Text;

namespace Termbase.Search.Analysis;

/// <summary>
/// Cuts normalised text into what is indexed: every Han (or other caseless) character, every two of them that stand side by side,
/// and every run of letters and digits as a word. Context-free: a text that contains another has all of its grams, which is what lets
/// the index be exact. Thread-safe.
/// </summary>
internal static class GramTokenizer
{
    /// <summary>Calls <paramref name="sink"/> with each gram and whether it is a word of letters.</summary>
    public static void Cut(string text, Action<string, bool> sink)
    {
        string? last = null;
        for (var i = 0; i < text.Length;)
        {
            var length = char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1;
            if (IsGram(text, i))
            {
                var one = text.Substring(i, length);
                sink(one, false);
                if (last is not null)
                {
                    sink(last + one, false);
                }

                last = one;
                i += length;
            }
            else if (IsWord(text, i))
            {
                var start = i;
                while (i < text.Length && IsWord(text, i))
                {
                    i += char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1;
                }

                sink(text[start..i], true);
                last = null;
            }
            else
            {
                last = null;
                i += length;
            }
        }
    }

    /// <summary>Whether the character at an index is indexed by itself.</summary>
    public static bool IsGram(string text, int at) =>
        text[at] >= 0x80 && CharUnicodeInfo.GetUnicodeCategory(text, at) == UnicodeCategory.OtherLetter;

    /// <summary>Whether the character at an index belongs to a word of letters and digits.</summary>
    public static bool IsWord(string text, int at) =>
        char.IsAscii(text[at]) ? char.IsAsciiLetterOrDigit(text[at]) : char.IsLetterOrDigit(text, at) && !IsGram(text, at);
}
