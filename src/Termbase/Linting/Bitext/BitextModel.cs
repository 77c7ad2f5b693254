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

    internal static readonly int EndMarks = Enum.GetValues<EndMark>().Length;

    /// <summary>
    /// Learned in November 2026 from 100,000 units of mixed kind drawn from a memory of 707,454 (software, prose, speech, science), the length mean
    /// moved halfway to that of news and law, and the spread widened by as much.
    /// </summary>
    public static BitextModel BuiltIn { get; } = new()
    {
        Units = 0,
        Learned = new DateOnly(2026, 11, 23),
        LengthMean = -0.08,
        LengthSpread = [0.42, 0.42, 0.38, 0.34, 0.31, 0.28, 0.26, 0.24, 0.20, 0.18, 0.18, 0.18],
        EndCounts =
        [
            24489, 517, 58, 3, 1, 30, 3, 8,
            264, 66870, 400, 149, 7, 41, 7, 7,
            6, 106, 2567, 7, 0, 1, 0, 0,
            5, 231, 12, 1011, 0, 0, 0, 1,
            2, 1, 0, 0, 44, 0, 0, 0,
            19, 5, 0, 0, 0, 2544, 0, 0,
            16, 11, 0, 0, 0, 0, 31, 0,
            2, 58, 4, 0, 0, 0, 0, 480,
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
    internal double LengthDeviation(int han, int latin, int english)
    {
        var weight = (LettersPerHan * han) + latin;
        return weight < 1 || english == 0 ? 0 : (Math.Log(english / weight) - LengthMean) / LengthSpread[Bucket(weight)];
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

        return (count + 0.5) / (total + (0.5 * EndMarks));
    }

    internal static int Bucket(double weight) => Math.Clamp((int)Math.Log2(weight), 0, 11);

    /// <summary>The sign that a text ends with, quotes, brackets and white space behind it apart, and where it stands (the end of the text if none).</summary>
    internal static (EndMark Mark, TextSpan Span) EndOf(string text)
    {
        var end = text.Length;
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
            '.' or '。' or '．' or '｡' => EndMark.Stop,
            '?' or '？' => EndMark.Question,
            '!' or '！' => EndMark.Exclamation,
            ';' or '；' => EndMark.Semicolon,
            ':' or '：' => EndMark.Colon,
            ',' or '，' or '、' => EndMark.Comma,
            '…' => EndMark.Ellipsis,
            _ => EndMark.None,
        };
        return (mark, mark == EndMark.None ? new TextSpan(end, 0) : new TextSpan(end - 1, 1));
    }
}
