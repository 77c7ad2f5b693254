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
    /// <summary>Longer words are cut off here; a hit on one is verified on the text.</summary>
    public const int LongestWord = 255;

    /// <summary>Calls <paramref name="sink"/> with each gram and whether it is a word of letters.</summary>
    public static void Cut(string text, Action<string, bool> sink)
    {
        var cursor = new GramCursor(sparse: false);
        while (cursor.Next(text))
        {
            sink(text.Substring(cursor.Start, cursor.Length), cursor.IsWord);
        }
    }

    /// <summary>Whether the character at an index is indexed by itself.</summary>
    public static bool IsGram(string text, int at) =>
        text[at] >= 0x80 && CharUnicodeInfo.GetUnicodeCategory(text, at) == UnicodeCategory.OtherLetter;

    /// <summary>Whether the character that ends before an index belongs to a word of letters and digits.</summary>
    public static bool IsWordBefore(string text, int at) =>
        at > 0 && IsWord(text, at - (at > 1 && char.IsLowSurrogate(text[at - 1]) && char.IsHighSurrogate(text[at - 2]) ? 2 : 1));

    /// <summary>Whether the character at an index belongs to a word of letters and digits.</summary>
    public static bool IsWord(string text, int at) =>
        char.IsAscii(text[at]) ? char.IsAsciiLetterOrDigit(text[at]) : char.IsLetterOrDigit(text, at) && !IsGram(text, at);
}
