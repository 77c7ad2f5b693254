using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Languages;
using Termbase.Mining;

namespace Termbase.Linting.Rules;

/// <summary>An enumeration that has fewer members in English than in Chinese. See <c>MissingMember.md</c>.</summary>
public sealed partial class MissingMember : DocumentRule
{
    // One character a member.
    private const string Actors = "军政产学研用商金介企";

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB333", "missing-member", "列举项少于中文", "An enumeration with fewer members than the Chinese", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        foreach (var pair in document.Pairs.Where(static p => p.Confidence >= (p.Zh.Contains('、', StringComparison.Ordinal) ? 0.9 : 0.6) && p.En.Length > 0))
        {
            var chinese = Chinese(pair);
            var english = English(pair.En);

            // English without any sign of an enumeration may be a name for the whole.
            if (chinese >= 3 && english >= 2 && english < chinese && IsList(pair))
            {
                context.Report(
                    pair.EnLocation,
                    string.Create(CultureInfo.InvariantCulture, $"{pair.Zh} has {chinese} members, \"{pair.En}\" has {english}"),
                    f => f with { Zh = [pair.Zh], En = [pair.En], Identity = $"{pair.Zh}|{pair.En}" });
            }
        }
    }

    private static int Chinese(MinedPair pair)
    {
        var zh = ChineseScript.ToSimplified(pair.Zh);
        var listed = zh.Count(static c => c == '、') + 1;
        if (listed > 1)
        {
            return zh.Contains('，', StringComparison.Ordinal) ? 0 : listed;
        }

        return zh.Length >= 4 && zh.All(static c => Actors.Contains(c, StringComparison.Ordinal)) && zh.Contains("产学研", StringComparison.Ordinal) ? zh.Length : 0;
    }

    // Sayings of four characters may be drawn together freely, unless the English too is a list with commas.
    private static bool IsList(MinedPair pair) => pair.En.Contains(',', StringComparison.Ordinal) || pair.Zh.Split('、').All(static m => m.Length <= 3) || !pair.Zh.Contains('、', StringComparison.Ordinal);

    private static int English(string english)
    {
        var parts = Separator().Split(english).Count(static p => p.Trim().Length > 0);
        return parts > 1 ? parts : english.Split(['-', '–', '—']).Length;
    }

    [GeneratedRegex(@",? and |,? or |, |; | & |/|(?<=[a-z]) - (?=[a-z])|(?<=[a-z])[-–—](?=[a-z]+(?:[-–—][a-z]+)+)|(?<=[-–—][a-z]+)[-–—](?=[a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();
}
