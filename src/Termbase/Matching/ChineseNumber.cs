using System.Buffers;
using Termbase.Languages.Numerals;

namespace Termbase.Matching;

/// <summary>
/// Numbers in Chinese numerals (第六条, 二〇二五年, 六十亿, 百分之五, 三项), told from the words that hold a numeral (统一, 十分, 三农). Several
/// numerals are a number unless they are an idiom; one alone is only where something beside it counts: 第, 分之, a classifier, a unit. 一
/// before a classifier is mostly an article and stays a word. 万 and 亿 are words behind the number, as they are behind digits. Stateless.
/// </summary>
internal static class ChineseNumber
{
    // A bit for each character, since every character of a candidate is asked.
    private static readonly ulong[] Numerals = Bits();

    // Names only: what the tables know of their sizes takes long to make ready, and a search has milliseconds.
    private static readonly string[] Units =
    [
        .. UnitTable.Data.Split('\n').SelectMany(static line => line.Split('|')[4].Split(' ', StringSplitOptions.RemoveEmptyEntries)),
        .. CurrencyTable.ChineseNames.Split('\n').SelectMany(static line => line.TrimEnd('\r').Split(' ')[1..]),
    ];

    private static readonly SearchValues<char> UnitStarts = SearchValues.Create([.. Units.Select(static u => u[0])]);

    /// <summary>Another one whenever one of the lists of words changes by which numerals are judged.</summary>
    public static int WordsVersion
    {
        get
        {
            var hash = new ContentHash();
            foreach (var list in (ReadOnlySpan<string>)[IdiomList.ChineseWords, UnitTable.Data, CurrencyTable.ChineseNames, ChineseContext.Classifiers, ChineseContext.CountableNouns])
            {
                hash.Add(list);
            }

            return (int)(hash.Value & 0x7FFFFF);
        }
    }

    /// <summary>Whether the character is a numeral.</summary>
    public static bool IsNumeral(char c) => ((Numerals[c >> 6] >> (c & 63)) & 1) != 0;

    /// <summary>
    /// Whether the numeral at a place of a folded text begins a number. <paramref name="end"/>: where the number ends (exclusive), or else how far
    /// the text is words, whatever numerals are in it.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out int end)
    {
        end = RunEnd(text, at);
        if (at == 0 || !IsNumeral(text[at - 1]))
        {
            var number = DecimalEnd(text, at, end);
            if (!Counts(text, at, number) || IsIdiom(text, at, number, ref end))
            {
                return false;
            }

            end = number;
        }

        var large = text[at..end].IndexOfAny('万', '亿');
        end = large switch { < 0 => end, 0 => at + 1, _ => at + large };
        return large != 0;
    }

