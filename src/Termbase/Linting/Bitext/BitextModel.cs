using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Linting.Bitext;

/// <summary>How a segment ends, as far as a translation keeps it.</summary>
public enum EndMark
{
    /// <summary>With a letter, digit or other sign.</summary>
    None,

    /// <summary>With a full stop.</summary>
    Stop,

    /// <summary>With a question mark.</summary>
    Question,

    /// <summary>With an exclamation mark.</summary>
    Exclamation,

    /// <summary>With a semicolon.</summary>
    Semicolon,

    /// <summary>With a colon.</summary>
    Colon,

    /// <summary>With a comma or enumeration comma.</summary>
    Comma,

    /// <summary>With three dots.</summary>
    Ellipsis,
}

/// <summary>
/// What a memory shows of how the two languages go together: length against length, end sign against end sign. Learned from units by
/// <see cref="BitextModelBuilder"/>; <see cref="BuiltIn"/> where there are too few. Immutable and thread-safe.
/// </summary>
public sealed record BitextModel
{
    /// <summary>Weight of a Han character against a letter before the measured <see cref="LengthMean"/> is applied.</summary>
    internal const double LettersPerHan = 3.8;

    // Units' worth of trust in the built-in figures beside learned ones.
    private const double BuiltInWeight = 100;

    internal static readonly int EndMarks = Enum.GetValues<EndMark>().Length;

    /// <summary>
    /// Learned in November 2026 by <c>learn-model</c> of the tools from a memory of 707,381 units of mixed kind (software, prose, speech, science) whose
    /// length mean is -0.24; set halfway to that of news (-0.02), the spreads widened by half the difference.
    /// </summary>
    public static BitextModel BuiltIn { get; } = new()
    {
        Units = 0,
        Learned = new DateOnly(2026, 11, 23),
        LengthMean = -0.13,
        LengthSpread = [0.43, 0.44, 0.47, 0.37, 0.29, 0.26, 0.25, 0.22, 0.19, 0.18, 0.18, 0.18],
        EndCounts =
        [
            166854, 3875, 402, 39, 26, 297, 29, 78,
            1758, 472930, 3094, 1083, 26, 332, 24, 26,
            33, 796, 18802, 62, 0, 4, 0, 0,
            30, 1716, 84, 7127, 0, 0, 3, 1,
            9, 2, 0, 0, 368, 2, 0, 0,
            164, 35, 1, 0, 0, 22894, 3, 1,
            122, 63, 1, 0, 0, 1, 363, 0,
            22, 549, 13, 17, 4, 0, 0, 3216,
        ],
    };

    /// <summary>Number of units it was learned from; 0 for the built-in figures.</summary>
    public required long Units { get; init; }

    /// <summary>When it was learned.</summary>
    public required DateOnly Learned { get; init; }

    /// <summary>Median of ln(English letters / (3.8 × Han characters + other letters of the Chinese side)).</summary>
    public required double LengthMean { get; init; }

    /// <summary>
    /// Half the distance between the 16th and the 84th percentile of the same, by the binary logarithm of the Chinese side's length in
    /// letters (1, 2–3, 4–7, …; the last for all longer).
    /// </summary>
    public required ImmutableArray<double> LengthSpread { get; init; }

    /// <summary>How often a Chinese <see cref="EndMark"/> (row) stands over an English one (column).</summary>
    public required ImmutableArray<long> EndCounts { get; init; }

    /// <summary>
    /// How far the English is from the length that the Chinese lets expect, in standard deviations: negative where it is short. 0 where one
    /// side has no letters.
    /// </summary>
    internal double LengthDeviation(int han, int latin, int english) => LengthDeviation((LettersPerHan * han) + latin, english);

    /// <summary>The same, of a Chinese length in letters.</summary>
    internal double LengthDeviation(double weight, double english)
    {
        return weight < 1 || english < 1 ? 0 : (Math.Log(english / weight) - LengthMean) / LengthSpread[Bucket(weight)];
    }

    /// <summary>How often, 0 to 1, a segment that ends so in one language ends so in the other; a little above 0 for what was never seen.</summary>
    internal double EndShare(EndMark given, EndMark wanted, bool givenIsChinese)
    {
        long count = 0, total = 0;
        for (var i = 0; i < EndMarks; i++)
        {
            var at = givenIsChinese ? EndCounts[((int)given * EndMarks) + i] : EndCounts[(i * EndMarks) + (int)given];
            total += at;
            count += i == (int)wanted ? at : 0;
        }

        // A memory that has seen an ending seldom leans on the built-in figures.
        return Units == 0
            ? (count + 0.5) / (total + (0.5 * EndMarks))
            : (count + (BuiltInWeight * BuiltIn.EndShare(given, wanted, givenIsChinese))) / (total + BuiltInWeight);
    }

    internal static int Bucket(double weight) => Math.Clamp((int)Math.Log2(weight), 0, 11);

    /// <summary>The sign that a text ends with, quotes, brackets and white space behind it apart, and where it stands (the end of the text if none).</summary>
    internal static (EndMark Mark, TextSpan Span) EndOf(string text)
    {
        var end = text.Length;

        // The key of a menu, 打开(&O), is no part of the words.
        if (end > 4 && text[end - 1] is ')' or '）' && char.IsAsciiLetterOrDigit(text[end - 2]) && text[end - 3] is '&' or '_' or '~' && text[end - 4] is '(' or '（')
        {
            end -= 4;
        }

        while (end > 0 && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '"' or '\'' or '”' or '’' or '“' or '」' or '』' or ')' or '）' or ']' or '】' or '*' or '_' or '`' or SideReading.Mask))
        {
            end--;
        }

        if (end == 0)
        {
            return (EndMark.None, new TextSpan(text.Length, 0));
        }

        var mark = text[end - 1] switch
        {
            '.' when end > 2 && text[end - 2] == '.' && text[end - 3] == '.' => EndMark.Ellipsis,
            '。' when end > 1 && text[end - 2] == '。' => EndMark.Ellipsis,
            '.' or '。' when end > 1 && text[end - 2] is '?' or '？' => EndMark.Question,
            '.' or '。' when end > 1 && text[end - 2] is '!' or '！' => EndMark.Exclamation,
            '.' or '。' or '．' or '｡' => EndMark.Stop,
            '?' or '？' => EndMark.Question,
            '!' or '！' when end > 1 && text[end - 2] is '?' or '？' => EndMark.Question,
            '!' or '！' => EndMark.Exclamation,
            ';' or '；' => EndMark.Semicolon,
            ':' or '：' => EndMark.Colon,
            ',' or '，' or '、' => text.AsSpan(end).Contains(SideReading.Mask) ? EndMark.None : EndMark.Comma,
            '…' when text.AsSpan(0, end).TrimEnd('…') is [.., '?' or '？'] => EndMark.Question,
            '…' => EndMark.Ellipsis,
            _ => EndMark.None,
        };
        return (mark, mark == EndMark.None ? new TextSpan(end, 0) : new TextSpan(end - 1, 1));
    }
}
