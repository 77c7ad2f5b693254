namespace Termbase.Languages.Numerals;

/// <summary>How a number is hedged.</summary>
public enum QuantityBound
{
    /// <summary>Not hedged.</summary>
    Exact,

    /// <summary>约, 左右, about, some.</summary>
    About,

    /// <summary>余, 多, 超过, more than, over: above the value.</summary>
    MoreThan,

    /// <summary>以上 (inclusive in Chinese law), 至少, at least.</summary>
    AtLeast,

    /// <summary>近, nearly, almost: a little below the value.</summary>
    Nearly,

    /// <summary>不足, 低于, less than, under.</summary>
    LessThan,

    /// <summary>以下 (inclusive), 至多, at most, up to.</summary>
    AtMost,
}
