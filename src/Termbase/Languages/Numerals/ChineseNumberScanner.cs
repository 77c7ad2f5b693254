namespace Termbase.Languages.Numerals;

/// <summary>
/// Reads one number of a Chinese text: digits with 万 or 亿 (2.5万, 1亿2000万, 30多万), numerals plain and formal (二十五,
/// 贰拾, 廿三, 两万五, 三点五), digits read one by one (二〇二一) and neighbouring digits as a range (三四十, 七八).
/// </summary>
internal static class ChineseNumberScanner
{
    /// <summary>Whether a number starts at <paramref name="at"/>. <paramref name="allowBare"/>: a scale alone counts (上百, 近万).</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, bool allowBare, out NumberToken token)
    {
        if (DigitScanner.Digit(text[at]) >= 0)
        {
            return TryReadDigits(text, at, out token);
        }

        token = new NumberToken { Start = at, Scale = 1, Form = NumberForm.Chinese };
        return TryReadPositional(text, at, ref token) || TryReadNumerals(text, at, allowBare, ref token);
    }

    private static bool TryReadDigits(ReadOnlySpan<char> text, int at, out NumberToken token)
    {
        if (!DigitScanner.TryRead(text, at, out token))
        {
            return false;
        }

        ReadScales(text, ref token);

        // 1亿2000万, 3万5千, 7亿1千6百万: each next part is below the scale of the one before; 千 and 百 wait for the 万 behind them.
        Rational total = 0;
        var section = token.Value;
        while (token.Scale > 1 && token.End < text.Length && DigitScanner.Digit(text[token.End]) >= 0 && DigitScanner.TryRead(text, token.End, out var next))
        {
            ReadScales(text, ref next);
            var small = next.Scale >= 1_000_000 && next.Scale < 10_000_000_000 ? Small(next.Scale) : next.Scale;
            var large = next.Scale / small;
            var open = token.Scale < 10_000;
            if (next.HasPoint || (next.Scale == 1 && next.DigitCount < 2) || next.Value / large >= token.Scale || (open && large > 1 && total > Rational.Zero && large * section >= total))
            {
                break;
            }

            if (!open)
            {
                (total, section) = (total + section, 0);
            }

            section = open ? (section + (next.Value / large)) * large : next.Value;
            (token.Scale, token.End, token.More) = (open || large == 1 ? next.Scale : large, next.End, token.More || next.More);
        }

        token.Value = total + section;
        token.Upper = token.Value;
        return true;
    }

    // The part of a scale below 万: 100 of 百万, 1000 of 千万 and 千亿.
    private static Rational Small(Rational scale)
    {
        foreach (var large in (ReadOnlySpan<long>)[100_000_000, 10_000])
        {
            if (scale / large is { IsInteger: true } small && small > 1 && small < 10_000)
            {
                return small;
            }
        }

        return scale;
    }

    /// <summary>Multiplies 百, 千, 万, 亿 that follow into the token, with 余 or 多 before, between or after them.</summary>
    private static void ReadScales(ReadOnlySpan<char> text, ref NumberToken token)
    {
        SkipMore(text, ref token);

        // 20 亿, as it is set in software; 万科 and 万豪 are names.
        if (token.Form == NumberForm.Digits && token.End + 1 < text.Length && text[token.End] == ' ' && text[token.End + 1] is '万' or '亿'
            && !(token.End + 2 < text.Length && text[token.End + 2] is '科' or '达' or '豪' or '维' or '能' or '向' or '象'))
        {
            token.End++;
        }

        while (token.End < text.Length && token.Scale.Numerator < 10_000_000_000 && ChineseNumerals.Scale(text[token.End]) is > 10 and var scale && !IsUnitStart(text, token.End))
        {
            token.Value *= scale;
            token.Upper *= scale;
            token.Scale *= scale;
            token.End++;
            SkipMore(text, ref token);
        }
    }

    private static void SkipMore(ReadOnlySpan<char> text, ref NumberToken token)
    {
        if (token.End < text.Length && text[token.End] is '余' or '多' or '几' or '餘'
            && !(text[token.End] == '多' && token.End + 1 < text.Length && text[token.End + 1] is '元' && token.Scale == 1 && token.Form != NumberForm.Digits))
        {
            token.More = true;
            token.End++;
        }
    }

    /// <summary>千 of 千克 and 千瓦, 百 of 百分点, 万 of 万分之.</summary>
    private static bool IsUnitStart(ReadOnlySpan<char> text, int at) => at + 1 < text.Length && (text[at], text[at + 1]) is
        ('千', '克' or '瓦' or '米' or '赫' or '卡' or '帕' or '焦' or '伏') or ('百', '帕') or ('百' or '千' or '万', '分') && !(at + 2 < text.Length && text[at + 1] == '分' && text[at + 2] == '之');

    // Digits read one by one. Two of them are one number only where they cannot be a range (三四).
    private static bool TryReadPositional(ReadOnlySpan<char> text, int at, ref NumberToken token)
    {
        var i = at;
        Int128 value = 0;
        while (i < text.Length && (i > at && text[i] is '0' or 'O' or 'Ｏ' or '０' && IsZero(text, i) ? 0 : ChineseNumerals.Digit(text[i])) is >= 0 and var digit && i - at < 16)
        {
            value = (value * 10) + digit;
            i++;
        }

        var count = i - at;
        if (count < 2 || (i < text.Length && ChineseNumerals.Scale(text[i]) > 0) || text[at] is '两' or '兩')
        {
            return false;
        }

        if (count == 2 && IsRangePair(ChineseNumerals.Digit(text[at]), ChineseNumerals.Digit(text[at + 1])))
        {
            return false;
        }

        (token.Form, token.DigitCount, token.End) = (NumberForm.Positional, count, i);
        token.Value = token.Upper = new Rational(value, 1);
        return true;
    }

