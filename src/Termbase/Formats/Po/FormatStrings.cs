using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Termbase.Formats.Po;

/// <summary>
/// The arguments of format strings in the kinds that gettext's flags name. Two strings of one kind fit where they take the same
/// arguments; their order may differ where the kind can say so.
/// </summary>
internal static partial class FormatStrings
{
    /// <summary>
    /// The arguments of a text, each as <c>name:type</c> in a fixed order, or null where the kind is not known;
    /// <paramref name="fault"/> says what is wrong with the string itself.
    /// </summary>
    internal static ImmutableSortedDictionary<string, string>? Arguments(string kind, string text, out string? fault)
    {
        fault = null;
        return kind switch
        {
            "c" or "objc" or "gcc-internal" or "lisp" or "php" or "perl" or "tcl" or "lua" or "awk" or "sh-printf" => Percent(text, kind, ref fault),
            "python" => Percent(text, kind, ref fault),
            "python-brace" or "csharp" or "java" or "java-printf" or "perl-brace" => Braces(text, kind, ref fault),
            "qt" or "kde" or "kde-kuit" or "boost" => Numbered(text),
            _ => null,
        };
    }

    /// <summary>How the arguments of a translation differ from the source's; null where they fit.</summary>
    internal static string? Difference(
        ImmutableSortedDictionary<string, string> source, ImmutableSortedDictionary<string, string> target, bool mayLack)
    {
        foreach (var (name, type) in target)
        {
            if (!source.TryGetValue(name, out var said))
            {
                return $"the translation has the argument {Shown(name, type)}, which the source lacks";
            }

            if (said != type)
            {
                return $"the argument {name} is {Shown(name, said)} in the source and {Shown(name, type)} in the translation";
            }
        }

        var lost = source.Keys.Except(target.Keys).ToList();
        return lost.Count == 0 || mayLack ? null : $"the translation lacks the argument {Shown(lost[0], source[lost[0]])}";
    }

    private static string Shown(string name, string type) =>
        type.Length == 0 ? $"{{{name}}}" : name.All(char.IsAsciiDigit) ? $"%{type} (number {name})" : $"%({name}){type}";

    private static ImmutableSortedDictionary<string, string> Percent(string text, string kind, ref string? fault)
    {
        var found = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var next = 1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                continue;
            }

            var match = Directive().Match(text, i);
            if (!match.Success || match.Index != i)
            {
                fault ??= $"the directive at '{text.AsSpan(i, Math.Min(6, text.Length - i))}' cannot be read";
                continue;
            }

            i += match.Length - 1;
            var conversion = match.Groups["conv"].Value;
            if (conversion == "%")
            {
                continue;
            }

            foreach (var star in match.Groups["star"].Captures.Select(static _ => "i"))
            {
                Add((next++).ToString("D3", CultureInfo.InvariantCulture), star);
            }

            var name = match.Groups["name"].Success ? match.Groups["name"].Value
                : match.Groups["pos"].Success ? match.Groups["pos"].Value.TrimStart('0').PadLeft(3, '0')
                : (next++).ToString("D3", CultureInfo.InvariantCulture);
            Add(name, Class(kind, match.Groups["len"].Value, conversion));
        }

        return found.ToImmutable();

        void Add(string name, string type) => found.TryAdd(name, type);
    }

    // Directives that take the same kind of argument may stand for each other (%d and %i, %f and %e).
    private static string Class(string kind, string length, string conversion) => conversion switch
    {
        "d" or "i" => length + "i",
        "u" or "o" or "x" or "X" => kind is "python" ? length + "i" : length + "u",
        "e" or "E" or "f" or "F" or "g" or "G" or "a" or "A" => length + "f",
        "s" or "r" when kind is "python" => "s",
        _ => length + conversion,
    };

    private static ImmutableSortedDictionary<string, string> Braces(string text, string kind, ref string? fault)
    {
        var found = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var next = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (kind is "java" && text[i] == '\'')
            {
                // MessageFormat: what stands between apostrophes is text.
                var close = text.IndexOf('\'', i + 1);
                i = close < 0 ? text.Length : close;
                continue;
            }

            if (text[i] == '{' && i + 1 < text.Length && text[i + 1] == '{' && kind is "python-brace" or "csharp")
            {
                i++;
                continue;
            }

            if (text[i] != '{')
            {
                continue;
            }

            var end = text.IndexOf('}', i);
            if (end < 0)
            {
                fault ??= kind is "perl-brace" ? null : "an opening brace is not closed";
                break;
            }

            var name = text[(i + 1)..end].Split(',', ':', '!', '.', '[')[0].Trim();
            if (name.Length == 0)
            {
                name = (next++).ToString(CultureInfo.InvariantCulture);
            }

            if (kind is not "perl-brace" || name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            {
                found.TryAdd(name, "");
            }

            i = end;
        }

        return found.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, string> Numbered(string text) =>
        NumberedDirective().Matches(text).Select(static m => m.Groups[1].Value).Distinct().ToImmutableSortedDictionary(static n => n, static _ => "", StringComparer.Ordinal);

    [GeneratedRegex(
        @"\G%(?:\((?<name>[^)]*)\))?(?:(?<pos>\d+)\$)?[-+ #0'I]*(?:\d+|(?<star>\*)(?:\d+\$)?)?(?:\.(?:\d+|(?<star>\*)(?:\d+\$)?)?)?(?<len>hh|h|ll|l|q|L|j|z|t)?(?:<(?<conv>PRI[a-zA-Z0-9]+)>|(?<conv>[diouxXeEfFgGaAcsCSpnmrb@%]))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Directive();

    [GeneratedRegex(@"%L?(\d{1,2}|n)", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedDirective();
}
