using Termbase.Model;

namespace Termbase.Languages.Numerals;

/// <summary>English dates in both orders, months, years, times.</summary>
internal ref partial struct EnglishQuantityReader
{
    private readonly bool TryReadNumericCalendar(int at, out int end)
    {
        if (NumericDateScanner.TryReadDate(_text, at, out var date, out end))
        {
            Add(Calendar(QuantityKind.Date, at, end, date));
            return true;
        }

        if (NumericDateScanner.TryReadTime(_text, at, out var time, out end))
        {
            time = WithHalfOfDay(time, ref end);
            Add(Calendar(QuantityKind.Time, at, end, time));
            return true;
        }

        return false;
    }

    private static Quantity Calendar(QuantityKind kind, int start, int end, CalendarParts parts) => new()
    {
        Kind = kind,
        Span = TextSpan.FromBounds(start, end),
        Calendar = parts,
        Value = kind switch { QuantityKind.Year => parts.Year!.Value, QuantityKind.Month => parts.Month!.Value, _ => Rational.Zero },
        HasDigits = true,
    };

    // " p.m.", "pm", " in the afternoon"
    private readonly CalendarParts WithHalfOfDay(CalendarParts time, ref int end)
    {
        var at = CharAt(end) is ' ' or '\u00A0' ? end + 1 : end;
        var dotted = Follows(at, "a.m.") || Follows(at, "p.m.");
        var plain = (Follows(at, "am") || Follows(at, "pm")) && !char.IsAsciiLetterOrDigit(CharAt(at + 2));
        if (!dotted && !plain)
        {
            var evening = Follows(at, "in the afternoon") || Follows(at, "in the evening");
            return evening || Follows(at, "in the morning") ? time with { HalfOfDayKnown = true, Hour = evening && time.Hour < 12 ? time.Hour + 12 : time.Hour } : time;
        }

        var pm = CharAt(at) is 'p' or 'P';
        end = at + (dotted ? 4 : 2);
        return time with { HalfOfDayKnown = true, Hour = pm && time.Hour < 12 ? time.Hour + 12 : !pm && time.Hour == 12 ? 0 : time.Hour };
    }

    private readonly bool TryReadCalendar(NumberToken token, out int end)
    {
        end = token.End;
        if (token.HasPoint && TryReadDottedTime(token, out end))
        {
            return true;
        }

        end = token.End;
        if (token.Whole is >= 0 and <= 24 && token.Scale == 1 && !token.IsOrdinal && !token.HasPoint)
        {
            var time = new CalendarParts { Hour = token.Whole };
            var timeEnd = end;
            if (Follows(end, " o'clock") || Follows(end, " o’clock"))
            {
                timeEnd = end + 8;
                time = WithHalfOfDay(time, ref timeEnd);
            }
            else if (CharAt(end) is ' ' or 'a' or 'p' or 'A' or 'P')
            {
                time = Follows(end, " in the ") ? time : WithHalfOfDay(time, ref timeEnd);
            }

            if (timeEnd > end)
            {
                end = AddThrough(Calendar(QuantityKind.Time, token.Start, timeEnd, time));
                return true;
            }
        }

        // 8 July 2021, 8th of July
        if (token.Whole is >= 1 and <= 31 && token.Scale == 1 && !token.HasPoint && CharAt(end) == ' ')
        {
            var at = Follows(end, " of ") ? end + 4 : end + 1;
            var monthEnd = EnglishNumberScanner.WordEnd(_text, at);
            if (EnglishNumberWords.TryMonth(_text[at..monthEnd], out var month) && (token.Form == NumberForm.Digits || token.IsOrdinal))
            {
                monthEnd = CharAt(monthEnd) == '.' ? monthEnd + 1 : monthEnd;
                end = AddThrough(WithYear(QuantityKind.Date, token.Start, monthEnd, new CalendarParts { Month = month, Day = token.Whole }));
                return true;
            }
        }

        return TryReadYearRange(token, out end);
    }

    // half past six, a quarter past nine, a quarter to ten
    private readonly bool TryReadQuarterHour(int start, int end, out int timeEnd)
    {
        timeEnd = end;
        var to = Follows(end, " to ");
        var at = to ? end + 4 : Follows(end, " past ") ? end + 6 : -1;
        if (at < 0 || !(DigitScanner.Digit(CharAt(at)) >= 0 ? DigitScanner.TryRead(_text, at, out var hour) : EnglishNumberScanner.TryReadWords(_text, at, out hour)) || hour.IsOrdinal || hour.HasPoint || hour.Whole is < 1 or > 12)
        {
            return false;
        }

        timeEnd = hour.End;
        var half = _text[start] is 'h' or 'H';
        if (to && half)
        {
            return false;
        }

        var time = new CalendarParts { Hour = to ? (hour.Whole == 1 ? 12 : hour.Whole - 1) : hour.Whole, Minute = half ? 30 : to ? 45 : 15 };
        time = WithHalfOfDay(time, ref timeEnd);
        Add(Calendar(QuantityKind.Time, start, timeEnd, time));
        return true;
    }

    // 6.20 p.m.
    private readonly bool TryReadDottedTime(NumberToken token, out int end)
    {
        end = token.End;
        var digits = _text[token.Start..token.End];
        var point = digits.IndexOf('.');
        if (point is not (1 or 2) || digits.Length - point != 3 || token.Scale != 1 || token.Form != NumberForm.Digits)
        {
            return false;
        }

        var hour = (int)(token.Value.Numerator / token.Value.Denominator);
        var minute = (10 * DigitScanner.Digit(digits[point + 1])) + DigitScanner.Digit(digits[point + 2]);
        var time = WithHalfOfDay(new CalendarParts { Hour = hour, Minute = minute }, ref end);
        if (end == token.End || hour > 24 || minute > 59)
        {
            return false;
        }

        end = AddThrough(Calendar(QuantityKind.Time, token.Start, end, time));
        return true;
    }

    // 2021-2025, 2021–25, 2021 to 2025
    private readonly bool TryReadYearRange(NumberToken token, out int end)
    {
        end = token.End;
        if (!token.LooksLikeYear || token.Form != NumberForm.Digits)
        {
            return false;
        }

        var dash = CharAt(end) is '-' or '–' or '—' or '/';
        var at = dash ? end + 1 : Follows(end, " to ") ? end + 4 : Follows(end, " and ") && IsAfterBetween(token.Start) ? end + 5 : -1;
        if (at < 0 || !DigitScanner.TryRead(_text, at, out var last) || last.HasPoint || last.HasSeparator)
        {
            return false;
        }

        var year = last.LooksLikeYear ? last.Whole : dash && last.DigitCount == 2 ? (token.Whole / 100 * 100) + last.Whole : 0;
        if (year <= token.Whole || year > 2199 || char.IsAsciiLetter(CharAt(last.End)) || CharAt(last.End) == '-' && last.DigitCount == 2)
        {
            return false;
        }

        end = AddThrough(new Quantity { Kind = QuantityKind.YearRange, Span = TextSpan.FromBounds(token.Start, last.End), Value = token.Value, Upper = year, HasDigits = true });
        return true;
    }

    // July 8, 2021; July 8th; July 2021; July
    private readonly bool TryReadMonth(int start, int nameEnd, int month, out int end)
    {
        var full = nameEnd - start > 4 || _text[start..nameEnd] is "May" or "June" or "July";
        end = CharAt(nameEnd) == '.' && !full ? nameEnd + 1 : nameEnd;
        var at = CharAt(end) is ' ' or '-' or '\u00A0' ? end + 1 : end;
        if (Follows(end, " the ") && DigitScanner.Digit(CharAt(end + 5)) >= 0)
        {
            at = end + 5;
        }

        var parts = new CalendarParts { Month = month };
        if (at > end && DigitScanner.Digit(CharAt(at)) >= 0 && DigitScanner.TryRead(_text, at, out var number) && !number.HasSeparator && !number.HasPoint)
        {
            if (number.Whole is >= 1 and <= 31 && number.DigitCount <= 2 && CharAt(number.End) is not ':' and not '%')
            {
                var suffix = Follows(number.End, "st") || Follows(number.End, "nd") || Follows(number.End, "rd") || Follows(number.End, "th");
                if (suffix || !char.IsAsciiLetterOrDigit(CharAt(number.End)))
                {
                    end = AddThrough(WithYear(QuantityKind.Date, start, suffix ? number.End + 2 : number.End, parts with { Day = number.Whole }));
                    return true;
                }
            }
            else if (number.LooksLikeYear)
            {
                end = AddThrough(WithYear(QuantityKind.Month, start, end, parts));
                return true;
            }
        }

        if (!full || (_text[start..nameEnd] is "May" or "March" && !IsMonthHere(start, nameEnd)))
        {
            return false;
        }

        end = AddThrough(WithYear(QuantityKind.Month, start, nameEnd, parts));
        return true;
    }

    // "May" and "March" begin sentences as verbs, too.
    private readonly bool IsMonthHere(int start, int end) =>
        (start > 1 && _text[start - 1] is ' ' or '-' && EnglishContext.MonthBefore.TryMatchBefore(_text, start - 1, out _, out _))
        || Follows(end, " and June") || Follows(end, " to June") || Follows(end, ", June") || Follows(end, ", April") || Follows(end, " and April") || Follows(end, " this year") || Follows(end, " last year");

    // ", 2021" or " 2021" or " of 2021" behind a day or month.
    private readonly Quantity WithYear(QuantityKind kind, int start, int end, CalendarParts parts)
    {
        var at = Follows(end, ", ") ? end + 2 : Follows(end, " of ") ? end + 4 : CharAt(end) is ' ' or ',' or '-' ? end + 1 : -1;
        if (at > 0 && DigitScanner.Digit(CharAt(at)) >= 0 && DigitScanner.TryRead(_text, at, out var year) && year.LooksLikeYear && !char.IsAsciiLetter(CharAt(year.End)))
        {
            (parts, end) = (parts with { Year = year.Whole }, year.End);
        }

        return Calendar(kind, start, end, parts);
    }
}
