namespace Termbase.Languages.Numerals;

/// <summary>How a number was written.</summary>
internal enum NumberForm
{
    Digits,
    Chinese,

    /// <summary>Chinese digits read one by one: 二〇二一, 八五.</summary>
    Positional,
    Words,
}

/// <summary>A bare number as a scanner found it, before what stands around it is looked at.</summary>
internal struct NumberToken
{
    public int Start;
    public int End;
    public Rational Value;

    /// <summary>Equal to <see cref="Value"/> unless the number itself is a range (三四十).</summary>
    public Rational Upper;
    public NumberForm Form;

    /// <summary>余 or 多 stood inside or behind.</summary>
    public bool More;

    /// <summary>来 stood behind.</summary>
    public bool About;

    /// <summary>Digits before the decimal point, where written as digits.</summary>
    public int DigitCount;
    public bool HasPoint;
    public bool HasSeparator;

    /// <summary>A scale word was multiplied in: 万, million.</summary>
    public Rational Scale;
    public bool IsOrdinal;

    public readonly int Length => End - Start;

    public readonly bool IsRange => Value != Upper;

    /// <summary>A whole number that fits an int, or -1.</summary>
    public readonly int Whole => Value.IsInteger && !IsRange && Value.Numerator >= 0 && Value.Numerator < 1_000_000 ? (int)Value.Numerator : -1;

    /// <summary>Could be a year: four digits, no separator, 1000 to 2199.</summary>
    public readonly bool LooksLikeYear => DigitCount == 4 && !HasPoint && !HasSeparator && Scale == 1 && Whole is >= 1000 and < 2200;
}
