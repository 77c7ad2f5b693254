using System.Globalization;

namespace Termbase.Linting;

/// <summary>A number of running text as the interval that rounding leaves open. Thread-safe.</summary>
internal static class RoundedAmount
{
    /// <summary>The value and half a unit of its last digit that is not zero; (0, 0) where it is no number.</summary>
    public static (double Value, double Half) Of(string digits, string unit)
    {
        var plain = digits.Replace(",", "", StringComparison.Ordinal).TrimEnd('.');
        if (!double.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return (0, 0);
        }

        var point = plain.IndexOf('.', StringComparison.Ordinal);
        var trimmed = point < 0 ? plain.TrimEnd('0') : plain;
        var last = point < 0 ? Math.Pow(10, plain.Length - trimmed.Length) : Math.Pow(10, point + 1 - plain.Length);
        var factor = unit switch { "million" => 1e6, "billion" => 1e9, "trillion" => 1e12, "thousand" => 1e3, "hundred" => 1e2, _ => 1 };
        return (value * factor, last / 2 * factor);
    }

    /// <summary>A whole number in digits, or a number word up to twenty and the tens; null for any other word.</summary>
    public static int? Whole(string word) =>
        int.TryParse(word.Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n
        : Array.IndexOf(Words, word.ToLowerInvariant()) is >= 0 and var at ? at <= 20 ? at : (at - 18) * 10 : null;

    /// <summary>The pattern of what <see cref="Whole"/> reads.</summary>
    public const string Pattern = @"(?:\d{1,3}(?:,\d{3})+|\d+|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Tt]hirteen|[Ff]ourteen|[Ff]ifteen|[Ss]ixteen|[Ss]eventeen|[Ee]ighteen|[Nn]ineteen|[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty)";

    private static readonly string[] Words =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
        "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ];
}
