namespace Termbase.Languages.Numerals;

/// <summary>The characters of Chinese numbers, plain and formal, simplified and traditional.</summary>
internal static class ChineseNumerals
{
    /// <summary>0 to 9, or -1.</summary>
    public static int Digit(char c) => c switch
    {
        '〇' or '零' or '○' => 0,
        '一' or '壹' => 1,
        '二' or '两' or '贰' or '兩' or '貳' => 2,
        '三' or '叁' => 3,
        '四' or '肆' => 4,
        '五' or '伍' => 5,
        '六' or '陆' or '陸' => 6,
        '七' or '柒' => 7,
        '八' or '捌' => 8,
        '九' or '玖' => 9,
        _ => -1,
    };

    /// <summary>Multiplier: 十, 百, 千, 万, 亿; 0 for other characters.</summary>
    public static long Scale(char c) => c switch
    {
        '十' or '拾' => 10,
        '百' or '佰' => 100,
        '千' or '仟' => 1000,
        '万' or '萬' => 10_000,
        '亿' or '億' => 100_000_000,
        _ => 0,
    };

    /// <summary>廿 (20) and 卅 (30), else 0.</summary>
    public static int Twenties(char c) => c switch { '廿' => 20, '卅' => 30, _ => 0 };

    /// <summary>Whether the character can be part of a number.</summary>
    public static bool IsNumeral(char c) => c >= '〇' && (Digit(c) >= 0 || Scale(c) > 0 || Twenties(c) > 0);

    /// <summary>Formal numerals that are surnames or verbs when alone: 伍, 陆, 拾.</summary>
    public static bool IsFormal(char c) => c is '壹' or '贰' or '貳' or '叁' or '肆' or '伍' or '陆' or '陸' or '柒' or '捌' or '玖' or '拾' or '佰' or '仟';
}
