using System.Collections.Immutable;

namespace Termbase.Languages.Numerals;

/// <summary>
/// Reads the numbers of a text by value: counts, shares, multiples, dates, money, measures, in Chinese and English. One pass,
/// linear in the length of the text. Thread-safe: holds no state.
/// </summary>
public static class NumeralReader
{
    /// <summary>The quantities of a text in the order they stand; spans do not overlap.</summary>
    /// <param name="text">The text; any length, any characters.</param>
    /// <param name="language">The language it is written in.</param>
    public static ImmutableArray<Quantity> Read(ReadOnlySpan<char> text, NumeralLanguage language)
    {
        var found = ImmutableArray.CreateBuilder<Quantity>();
        if (language == NumeralLanguage.Chinese)
        {
            new ChineseQuantityReader(text, found).Read();
        }
        else
        {
            new EnglishQuantityReader(text, found).Read();
        }

        return found.DrainToImmutable();
    }

    /// <summary>The quantities of a text whose language is told by its script: Chinese if it has Han characters for a tenth of its letters.</summary>
    public static ImmutableArray<Quantity> Read(ReadOnlySpan<char> text) => Read(text, Detect(text));

    /// <summary>The language of a text by its script; English where there are no letters.</summary>
    public static NumeralLanguage Detect(ReadOnlySpan<char> text)
    {
        var han = 0;
        var latin = 0;
        foreach (var c in text)
        {
            han += c is >= '\u3400' and <= '\u9FFF' or '〇' ? 1 : 0;
            latin += char.IsAsciiLetter(c) ? 1 : 0;
        }

        return han > 0 && han * 9 >= latin ? NumeralLanguage.Chinese : NumeralLanguage.English;
    }
}
