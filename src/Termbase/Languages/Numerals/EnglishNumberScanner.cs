namespace Termbase.Languages.Numerals;

/// <summary>
/// Reads one number of an English text: digits with scale words (2.5 million, 1.2bn, 5K), and words (twenty-one, a hundred and
/// five, two and a half million, half a million, two dozen).
/// </summary>
internal static class EnglishNumberScanner
{
    /// <summary>The end of the word of ASCII letters that starts here.</summary>
    public static int WordEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsAsciiLetter(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>A number in digits, with the scale that follows it.</summary>
    public static bool TryReadDigits(ReadOnlySpan<char> text, int at, bool money, out NumberToken token)
    {
        if (!DigitScanner.TryRead(text, at, out token))
        {
            return false;
        }

        JoinSpacedGroup(text, at, ref token);
        var next = token.End;
        var end = WordEnd(text, next);
        var letters = text[next..end];
        long scale = letters switch
        {
            "K" or "k" => 1000,
            "mn" or "mln" => 1_000_000,
            "m" or "M" when money => 1_000_000,
            "bn" or "bln" => 1_000_000_000,
            "b" or "B" when money => 1_000_000_000,
            "tn" or "trn" => 1_000_000_000_000,
            "thousand" => 1000,
            "million" => 1_000_000,
            "billion" => 1_000_000_000,
            "trillion" => 1_000_000_000_000,
            _ => 0,
        };
        if (scale > 0 && (end == text.Length || !char.IsAsciiDigit(text[end])))
        {
            Apply(ref token, scale, end);
            return true;
        }

        ReadScaleWords(text, ref token);
        return true;
    }

    // "13, 000", "600 000" and "25 111", as they are often typed; not a list of numbers.
    private static void JoinSpacedGroup(ReadOnlySpan<char> text, int at, ref NumberToken token)
    {
        if (token.HasPoint || token.HasSeparator || token.DigitCount > 3 || token.Value == Rational.Zero || (at > 2 && text[at - 2] == ',' && char.IsAsciiDigit(text[at - 3])))
        {
            return;
        }

        var (value, end, groups) = (token.Value, token.End, 0);
        while (IsSpacedGroup(text, end, out var next, out var group))
        {
            (value, end, groups) = ((value * 1000) + group, next, groups + 1);
        }

        // Of several groups the first must be short: "100, 200, 300" is a list.
        if (groups == 0 || (groups > 1 && token.DigitCount == 3) || IsListed(text, end))
        {
            return;
        }

        token.Value = token.Upper = value;
        (token.End, token.HasSeparator, token.DigitCount) = (end, true, token.DigitCount + (3 * groups));
    }

    private static bool IsSpacedGroup(ReadOnlySpan<char> text, int at, out int end, out Rational value)
    {
        var comma = at + 1 < text.Length && text[at] == ',' && text[at + 1] == ' ';
        var start = at + (comma ? 2 : 1);
        (end, value) = (start + 3, 0);
        if (end > text.Length || !(comma || (text[at] is ' ' or '\u00A0' or '\u2009' or '\u202F' && (text[start..end] is "000" || IsAlone(text, end)))) || !DigitScanner.TryRead(text, start, out var group)
            || group.End != end || group.DigitCount != 3 || group.HasPoint)
        {
            return false;
        }

        value = group.Value;
        return true;
    }

    // No digits, letters or point behind: a group, not the next of several numbers.
    private static bool IsAlone(ReadOnlySpan<char> text, int end) => end >= text.Length
        || (end + 4 <= text.Length && text[end] is ' ' or '\u00A0' && DigitScanner.TryRead(text, end + 1, out var next) && next.End == end + 4 && next.DigitCount == 3 && IsAlone(text, end + 4))
        || !(char.IsAsciiLetterOrDigit(text[end]) || (end + 1 < text.Length && text[end] is ' ' or '.' or ',' or '-' or '/' or ':' or '\u00A0' && char.IsAsciiDigit(text[end + 1])));

    private static bool IsListed(ReadOnlySpan<char> text, int end)
    {
        foreach (var joint in (ReadOnlySpan<string>)[", ", ",", " and ", " or ", " to ", "-"])
        {
            if (text[end..].StartsWith(joint, StringComparison.Ordinal) && end + joint.Length < text.Length && char.IsAsciiDigit(text[end + joint.Length]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A number in words that starts at a word; ordinals and plurals end it.</summary>
    public static bool TryReadWords(ReadOnlySpan<char> text, int at, out NumberToken token)
    {
        token = new NumberToken { Start = at, Scale = 1, Form = NumberForm.Words };
        long total = 0;
        long current = -1;
        var i = at;
        var end = at;
        var previous = NumberWordRole.Hundred;
        for (var words = 0; words < 40; words++)
        {
            var wordEnd = WordEnd(text, i);
            var word = text[i..wordEnd];
            if (word.Length is < 1 or > 12)
            {
                break;
            }

            if (words == 0 && word is "a" or "A" or "an" && IsScaleAhead(text, wordEnd))
            {
                (current, previous) = (1, NumberWordRole.Unit);
            }
            else if (current >= 0 && word.Equals("and", StringComparison.OrdinalIgnoreCase))
            {
                if (TryAddHalf(text, wordEnd, ref token, out var halfEnd))
                {
                    token.Value = token.Upper = total + current + new Rational(1, 2);
                    (token.End, token.HasPoint) = (halfEnd, true);
                    ReadScaleWords(text, ref token);
                    return true;
                }

                if (!(previous is NumberWordRole.Hundred or NumberWordRole.Scale) || !NextIsSmall(text, wordEnd))
                {
                    break;
                }
            }
            else if (EnglishNumberWords.TryGet(word, out var found) && !found.IsPlural && Take(found, ref total, ref current, previous, words))
            {
                (previous, end) = (found.Role, wordEnd);
                token.Scale = found.Role == NumberWordRole.Scale ? found.Value : token.Scale;
                if (found.IsOrdinal)
                {
                    token.IsOrdinal = true;
                    break;
                }
            }
            else
            {
                break;
            }

            if (wordEnd >= text.Length || text[wordEnd] is not (' ' or '-'))
            {
                break;
            }

            i = wordEnd + 1;
        }

        token.End = end;
        token.Value = token.Upper = total + Math.Max(current, 0);
        return end > at;
    }

    /// <summary>Multiplies million, thousand, dozen that follow (after a space or hyphen) into a token.</summary>
    public static void ReadScaleWords(ReadOnlySpan<char> text, ref NumberToken token)
    {
        while (token.End + 1 < text.Length && text[token.End] is ' ' or '-' or '\u00A0')
        {
            var end = WordEnd(text, token.End + 1);
            var word = text[(token.End + 1)..end];
            if (word.Length is 0 or > 8)
            {
                return;
            }

            if (word is "bn" or "mn" or "tn")
            {
                Apply(ref token, word[0] switch { 'm' => 1_000_000, 'b' => 1_000_000_000, _ => 1_000_000_000_000 }, end);
                return;
            }

            if (!EnglishNumberWords.TryGet(word, out var found) || found.Role is not (NumberWordRole.Hundred or NumberWordRole.Scale) || found.IsOrdinal || found.IsPlural || token.Scale.Numerator > 1_000_000)
            {
                return;
            }

            Apply(ref token, found.Value, end);
        }
    }

    private static void Apply(ref NumberToken token, long scale, int end)
    {
        token.Value *= scale;
        token.Upper = token.Value;
        token.Scale *= scale;
        token.End = end;
    }

    private static bool Take(NumberWord word, ref long total, ref long current, NumberWordRole previous, int position)
    {
        switch (word.Role)
        {
            case NumberWordRole.Unit:
                if (current >= 0 && !(previous == NumberWordRole.Ten && word.Value is > 0 and < 10) && !(previous == NumberWordRole.Hundred && position > 0) && previous != NumberWordRole.Scale)
                {
                    return false;
                }

                current = Math.Max(current, 0) + word.Value;
                return true;
            case NumberWordRole.Ten:
                if (current >= 0 && !(previous is NumberWordRole.Hundred or NumberWordRole.Scale && position > 0))
                {
                    return false;
                }

                current = Math.Max(current, 0) + word.Value;
                return true;
            case NumberWordRole.Hundred:
                // "third hundred" is no number; neither is a bare "hundred" that nothing counts.
                if (current is < 1 or > 99)
                {
                    return false;
                }

                current *= 100;
                return true;
            default:
                if ((current < 1 && (total is 0 or > 1_000_000 || word.Value < 1000)) || total > 1_000_000_000_000_000)
                {
                    return false;
                }

                // "two hundred thousand million" multiplies what is there when nothing new was counted.
                if (current < 1)
                {
                    total *= word.Value;
                }
                else
                {
                    total += current * word.Value;
                }

                current = 0;
                return true;
        }
    }

    private static bool IsScaleAhead(ReadOnlySpan<char> text, int wordEnd)
    {
        if (wordEnd >= text.Length || text[wordEnd] != ' ')
        {
            return false;
        }

        var end = WordEnd(text, wordEnd + 1);
        return EnglishNumberWords.TryGet(text[(wordEnd + 1)..end], out var word) && word.Role is NumberWordRole.Hundred or NumberWordRole.Scale && !word.IsPlural && !word.IsOrdinal;
    }

    // "hundred and five": five, not million.
    private static bool NextIsSmall(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || text[at] != ' ')
        {
            return false;
        }

        var end = WordEnd(text, at + 1);
        return EnglishNumberWords.TryGet(text[(at + 1)..end], out var word) && word.Role is NumberWordRole.Unit or NumberWordRole.Ten && !word.IsPlural;
    }

    /// <summary>" a half" behind "and".</summary>
    private static bool TryAddHalf(ReadOnlySpan<char> text, int at, ref NumberToken token, out int end)
    {
        end = at;
        foreach (var half in (ReadOnlySpan<string>)[" a half", " one half", "-a-half", " one-half"])
        {
            if (text[at..].StartsWith(half, StringComparison.OrdinalIgnoreCase))
            {
                end = at + half.Length;
                return true;
            }
        }

        return false;
    }
}
