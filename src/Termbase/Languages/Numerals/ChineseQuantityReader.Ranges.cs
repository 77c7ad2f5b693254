using Termbase.Model;

namespace Termbase.Languages.Numerals;

/// <summary>Numbers joined to ranges, and the half-numbers 十几 and 二十几.</summary>
internal ref partial struct ChineseQuantityReader
{
    /// <summary>Joins 5-8, 三至五, 10万元至20万元, 5%~8% into one token; the token itself where no range follows.</summary>
    private readonly NumberToken JoinRange(NumberToken first)
    {
        if (first.IsRange || first.More)
        {
            return first;
        }

        var suffix = SuffixLength(first.End);
        if (!TryConnector(first.End + suffix, out var at) && !(suffix > 0 && TryConnector(first.End, out at) && (suffix = 0) == 0))
        {
            return first;
        }

        if (at >= _text.Length || !(DigitScanner.Digit(_text[at]) >= 0 || ChineseNumerals.IsNumeral(_text[at]))
            || !ChineseNumberScanner.TryRead(_text, at, false, out var second) || second.IsRange)
        {
            return first;
        }

        // The unit said twice must be the same one: 5%至8%, not 5米至8斤.
        if (suffix > 0 && !_text[second.End..].StartsWith(_text.Slice(first.End, suffix), StringComparison.Ordinal))
        {
            return first;
        }

        // 1-2万 is 10,000 to 20,000.
        if (first.Scale == 1 && second.Scale >= 1000 && first.Form == NumberForm.Digits && suffix == 0 && first.Value * second.Scale <= second.Value)
        {
            first.Value *= second.Scale;
        }

        if (first.Value >= second.Value || (first.DigitCount > 1 && DigitScanner.Digit(_text[first.Start]) == 0 && !first.HasPoint))
        {
            return first;
        }

        first.Upper = second.Value;
        (first.End, first.More) = (second.End, second.More);
        first.Scale = second.Scale;
        return first;
    }

    private readonly bool TryConnector(int at, out int end)
    {
        end = at;
        switch (CharAt(at))
        {
            case '-' or '－' or '–' or '—' or '~' or '～' or '至' or '到' or '−' or '∼':
                end = CharAt(at) == '—' && CharAt(at + 1) == '—' ? at : at + 1;
                return end > at;
            default:
                return false;
        }
    }

    // The length of a percent sign, currency or unit at a position, 0 if there is none.
    private readonly int SuffixLength(int at)
    {
        if (CharAt(at) is '%' or '％')
        {
            return 1;
        }

        if (CurrencyTable.Chinese.TryMatch(_text, at, out _, out var end) || UnitTable.Chinese.TryMatch(_text, at, out _, out end))
        {
            return end - at;
        }

        return CharAt(at) == '倍' || ChineseContext.IsClassifier(CharAt(at)) ? 1 : 0;
    }
}