    // 二0二一, 一九三O年: a zero that was typed as a Latin sign.
    private static bool IsZero(ReadOnlySpan<char> text, int at) =>
        ChineseNumerals.Digit(text[at - 1]) >= 0 && at + 1 < text.Length && (text[at + 1] == '年' || ChineseNumerals.Digit(text[at + 1]) >= 0);

    /// <summary>三四, 七八, and 三五 (a handful).</summary>
    private static bool IsRangePair(int first, int second) => (first > 0 && second == first + 1) || (first == 3 && second == 5);

    private static bool TryReadNumerals(ReadOnlySpan<char> text, int at, bool allowBare, ref NumberToken token)
    {
        Span<long> total = [0, 0];
        Span<long> section = [0, 0];
        Span<long> current = [-1, -1];
        long lastScale = 0;
        long lastBig = 0;
        var sawZero = false;
        var i = at;
        for (; i < text.Length && i - at < 40; i++)
        {
            var c = text[i];
            if (ChineseNumerals.Digit(c) is >= 0 and var digit)
            {
                if (digit == 0)
                {
                    if (current[0] >= 0)
                    {
                        break;
                    }

                    sawZero = true;
                    current[0] = current[1] = i == at ? 0 : -1;
                }
                else if (current[0] < 0)
                {
                    current[0] = current[1] = digit;
                }
                else if (current[0] == current[1] && IsRangePair((int)current[0], digit))
                {
                    current[1] = digit;
                }
                else
                {
                    break;
                }

                continue;
            }

            if (ChineseNumerals.Twenties(c) is > 0 and var twenties && i == at)
            {
                section[0] = section[1] = twenties;
                lastScale = 10;
                continue;
            }

            if (ChineseNumerals.Scale(c) is > 0 and var scale && !IsUnitStart(text, i) && Multiply(total, section, current, scale, allowBare || i > at, scale < 10_000 ? lastScale : lastBig))
            {
                lastBig = scale < 10_000 ? lastBig : scale;
                (lastScale, sawZero) = (scale, false);
                continue;
            }

            // 三千多万: the scale behind 多 still counts.
            if (c is '余' or '多' or '几' or '餘' && lastScale > 0 && current[0] < 0)
            {
                token.More = true;
                if (i + 1 < text.Length && ChineseNumerals.Scale(text[i + 1]) >= 10_000)
                {
                    continue;
                }

                i++;
            }

            break;
        }

        if (i == at)
        {
            return false;
        }

        Finish(total, section, current, lastScale, sawZero);
        if (total[0] < 0 || total[1] < 0)
        {
            return false;
        }

        token.End = i;
        (token.Value, token.Upper, token.Scale) = (total[0], total[1], lastScale == 0 ? 1 : lastScale);
        ReadDecimals(text, ref token);
        if (token.IsRange || lastScale == 0 || token.HasPoint)
        {
            ReadScales(text, ref token);
        }

        return true;
    }

    // Applies a scale to what was read; false where it cannot follow (千 behind 百 starts another number).
    private static bool Multiply(Span<long> total, Span<long> section, Span<long> current, long scale, bool allowBare, long lastScale)
    {
        if (scale < 10_000)
        {
            var bare = current[0] < 0;
            if (bare && (section[0] > 0 || (scale != 10 && !allowBare) || lastScale is > 0 and < 10_000))
            {
                return false;
            }

            for (var side = 0; side < 2; side++)
            {
                section[side] += (bare ? 1 : current[side]) * scale;
                current[side] = -1;
            }

            return true;
        }

        var empty = current[0] < 0 && section[0] == 0;
        if (empty && total[0] == 0 && !allowBare)
        {
            return false;
        }

        for (var side = 0; side < 2; side++)
        {
            var part = section[side] + Math.Max(current[side], 0);
            if (total[side] == 0)
            {
                total[side] = (empty ? 1 : part) * scale;
            }
            else if (empty || lastScale < scale)
            {
                if (total[side] > long.MaxValue / scale / 2)
                {
                    return false;
                }

                total[side] = (total[side] + part) * scale;
            }
            else
            {
                total[side] += part * scale;
            }

            (section[side], current[side]) = (0, -1);
        }

        return true;
    }

    // 两万五 is 25,000: a last digit right behind a scale counts in the next lower one.
    private static void Finish(Span<long> total, Span<long> section, Span<long> current, long lastScale, bool sawZero)
    {
        for (var side = 0; side < 2; side++)
        {
            var rest = Math.Max(current[side], 0);
            var shortened = rest > 0 && lastScale >= 100 && !sawZero && current[0] == current[1];
            total[side] = checked(total[side] + section[side] + (shortened ? rest * (lastScale / 10) : rest));
        }
    }

    private static void ReadDecimals(ReadOnlySpan<char> text, ref NumberToken token)
    {
        if (token.IsRange || token.More || token.End + 1 >= text.Length || text[token.End] != '点' || ChineseNumerals.Digit(text[token.End + 1]) < 0)
        {
            return;
        }

        var i = token.End + 1;
        Rational fraction = 0;
        Rational place = 1;
        for (; i < text.Length && ChineseNumerals.Digit(text[i]) is >= 0 and var digit && i - token.End < 12; i++)
        {
            place *= new Rational(1, 10);
            fraction += place * digit;
        }

        // 三点五分, 三点二十: times of day.
        if (i < text.Length && text[i] is '分' or '十' or '刻' or '钟' && !(text[i] == '分' && i + 1 < text.Length && text[i + 1] == '之'))
        {
            return;
        }

        token.Value = token.Upper = token.Value + fraction;
        (token.End, token.HasPoint) = (i, true);
    }
}
