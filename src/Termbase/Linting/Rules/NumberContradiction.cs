using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>Numbers of one sentence that cannot all be right: a fraction and its percentage, a whole and its parts, a period and its length, a total and its rows. See <c>NumberContradiction.md</c>.</summary>
public sealed partial class NumberContradiction : DocumentRule
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] Parts = ["", "", "half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB361", "number-contradiction", "同句数字自相矛盾", "Numbers of one sentence that contradict each other", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        Totals(document, context);
        foreach (var block in document.Document.Blocks.Where(static b => b.Kind is not BlockKind.Code && b.Text.AsSpan().ContainsAnyInRange('0', '9')))
        {
            Shares(document, block, context);
            foreach (Match match in block.Text.AsSpan().ContainsAny(Percents) ? Fraction().Matches(block.Text) : Enumerable.Empty<Match>())
            {
                Percentage(document, block, match, context);
            }

            foreach (Match match in block.Text.AsSpan().ContainsAny(Divisions) ? Divided().Matches(block.Text) : Enumerable.Empty<Match>())
            {
                Sum(document, block, match, context);
            }

            foreach (Match match in block.Text.Contains(" years", StringComparison.Ordinal) ? Period().Matches(block.Text) : Enumerable.Empty<Match>())
            {
                Length(document, block, match, context);
            }
        }
    }

    // Of these each pattern holds one.
    private static readonly SearchValues<string> Percents = SearchValues.Create(["%", "percent", "per cent"], StringComparison.Ordinal);
    private static readonly SearchValues<string> Divisions = SearchValues.Create([", of which ", ", including ", ", of them ", ": "], StringComparison.Ordinal);

    // "Two-thirds (60%)": rounding to whole tens is allowed for, more where the text says "about".
    private static void Percentage(LintDocument document, Block block, Match match, LintContext context)
    {
        var (over, under) = (RoundedAmount.Whole(match.Groups["n"].Value is "a" or "A" or "" ? "one" : match.Groups["n"].Value) ?? 0, Array.FindIndex(Parts, p => p.Length > 0 && match.Groups["part"].Value.ToLowerInvariant().TrimEnd('s') is var w && (w == p || (p == "half" && w == "halve"))));
        var (said, half) = RoundedAmount.Of(match.Groups["percent"].Value, "");
        if (over > 0 && under > 1 && Math.Abs((100.0 * over / under) - said) > Math.Max(half, match.Groups["about"].Success ? 5 : 1.5))
        {
            var span = TextSpan.FromBounds(match.Groups["fraction"].Index, match.Groups["percent"].Index + match.Groups["percent"].Length);
            Report(document, block, span, string.Create(CultureInfo.InvariantCulture, $"\"{match.Groups["fraction"].Value}\" is {100.0 * over / under:0.#}%, not {said}%"), context);
        }
    }

    // "13 reservoirs, of which 5 are large and 9 medium-sized": only where the two parts are all there are.
    private static void Sum(LintDocument document, Block block, Match match, LintContext context)
    {
        var (whole, a, b) = (RoundedAmount.Whole(match.Groups["whole"].Value), RoundedAmount.Whole(match.Groups["a"].Value), RoundedAmount.Whole(match.Groups["b"].Value));
        if (whole is { } w && a is { } x && b is { } y && (x + y > w || (x + y != w && match.Groups["end"].Success)))
        {
            Report(document, block, new TextSpan(match.Index, match.Length), string.Create(CultureInfo.InvariantCulture, $"{x} and {y} make {x + y}, not {w}"), context);
        }
    }

    // "From October 2017 to September 2020, for four years": counted with the last month or year, or without.
    private static void Length(LintDocument document, Block block, Match match, LintContext context)
    {
        var (from, to) = (Month(match, "m1", "y1"), Month(match, "m2", "y2"));
        var years = RoundedAmount.Whole(match.Groups["years"].Value);
        if (years is not { } said || (match.Groups["m1"].Success != match.Groups["m2"].Success) || to <= from)
        {
            return;
        }

        var isWrong = match.Groups["m1"].Success ? to - from + 1 < (12 * said) - 1 || to - from > (12 * said) + 1 : (to - from) / 12 != said && ((to - from) / 12) + 1 != said;
        if (isWrong)
        {
            Report(document, block, new TextSpan(match.Index, match.Length), $"the period is not {match.Groups["years"].Value} years long", context);
        }
    }

    private static int Month(Match match, string month, string year) =>
        (12 * int.Parse(match.Groups[year].Value, CultureInfo.InvariantCulture)) + (match.Groups[month].Success ? Array.FindIndex(Months, m => match.Groups[month].Value.StartsWith(m, StringComparison.OrdinalIgnoreCase)) : 0);

    private static void Report(LintDocument document, Block block, TextSpan span, string message, LintContext context) =>
        context.Report(document, block, span, message, f => f with { En = [span.Of(block.Text)] });

    [GeneratedRegex(@"(?<about>\b(?i:about|some|around|roughly|nearly|almost|over|more than|approximately|less than|under|just over|just under) )?(?<fraction>\b(?:(?<n>[Oo]ne|[Aa]|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]even|[Ee]ight|[Nn]ine)[ -])?(?<part>[Hh]al(?:f|ves)|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)) ?\((?:or |i\.e\.,? )?(?<about>about |some |around |approximately |nearly )?(?<percent>\d{1,3}(?:\.\d+)?) ?(?:%|percent|per cent)", RegexOptions.CultureInvariant)]
    private static partial Regex Fraction();

    [GeneratedRegex(@"(?<whole>" + RoundedAmount.Pattern + @") [a-z][a-z\- ]{2,40}(?:, of which |, including |, of them |: )(?<a>" + RoundedAmount.Pattern + @") (?:(?:are|were|is|will be) )?[a-z][a-z\-]*(?: [a-z\-]+){0,3},? and (?<b>" + RoundedAmount.Pattern + @") (?:(?:are|were|is|will be) )?[a-z][a-z\-]*(?: [a-z\-]+){0,3}(?<end>[.;])", RegexOptions.CultureInvariant)]
    private static partial Regex Divided();

    [GeneratedRegex(@"\b[Ff]rom (?:(?<m1>January|February|March|April|May|June|July|August|September|October|November|December) )?(?<y1>(?:19|20)\d\d) (?:to|until|through) (?:the end of )?(?:(?<m2>January|February|March|April|May|June|July|August|September|October|November|December) )?(?<y2>(?:19|20)\d\d)(?:, | \()(?:i\.e\.,? |that is,? |or |lasting |a total of |altogether )*(?:for |a period of |over )?(?:a )?(?<years>" + RoundedAmount.Pattern + @") years\b", RegexOptions.CultureInvariant)]
    private static partial Regex Period();
}
