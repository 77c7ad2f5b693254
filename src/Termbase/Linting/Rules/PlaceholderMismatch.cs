using System.Text.RegularExpressions;
using Termbase.Linting.Bitext;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A placeholder, tag or inline code that only one side has. See <c>PlaceholderMismatch.md</c>.</summary>
public sealed partial class PlaceholderMismatch : UnitRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB421", "placeholder-mismatch", "占位符或标记与原文不符", "A placeholder or tag that one side lacks", Severity.Error);

    /// <inheritdoc/>
    public override void Check(LintUnit unit, LintContext context)
    {
        var (source, target) = (unit.Reading.Source, unit.Reading.Target);
        if (source.Codes.Count > 0 || target.Codes.Count > 0)
        {
            var left = source.Codes.FindAll(static c => c.Kind is TextCodeKind.Placeholder or TextCodeKind.Tag);
            var right = target.Codes.FindAll(static c => c.Kind is TextCodeKind.Placeholder or TextCodeKind.Tag);
            Func<TextCode, string> key = left.Exists(IsNumbered) && right.Exists(IsNumbered) ? static c => c.Key : static c => Unnumbered(c.Key);
            var dates = IsDateFormat(source.Text) && IsDateFormat(target.Text);
            var missing = OnePerPair(Without(left, right, key)).FindAll(c => !(dates && IsDatePart(c)) && !IsCounted(c, target.Text));
            var added = OnePerPair(Without(right, left, key)).FindAll(c => !(dates && IsDatePart(c)) && !IsCounted(c, source.Text));
            foreach (var code in missing)
            {
                context.Report(unit, source.Side, code.Span, $"{code.Span.Of(source.Text)} is not in the translation", null, SeverityOf(code));
            }

            foreach (var code in added)
            {
                context.Report(unit, target.Side, code.Span, $"{code.Span.Of(target.Text)} is not in the source", null, SeverityOf(code));
            }
        }

        var (codes, theirs) = (source.Side.Segment.Codes, target.Side.Segment.Codes);
        if (codes.Length > 0 || theirs.Length > 0)
        {
            Inline(unit, source, Without(codes, theirs, Key), "an inline code ({0}) is not in the translation", context);
            Inline(unit, target, Without(theirs, codes, Key), "an inline code ({0}) is not in the source", context);
        }
    }

    // %2$s stands for the second %s where only one side counts.
    private static bool IsNumbered(TextCode code) => code.Key.Contains('$', StringComparison.Ordinal) && code.Key[0] == '%';

    private static string Unnumbered(string key) =>
        key[0] == '%' && key.IndexOf('$', StringComparison.Ordinal) is > 0 and var at ? string.Concat("%", key.AsSpan(at + 1)) : key;

    // GCC's own %2$L stands for %L, which is known as a placeholder only by its number.
    private static bool IsCounted(TextCode code, string other) => IsNumbered(code) && Unnumbered(code.Key) is var bare && TextCodes.Find(bare).Count == 0 && other.Contains(bare, StringComparison.Ordinal);

    // %Y年%-m月%-d日 is "%b %e, %Y": each language writes dates its own way.
    private static bool IsDateFormat(string text) => DateParts().Count(text) >= 2 && DateSigns().IsMatch(text);

    private static bool IsDatePart(TextCode code) => DateParts().Match(code.Key).Length == code.Key.Length;

    [GeneratedRegex("%[-_0^]?[aAbBCdDeFgGhHIjklmMnpPrRsSTuUVwWxXyYzZ](?![A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex DateParts();

    [GeneratedRegex("%[-_0^]?[YymBbHIM](?![A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex DateSigns();

    // An opening tag speaks for its closing one.
    private static List<TextCode> OnePerPair(List<TextCode> codes) =>
        codes.FindAll(c => c.Kind != TextCodeKind.Tag || !c.Key.StartsWith("</", StringComparison.Ordinal) || !codes.Exists(o => o.Key == "<" + c.Key[2..]));

    // "<item>" may be a word in angle brackets, 50%d a slip of the keyboard: tags are less sure than placeholders.
    private static Severity? SeverityOf(TextCode code) => code.Kind == TextCodeKind.Tag ? Severity.Warning : null;

    private static void Inline(LintUnit unit, SideReading side, List<InlineCode> codes, string message, LintContext context)
    {
        foreach (var code in codes)
        {
            var shown = code.Content.Length > 0 ? code.Content : code.Element;
            context.Report(unit, side.Side, new TextSpan(code.Position, 0), message.Replace("{0}", shown, StringComparison.Ordinal));
        }
    }

    // Codes are the same by what they hold, else by the number that pairs them.
    private static string Key(InlineCode code) => string.Concat(
        code.Kind.ToString(), "|", code.Content.Length > 0 ? code.Content : code.Attribute("x") ?? code.Attribute("i") ?? code.Attribute("type") ?? "");

    private static List<T> Without<T>(IReadOnlyList<T> all, IReadOnlyList<T> others, Func<T, string> key)
    {
        var left = others.GroupBy(key, StringComparer.Ordinal).ToDictionary(static g => g.Key, static g => g.Count(), StringComparer.Ordinal);
        return [.. all.Where(item =>
        {
            var name = key(item);
            var count = left.GetValueOrDefault(name);
            left[name] = count - 1;
            return count <= 0;
        })];
    }
}
