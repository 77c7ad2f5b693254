using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Languages;
using Termbase.Mining;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>An enumeration that has fewer members in English than in Chinese. See <c>MissingMember.md</c>.</summary>
public sealed partial class MissingMember : DocumentRule
{
    // One character a member.
    private const string Actors = "军政产学研用商金介企医农教孵资";

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB333", "missing-member", "列举项少于中文", "An enumeration with fewer members than the Chinese", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        foreach (var pair in document.Pairs.Where(static p => IsShort(p.Zh)))
        {
            Short(document, pair, context);
        }

        foreach (var pair in document.Pairs.Where(static p => p.En.Length > 0 && !IsShort(p.Zh) && p.Confidence >= 0.6))
        {
            var chinese = Chinese(pair);
            var english = English(pair.En);

            // English without any sign of an enumeration may be a name for the whole.
            if (chinese >= 3 && english >= 2 && english < chinese && IsList(pair) && !IsCut(pair))
            {
                context.Report(
                    pair.EnLocation,
                    string.Create(CultureInfo.InvariantCulture, $"{pair.Zh} has {chinese} members, \"{pair.En}\" has {english}"),
                    f => f with { Zh = [pair.Zh], En = [pair.En], Identity = $"{pair.Zh}|{pair.En}" });
            }
        }
    }

    // 耕、种、管、收: members so short stand for whole words, so wherever the English begins it ends in a list as long.
    private static bool IsShort(string zh) => zh.Contains('、', StringComparison.Ordinal) && Array.TrueForAll(zh.Split('、'), static m => m.Trim('"', '“', '”').Length is 1 or 2);

    // The list that ends right before the bracket is read by itself.
    private static void Short(LintDocument document, MinedPair pair, LintContext context)
    {
        var text = pair.Block.Text;
        var open = pair.ZhSpan.Start == 0 ? -1 : text.LastIndexOfAny(['(', '（'], pair.ZhSpan.Start - 1);
        if (open < 0 || pair.ZhSpan.Start - open > 3)
        {
            return;
        }

        // "…, and the family, whether near or far": what is said of the list behind it is no part of it.
        var before = text[Math.Max(0, open - 300)..open].TrimEnd(' ', '"', '”', '*');
        before = Aside().Match(before) is { Success: true } aside ? before[..aside.Index] : before;
        if (List().Match(before) is not { Success: true } list)
        {
            return;
        }

        // "as the basis, and combine A, B, and C": the list begins with the verb's object.
        var from = Clause().Matches(list.Value).LastOrDefault(static m => EnglishWords.CanBeVerb(m.Groups["verb"].Value)) is { } clause ? clause.Groups["verb"].Index : 0;
        var listed = list.Value[from..];
        var members = pair.Zh.Count(static c => c == '、') + 1;
        var parts = Separator().Split(listed).Count(static p => p.Trim().Length > 0);
        if (members >= 3 && parts >= 2 && parts < members)
        {
            context.Report(
                document, pair.Block, new TextSpan(Math.Max(0, open - 300) + list.Index + from, listed.Length),
                string.Create(CultureInfo.InvariantCulture, $"{pair.Zh} has {members} members, \"{listed}\" has {parts}"),
                f => f with { Zh = [pair.Zh], En = [listed], Identity = $"{pair.Zh}|{listed}" });
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

    // "farmers, cooperatives (most of them new), and firms": where the English was taken to begin behind a comma, the list may be longer.
    private static bool IsCut(MinedPair pair) => pair.EnSpan.Start > 1 && (pair.EnBlock ?? pair.Block).Text.AsSpan(0, pair.EnSpan.Start).TrimEnd() is [.., ',' or ';'];

    private static int English(string english)
    {
        var parts = Separator().Split(english).Count(static p => p.Trim().Length > 0);
        return parts > 1 ? parts : english.Split(['-', '–', '—']).Length;
    }

    [GeneratedRegex(@",? (?:whether|be (?:it|they)|no matter|regardless of|either)\b[^,.;]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Aside();

    [GeneratedRegex(@", and (?<verb>[a-z]+)(?= [^,]*,)", RegexOptions.CultureInvariant)]
    private static partial Regex Clause();

    // Members of up to three words; what stands before the first of them is the sentence.
    [GeneratedRegex(@"(?<![\p{L}\-’'])(?!that is\b|is\b|namely\b|including\b|such as\b|as\b)[\p{L}\-’']+(?: (?!and\b|or\b)[\p{L}\-’']+){0,2}(?:, (?!that is\b|namely\b|including\b|such as\b)[\p{L}\-’']+(?: (?!and\b|or\b)[\p{L}\-’']+){0,2})*(?:,? (?:and|or|&) [\p{L}\-’']+(?: [\p{L}\-’']+){0,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex List();

    [GeneratedRegex(@",? and |,? or |, |; | & |/|(?<=[a-z]) - (?=[a-z])|(?<=[a-z])[-–—](?=[a-z]+(?:[-–—][a-z]+)+)|(?<=[-–—][a-z]+)[-–—](?=[a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();
}
