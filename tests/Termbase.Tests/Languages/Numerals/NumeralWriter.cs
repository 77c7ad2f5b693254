using System.Text;

namespace Termbase.Tests.Languages.Numerals;

/// <summary>Writes integers in Chinese numerals and English words, by the grammar of each, for tests that read them back.</summary>
internal static class NumeralWriter
{
    private static readonly string[] Small = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    public static string Chinese(long number)
    {
        var text = new StringBuilder();
        var gap = false;
        foreach (var (scale, name) in new[] { (1_000_000_000_000L, "万亿"), (100_000_000L, "亿"), (10_000L, "万"), (1L, "") })
        {
            var group = number / scale % 10_000;
            if (group == 0)
            {
                gap = text.Length > 0;
                continue;
            }

            // 万亿 and 亿 share one 亿: 二万三千亿 is what is written, not 二万亿三千亿.
            var shared = name == "万亿" && number / 100_000_000L % 10_000 > 0 ? "万" : name;
            text.Append((gap || (text.Length > 0 && group < 1000)) ? "零" : "").Append(Group(group)).Append(shared);
            gap = false;
        }

        var written = text.ToString();
        return written.StartsWith("一十", StringComparison.Ordinal) ? written[1..] : written;
    }

    public static string English(long number)
    {
        var parts = new List<string>();
        foreach (var (scale, name) in new[] { (1_000_000_000_000L, " trillion"), (1_000_000_000L, " billion"), (1_000_000L, " million"), (1_000L, " thousand"), (1L, "") })
        {
            if (number / scale % 1000 is > 0 and var group)
            {
                parts.Add(Hundreds((int)group) + name);
            }
        }

        return string.Join(' ', parts);
    }

    private static string Group(long group)
    {
        var text = new StringBuilder();
        var gap = false;
        foreach (var (scale, name) in new[] { (1000, "千"), (100, "百"), (10, "十"), (1, "") })
        {
            var digit = (int)(group / scale % 10);
            if (digit == 0)
            {
                gap = text.Length > 0;
                continue;
            }

            text.Append(gap ? "零" : "").Append("零一二三四五六七八九"[digit]).Append(name);
            gap = false;
        }

        return text.ToString();
    }

    private static string Hundreds(int number)
    {
        var rest = number % 100;
        var small = rest == 0 ? "" : rest < 20 ? Small[rest] : Tens[rest / 10] + (rest % 10 == 0 ? "" : "-" + Small[rest % 10]);
        return number < 100 ? small : $"{Small[number / 100]} hundred{(small.Length > 0 ? " and " + small : "")}";
    }
}
