using System.Globalization;
using System.Numerics;

namespace Termbase.Languages.Numerals;

/// <summary>
/// An exact fraction in lowest terms, denominator positive; made for numbers as texts write them (up to 30 digits).
/// The default value is not a number: use <see cref="Zero"/>. Arithmetic throws <see cref="OverflowException"/> beyond 128 bits.
/// </summary>
public readonly record struct Rational : IComparable<Rational>
{
    /// <summary>The fraction <paramref name="numerator"/>/<paramref name="denominator"/>, reduced.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    public Rational(Int128 numerator, Int128 denominator)
    {
        if (denominator == Int128.Zero)
        {
            throw new DivideByZeroException();
        }

        if (denominator != Int128.One)
        {
            var divisor = Gcd(Int128.Abs(numerator), Int128.Abs(denominator));
            divisor = denominator < Int128.Zero ? -divisor : divisor;
            numerator /= divisor;
            denominator /= divisor;
        }

        Numerator = numerator;
        Denominator = denominator;
    }

    /// <summary>0.</summary>
    public static Rational Zero => 0;

    /// <summary>1.</summary>
    public static Rational One => 1;

    /// <summary>The numerator; carries the sign.</summary>
    public Int128 Numerator { get; }

    /// <summary>The denominator, above 0.</summary>
    public Int128 Denominator { get; }

    /// <summary>Whether it is a whole number.</summary>
    public bool IsInteger => Denominator == Int128.One;

    /// <summary>A whole number.</summary>
    public static implicit operator Rational(long value) => new(value, Int128.One);

    /// <summary>Sum.</summary>
    public static Rational operator +(Rational a, Rational b) => a.Denominator == b.Denominator
        ? new(checked(a.Numerator + b.Numerator), a.Denominator)
        : checked(new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator));

    /// <summary>Difference.</summary>
    public static Rational operator -(Rational a, Rational b) => a + new Rational(-b.Numerator, b.Denominator);

    /// <summary>Product.</summary>
    public static Rational operator *(Rational a, Rational b) =>
        checked(new(a.Numerator * b.Numerator, a.Denominator * b.Denominator));

    /// <summary>Quotient.</summary>
    public static Rational operator /(Rational a, Rational b) =>
        checked(new(a.Numerator * b.Denominator, a.Denominator * b.Numerator));

    /// <summary>Order by value.</summary>
    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;

    /// <summary>Order by value.</summary>
    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;

    /// <summary>Order by value.</summary>
    public static bool operator <=(Rational a, Rational b) => a.CompareTo(b) <= 0;

    /// <summary>Order by value.</summary>
    public static bool operator >=(Rational a, Rational b) => a.CompareTo(b) >= 0;

    /// <inheritdoc/>
    public int CompareTo(Rational other) => Denominator == other.Denominator
        ? Numerator.CompareTo(other.Numerator)
        : ((BigInteger)Numerator * (BigInteger)other.Denominator).CompareTo((BigInteger)other.Numerator * (BigInteger)Denominator);

    /// <summary>The nearest double.</summary>
    public double ToDouble() => (double)Numerator / (double)Denominator;

    /// <summary>Decimal notation where it ends within 12 places (<c>2.5</c>), else <c>1/3</c>; invariant.</summary>
    public override string ToString()
    {
        if (IsInteger)
        {
            return Numerator.ToString(CultureInfo.InvariantCulture);
        }

        Int128 scale = 1;
        for (var places = 1; places <= 12; places++)
        {
            scale *= 10;
            if (scale % Denominator == Int128.Zero)
            {
                var scaled = Int128.Abs(Numerator) * (scale / Denominator);
                var fraction = (scaled % scale).ToString(CultureInfo.InvariantCulture).PadLeft(places, '0');
                return FormattableString.Invariant($"{(Numerator < Int128.Zero ? "-" : "")}{scaled / scale}.{fraction}");
            }
        }

        return FormattableString.Invariant($"{Numerator}/{Denominator}");
    }

    private static Int128 Gcd(Int128 a, Int128 b)
    {
        // 128-bit division is slow and almost every number fits 64 bits.
        if (a <= ulong.MaxValue && b <= ulong.MaxValue)
        {
            var (x, y) = ((ulong)a, (ulong)b);
            while (y != 0)
            {
                (x, y) = (y, x % y);
            }

            return x;
        }

        while (b != Int128.Zero)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}
