using Termbase.Linting.Bitext;

namespace Termbase.Linting.Rules;

/// <summary>A URL or e-mail address that is not the source's. See <c>AddressMismatch.md</c>.</summary>
public sealed class AddressMismatch : UnitRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB422", "address-mismatch", "网址或邮箱与原文不符", "A URL or e-mail address other than the source's", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintUnit unit, LintContext context)
    {
        var (source, target) = (unit.Reading.Source, unit.Reading.Target);
        var left = source.Codes.FindAll(static c => c.Kind is TextCodeKind.Url or TextCodeKind.Mail);
        var right = target.Codes.FindAll(static c => c.Kind is TextCodeKind.Url or TextCodeKind.Mail);
        left.RemoveAll(code => right.RemoveAll(other => other.Key == code.Key) > 0 || target.Text.Contains(code.Key, StringComparison.OrdinalIgnoreCase));
        if (left.Count > 1 && right.Count == 0)
        {
            context.Report(unit, source.Side, left[0].Span, FormattableString.Invariant($"none of {left.Count} addresses is in the translation"));
            return;
        }

        foreach (var code in left)
        {
            var other = right.FindIndex(r => r.Kind == code.Kind && Site(r.Key) == Site(code.Key));
            var message = other < 0
                ? $"{code.Span.Of(source.Text)} is not in the translation"
                : $"{code.Span.Of(source.Text)} is {right[other].Span.Of(target.Text)} in the translation";

            // Another page of the same site is often that of the other language.
            context.Report(
                unit, source.Side, code.Span, message,
                finding => other < 0 ? finding : finding.Beside(unit, target, right[other].Span),
                other < 0 || code.Kind == TextCodeKind.Mail ? null : Severity.Info);
        }
    }

    // The last two labels of the host: zh.example.org and en.example.org are one site.
    private static string Site(string key)
    {
        var host = key[(key.IndexOf('@', StringComparison.Ordinal) + 1)..].Split('/', '?', '#')[0].Split('.');
        return string.Join('.', host[^Math.Min(2, host.Length)..]);
    }
}
