namespace Termbase.Languages.Numerals;

/// <summary>Dates and times that are written with digits alone, in either language: 2020-07-26, 7/8/2021, 17:34:48.</summary>
internal static class NumericDateScanner
{
    /// <summary>A date with year, month and day, both separators alike.</summary>
    public static bool TryReadDate(ReadOnlySpan<char> text, int at, out CalendarParts date, out int end)
    {
        date = null!;
        end = at;
        if (!Digits(text, ref end, out var first, out var firstLength) || end >= text.Length || text[end] is not ('-' or '/' or '.' or '－' or '／') || firstLength is not (1 or 2 or 4))
        {
            return false;
        }

        var separator = text[end++];
        if (!Digits(text, ref end, out var second, out var length) || length > 2 || end >= text.Length || text[end] != separator)
        {
            return false;
        }

        end++;
        if (!Digits(text, ref end, out var third, out length) || (end < text.Length && (text[end] == separator && separator != '.')))
        {
            return false;
        }

        if (firstLength == 4 && length <= 2 && Valid(first, second, third))
        {
            date = new CalendarParts { Year = first, Month = second, Day = third };
        }
        else if (firstLength <= 2 && length == 4 && Valid(third, first, second))
        {
            date = new CalendarParts { Year = third, Month = first, Day = second, DayMonthAmbiguous = second <= 12 && first != second };
        }
        else if (firstLength <= 2 && length == 4 && Valid(third, second, first))
        {
            date = new CalendarParts { Year = third, Month = second, Day = first };
        }

        return date is not null;
    }

    /// <summary>A time hh:mm or hh:mm:ss; the colon may be full-width.</summary>
    public static bool TryReadTime(ReadOnlySpan<char> text, int at, out CalendarParts time, out int end)
    {
        time = null!;
        end = at;
        if (!Digits(text, ref end, out var hour, out var length) || length > 2 || hour > 24 || !Colon(text, end))
        {
            return false;
        }

        // 20: 00, as it is typed: only where the minutes can be nothing else, for "Table 10: 30 rows" is no time.
        end += Follows(text, end + 1, " 00") && !(end + 4 < text.Length && (char.IsAsciiLetterOrDigit(text[end + 4]) || text[end + 4] is ',' or '.' && end + 5 < text.Length && char.IsAsciiDigit(text[end + 5]))) ? 2 : 1;
        if (!Digits(text, ref end, out var minute, out var minuteLength) || minuteLength != 2 || minute > 59)
        {
            return false;
        }

        time = new CalendarParts { Hour = hour, Minute = minute, HalfOfDayKnown = hour > 12 || length == 2 };
        var next = end + 1;
        if (Colon(text, end) && Digits(text, ref next, out var second, out length) && length == 2 && second < 60)
        {
            time = time with { Second = second };
            end = next;
        }

        return true;
    }

    private static bool Follows(ReadOnlySpan<char> text, int at, string words) => at <= text.Length && text[at..].StartsWith(words, StringComparison.Ordinal);

    private static bool Colon(ReadOnlySpan<char> text, int at) => at < text.Length && text[at] is ':' or '：' or '∶';

    private static bool Valid(int year, int month, int day) => year is >= 1000 and < 2200 && month is >= 1 and <= 12 && day is >= 1 and <= 31;

    private static bool Digits(ReadOnlySpan<char> text, ref int at, out int value, out int length)
    {
        value = 0;
        var start = at;
        while (at < text.Length && DigitScanner.Digit(text[at]) is >= 0 and var digit && at - start < 5)
        {
            value = (value * 10) + digit;
            at++;
        }

        length = at - start;
        return length > 0;
    }
}
