using Termbase.Model;

namespace Termbase.Languages.Numerals;

/// <summary>Numbers in digits, and what stands behind a number: percent, times, money, units, ranges.</summary>
internal ref partial struct EnglishQuantityReader
{
    private readonly int ReadNumber(int start, int at, string? currency)
    {
        if (currency is null)
        {
            if (TryReadNumericCalendar(at, out var calendarEnd))
            {
                return calendarEnd;
            }

            // "since 9/11": a day, not a share
            if ((Follows(at, "9/11") || (Follows(at, "9.11") && CharAt(at + 4) is '"' or '”')) && !char.IsAsciiLetterOrDigit(CharAt(at + 4)) && CharAt(at + 4) is not ('/' or '%' or '-'))
            {
                return AddThrough(Calendar(QuantityKind.Date, at, at + 4, new CalendarParts { Month = 9, Day = 11 }) with { Confidence = 0.6 });
            }

            if (CodeScanner.UrlEnd(_text, at) is > 0 and var urlEnd)
            {
                return urlEnd;
            }
        }

        if (!EnglishNumberScanner.TryReadDigits(_text, at, currency is not null, out var token))
        {
            return Math.Max(CodeScanner.RunEnd(_text, at, out _), at + 1);
        }

        // Screens, not thousands: 4K, 8K.
        if (currency is null && token.DigitCount == 1 && token.Scale == 1000 && CharAt(at) is '4' or '8' && CharAt(at + 1) == 'K')
        {
            return AddThrough(NameOf(at, token.End));
        }

        if (currency is null && token.LooksLikeYear && token.Whole % 10 == 0 && (Follows(token.End, "′s") || Follows(token.End, "'s") || Follows(token.End, "’s")) && start >= 4 && Follows(start - 4, "the "))
        {
            return AddThrough(Make(QuantityKind.Decade, at, token.End + 2, token.Value, 0.95) with { HasDigits = true });
        }

        if (currency is null && token.Scale == 1 && char.IsAsciiLetter(CharAt(token.End)))
        {
            if (TryReadAttached(ref token, out var end))
            {
                return end;
            }
        }

        return ReadAfter(start, token, currency);
    }

    // 19th, 1980s, 5G, 30km
    private readonly bool TryReadAttached(ref NumberToken token, out int end)
    {
        var lettersEnd = EnglishNumberScanner.WordEnd(_text, token.End);
        var letters = _text[token.End..lettersEnd];
        end = lettersEnd;
        if (letters is "st" or "nd" or "rd" or "th" or "ST" or "ND" or "RD" or "TH")
        {
            (token.End, token.IsOrdinal) = (lettersEnd, true);
            return false;
        }

        if (letters is "s" && token.Whole >= 0 && token.Whole % 10 == 0 && token.Whole is >= 10 and < 2100)
        {
            Add(Make(QuantityKind.Decade, token.Start, end, token.Value, 0.95) with { HasDigits = true });
            return true;
        }

        if (letters is "am" or "pm" or "a" or "p" or "fold" or "x" or "X" or "pc" || letters is not "G" && UnitTable.English.TryMatch(_text, token.End, out _, out _) || CurrencyTable.English.TryMatch(_text, token.End, out _, out _))
        {
            return false;
        }

        end = CodeScanner.RunEnd(_text, token.End, out _);
        Add(NameOf(token.Start, end));
        return true;
    }

    private readonly int ReadAfter(int start, NumberToken token, string? currency)
    {
        if (currency is null && TryReadCalendar(token, out var end))
        {
            return end;
        }

        token = JoinRange(token, currency);
        end = token.End;
        var next = CharAt(end) is ' ' or '-' or '\u00A0' ? end + 1 : end;
        if (token.IsOrdinal)
        {
            return ReadOrdinal(start, token);
        }

        if (TryReadPercent(start, token, out end))
        {
            return end;
        }

        end = token.End;
        if (CharAt(end) == '/' && token.Whole is > 0 and < 100 && DigitScanner.TryRead(_text, end + 1, out var bottom) && bottom.Value > token.Value && bottom.Whole < 100 && CharAt(bottom.End) is not '/')
        {
            return Finish(start, bottom.End, Blank(QuantityKind.Fraction, 0.8), token, Rational.One / bottom.Value);
        }

        if (CharAt(end) is ':' && DigitScanner.Digit(CharAt(end + 1)) >= 0 && DigitScanner.TryRead(_text, end + 1, out var right))
        {
            return Finish(start, right.End, Blank(QuantityKind.Ratio) with { Upper = right.Value }, token);
        }

        if (TryReadTimes(start, token, next, out end))
        {
            return end;
        }

        end = token.End;
        if (CurrencyTable.English.TryMatch(_text, next, out var named, out var moneyEnd) || currency is not null)
        {
            var code = currency is null or "$" && named is not null and not "$" ? named! : currency ?? named;
            return Finish(start, named is null ? end : moneyEnd, Blank(QuantityKind.Money) with { Currency = code == "$" ? null : code }, token);
        }

        if (UnitTable.English.TryMatch(_text, next, out var unit, out var unitEnd) && IsUnitHere(unit, token, next, unitEnd))
        {
            return ReadMeasure(start, token, unit, unitEnd);
        }

        if (IsHeading(start, token))
        {
            return Finish(start, end, Blank(QuantityKind.Ordinal, 0.15) with { IsHeading = true }, token);
        }

        var numbered = start > 1 && EnglishContext.Numbered.TryMatchBefore(_text, _text[start - 1] == ' ' ? start - 1 : start, out _, out _);
        var ofEra = token.Whole > 0 && token.Form == NumberForm.Digits && CharAt(end) == ' ' && EnglishContext.Era.TryMatch(_text, end + 1, out _, out _);
        var year = ofEra || !numbered && token.LooksLikeYear && token.Whole is >= 1500 and <= 2100 && token.Form == NumberForm.Digits && !HasHedge(start);
        return Finish(start, end, Blank(numbered ? QuantityKind.Ordinal : year ? QuantityKind.Year : QuantityKind.Cardinal) with
        {
            Calendar = year ? new CalendarParts { Year = token.Whole } : null,
        }, token);
    }

    // "(2)", and "2." or "2)" at the very start.
    private readonly bool IsHeading(int start, NumberToken token) => token.Whole is > 0 and < 100 && !token.HasPoint
        && ((CharAt(token.End) == ')' && (start == 0 || _text[start - 1] == '(')) || (start == 0 && CharAt(token.End) == '.' && CharAt(token.End + 1) == ' '));

    private readonly bool HasHedge(int start) => start > 0 && _text[start - 1] == ' ' && EnglishContext.Before.TryMatchBefore(_text, start - 1, out var bound, out _)
        && bound is not (QuantityBound.About or QuantityBound.Nearly);

    // "5 in", "one day", "a 5 m race": short names and everyday words need digits or a count.
    private readonly bool IsUnitHere(MeasureUnit unit, NumberToken token, int at, int end) => unit.Id switch
    {
        "g" when end - at == 1 => token.Form == NumberForm.Digits && CharAt(at) == 'g',
        "m" or "t" or "h" when end - at == 1 => token.Form == NumberForm.Digits,
        "month" or "year" or "d" or "week" or "min" or "s" => !(token.Form == NumberForm.Words && token.Whole == 1 && CharAt(at - 1) == ' ' && unit.Id == "d"),
        "deg" => CharAt(end) is not 'C' and not 'F',
        _ => true,
    };

    private readonly int ReadMeasure(int start, NumberToken token, MeasureUnit unit, int end) =>
        Finish(start, Follows(end, " old") ? end + 4 : Follows(end, "-old") ? end + 4 : end, Blank(QuantityKind.Measure) with { Unit = unit }, token);

    private readonly int ReadOrdinal(int start, NumberToken token)
    {
        var next = CharAt(token.End) is ' ' or '-' ? token.End + 1 : token.End;
        if (EnglishContext.Plan.TryMatch(_text, next, out _, out var planEnd) && token.Whole is > 0 and < 30)
        {
            return AddThrough(Make(QuantityKind.PlanPeriod, start, planEnd, token.Value, 0.95));
        }

        var timed = UnitTable.English.TryMatch(_text, next, out var unit, out var unitEnd) && unit.Id is "min" or "h" or "d" or "week" or "month" or "year" && next > token.End;
        return AddThrough(Make(QuantityKind.Ordinal, start, timed ? unitEnd : token.End, token.Value,
            token.Form == NumberForm.Digits ? 0.95 : token.Whole switch { 1 => 0.25, 2 or 3 => 0.4, _ => 0.8 }) with
        { HasDigits = token.Form == NumberForm.Digits, Unit = timed ? unit : null });
    }

    private readonly bool TryReadPercent(int start, NumberToken token, out int end)
    {
        end = token.End;
        var gap = CharAt(end) is ' ' or '-' or '\u00A0' ? 1 : 0;
        var word = end + gap;
        var share = new Rational(1, 100);
        if (CharAt(word) is '%' or '％')
        {
            end = word + 1;
        }
        else if (Follows(word, "percentage point") || Follows(word, "percentage-point"))
        {
            end = EnglishNumberScanner.WordEnd(_text, word + 11);
            end = Finish(start, end, Blank(QuantityKind.PercentagePoint), token, share);
            return true;
        }
        else if (Follows(word, "basis point") || Follows(word, "basis-point"))
        {
            end = EnglishNumberScanner.WordEnd(_text, word + 6);
            end = Finish(start, end, Blank(QuantityKind.PercentagePoint), token, new Rational(1, 10_000));
            return true;
        }
        else if (Follows(word, "percent") && !char.IsAsciiLetter(CharAt(word + 7)))
        {
            end = word + 7;
        }
        else if (Follows(word, "per cent"))
        {
            end = word + 8;
        }
        else if (Follows(word, "pct"))
        {
            end = word + 3;
        }
        else if (CharAt(word) == '‰')
        {
            (end, share) = (word + 1, new Rational(1, 1000));
        }
        else
        {
            return false;
        }

        var point = Follows(end, " points") ? 7 : Follows(end, " point") ? 6 : 0;
        var discount = Follows(end, " off") || Follows(end, " discount");
        var quantity = Blank(point > 0 ? QuantityKind.PercentagePoint : QuantityKind.Percent);
        end = Finish(start, end + point, discount ? quantity with { Alternative = Rational.One - (token.Value * share) } : quantity, token, share);
        return true;
    }

    // threefold (a word of its own), 3-fold, 3 times as many; "grew by three times" is to four times as much.
    private readonly bool TryReadTimes(int start, NumberToken token, int next, out int end)
    {
        end = next;
        if (Follows(next, "fold") && !char.IsAsciiLetter(CharAt(next + 4)))
        {
            end = Finish(start, next + 4, Blank(QuantityKind.Multiple, 0.9), token);
            return true;
        }

        if (CharAt(token.End) is 'x' or 'X' or '×' && !char.IsAsciiLetterOrDigit(CharAt(token.End + 1)))
        {
            end = Finish(start, token.End + 1, Blank(QuantityKind.Multiple, 0.7), token);
            return true;
        }

        if (!Follows(next, "times") || char.IsAsciiLetter(CharAt(next + 5)))
        {
            return false;
        }

        var before = start > 0 && _text[start - 1] == ' ' ? start - 1 : start;
        if (EnglishContext.Before.TryMatchBefore(_text, before, out _, out var hedge))
        {
            before = hedge > 0 && _text[hedge - 1] == ' ' ? hedge - 1 : hedge;
        }

        var by = before >= 3 && _text[..before].EndsWith(" by", StringComparison.OrdinalIgnoreCase);
        var grows = EnglishContext.Growth.TryMatchBefore(_text, by ? before - 3 : before, out _, out _);
        if (by && grows)
        {
            var times = token.Value;
            (token.Value, token.Upper) = (token.Value + 1, token.Upper + 1);
            end = Finish(start, next + 5, Blank(QuantityKind.Multiple, 0.7) with { Alternative = times }, token);
            return true;
        }

        var after = next + 5;
        var compares = grows || Follows(after, " as ") || Follows(after, " more") || Follows(after, " higher") || Follows(after, " the ") || Follows(after, " that ") || Follows(after, " larger") || Follows(after, " greater");
        var faster = CharAt(after) == ' ' && _text[(after + 1)..EnglishNumberScanner.WordEnd(_text, after + 1)] is ['b' or 'f' or 'h' or 's' or 'l' or 'w' or 'd' or 'c', _, _, .., 'e', 'r'];
        compares |= faster;
        var more = grows || faster || Follows(after, " more") || Follows(after, " higher") || Follows(after, " larger") || Follows(after, " greater");
        var alternative = more ? token.Value + 1 : (Rational?)null;
        end = Finish(start, after, Blank(compares ? QuantityKind.Multiple : QuantityKind.Cardinal, compares ? 0.8 : 0.95) with { Alternative = alternative }, token);
        return true;
    }

    /// <summary>Joins "5-8", "5 to 8", "between 5 and 8", "two or three" into one token.</summary>
    private readonly NumberToken JoinRange(NumberToken first, string? currency)
    {
        var end = first.End;
        var unitEnd = CharAt(end) == '%' ? end + 1 : end;
        var at = CharAt(unitEnd) is '-' or '–' or '—' or '~' or '～' or '−' ? unitEnd + 1
            : CharAt(unitEnd) == ' ' && CharAt(unitEnd + 1) is '-' or '–' && CharAt(unitEnd + 2) == ' ' ? unitEnd + 3
            : Follows(unitEnd, " to ") ? unitEnd + 4
            : Follows(unitEnd, " and ") && IsAfterBetween(first.Start) ? unitEnd + 5
            : Follows(unitEnd, " or ") && first.Value < 20 ? unitEnd + 4 : -1;
        if (at < 0 || at >= _text.Length || first.IsOrdinal)
        {
            return first;
        }

        var prefix = at;
        if (currency is not null && CurrencyTable.Prefix.TryMatch(_text, at, out _, out var afterPrefix))
        {
            at = afterPrefix;
        }

        NumberToken second;
        if (DigitScanner.Digit(CharAt(at)) >= 0)
        {
            if (!EnglishNumberScanner.TryReadDigits(_text, at, currency is not null, out second) || Follows(second.End, "th") || Follows(second.End, "/"))
            {
                return first;
            }
        }
        else if (!char.IsAsciiLetter(CharAt(at)) || !EnglishNumberScanner.TryReadWords(_text, at, out second) || second.IsOrdinal)
        {
            return first;
        }

        if ((unitEnd > end && CharAt(second.End) != '%') || (prefix != at && currency is null))
        {
            return first;
        }

        if (first.Scale == 1 && second.Scale >= 1000 && first.Value * second.Scale <= second.Value && first.Value < 1000)
        {
            first.Value *= second.Scale;
        }

        var or = Follows(unitEnd, " or ");
        if (first.Value >= second.Value || (or && second.Value - first.Value > 2) || second.LooksLikeYear && !first.LooksLikeYear)
        {
            return first;
        }

        first.Upper = second.Value;
        first.End = second.End;
        return first;
    }

    private readonly bool IsAfterBetween(int start) => start >= 8 && Follows(start - 8, "between ");

    // "the Seven Sisters": a capital inside a sentence, and one behind.
    private readonly bool IsInName(int start, int end) =>
        start > 1 && char.IsAsciiLetterUpper(_text[start]) && _text[start - 1] == ' ' && (char.IsAsciiLetterOrDigit(_text[start - 2]) || _text[start - 2] == ',')
        && CharAt(end) == ' ' && char.IsAsciiLetterUpper(CharAt(end + 1));

    /// <summary>Adds hedges and the token's value to a quantity and reports it; returns where it ends.</summary>
    private readonly int Finish(int start, int end, Quantity quantity, NumberToken token, Rational? scale = null)
    {
        var bound = token.More ? QuantityBound.MoreThan : quantity.Bound;
        var before = start;
        if (before > 2 && _text[..before].EndsWith(" a ", StringComparison.Ordinal))
        {
            before -= 2;
        }

        if (before > 0 && _text[before - 1] is ' ' or '~' && EnglishContext.Before.TryMatchBefore(_text, before - 1, out var hedge, out var hedgeStart))
        {
            (bound, start) = (hedge, hedgeStart);
        }

        var afterAt = CharAt(end) == ' ' ? end + 1 : end;
        if (quantity.Kind != QuantityKind.Ordinal && EnglishContext.After.TryMatch(_text, afterAt, out var after, out var afterEnd))
        {
            (bound, end) = (after, afterEnd);
        }

        var factor = scale ?? Rational.One;
        var words = token.Form == NumberForm.Words;
        return AddThrough(quantity with
        {
            Span = TextSpan.FromBounds(start, end),
            Value = token.Value * factor,
            Upper = token.IsRange ? token.Upper * factor : quantity.Upper,
            Bound = bound,
            HasDigits = !words,
            Confidence = !words || quantity.Confidence < 0.95 ? quantity.Confidence
                : IsInName(token.Start, token.End) && quantity.Kind == QuantityKind.Cardinal ? 0.25
                : token.Whole == 1 && !token.IsRange ? 0.2 : token.Whole is >= 0 and <= 12 ? (quantity.Unit is not null ? 0.7 : 0.6) : 0.9,
        });
    }
}
