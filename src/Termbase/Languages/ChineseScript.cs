using System.Text;

namespace Termbase.Languages;

/// <summary>
/// Traditional to Simplified Chinese, one character for one, so that offsets hold. Characters only: differences of vocabulary
/// (軟體 for 软件) are the termbase's business. The table comes from Unihan's kSimplifiedVariant (Unicode Standard Annex 38) with the
/// choices made by the table generator in <c>tools/</c>; characters outside the basic plane stay as they are. Thread-safe.
/// </summary>
public static class ChineseScript
{
    private const int First = 0x3400;

    private static readonly Lazy<char[]> Table = new(Load);

    /// <summary>The text in Simplified characters; the same instance where nothing changes.</summary>
    public static string ToSimplified(string text)
    {
        var first = FirstTraditional(text);
        if (first < 0)
        {
            return text;
        }

        return string.Create(text.Length, (text, first), static (target, state) =>
        {
            state.text.CopyTo(target);
            for (var i = state.first; i < target.Length; i++)
            {
                target[i] = ToSimplified(target[i]);
            }
        });
    }

    /// <summary>The Simplified form of a character, or the character itself.</summary>
    public static char ToSimplified(char c)
    {
        if (c < First || c is > '\u9FFF' and < '\uF900')
        {
            return c;
        }

        var mapped = Table.Value[c - First];
        return mapped == '\0' ? c : mapped;
    }

    /// <summary>Whether the text holds a character that has another form in Simplified Chinese.</summary>
    public static bool HasTraditional(string text) => FirstTraditional(text) >= 0;

    private static int FirstTraditional(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] >= First && ToSimplified(text[i]) != text[i])
            {
                return i;
            }
        }

        return -1;
    }

    private static char[] Load()
    {
        // Lines of the resource: comments with '#', else pairs of characters, Traditional then Simplified.
        var table = new char[0x10000 - First];
        using var reader = new StreamReader(LanguageData.Open("simplified.txt"), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            for (var i = 0; i + 1 < line.Length && line[0] != '#'; i += 2)
            {
                table[line[i] - First] = line[i + 1];
            }
        }

        return table;
    }
}
