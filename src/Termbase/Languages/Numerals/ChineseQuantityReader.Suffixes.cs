using Termbase.Model;

namespace Termbase.Languages.Numerals;

/// <summary>What stands behind a number: percent, 分之, 倍, 成, 折, money, units, classifiers.</summary>
internal ref partial struct ChineseQuantityReader
{
    private const string NotAfterCheng = "立为功员本果绩熟长就都交套年人分品型效语败份型因像";

    private readonly char CharAt(int at) => at < _text.Length ? _text[at] : '\0';

    private readonly bool Follows(int at, string words) => at <= _text.Length && _text[at..].StartsWith(words, StringComparison.Ordinal);

    private readonly int ReadWithSuffix(int start, NumberToken token)
    {
        if (CharAt(token.End) == '来' && token.Whole > 0 && token.Whole % 10 == 0 && SuffixFollows(token.End + 1))
        {
            // 四十来名
            token.About = true;
            token.End++;
        }

        var end = token.End;
        var next = CharAt(end) == ' ' && token.Form == NumberForm.Digits ? end + 1 : end;
        if (Follows(end, "分之"))
        {
            return ReadFraction(start, token);
        }

        if (CharAt(end) is '%' or '％' or '﹪')
        {
            return Finish(start, end + 1, Share(QuantityKind.Percent), token, new Rational(1, 100));
        }

        if (CharAt(end) == '‰')
        {
            return Finish(start, end + 1, Share(QuantityKind.Percent), token, new Rational(1, 1000));
        }

        if (Follows(end, "个百分点") || Follows(end, "百分点"))
        {
            return Finish(start, end + (CharAt(end) == '个' ? 4 : 3), Share(QuantityKind.PercentagePoint), token, new Rational(1, 100));
        }

        if (Follows(end, "个基点") || Follows(end, "基点") || Follows(end, "个基本点"))
        {
            return Finish(start, _text[end..].IndexOf('点') + end + 1, Share(QuantityKind.PercentagePoint), token, new Rational(1, 10_000));
        }

        if (CharAt(end) == '后' && CharAt(end + 1) is not '来' && token.Form == NumberForm.Digits && token.DigitCount is 2 && token.Whole is >= 50 && token.Whole % 5 == 0)
        {
            return AddThrough(new Quantity { Kind = QuantityKind.Decade, Span = TextSpan.FromBounds(start, end + 1), Value = token.Value, HasDigits = true, Confidence = 0.8 });
        }

        // Diploid and hexadecimal are words, and numbers only by origin.
        if (Follows(end, "倍体") || Follows(next, "进制") || Follows(next, "进位"))
        {
            return Finish(start, next + 2, new Quantity { Kind = QuantityKind.Cardinal, Span = default, Confidence = 0.25 }, token);
        }

        if (CharAt(end) == '日' && IsPeriodOfDays(token, end))
        {
            return Finish(start, end + 1, new Quantity { Kind = QuantityKind.Measure, Unit = UnitTable.Get("d"), Span = default }, token);
        }

        if (CharAt(end) == '倍')
        {
            return ReadMultiple(start, token, end + 1, token.Value);
        }

        if (CharAt(end) == '成' && token.Value <= 10 && !NotAfterCheng.Contains(CharAt(end + 1), StringComparison.Ordinal))
        {
            return ReadTenths(start, token);
        }

        if (CharAt(end) == '折' && CharAt(end + 1) is not ('叠' or '射' or '腾' or '旧' or '合' or '子' or '线' or '返'))
        {
            var price = token.Value > 10 && token.Value < 100 ? token.Value / 100 : token.Value / 10;
            token.Value = token.Upper = price;
            return Finish(start, end + 1, Share(QuantityKind.Percent) with { Alternative = Rational.One - price }, token);
        }

        if (CharAt(end) is ':' or '：' or '比' or '∶' && DigitScanner.Digit(CharAt(end + 1)) >= 0 && DigitScanner.TryRead(_text, end + 1, out var right))
        {
            return Finish(start, right.End, new Quantity { Kind = QuantityKind.Ratio, Upper = right.Value, Span = default }, token);
        }

        if (CurrencyTable.Chinese.TryMatch(_text, next, out var currency, out var moneyEnd) && !IsMembers(token, moneyEnd) && !(CharAt(next) == '块' && CharAt(next + 1) != '钱' && token.Form != NumberForm.Digits && token.Whole is >= 0 and < 10))
        {
            return ReadMoney(start, token, currency, moneyEnd);
        }

        if (UnitTable.Chinese.TryMatch(_text, next, out var unit, out var unitEnd) && IsUnitHere(unit, token, next, unitEnd))
        {
            return ReadMeasure(start, token, unit, unitEnd);
        }

        return ReadBare(start, token);
    }

    // 六元环, 三元组: members, not money.
    private readonly bool IsMembers(NumberToken token, int end) => CharAt(end - 1) == '元' && token.Form == NumberForm.Chinese && token.Whole is > 0 and < 13
        && (CharAt(end) is '环' or '酰' or '杂' or '胺' or '醇' or '酸' || Follows(end, "方程") || Follows(end + 2, "方程") || Follows(end, "合金") || Follows(end, "体系") || Follows(end, "共聚") || Follows(end, "函数") || (CharAt(end) == '组' && CharAt(end + 1) != '合'));

    private static Quantity Share(QuantityKind kind) => new() { Kind = kind, Span = default };

    // Names of units that mean something else: 里 after a small Chinese number, 两周, 斤两, 年 in 年级.
    private readonly bool IsUnitHere(MeasureUnit unit, NumberToken token, int at, int end) => !(char.IsAsciiLetter(CharAt(end - 1)) && char.IsAsciiLetter(CharAt(end))) && unit.Id switch
    {
        "t" => CharAt(end) is not ('位' or '级'),
        "s" => CharAt(end) is not ('差' or '杀' or '表'),
        "chi" => CharAt(end) is not ('寸' or '度' or '子' or '码' or '骨' or '神'),
        "li" => CharAt(end) is not ('程' or '面') && (end - at > 1 || token.Value > 1),
        "year" => CharAt(end) is not ('级' or '代' or '度'),
        "week" => CharAt(at) != '周' || CharAt(end) is not ('年' or '岁' or '边' or '围' or '期' or '一' or '二' or '三' or '四' or '五' or '六' or '日'),
        "yd" => CharAt(end) is not ('流' or '元' or '率' or '值' or '字' or '位' or '段' or '本' or '头' or '农'),
        "d" => CharAt(end) is not ('然' or '津' or '桥' or '王' or '空'),
        "g" when CharAt(at) == 'g' => !(token.Whole is > 1 and < 7 && CharAt(end) is '网' or '手' or '时' or '基' or '信' or '通' or '技' or '移'),
        "g" => CharAt(at) != '克' || CharAt(end) is not ('什' or '里' or '拉' or '罗' or '林' or '服' or '隆'),
        "m" => CharAt(at) != '米' || CharAt(end) is not ('饭' or '粉' or '兰'),
        _ => true,
    };

    private readonly int ReadMeasure(int start, NumberToken token, MeasureUnit unit, int end)
    {
        if (CharAt(end) == '半' && unit.Dimension is "month" or "s" && !token.HasPoint)
        {
            token.Upper = token.IsRange ? token.Upper : token.Value + new Rational(1, 2);
            token.Value += new Rational(1, 2);
            end++;
        }

        var approximate = CharAt(end) == '多' && CharAt(end + 1) is not ('元' or '方' or '样') && unit.Metric ? 1 : 0;
        token.More |= approximate == 1;
        return Finish(start, end + approximate, new Quantity { Kind = QuantityKind.Measure, Unit = unit, Span = default }, token);
    }

    // 三块五, 3元5角2分.
    private readonly int ReadMoney(int start, NumberToken token, string currency, int end)
    {
        while (!token.IsRange && end < _text.Length && (DigitScanner.Digit(_text[end]) >= 0 || ChineseNumerals.Digit(_text[end]) >= 0)
            && ChineseNumberScanner.TryRead(_text, end, false, out var part) && CharAt(part.End) is '角' or '毛' or '分' && part.Value < 100)
        {
            token.Value += part.Value * new Rational(1, CharAt(part.End) == '分' ? 100 : 10);
            token.Upper = token.Value;
            end = part.End + 1;
        }

        return Finish(start, end, new Quantity { Kind = QuantityKind.Money, Currency = currency == "?" ? null : currency, Span = default }, token);
    }

    private readonly int ReadFraction(int start, NumberToken denominator)
    {
        var at = denominator.End + 2;
        if (at >= _text.Length || denominator.Value == Rational.Zero || !ChineseNumberScanner.TryRead(_text, at, true, out var top))
        {
            return at;
        }

        var range = JoinRange(top);
        top = Follows(range.End, "分之") ? top : range;
        var kind = denominator.Value == 100 || denominator.Value == 1000 ? QuantityKind.Percent : QuantityKind.Fraction;
        if (Follows(top.End, "个百分点"))
        {
            return top.End;
        }

        return Finish(start, top.End, Share(kind) with { Confidence = 0.9 }, top, Rational.One / denominator.Value);
    }

    private readonly int ReadTenths(int start, NumberToken token)
    {
        var end = token.End + 1;
        var tenth = new Rational(1, 10);
        token.Value *= tenth;
        token.Upper *= tenth;
        if (CharAt(end) == '半' || ChineseNumerals.Digit(CharAt(end)) > 0)
        {
            var digit = CharAt(end) == '半' ? 5 : ChineseNumerals.Digit(CharAt(end));
            token.Value += new Rational(digit, 100);
            token.Upper = token.Value;
            end++;
        }

        return Finish(start, end, Share(QuantityKind.Percent), token);
    }

    // 增长两倍 is to three times as much, 增长到两倍 to twice; the verb may stand before a hedge (增长近两倍).
    private readonly int ReadMultiple(int start, NumberToken token, int end, Rational times)
    {
        var before = start;
        if (ChineseContext.Before.TryMatchBefore(_text, before, out _, out var hedge))
        {
            before = hedge;
        }

        if (CharAt(end) == '半')
        {
            times += new Rational(1, 2);
            end++;
        }

        var grows = ChineseContext.Growth.TryMatchBefore(_text, before, out _, out _);
        var quantity = new Quantity { Kind = QuantityKind.Multiple, Span = default, Alternative = grows && token.Value > 10 ? times : null };
        var upper = token.IsRange ? token.Upper : times;
        (token.Value, token.Upper) = grows ? (times + 1, upper + 1) : (times, upper);
        return Finish(start, end, quantity, token);
    }

    // 翻番, 翻一番 ×2; 翻两番 ×4; 翻三倍 ×3.
    private readonly int ReadDoubling(int at)
    {
        var i = CharAt(at + 1) == '了' ? at + 2 : at + 1;
        var hedged = ChineseContext.Before.TryMatch(_text, i, out var bound, out var afterHedge);
        i = hedged ? afterHedge : i;
        var times = CharAt(i) == '番' ? 1 : ChineseNumerals.Digit(CharAt(i)) is > 0 and var digit ? digit : DigitScanner.Digit(CharAt(i));
        var end = CharAt(i) == '番' ? i + 1 : i + 2;
        if (times is < 1 or > 9 || CharAt(end - 1) != '番')
        {
            return Math.Max(at + 1, hedged ? at + 1 : i);
        }

        Rational factor = 1L << times;
        var token = new NumberToken { Start = at, End = end, Value = factor, Upper = factor, Scale = 1, Form = NumberForm.Chinese };
        return Finish(at, end, new Quantity { Kind = QuantityKind.Multiple, Span = default, Bound = bound, Confidence = 0.9 }, token);
    }

    // 半年, 半小时, 一半, 过半; 上半年 is a name of a half-year.
    private readonly int ReadHalf(int at)
    {
        if (IdiomList.TryChinese(_text, at, out var idiomEnd))
        {
            return idiomEnd;
        }

        var half = new Rational(1, 2);
        var previous = at > 0 ? _text[at - 1] : '\0';
        if (previous is '上' or '下' or '前' or '后' or '大' or '小')
        {
            return at + 1;
        }

        if (previous is '一' or '过' or '超' or '近' or '减' || CharAt(at + 1) == '数' || Follows(at, "半以上"))
        {
            var start = previous is '一' ? at - 1 : at;
            var token = new NumberToken { Start = at, Value = half, Upper = half, Form = NumberForm.Chinese };
            return Finish(start, at + (CharAt(at + 1) == '数' ? 2 : 1), Share(QuantityKind.Fraction) with { Confidence = 0.7, Bound = previous is '过' or '超' ? QuantityBound.MoreThan : QuantityBound.Exact }, token);
        }

        var unitAt = at + 1;
        if ((UnitTable.Chinese.TryMatch(_text, unitAt, out var unit, out var end) || (CharAt(unitAt) == '个' && UnitTable.Chinese.TryMatch(_text, unitAt + 1, out unit, out end)))
            && unit.Dimension is "s" or "month" or "m")
        {
            return AddThrough(new Quantity { Kind = QuantityKind.Measure, Span = TextSpan.FromBounds(at, end), Value = half, Unit = unit, Confidence = 0.6 });
        }

        return at + 1;
    }

    private readonly int ReadBare(int start, NumberToken token)
    {
        var next = CharAt(token.End);
        var digits = token.Form == NumberForm.Digits;
        if (!digits && token.Form != NumberForm.Positional && token.Length == 1)
        {
            return ReadSingle(start, token, next);
        }

        if (token.Form == NumberForm.Positional)
        {
            return ReadPositional(start, token);
        }

        var ordinal = next is '届' || (next == '大' && !digits && token.Value >= 11 && token.Value < 30) || Follows(token.End, "中全会") || Follows(token.End, "季度");
        if (next == '半' && !digits && CharAt(token.End + 1) is '个')
        {
            return token.End;
        }

        // Half: 两个半小时, 三个半月.
        if (next == '个' && CharAt(token.End + 1) == '半' && UnitTable.Chinese.TryMatch(_text, token.End + 2, out var unit, out var end))
        {
            return ReadHalfMore(start, token, unit, end);
        }

        var previous = start > 0 ? _text[start - 1] : '\0';
        if (token.Whole is > 0 and < 100 && ((next is '、' && previous == '\0') || (next is '）' or ')' && previous is '（' or '(' or '\0')))
        {
            return Finish(start, token.End, new Quantity { Kind = QuantityKind.Ordinal, Span = default, Confidence = 0.15, IsHeading = true }, token);
        }

        var year = digits && token.LooksLikeYear && token.Whole is >= 1900 and <= 2100 && !ChineseContext.IsClassifier(next);
        var quantity = new Quantity
        {
            Kind = ordinal ? QuantityKind.Ordinal : year ? QuantityKind.Year : QuantityKind.Cardinal,
            Span = default,
            Calendar = year ? new CalendarParts { Year = token.Whole } : null,
            Confidence = digits ? 0.95 : token.Scale > 1 && ChineseNumerals.Scale(_text[start]) > 0 && token.Scale != 10 ? 0.5 : 0.85,
        };
        return Finish(start, token.End, quantity, token);
    }

    private readonly int ReadHalfMore(int start, NumberToken token, MeasureUnit unit, int end)
    {
        // 个半月 is months; 月 alone is no unit in the table.
        token.Value += new Rational(1, 2);
        token.Upper = token.Value;
        return Finish(start, end, new Quantity { Kind = QuantityKind.Measure, Unit = unit, Span = default, Confidence = 0.8 }, token);
    }

    private readonly int ReadSingle(int start, NumberToken token, char next)
    {
        var value = token.Whole;
        if (value >= 100 && AllowsBareScale(start))
        {
            return Finish(start, token.End, new Quantity { Kind = QuantityKind.Cardinal, Span = default, Confidence = 0.4 }, token);
        }

        if (value == 10 && _text[start] is not '十' || value == 0 || ChineseNumerals.IsFormal(_text[start]) || value > 10)
        {
            return token.End;
        }

        var previous = start > 0 ? _text[start - 1] : '\0';
        if (next == '个' && CharAt(token.End + 1) == '半' && UnitTable.Chinese.TryMatch(_text, token.End + 2, out var unit, out var end))
        {
            return ReadHalfMore(start, token, unit, end);
        }

        if (next == '个' && Follows(token.End + 1, "半月"))
        {
            return ReadHalfMore(start, token, UnitTable.Get("month"), token.End + 3);
        }

        if (next is '届' || Follows(token.End, "中全会") || Follows(token.End, "季度"))
        {
            return Finish(start, token.End, new Quantity { Kind = QuantityKind.Ordinal, Span = default, Confidence = 0.7 }, token);
        }

        // Headings and enumerations: 一、…, （二）…, 三是….
        if ((next is '、' or '.' or '）' or ')' && (start == 0 || previous is '（' or '(' or '。' or '\n' or ' ' or '；')) || (next == '是' && previous is '\0' or '。' or '；' or '，' or '：' or '\n' or ' '))
        {
            return Finish(start, token.End, new Quantity { Kind = QuantityKind.Ordinal, Span = default, Confidence = 0.15, IsHeading = true }, token);
        }

        // 一号文件, 三号楼; 第一、二、三条: the middle ones, too.
        if (next == '号' || (previous == '、' && next == '、' && start > 1 && ChineseNumerals.Digit(_text[start - 2]) == value - 1))
        {
            return Finish(start, token.End, new Quantity { Kind = QuantityKind.Ordinal, Span = default, Confidence = 0.3 }, token);
        }

        if (value == 1)
        {
            return ChineseContext.IsClassifier(next) && next is not ('种' or '起' or '点' or '声' or '度' or '直' or '面')
                ? Finish(start, token.End, new Quantity { Kind = QuantityKind.Cardinal, Span = default, Confidence = 0.2 }, token)
                : token.End;
        }

        var confidence = ChineseContext.IsClassifier(next) ? 0.6 : ChineseContext.IsCountable(next) ? 0.3 : 0;
        return confidence == 0 || previous is '老' or '初' or '星' or '周'
            ? token.End
            : Finish(start, token.End, new Quantity { Kind = QuantityKind.Cardinal, Span = default, Confidence = confidence }, token);
    }

    // 二〇二一 without 年; other rows of digits are names (七一九所).
    private readonly int ReadPositional(int start, NumberToken token)
    {
        if (token.LooksLikeYear && token.Whole is >= 1800 and < 2100)
        {
            return Finish(start, token.End, new Quantity { Kind = QuantityKind.Year, Calendar = new CalendarParts { Year = token.Whole }, Span = default, Confidence = 0.8 }, token);
        }

        if (token.DigitCount >= 2 && (ChineseContext.IsClassifier(CharAt(token.End)) && token.DigitCount > 2 && CharAt(token.End) is not ('所' or '团' or '连' or '师' or '队' or '部' or '班' or '局' or '个')))
        {
            return Finish(start, token.End, new Quantity { Kind = QuantityKind.Cardinal, Span = default, Confidence = 0.4 }, token);
        }

        return token.End;
    }

    /// <summary>Adds hedges and the token's value to a quantity and reports it; returns where it ends.</summary>
    private readonly int Finish(int start, int end, Quantity quantity, NumberToken token, Rational? scale = null)
    {
        var bound = token.More ? QuantityBound.MoreThan : token.About ? QuantityBound.About : quantity.Bound;
        if ((ChineseContext.Before.TryMatchBefore(_text, start, out var before, out var hedge) || (start > 1 && _text[start - 1] == ' ' && ChineseContext.Before.TryMatchBefore(_text, start - 1, out before, out hedge)))
            && (_text[hedge] != '上' || ChineseNumerals.Scale(_text[start]) > 0) && !(_text[hedge] == '超' && hedge > 0 && _text[hedge - 1] == '赶'))
        {
            (bound, start) = (bound == QuantityBound.Exact || before != QuantityBound.About ? before : bound, hedge);
        }

        // 小一万块: a little less.
        if (bound == QuantityBound.Exact && start > 0 && _text[start - 1] == '小' && _text[start] is '一' or '两' && ChineseNumerals.Scale(CharAt(start + 1)) > 0)
        {
            (bound, start) = (QuantityBound.Nearly, start - 1);
        }

        if (quantity.Kind is not QuantityKind.Ordinal && ChineseContext.After.TryMatch(_text, end, out var after, out var afterEnd)
            && (_text[end] is not ('多' or '余') || quantity.Unit is not null || quantity.Currency is not null) && !(_text[end] == '许' && CharAt(end + 1) is '多' or '可'))
        {
            (bound, end) = (after, afterEnd);
        }

        var factor = scale ?? Rational.One;
        var named = bound == QuantityBound.Exact && token.Length == 1 && IsScaleOfUnits(start, token.End);
        return AddThrough(quantity with
        {
            Span = TextSpan.FromBounds(start, end),
            Value = token.Value * factor,
            Upper = token.IsRange ? token.Upper * factor : quantity.Upper,
            Bound = bound,
            HasDigits = token.Form == NumberForm.Digits,
            Confidence = named ? 0.3 : token.Form == NumberForm.Digits || quantity.Confidence < 0.95 ? quantity.Confidence : token.Whole == 1 && token.Length == 1 ? 0.25 : token.Whole is >= 0 and < 10 ? 0.75 : 0.9,
        });
    }
}
