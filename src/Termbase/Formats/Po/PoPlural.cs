using System.Globalization;

namespace Termbase.Formats.Po;

/// <summary>
/// The <c>Plural-Forms</c> of a header: how many forms there are and which one a number takes (gettext manual §11.2.6: a C expression over
/// n). Immutable and thread-safe.
/// </summary>
public sealed class PoPlural
{
    private readonly Func<long, long> _form;

    private PoPlural(int count, Func<long, long> form) => (Count, _form) = (count, form);

    /// <summary>The number of forms (nplurals).</summary>
    public int Count { get; }

    /// <summary>The form for a number; may lie outside the forms that there are, and is −1 where the expression divides by zero or overflows.</summary>
    public long FormOf(long n)
    {
        try
        {
            return _form(n);
        }
        catch (ArithmeticException)
        {
            return -1;
        }
    }

    /// <summary>Reads the value of the field; <paramref name="fault"/> says what is wrong with it.</summary>
    public static bool TryParse(string text, out PoPlural? plural, out string fault)
    {
        plural = null;
        fault = "";
        var count = Value(text, "nplurals=");
        var expression = Value(text, "plural=");
        if (count is null || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var forms) || forms is < 1 or > 100)
        {
            fault = "lacks nplurals=NUMBER";
            return false;
        }

        if (expression is null)
        {
            fault = "lacks plural=EXPRESSION";
            return false;
        }

        var parser = new Parser(expression);
        if (parser.All() is not { } form)
        {
            fault = $"has an expression that cannot be read: {expression}";
            return false;
        }

        plural = new PoPlural(forms, form);
        return true;
    }

    private static string? Value(string text, string key)
    {
        var at = text.IndexOf(key, StringComparison.Ordinal);

        // "plural=" is also the end of "nplurals="… without its n.
        while (at > 0 && char.IsAsciiLetter(text[at - 1]))
        {
            at = text.IndexOf(key, at + 1, StringComparison.Ordinal);
        }

        return at < 0 ? null : text[(at + key.Length)..].Split(';')[0].Trim();
    }

    private sealed class Parser(string text)
    {
        private static readonly string[][] Levels = [["||"], ["&&"], ["==", "!="], ["<=", ">=", "<", ">"], ["+", "-"], ["*", "/", "%"]];
        // Far more than any language needs; each is a level of the stack when a form is looked up.
        private const int MostTerms = 500;

        private int _at, _depth, _terms;

        internal Func<long, long>? All()
        {
            var form = Choice();
            Blank();
            return _at == text.Length ? form : null;
        }

        private Func<long, long>? Choice()
        {
            if (_depth++ > 100)
            {
                return null;
            }

            var condition = Level(0);
            if (condition is not null && Take("?"))
            {
                var yes = Choice();
                var no = Take(":") ? Choice() : null;
                condition = yes is null || no is null ? null : Pick(condition, yes, no);
            }

            _depth--;
            return condition;
        }

        private static Func<long, long> Pick(Func<long, long> condition, Func<long, long> yes, Func<long, long> no) =>
            n => condition(n) != 0 ? yes(n) : no(n);

        private Func<long, long>? Level(int level)
        {
            if (level == Levels.Length)
            {
                return Unary();
            }

            var left = Level(level + 1);
            while (left is not null && Array.Find(Levels[level], Take) is { } sign)
            {
                left = Level(level + 1) is { } right ? Join(sign, left, right) : null;
            }

            return left;
        }

        private static Func<long, long> Join(string sign, Func<long, long> a, Func<long, long> b) => sign switch
        {
            "||" => n => a(n) != 0 || b(n) != 0 ? 1 : 0,
            "&&" => n => a(n) != 0 && b(n) != 0 ? 1 : 0,
            "==" => n => a(n) == b(n) ? 1 : 0,
            "!=" => n => a(n) != b(n) ? 1 : 0,
            "<=" => n => a(n) <= b(n) ? 1 : 0,
            ">=" => n => a(n) >= b(n) ? 1 : 0,
            "<" => n => a(n) < b(n) ? 1 : 0,
            ">" => n => a(n) > b(n) ? 1 : 0,
            "+" => n => a(n) + b(n),
            "-" => n => a(n) - b(n),
            "*" => n => a(n) * b(n),
            "/" => n => a(n) / b(n),
            _ => n => a(n) % b(n),
        };

        private Func<long, long>? Unary()
        {
            if (_depth++ > 100 || ++_terms > MostTerms)
            {
                return null;
            }

            Func<long, long>? value = null;
            if (Take("!"))
            {
                value = Unary() is { } inner ? n => inner(n) == 0 ? 1 : 0 : null;
            }
            else if (Take("("))
            {
                value = Choice();
                value = Take(")") ? value : null;
            }
            else if (Take("n"))
            {
                value = static n => n;
            }
            else
            {
                Blank();
                var start = _at;
                while (_at < text.Length && char.IsAsciiDigit(text[_at]))
                {
                    _at++;
                }

                if (long.TryParse(text.AsSpan(start, _at - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                {
                    value = _ => number;
                }
            }

            _depth--;
            return value;
        }

        private bool Take(string sign)
        {
            Blank();
            if (!text.AsSpan(_at).StartsWith(sign, StringComparison.Ordinal) || (sign is "<" or ">" or "!" && text.AsSpan(_at + 1).StartsWith("=")))
            {
                return false;
            }

            _at += sign.Length;
            return true;
        }

        private void Blank()
        {
            while (_at < text.Length && char.IsWhiteSpace(text[_at]))
            {
                _at++;
            }
        }
    }
}
