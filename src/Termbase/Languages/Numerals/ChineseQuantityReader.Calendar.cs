using Termbase.Model;

namespace Termbase.Languages.Numerals;

/// <summary>Years, months, days, times, decades and five-year plans.</summary>
internal ref partial struct ChineseQuantityReader
{
    private const string NotAfterHour = "代期间段光刻候尚差区速节机而有不常";

    private readonly bool TryReadNumericCalendar(int at, out int end)
    {
        if (NumericDateScanner.TryReadDate(_text, at, out var date, out end))
        {
            Add(new Quantity { Kind = QuantityKind.Date, Span = TextSpan.FromBounds(at, end), Calendar = date, HasDigits = true });
            return true;
        }

        if (NumericDateScanner.TryReadTime(_text, at, out var time, out end))
        {
            time = AfternoonOf(time, at);
            Add(new Quantity { Kind = QuantityKind.Time, Span = TextSpan.FromBounds(at, end), Calendar = time, HasDigits = true });
            return true;
        }

        return TryReadSeptember(at, out end);
    }

    // 911事件, “9·11”恐怖袭击
    private readonly bool TryReadSeptember(int at, out int end)
    {
        var length = Follows(at, "911") ? 3 : CharAt(at) == '9' && CharAt(at + 1) is '·' or '・' or '•' or '.' or '/' && Follows(at + 2, "11") ? 4 : 0;
        end = at + length;
        var behind = _text[Math.Min(end, _text.Length)..Math.Min(end + 6, _text.Length)];
        if (length == 0 || DigitScanner.Digit(CharAt(end)) >= 0 || !(behind.Contains("事件", StringComparison.Ordinal) || behind.Contains('恐')))
        {
            return false;
        }

        Add(new Quantity { Kind = QuantityKind.Date, Span = TextSpan.FromBounds(at, end), Calendar = new CalendarParts { Month = 9, Day = 11 }, HasDigits = true, Confidence = 0.6 });
        return true;
    }

    private readonly CalendarParts AfternoonOf(CalendarParts time, int at) =>
        ChineseContext.HalfOfDay.TryMatchBefore(_text, at, out var pm, out _)
            ? time with { HalfOfDayKnown = true, Hour = pm && time.Hour < 12 ? time.Hour + 12 : time.Hour }
            : time;

    private readonly bool TryReadCalendar(NumberToken token, out int end)
    {
        end = token.End;
        var at = CharAt(end) == ' ' ? end + 1 : end;
        switch (CharAt(at))
        {
            case '年':
                return TryReadYear(token, at, out end);
            case '月':
                return TryReadMonth(token, token.Start, null, at, out end);
            case '日' or '号' when token.Whole is >= 1 and <= 31 && token.Form != NumberForm.Positional && IsDay(token, at):
                end = AddThrough(Calendar(QuantityKind.Date, token.Start, at + 1, new CalendarParts { Day = token.Whole }, token));
                return true;
            case '时' or '点':
                return TryReadHour(token, at, out end);
            case '世' when CharAt(at + 1) == '纪':
                return TryReadCentury(token, at, out end);
            default:
                return TryReadCalendarSeries(token, out end);
        }
    }

    private readonly bool IsDay(NumberToken token, int at) => _text[at] == '日'
        ? !IsPeriodOfDays(token, at) && !(token.Whole == 1 && token.Form == NumberForm.Chinese) && CharAt(at + 1) is not ('元' or '本' or '圆' or '语' or '均') && !(token.Form == NumberForm.Chinese && token.Length == 1 && CharAt(at + 1) is '游')
        : CharAt(at + 1) is not ('线' or '楼' or '院' or '公' or '文' or '门' or '机' or '店' or '井' or '矿' or '厂' or '令' or '卫' or '船' or '轮' or '桌' or '馆' or '台' or '运' or '火' or '飞' or '探') && token.Form == NumberForm.Digits && !(token.Start > 0 && _text[token.Start - 1] is '〕' or ']' or '］' or '】');

    // 十五日内, 超过三十日, 六十日: a time of so many days, not a day of the month.
    private readonly bool IsPeriodOfDays(NumberToken token, int at) =>
        CharAt(at) == '日' && token.Form != NumberForm.Positional && !token.HasPoint && CharAt(at + 1) is not ('元' or '本' or '圆' or '语' or '均')
        && ((token.Whole > 31 && !token.LooksLikeYear) || CharAt(at + 1) == '内' || Follows(at + 1, "以内") || Follows(at + 1, "之内") || Follows(at + 1, "以上") || Follows(at + 1, "以下") || Follows(at + 1, "期满")
            || ChineseContext.Lasting.TryMatchBefore(_text, token.Start, out _, out _));

    private static Quantity Calendar(QuantityKind kind, int start, int end, CalendarParts parts, NumberToken token) => new()
    {
        Kind = kind,
        Span = TextSpan.FromBounds(start, end),
        Calendar = parts,
        Value = kind switch { QuantityKind.Year => parts.Year!.Value, QuantityKind.Month => parts.Month!.Value, _ => Rational.Zero },
        HasDigits = token.Form == NumberForm.Digits,
        Confidence = token.Form == NumberForm.Digits ? 0.95 : 0.9,
    };

    private readonly bool TryReadYear(NumberToken token, int at, out int end)
    {
        end = at + 1;
        if (CharAt(end) == '代')
        {
            if (token.Whole >= 0 && token.Whole % 10 == 0 && token.Whole is >= 10 and < 2100)
            {
                end = AddThrough(new Quantity { Kind = QuantityKind.Decade, Span = TextSpan.FromBounds(token.Start, end + 1), Value = token.Value + LastCentury(token), HasDigits = token.Form == NumberForm.Digits });
                return true;
            }

            return TryReadTwoDecades(token, token.Start, LastCentury(token), end + 1, out end);
        }

        var year = token.Whole;
        var next = CharAt(end);
        var ofEra = ChineseContext.Era.TryMatchBefore(_text, token.Start, out _, out _) && year > 0;
        var full = ofEra || token.LooksLikeYear && !(token.Whole % 1000 == 0 && token.Whole != 2000) && next is not ('来' or '间') && !(next == '前' && token.Whole % 100 == 0 && token.Whole < 1900);
        var monthAt = next == ' ' ? end + 1 : end;
        next = CharAt(monthAt);
        var monthFollows = DigitScanner.Digit(next) >= 0 || ChineseNumerals.Digit(next) > 0 || next == '十';
        if (!full && token.DigitCount == 2 && year >= 49 && (token.Form == NumberForm.Positional || monthFollows))
        {
            year += 1900;
            full = true;
        }

        if (!full)
        {
            return false;
        }

        if (monthFollows && ChineseNumberScanner.TryRead(_text, monthAt, false, out var month) && CharAt(month.End) == '月' && TryReadMonth(month, token.Start, year, month.End, out var monthEnd))
        {
            end = monthEnd;
            return true;
        }

        end = AddThrough(Calendar(QuantityKind.Year, token.Start, end, new CalendarParts { Year = year }, token));
        return true;
    }

    // 上世纪九十年代, as it is said since 2001.
    private readonly int LastCentury(NumberToken token) =>
        token.Value < 100 && (_text[..token.Start].EndsWith("上世纪", StringComparison.Ordinal) || _text[..token.Start].EndsWith("上个世纪", StringComparison.Ordinal)) ? 1900 : 0;

    // 六七十年代: the first carries the place, the second the year only.
    private readonly bool TryReadTwoDecades(NumberToken token, int start, int century, int stop, out int end)
    {
        end = stop;
        if (!token.IsRange || !token.Value.IsInteger || token.Value.Numerator % 10 != 0 || token.Upper.Numerator % 10 != 0 || token.Upper >= 100)
        {
            return false;
        }

        Add(new Quantity { Kind = QuantityKind.Decade, Span = TextSpan.FromBounds(start, stop), Value = token.Value + century });
        Add(new Quantity { Kind = QuantityKind.Decade, Span = new TextSpan(stop, 0), Value = token.Upper + century });
        return true;
    }

    private readonly bool TryReadMonth(NumberToken token, int start, int? year, int at, out int end)
    {
        end = at + 1;
        if (token.IsRange && token.Whole < 0 && token.Value >= 1 && token.Upper <= 12 && token.Value.IsInteger)
        {
            Add(Calendar(QuantityKind.Month, start, end, new CalendarParts { Year = year, Month = (int)token.Value.Numerator }, token));
            end = AddThrough(Calendar(QuantityKind.Month, end, end, new CalendarParts { Month = (int)token.Upper.Numerator }, token));
            return true;
        }

        if (token.Whole is < 1 or > 12 || CharAt(end) is '球' or '饼' or '季')
        {
            return false;
        }

        var parts = new CalendarParts { Year = year, Month = token.Whole };
        var dayAt = CharAt(end) == ' ' ? end + 1 : end;
        if (dayAt < _text.Length && (DigitScanner.Digit(_text[dayAt]) >= 0 || ChineseNumerals.IsNumeral(_text[dayAt]))
            && ChineseNumberScanner.TryRead(_text, dayAt, false, out var day) && day.Whole is >= 1 and <= 31)
        {
            var dayEnd = CharAt(day.End) == ' ' ? day.End + 1 : day.End;
            var series = CharAt(dayEnd) is '-' or '—' or '至' or '、' or '～' or '~' or '–' or '到';
            if (CharAt(dayEnd) is '日' or '号' || (series && SeriesEnds(day, "日号")))
            {
                end = AddThrough(Calendar(QuantityKind.Date, start, CharAt(dayEnd) is '日' or '号' ? dayEnd + 1 : day.End, parts with { Day = day.Whole }, token));
                return true;
            }
        }

        end = AddThrough(Calendar(QuantityKind.Month, start, CharAt(end) == '份' ? end + 1 : end, parts, token));
        return true;
    }

    private readonly bool TryReadHour(NumberToken token, int at, out int end)
    {
        end = at + 1;
        var isClock = _text[at] == '点';
        var halfKnown = ChineseContext.HalfOfDay.TryMatchBefore(_text, token.Start, out var pm, out _);
        if (token.Whole is < 0 or > 24 || token.HasPoint || NotAfterHour.Contains(CharAt(end), StringComparison.Ordinal) && CharAt(end) != '刻')
        {
            return false;
        }

        int? minute = null;
        if (end < _text.Length && (DigitScanner.Digit(_text[end]) >= 0 || ChineseNumerals.IsNumeral(_text[end]))
            && ChineseNumberScanner.TryRead(_text, end, false, out var minutes) && minutes.Whole is >= 0 and < 60 && (CharAt(minutes.End) == '分' || token.Form == NumberForm.Digits || CharAt(minutes.End) is not ('个' or '名')))
        {
            var quarter = CharAt(minutes.End) == '刻';
            minute = quarter ? minutes.Whole * 15 : minutes.Whole;
            end = CharAt(minutes.End) is '分' or '刻' ? minutes.End + 1 : minutes.End;
        }
        else if (CharAt(end) == '半')
        {
            minute = 30;
            end++;
        }
        else if (CharAt(end) is '整' or '钟')
        {
            minute = 0;
            end++;
        }
        else if (isClock && !halfKnown && !(token.Form == NumberForm.Digits && CharAt(end) is '许' or '左' or '至' or '，' or '前' or '后' or '到' or '起' or '，'))
        {
            return false;
        }

        if (!isClock && minute is null && token.Form != NumberForm.Digits && token.Length == 1 && !halfKnown && !(token.Start > 0 && _text[token.Start - 1] is '日' or '号'))
        {
            return false;
        }

        var hour = halfKnown && pm && token.Whole < 12 ? token.Whole + 12 : token.Whole;
        end = AddThrough(Calendar(QuantityKind.Time, token.Start, end, new CalendarParts { Hour = hour, Minute = minute, HalfOfDayKnown = halfKnown || hour > 12 }, token));
        return true;
    }

    private readonly bool TryReadCentury(NumberToken token, int at, out int end)
    {
        end = at + 2;
        if (token.Whole is < 1 or > 30)
        {
            return false;
        }

        if (end < _text.Length && (DigitScanner.Digit(_text[end]) >= 0 || ChineseNumerals.IsNumeral(_text[end]))
            && ChineseNumberScanner.TryRead(_text, end, false, out var decade) && Follows(decade.End, "年代") && (decade.Whole is >= 0 and < 100 || decade.IsRange))
        {
            if (decade.IsRange)
            {
                return TryReadTwoDecades(decade, token.Start, (token.Whole - 1) * 100, decade.End + 2, out end);
            }

            end = AddThrough(new Quantity { Kind = QuantityKind.Decade, Span = TextSpan.FromBounds(token.Start, decade.End + 2), Value = ((token.Whole - 1) * 100) + decade.Whole, HasDigits = token.Form == NumberForm.Digits });
            return true;
        }

        end = AddThrough(new Quantity
        {
            Kind = QuantityKind.Ordinal,
            Span = TextSpan.FromBounds(token.Start, end),
            Value = token.Value,
            HasDigits = token.Form == NumberForm.Digits,
            Confidence = token.Whole < 5 ? 0.5 : 0.9,
        });
        return true;
    }

    // 3、4月; 1-6月; 25日、26日 read alone; 0—24时: the first numbers borrow what the last one says.
    private readonly bool TryReadCalendarSeries(NumberToken token, out int end)
    {
        end = token.End;
        if (token.Whole is < 0 or > 31 || CharAt(end) is not ('、' or '-' or '—' or '至' or '～' or '~' or '–' or '到' or '和' or '－'))
        {
            return token.IsRange && CharAt(end) == '月' && TryReadMonth(token, token.Start, null, end, out end);
        }

        if (token.Whole is >= 1 and <= 12 && SeriesEnds(token, "月"))
        {
            end = AddThrough(Calendar(QuantityKind.Month, token.Start, end, new CalendarParts { Month = token.Whole }, token));
            return true;
        }

        if (token.Whole >= 1 && SeriesEnds(token, "日号"))
        {
            end = AddThrough(Calendar(QuantityKind.Date, token.Start, end, new CalendarParts { Day = token.Whole }, token));
            return true;
        }

        if (token.Whole <= 24 && SeriesEnds(token, "时"))
        {
            end = AddThrough(Calendar(QuantityKind.Time, token.Start, end, new CalendarParts { Hour = token.Whole }, token));
            return true;
        }

        return false;
    }

    // Whether a series of small numbers from this one on ends with one of the suffixes.
    private readonly bool SeriesEnds(NumberToken token, string suffixes)
    {
        for (var steps = 0; steps < 8; steps++)
        {
            var at = token.End;
            if (CharAt(at) is not ('、' or '-' or '—' or '至' or '～' or '~' or '–' or '到' or '和' or '－'))
            {
                return suffixes.Contains(CharAt(at), StringComparison.Ordinal) && CharAt(at + 1) is not ('元' or '本' or '代' or '间' or '期' or '线');
            }

            at++;
            if (at >= _text.Length || !(DigitScanner.Digit(_text[at]) >= 0 || ChineseNumerals.IsNumeral(_text[at])) || !ChineseNumberScanner.TryRead(_text, at, false, out token))
            {
                return false;
            }
        }

        return false;
    }

    // 2021-2025年, 2019至2021年.
    private readonly bool TryReadYearRange(NumberToken token, out int end)
    {
        end = token.End;
        if (!token.LooksLikeYear || !TryConnector(token.End, out var at) || at >= _text.Length || DigitScanner.Digit(_text[at]) < 0 && ChineseNumerals.Digit(_text[at]) < 0
            || !ChineseNumberScanner.TryRead(_text, at, false, out var last) || !last.LooksLikeYear || last.Value <= token.Value || SuffixFollows(last.End) && CharAt(last.End) != '年')
        {
            return false;
        }

        end = AddThrough(new Quantity
        {
            Kind = QuantityKind.YearRange,
            Span = TextSpan.FromBounds(token.Start, CharAt(last.End) == '年' ? last.End + 1 : last.End),
            Value = token.Value,
            Upper = last.Value,
            HasDigits = token.Form == NumberForm.Digits,
        });
        return true;
    }

    // 十四五 and 第十四个五年规划; not 十四五岁.
    private readonly bool TryReadPlan(int start, int at, out int end)
    {
        end = at;
        var number = 0;
        if (start < at)
        {
            if (!ChineseNumberScanner.TryRead(_text, at, false, out var token) || token.Whole is < 1 or > 30 || !(Follows(token.End, "个五年规划") || Follows(token.End, "个五年计划")))
            {
                return false;
            }

            (number, end) = (token.Whole, token.End + 5);
        }
        else
        {
            var tens = _text[at] == '十' ? 1 : 0;
            var digit = ChineseNumerals.Digit(CharAt(at + tens));
            var plan = digit is >= 1 and <= 9 && digit < (tens == 1 ? 8 : 10) && CharAt(at + tens + 1) == '五';
            var ten = tens == 1 && CharAt(at + 1) == '五' && ChineseNumerals.Digit(CharAt(at + 2)) < 0;
            end = at + (ten ? 2 : tens + 2);
            var named = Follows(end, "规划") || Follows(end, "计划") || Follows(end, "时期") || Follows(end, "期间")
                || (at > 0 && _text[at - 1] is '“' or '"' or '「' or '《' && CharAt(end) is '”' or '"' or '」' or '》');
            if (!plan && !(ten && named) || (plan && !named && (tens == 0 || SuffixFollows(end))) || (plan && ChineseNumerals.IsNumeral(CharAt(end))))
            {
                return false;
            }

            number = ten ? 10 : (tens * 10) + digit;
        }

        end = AddThrough(new Quantity { Kind = QuantityKind.PlanPeriod, Span = TextSpan.FromBounds(start, end), Value = number, Confidence = 0.95 });
        return true;
    }
}
