using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Languages.Numerals;

/// <summary>
/// Walks through a Chinese text once and turns numbers with what stands around them into quantities. Calendar readings
/// and suffixes (units, money, 倍, 成) are in files of their own.
/// </summary>
internal ref partial struct ChineseQuantityReader
{
    private readonly ReadOnlySpan<char> _text;
    private readonly ImmutableArray<Quantity>.Builder _found;

    public ChineseQuantityReader(ReadOnlySpan<char> text, ImmutableArray<Quantity>.Builder found)
    {
        _text = text;
        _found = found;
    }

    public readonly void Read()
    {
        for (var i = 0; i < _text.Length;)
        {
            i = StartsNumber(_text[i]) ? ReadAt(i) : CodeScanner.AfterEntity(_text, i);
        }
    }

    private static bool StartsNumber(char c) => c < '\u3000'
        ? char.IsAsciiLetterOrDigit(c) || c is '$' or '¥' or '€' or '£' or '₩' or '₽' or '₹' or (>= 'Ⅰ' and <= 'Ⅻ')
        : ChineseNumerals.IsNumeral(c) || c is '翻' or '半' or '几' or '数' or '第' or '首' or '￥' or '＄' or (>= '０' and <= '９') or '若' || c is '人' or '港';

    /// <summary>Reads what starts at a position; returns where to go on, always further.</summary>
    private readonly int ReadAt(int at)
    {
        var c = _text[at];
        if (CurrencyTable.Prefix.TryMatch(_text, at, out var currency, out var afterCurrency))
        {
            return ReadMoneyAfter(at, currency, afterCurrency);
        }

        if (char.IsAsciiLetterOrDigit(c) && CodeScanner.UrlEnd(_text, at) is > 0 and var urlEnd)
        {
            return urlEnd;
        }

        if (char.IsAsciiLetter(c))
        {
            var end = CodeScanner.RunEnd(_text, at, out var hasDigit);
            if (hasDigit)
            {
                Add(NameOf(at, end));
            }

            return end;
        }

        return c switch
        {
            '翻' => ReadDoubling(at),
            '半' => ReadHalf(at),
            '第' => ReadOrdinal(at),
            '首' => CharAt(at + 1) is '次' or '个' or '届' or '批' or '场' or '位' or '款' or '家' or '部' or '例' or '架' or '轮' or '条' or '艘' or '颗' or '台'
                ? AddThrough(new Quantity { Kind = QuantityKind.Ordinal, Span = new TextSpan(at, 1), Value = 1, Confidence = 0.3 })
                : at + 1,
            '几' or '数' or '若' => ReadIndefinite(at),
            '人' or '港' => at + 1,
            >= 'Ⅰ' and <= 'Ⅻ' => AddThrough(new Quantity { Kind = QuantityKind.Ordinal, Span = new TextSpan(at, 1), Value = c - 'Ⅰ' + 1, Confidence = 0.5 }),
            _ => ReadNumber(at),
        };
    }

    private readonly int ReadNumber(int at)
    {
        var isDigit = DigitScanner.Digit(_text[at]) >= 0;
        if (!isDigit && ChineseNumerals.Scale(_text[at]) is >= 100 and <= 10_000 and var parts && Follows(at + 1, "分之"))
        {
            return ReadFraction(at, new NumberToken { Start = at, End = at + 1, Value = parts, Upper = parts, Scale = 1, Form = NumberForm.Chinese });
        }

        if (!isDigit && IdiomList.TryChinese(_text, at, out var idiomEnd) && !IsPartOfDigits(at, idiomEnd))
        {
            return idiomEnd;
        }

        if (!isDigit && TryReadPlan(at, at, out var planEnd))
        {
            return planEnd;
        }

        if (isDigit && (TryReadNumericCalendar(at, out var end) || TryReadCode(at, out end)))
        {
            return end;
        }

        if (!ChineseNumberScanner.TryRead(_text, at, AllowsBareScale(at), out var token))
        {
            return isDigit ? CodeScanner.RunEnd(_text, at, out _) is var runEnd && runEnd > at ? runEnd : at + 1 : at + 1;
        }

        return TryReadCalendar(token, out end) || TryReadYearRange(token, out end) ? end : ReadWithSuffix(at, JoinRange(token));
    }

    // 百 and 千 alone are numbers where something says so: 上百, 近千, 百余, 百分之.
    private readonly bool AllowsBareScale(int at)
    {
        if (ChineseNumerals.Scale(_text[at]) == 0)
        {
            return true;
        }

        var next = at + 1;
        while (next < _text.Length && ChineseNumerals.Scale(_text[next]) > 0)
        {
            next++;
        }

        return (at > 0 && ChineseContext.IsBeforeScale(_text[at - 1]))
            || IsScaleOfUnits(at, next)
            || (next < _text.Length && (_text[next] is '余' or '多' or '餘' || ((next - at > 1 || _text[at] == '百') && SuffixFollows(next)) || (_text[at] == '万' && _text[next] == '元' && CharAt(next + 1) != '户')));
    }

    // 万亩良田, 千吨级: as many, or a name that says so.
    private readonly bool IsScaleOfUnits(int at, int next) =>
        next - at == 1 && _text[at] is '千' or '万' && CharAt(next) is '亩' or '吨' or '名' or '人' && !(_text[next] == '人' && CharAt(next + 1) is '之' or '计' or '敌' or '迷' or '空' or '坑');

    private readonly bool SuffixFollows(int at) => at < _text.Length
        && (ChineseContext.IsClassifier(_text[at]) || UnitTable.Chinese.TryMatch(_text, at, out _, out _) || CurrencyTable.Chinese.TryMatch(_text, at, out _, out _));

    // 2 to 5 digits with letters behind that are no unit: 5G, 52M.
    private readonly bool TryReadCode(int at, out int end)
    {
        end = CodeScanner.RunEnd(_text, at, out _);
        var digits = at;
        while (digits < end && char.IsAsciiDigit(_text[digits]))
        {
            digits++;
        }

        var longNumber = digits - at > 18;
        if ((digits == end && !longNumber) || (digits < end && !longNumber && (!char.IsAsciiLetter(_text[digits])
            || UnitTable.Chinese.TryMatch(_text, digits, out _, out _) || CurrencyTable.Chinese.TryMatch(_text, digits, out _, out _))))
        {
            return false;
        }

        Add(NameOf(at, end));
        return true;
    }

    private readonly int ReadMoneyAfter(int start, string currency, int at)
    {
        while (at < _text.Length && _text[at] == ' ')
        {
            at++;
        }

        if (at >= _text.Length || !(DigitScanner.Digit(_text[at]) >= 0 || (char.IsLetter(_text[start]) && ChineseNumerals.IsNumeral(_text[at])))
            || !ChineseNumberScanner.TryRead(_text, at, false, out var token))
        {
            return Math.Max(start + 1, at);
        }

        token = JoinRange(token);
        if (CharAt(token.End) is '元' or '圆' && token.Form != NumberForm.Digits)
        {
            return ReadMoney(start, token, currency, token.End + 1);
        }

        return Finish(start, token.End, new Quantity { Kind = QuantityKind.Money, Currency = currency, Span = default, HasDigits = true }, token);
    }

    private readonly int ReadOrdinal(int at)
    {
        if (IdiomList.TryChinese(_text, Math.Min(at + 1, _text.Length - 1), out var idiomEnd) && idiomEnd > at + 1)
        {
            var covers = at + 1 < _text.Length && IdiomList.CoversBefore(_text, at + 1);
            if (covers)
            {
                return idiomEnd;
            }
        }

        if (at + 1 >= _text.Length || !(DigitScanner.Digit(_text[at + 1]) >= 0 || ChineseNumerals.IsNumeral(_text[at + 1]))
            || !ChineseNumberScanner.TryRead(_text, at + 1, false, out var token))
        {
            return at + 1;
        }

        if (TryReadPlan(at, at + 1, out var planEnd))
        {
            return planEnd;
        }

        token = JoinRange(token);

        // 第34分钟, 第三年: the unit tells it from the 34th hour.
        var timed = UnitTable.Chinese.TryMatch(_text, token.End, out var unit, out var unitEnd) && unit.Dimension is "s" or "month" && IsUnitHere(unit, token, token.End, unitEnd);
        return AddThrough(new Quantity
        {
            Kind = QuantityKind.Ordinal,
            Span = TextSpan.FromBounds(at, timed ? unitEnd : token.End),
            Unit = timed ? unit : null,
            Value = token.Value,
            Upper = token.IsRange ? token.Upper : null,
            HasDigits = token.Form == NumberForm.Digits,
            Confidence = token.Form == NumberForm.Digits ? 0.95 : token.Whole switch { 1 => 0.3, 2 or 3 => 0.5, _ => 0.8 },
        });
    }

    // 几十, 数百万, 若干; 十几 is read with its number.
    private readonly int ReadIndefinite(int at)
    {
        if (_text[at] == '若' || at + 1 >= _text.Length || ChineseNumerals.Scale(_text[at + 1]) == 0 || _text[at + 1] is '拾')
        {
            return at + 1;
        }

        Rational scale = 1;
        var end = at + 1;
        while (end < _text.Length && ChineseNumerals.Scale(_text[end]) is > 0 and var next && scale.Numerator < 1_000_000_000_000)
        {
            scale *= next;
            end++;
        }

        return AddThrough(new Quantity { Kind = QuantityKind.Indefinite, Span = TextSpan.FromBounds(at, end), Value = scale, Upper = scale * 10, Bound = QuantityBound.About, Confidence = 0.3 });
    }

    // 七一 is a name, but not in 七一九所.
    private readonly bool IsPartOfDigits(int at, int end)
    {
        for (var i = at; i <= end; i++)
        {
            if (ChineseNumerals.Digit(CharAt(i)) < 0)
            {
                return false;
            }
        }

        return true;
    }

    private readonly Quantity NameOf(int start, int end) => new()
    {
        Kind = QuantityKind.Name,
        Span = TextSpan.FromBounds(start, end),
        Code = CodeScanner.Normalize(_text[start..end]),
        HasDigits = true,
        Confidence = 0.1,
    };

    private readonly void Add(Quantity quantity) => _found.Add(quantity);

    private readonly int AddThrough(Quantity quantity)
    {
        _found.Add(quantity);
        return quantity.Span.End;
    }
}