    /// <summary>Whether two numbers, in digits or numerals, have the same value: 六十 and 60, 二〇二五 and 2025.</summary>
    public static bool SameValue(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        ChineseNumberScanner.TryRead(a, 0, allowBare: true, out var left) && left.End == a.Length
        && ChineseNumberScanner.TryRead(b, 0, allowBare: true, out var right) && right.End == b.Length
        && left.Value == right.Value && left.Upper == right.Upper;

    private static char At(ReadOnlySpan<char> text, int at) => at >= 0 && at < text.Length ? text[at] : '\0';

    // ○ is a zero where it stands behind a numeral, else a mark.
    private static int RunEnd(ReadOnlySpan<char> text, int at)
    {
        for (at++; at < text.Length && (IsNumeral(text[at]) || text[at] == '○');)
        {
            at++;
        }

        return at;
    }

    // 三点五, but not 三点五分 and 三点二十, which are times of day.
    private static int DecimalEnd(ReadOnlySpan<char> text, int at, int end)
    {
        if (At(text, end) != '点' || !IsDigit(text[end - 1]))
        {
            return end;
        }

        var last = end + 1;
        while (IsDigit(At(text, last)))
        {
            last++;
        }

        return last > end + 1 && At(text, last) is not ('分' or '刻' or '钟' or '十' or '半') ? last : end;
    }

    private static bool IsDigit(char c) => ChineseNumerals.Digit(c) >= 0;

    private static bool Counts(ReadOnlySpan<char> text, int at, int end)
    {
        var previous = At(text, at - 1);
        if (char.IsAsciiDigit(previous))
        {
            return false;
        }

        if (previous == '第' || (previous == '之' && At(text, at - 2) == '分'))
        {
            return true;
        }

        var isScale = text[at..end].IndexOfAnyExcept("百千万亿") < 0;
        return isScale ? CountsScale(text, at, end, previous) : end - at > 1 || CountsAlone(text, at, previous);
    }

    // 上百, 近千, 百余, 千分之; two of them also before what is counted: 百万人.
    private static bool CountsScale(ReadOnlySpan<char> text, int at, int end, char previous) =>
        ChineseContext.IsBeforeScale(previous) || previous is '数' or '几'
        || IsMore(At(text, end)) || IsShare(text, end)
        || (end - at > 1 && (ChineseContext.IsClassifier(At(text, end)) || IsUnit(text, end)));

    private static bool CountsAlone(ReadOnlySpan<char> text, int at, char previous)
    {
        var c = text[at];
        var next = At(text, at + 1);
        if (next == '\0' || ChineseNumerals.Digit(c) == 0 || ChineseNumerals.IsFormal(c))
        {
            return false;
        }

        if (IsShare(text, at + 1) || IsHeading(previous, next) || IsRange(text, at + 1) || (c == '十' && (IsMore(next) || previous is '数' or '几')))
        {
            return true;
        }

        return next switch
        {
            '月' or '日' or '号' or '届' or '期' or '级' or '倍' => true,
            '等' => At(text, at + 2) is '奖' or '功' or '品' or '舱' or '座',
            _ => IsUnit(text, at + 1) || (c != '一' && (ChineseContext.IsClassifier(next) || ChineseContext.IsCountable(next))),
        };
    }

    private static bool IsMore(char c) => c is '余' or '多' or '几' or '来';

    private static bool IsShare(ReadOnlySpan<char> text, int at) => At(text, at) == '分' && At(text, at + 1) == '之';

    // 一、 and (二) and 三是 at the start of a clause.
    private static bool IsHeading(char previous, char next) => next switch
    {
        '、' or '.' or ')' => previous is '\0' or '(' or '。' or ' ' or ';',
        '是' or '要' => previous is '\0' or '。' or ' ' or ';' or ',' or ':',
        _ => false,
    };

    // 三至五年
    private static bool IsRange(ReadOnlySpan<char> text, int at) =>
        At(text, at) is '至' or '到' or '~' or '-' or '—' && IsNumeral(At(text, at + 1)) && Counts(text, at + 1, RunEnd(text, at + 1));

    /// <summary>Whether a unit or a currency stands at a place; 一块 means "together".</summary>
    public static bool IsUnit(ReadOnlySpan<char> text, int at)
    {
        if (UnitStarts.Contains(At(text, at)) && (text[at] != '块' || At(text, at + 1) == '钱'))
        {
            foreach (var unit in Units)
            {
                if (text[at..].StartsWith(unit, StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // An idiom hides a number only as a whole: 七一 is one, 七一五 is not.
    private static bool IsIdiom(ReadOnlySpan<char> text, int at, int number, ref int end)
    {
        var previous = At(text, at - 1);
        if (previous == '第')
        {
            return IdiomList.CoversBefore(text, at);
        }

        if (previous == '之' && At(text, at - 2) == '分')
        {
            return false;
        }

        var found = IdiomList.TryChinese(text, at, out var idiomEnd) && idiomEnd >= number;
        end = found ? Math.Max(end, idiomEnd) : end;
        return found;
    }

    private static ulong[] Bits()
    {
        var bits = new ulong[1024];
        for (var c = '〇'; c < '\uFFFF'; c++)
        {
            bits[c >> 6] |= ChineseNumerals.IsNumeral(c) ? 1UL << (c & 63) : 0;
        }

        return bits;
    }
}
