using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Languages.Numerals;

/// <summary>
/// Walks through an English text once and turns numbers with what stands around them into quantities. The calendar and
/// what stands behind a number are in files of their own.
/// </summary>
internal ref partial struct EnglishQuantityReader
{
    private readonly ReadOnlySpan<char> _text;
    private readonly ImmutableArray<Quantity>.Builder _found;

    public EnglishQuantityReader(ReadOnlySpan<char> text, ImmutableArray<Quantity>.Builder found)
    {
        _text = text;
        _found = found;
    }

    public readonly void Read()
    {
        for (var i = 0; i < _text.Length;)
        {
            var c = _text[i];
            i = char.IsAsciiLetter(c) ? ReadWord(i)
                : DigitScanner.Digit(c) >= 0 ? ReadNumber(i, i, null)
                : c is '$' or '¥' or '€' or '£' or '￡' or '₩' or '₽' or '₹' or '￥' or '＄' ? ReadMoney(i)
                : c is '½' or '¼' or '¾' ? AddThrough(Make(QuantityKind.Fraction, i, i + 1, c switch { '½' => new(1, 2), '¼' => new(1, 4), _ => new(3, 4) }, 0.9))
                : c is >= 'Ⅰ' and <= 'Ⅻ' ? AddThrough(Make(QuantityKind.Ordinal, i, i + 1, c - 'Ⅰ' + 1, 0.5))
                : CodeScanner.AfterEntity(_text, i);
        }
    }

    private readonly char CharAt(int at) => (uint)at < (uint)_text.Length ? _text[at] : '\0';

    private readonly bool Follows(int at, string words) => at <= _text.Length && _text[at..].StartsWith(words, StringComparison.OrdinalIgnoreCase);

    // Letters that cannot begin a number word, month, currency or idiom are skipped quickly.
    private static bool MayMean(char c) => (c | 0x20) is 'a' or 'b' or 'c' or 'd' or 'e' or 'f' or 'g' or 'h' or 'i' or 'j' or 'k' or 'l' or 'm' or 'n' or 'o' or 'p' or 'q' or 'r' or 's' or 't' or 'u' or 'v' or 'w' or 'x' or 'z';

    private readonly int ReadWord(int at)
    {
        var end = EnglishNumberScanner.WordEnd(_text, at);
        if (CharAt(end) is ':' or '.' or '@' or '_' or '$' && (CodeScanner.UrlEnd(_text, at) is > 0 and var urlEnd))
        {
            return urlEnd;
        }

        if (CurrencyTable.Prefix.TryMatch(_text, at, out _, out var afterCurrency) && (afterCurrency < _text.Length && (DigitScanner.Digit(_text[afterCurrency]) >= 0 || (_text[afterCurrency] == ' ' && DigitScanner.Digit(CharAt(afterCurrency + 1)) >= 0))))
        {
            return ReadMoney(at);
        }

        if (char.IsAsciiDigit(CharAt(end)) || (CharAt(end) is '-' or '‑' && char.IsAsciiDigit(CharAt(end + 1)) && !IsOpenPrefix(_text[at..end])))
        {
            end = CodeScanner.RunEnd(_text, at, out _);
            return AddThrough(NameOf(at, end));
        }

        if (!MayMean(_text[at]) || end - at > 12)
        {
            return end;
        }

        if (IdiomList.TryEnglish(_text, at, out var idiomEnd))
        {
            return idiomEnd;
        }

        var word = _text[at..end];
        if (char.IsAsciiLetterUpper(_text[at]) && EnglishNumberWords.TryMonth(word, out var month) && TryReadMonth(at, end, month, out var calendarEnd))
        {
            return calendarEnd;
        }

        if (EnglishNumberWords.TryMultiple(word, out var times))
        {
            var factor = new NumberToken { Start = at, End = end, Value = times, Upper = times, Form = NumberForm.Words };
            return Finish(at, end, Blank(QuantityKind.Multiple, word.EndsWith("double", StringComparison.OrdinalIgnoreCase) ? 0.4 : 0.6), factor);
        }

        if (word.EndsWith("fold", StringComparison.OrdinalIgnoreCase) && EnglishNumberWords.TryGet(word[..^4], out var fold) && !fold.IsOrdinal)
        {
            return AddThrough(Make(QuantityKind.Multiple, at, end, fold.Value, 0.9));
        }

        if (word.Equals("half", StringComparison.OrdinalIgnoreCase) || word.Equals("halved", StringComparison.OrdinalIgnoreCase))
        {
            return ReadHalf(at, end);
        }

        if (word is "a" or "A" && TryReadArticleFraction(at, end, out var fractionEnd))
        {
            return fractionEnd;
        }

        if (TryReadRoman(at, end))
        {
            return end;
        }

        if (word is "decade" && at > 5 && (Follows(at - 5, "past ") || Follows(at - 5, "last ") || Follows(at - 5, "next ")))
        {
            return AddThrough(Make(QuantityKind.Measure, at, end, 1, 0.3) with { Unit = UnitTable.Get("decade") });
        }

        if (word is "fortnight")
        {
            return AddThrough(Make(QuantityKind.Measure, at, end, 2, 0.6) with { Unit = UnitTable.Get("week") });
        }

        // "the nineties"
        if (word.EndsWith("ties", StringComparison.OrdinalIgnoreCase) && EnglishNumberWords.TryGet(string.Concat(word[..^3], "y"), out var tens) && tens.Role == NumberWordRole.Ten)
        {
            return AddThrough(Make(QuantityKind.Decade, at, end, tens.Value, 0.4));
        }

        if (EnglishNumberScanner.TryReadWords(_text, at, out var token))
        {
            return ReadWords(token);
        }

        return EnglishNumberWords.TryGet(word, out var plural) && plural.IsPlural && !plural.IsOrdinal ? ReadIndefinite(at, end, plural.Value) : end;
    }

    private static bool IsOpenPrefix(ReadOnlySpan<char> word) =>
        word.Equals("mid", StringComparison.OrdinalIgnoreCase) || word.Equals("pre", StringComparison.OrdinalIgnoreCase) || word.Equals("post", StringComparison.OrdinalIgnoreCase)
        || word.Equals("early", StringComparison.OrdinalIgnoreCase) || word.Equals("late", StringComparison.OrdinalIgnoreCase) || word.Equals("sub", StringComparison.OrdinalIgnoreCase)
        || word.Equals("magnitude", StringComparison.OrdinalIgnoreCase) || EnglishNumberWords.TryMonth(word, out _);

    private readonly int ReadWords(NumberToken token)
    {
        // one thousandth
        if (token.IsOrdinal && token.Whole is 100 or 1000 && (Follows(token.Start, "one ") || Follows(token.Start, "one-")) && _text[token.Start..token.End].Count(' ') + _text[token.Start..token.End].Count('-') == 1)
        {
            var one = token with { Value = 1, Upper = 1 };
            return Finish(token.Start, token.End, Blank(QuantityKind.Fraction, 0.9), one, Rational.One / token.Value);
        }

        // one third, two-thirds, three quarters
        if (!token.IsOrdinal && token.Whole is >= 1 and < 100 && CharAt(token.End) is ' ' or '-')
        {
            var end = EnglishNumberScanner.WordEnd(_text, token.End + 1);
            var next = _text[(token.End + 1)..end];
            var quarter = next is "quarter" or "quarters";
            if (quarter && PointBehind(end) is > 0 and var pointEnd)
            {
                return AddThrough(Make(QuantityKind.PercentagePoint, token.Start, pointEnd, token.Value / 400, 0.8));
            }

            if (next is "half" or "halves")
            {
                return Finish(token.Start, end, Blank(QuantityKind.Fraction, 0.7), token, new Rational(1, 2));
            }

            if (quarter && (token.Whole == 3 || CharAt(token.End) == '-' || Follows(end, " of"))
                || EnglishNumberWords.TryGet(next, out var part) && part.IsOrdinal && part.Value > 2 && (part.IsPlural || token.Whole == 1))
            {
                _ = EnglishNumberWords.TryGet(next, out var ordinal);
                return Finish(token.Start, end, Blank(QuantityKind.Fraction, 0.9), token, new Rational(1, quarter ? 4 : ordinal.Value));
            }
        }

        return ReadAfter(token.Start, token, null);
    }

    private readonly bool TryReadArticleFraction(int at, int end, out int fractionEnd)
    {
        fractionEnd = EnglishNumberScanner.WordEnd(_text, Math.Min(end + 1, _text.Length));
        if (CharAt(end) != ' ')
        {
            return false;
        }

        var word = _text[(end + 1)..fractionEnd];
        var quarter = word is "quarter";
        if (quarter && TryReadQuarterHour(at, fractionEnd, out var timeEnd))
        {
            fractionEnd = timeEnd;
            return true;
        }

        if (quarter && PointBehind(fractionEnd) is > 0 and var pointEnd)
        {
            Add(Make(QuantityKind.PercentagePoint, at, pointEnd, new Rational(1, 400), 0.8));
            fractionEnd = pointEnd;
            return true;
        }

        if (word is "decade" or "century")
        {
            Add(Make(QuantityKind.Measure, at, fractionEnd, 1, 0.3) with { Unit = UnitTable.Get(word.ToString()) });
            return true;
        }

        if (!(Follows(fractionEnd, " of") || Follows(fractionEnd, " to a ")) || !(quarter || (EnglishNumberWords.TryGet(word, out var part) && part.IsOrdinal && part.Value > 2 && !part.IsPlural)))
        {
            return word is "couple" && Follows(fractionEnd, " of") && AddThrough(Make(QuantityKind.Cardinal, at, fractionEnd, 2, 0.2)) > 0;
        }

        _ = EnglishNumberWords.TryGet(word, out part);
        Add(Make(QuantityKind.Fraction, at, fractionEnd, new Rational(1, quarter ? 4 : part.Value), 0.7));
        return true;
    }

    // half, half a million, half a year, half an hour, half-year
    private readonly int ReadHalf(int at, int end)
    {
        if (TryReadQuarterHour(at, end, out var timeEnd))
        {
            return timeEnd;
        }

        var half = new Rational(1, 2);
        if (PointBehind(end) is > 0 and var pointEnd)
        {
            return AddThrough(Make(QuantityKind.PercentagePoint, at, pointEnd, half / 100, 0.8));
        }

        foreach (var article in (ReadOnlySpan<string>)[" a ", " an ", " of a ", "-", "-a-", " the "])
        {
            if (!Follows(end, article))
            {
                continue;
            }

            var next = end + article.Length;
            var wordEnd = EnglishNumberScanner.WordEnd(_text, next);
            if (wordEnd > next && article != " the " && EnglishNumberWords.TryGet(_text[next..wordEnd], out var scale) && scale.Role is NumberWordRole.Hundred or NumberWordRole.Scale && !scale.IsPlural && !scale.IsOrdinal)
            {
                return ReadAfter(at, new NumberToken { Start = at, End = wordEnd, Value = half * scale.Value, Upper = half * scale.Value, Scale = scale.Value, Form = NumberForm.Words }, null);
            }

            if (article != " the " && UnitTable.English.TryMatch(_text, next, out var unit, out var unitEnd) && unit.Dimension is "s" or "month" or "m" or "kg")
            {
                return AddThrough(Make(QuantityKind.Measure, at, unitEnd, half, 0.6) with { Unit = unit });
            }
        }

        return Finish(at, end, Blank(QuantityKind.Fraction, 0.5), new NumberToken { Start = at, End = end, Value = half, Upper = half, Form = NumberForm.Words });
    }

    // Where "(of) a percentage point" ends, or -1.
    private readonly int PointBehind(int end)
    {
        foreach (var article in (ReadOnlySpan<string>)[" of a percentage point", " a percentage point", "-percentage-point", "-percentage point"])
        {
            if (Follows(end, article))
            {
                return end + article.Length;
            }
        }

        return -1;
    }

    // dozens, hundreds of thousands, tens of thousands, millions
    private readonly int ReadIndefinite(int at, int end, long value)
    {
        Rational scale = value;
        while (Follows(end, " of "))
        {
            var next = EnglishNumberScanner.WordEnd(_text, end + 4);
            if (!EnglishNumberWords.TryGet(_text[(end + 4)..next], out var word) || !word.IsPlural || word.IsOrdinal || scale.Numerator > 1_000_000_000)
            {
                break;
            }

            (scale, end) = (scale * word.Value, next);
        }

        return AddThrough(Make(QuantityKind.Indefinite, at, end, scale, 0.3) with { Upper = scale * 10, Bound = QuantityBound.About });
    }

    // Level IV, Phase III: only behind a noun that is numbered so.
    private readonly bool TryReadRoman(int at, int end)
    {
        long value = _text[at..end] switch
        {
            "I" => 1,
            "II" => 2,
            "III" => 3,
            "IV" => 4,
            "V" => 5,
            "VI" => 6,
            "VII" => 7,
            "VIII" => 8,
            "IX" => 9,
            "X" => 10,
            "XI" => 11,
            "XII" => 12,
            "XIII" => 13,
            "XIV" => 14,
            "XV" => 15,
            _ => 0,
        };
        if (value == 0 || at == 0 || _text[at - 1] != ' ' || !EnglishContext.Numbered.TryMatchBefore(_text, at - 1, out _, out _))
        {
            return false;
        }

        Add(Make(QuantityKind.Ordinal, at, end, value, 0.5));
        return true;
    }

    private readonly int ReadMoney(int at)
    {
        if (!CurrencyTable.Prefix.TryMatch(_text, at, out var currency, out var next))
        {
            return at + 1;
        }

        next = CharAt(next) == ' ' ? next + 1 : next;
        return DigitScanner.Digit(CharAt(next)) >= 0 ? ReadNumber(at, next, currency) : Math.Max(at + 1, next);
    }

    private readonly Quantity NameOf(int start, int end) =>
        Make(QuantityKind.Name, start, end, Rational.Zero, 0.1) with { Code = CodeScanner.Normalize(_text[start..end]), HasDigits = true };

    private static Quantity Make(QuantityKind kind, int start, int end, Rational value, double confidence) =>
        new() { Kind = kind, Span = TextSpan.FromBounds(start, end), Value = value, Confidence = confidence };

    private static Quantity Blank(QuantityKind kind, double confidence = 0.95) => new() { Kind = kind, Span = default, Confidence = confidence };

    private readonly void Add(Quantity quantity) => _found.Add(quantity);

    private readonly int AddThrough(Quantity quantity)
    {
        _found.Add(quantity);
        return quantity.Span.End;
    }
}
