using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A measure that was converted wrongly (45,000 mu as 30,000 hectares). See <c>UnitConversion.md</c>.</summary>
public sealed partial class UnitConversion : DocumentRule
{
    // Beyond what the digits leave open: a rounder figure than written, another definition of the unit.
    private const double Tolerance = 0.06;

    // How many square metres, metres or kilograms; the first letter keeps the three apart.
    private static readonly FrozenDictionary<string, (char Kind, double Size)> Units = new Dictionary<string, (char, double)>(StringComparer.OrdinalIgnoreCase)
    {
        ["mu"] = ('a', 10000 / 15.0),
        ["hectare"] = ('a', 10000),
        ["ha"] = ('a', 10000),
        ["acre"] = ('a', 4046.86),
        ["square kilometer"] = ('a', 1e6),
        ["square mile"] = ('a', 2.58999e6),
        ["square meter"] = ('a', 1),
        ["square foot"] = ('a', 0.092903),
        ["km2"] = ('a', 1e6),
        ["m2"] = ('a', 1),
        ["km"] = ('l', 1000),
        ["kilometer"] = ('l', 1000),
        ["mile"] = ('l', 1609.34),
        ["nautical mile"] = ('l', 1852),
        ["li"] = ('l', 500),
        ["meter"] = ('l', 1),
        ["foot"] = ('l', 0.3048),
        ["yard"] = ('l', 0.9144),
        ["inch"] = ('l', 0.0254),
        ["centimeter"] = ('l', 0.01),
        ["cm"] = ('l', 0.01),
        ["millimeter"] = ('l', 0.001),
        ["mm"] = ('l', 0.001),
        ["kilogram"] = ('m', 1),
        ["kg"] = ('m', 1),
        ["jin"] = ('m', 0.5),
        ["catty"] = ('m', 0.5),
        ["dan"] = ('m', 50),
        ["pound"] = ('m', 0.45359),
        ["ton"] = ('m', 1000),
        ["tonne"] = ('m', 1000),
        ["metric ton"] = ('m', 1000),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB360", "unit-conversion", "计量单位换算有误", "A measure that was converted wrongly", Severity.Error);

    /// <inheritdoc/>
    public override bool ReadsSegments => true;

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        foreach (var block in document.Document.Blocks.Where(static b => b.Kind is not BlockKind.Code))
        {
            foreach (Match match in Converted().Matches(block.Text))
            {
                var (from, to) = (Unit(match.Groups["u1"].Value), Unit(match.Groups["u2"].Value));
                var a = RoundedAmount.Of(match.Groups["n1"].Value, match.Groups["s1"].Value).Value;
                var (b, halfB) = RoundedAmount.Of(match.Groups["n2"].Value, match.Groups["s2"].Value);
                if (from.Kind != to.Kind || from.Size.Equals(to.Size) || a <= 0 || b <= 0 || from.Kind == default)
                {
                    continue;
                }

                // What was computed is rounded.
                var (low, high) = (a * from.Size * (1 - Tolerance), a * from.Size * (1 + Tolerance));
                if ((b + halfB) * to.Size < low || (b - halfB) * to.Size > high)
                {
                    var right = (a * from.Size / to.Size).ToString("#,0.##", CultureInfo.InvariantCulture);
                    var wrong = match.Groups["wrong"];
                    context.Report(
                        document, block, new TextSpan(wrong.Index, wrong.Length), $"{match.Groups["first"].Value} is about {right} {match.Groups["u2"].Value}, not {wrong.Value}",
                        f => f with { En = [match.Value], Suggestion = $"{right} {match.Groups["u2"].Value}" });
                }
            }
        }
    }

    private static (char Kind, double Size) Unit(string written)
    {
        var unit = written.ToLowerInvariant().Replace("metre", "meter", StringComparison.Ordinal).Replace('²', '2').Replace("sq km", "square kilometer", StringComparison.Ordinal)
            .Replace("feet", "foot", StringComparison.Ordinal).Replace("catties", "catty", StringComparison.Ordinal).Replace("inches", "inch", StringComparison.Ordinal);
        return Units.TryGetValue(unit, out var size) || Units.TryGetValue(unit.TrimEnd('s'), out size) ? size : default;
    }

    private const string UnitWords =
        "mu|hectares?|ha|acres?|square (?:kilomet(?:er|re)s?|miles?|met(?:er|re)s?|feet|foot)|sq km|km²|m²|km2|m2|km|kilomet(?:er|re)s?|nautical miles?|miles?|li|met(?:er|re)s?|feet|foot|yards?|inch(?:es)?|centimet(?:er|re)s?|cm|millimet(?:er|re)s?|mm|kilograms?|kg|jin|catt(?:y|ies)|dan|pounds?|metric tons?|tons?|tonnes?";

    [GeneratedRegex(@"(?<![\d.,])(?<first>(?<n1>\d[\d,]*(?:\.\d+)?)(?: (?<s1>hundred|thousand|million|billion))?[ -](?<u1>" + UnitWords + @"))\b(?: of [a-z]+(?: [a-z]+)?)? ?(?:[\[(]|, or |, i\.e\.,? |, equivalent to |, equal to )(?:or |i\.e\.,? |approximately |about |around |roughly |some |nearly |almost |just under |just over |over |more than |≈ ?|~ ?)*(?<wrong>(?<n2>\d[\d,]*(?:\.\d+)?)(?: (?<s2>hundred|thousand|million|billion))?[ -](?<u2>" + UnitWords + @"))(?![\w²])", RegexOptions.CultureInvariant)]
    private static partial Regex Converted();
}
