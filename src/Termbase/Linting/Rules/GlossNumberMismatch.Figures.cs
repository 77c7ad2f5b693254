using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Languages.Numerals;
using Termbase.Model;

namespace Termbase.Linting.Rules;

// What stands right before a gloss and means the same figure: an age, the number of a document, a share, a unit, a rise or fall.
public sealed partial class GlossNumberMismatch
{
    private static void Numbered(LintDocument document, Block block, LintContext context)
    {
        foreach (Match match in Age().Matches(block.Text).Concat(DocumentNumber().Matches(block.Text)))
        {
            foreach (var (en, zh) in new[] { (match.Groups["n"], match.Groups["m"]), (match.Groups["y"], match.Groups["z"]) })
            {
                if (en.Success && zh.Success && int.Parse(en.Value, CultureInfo.InvariantCulture) != int.Parse(zh.Value, CultureInfo.InvariantCulture))
                {
                    var gloss = match.Groups["zh"].Value;
                    context.Report(document, block, new TextSpan(en.Index, en.Length), $"{zh.Value} in {gloss} is not {en.Value}", f => f with { Zh = [gloss], En = [en.Value] });
                    break;
                }
            }
        }
    }

    // The last figure before the gloss, where the gloss has the same one in another unit: 12个百分点 beside "12 percent", -18℃ beside "-18 °F".
    private static TextSpan? OtherUnit(ImmutableArray<Quantity> chinese, ImmutableArray<Quantity> english, string before)
    {
        if (chinese is not [{ HasDigits: true, Upper: null } mine] || english.LastOrDefault() is not { HasDigits: true, Upper: null } said || mine.Value != said.Value || !FewWords().IsMatch(before.AsSpan(said.Span.End)))
        {
            return null;
        }

        var isOther = (mine.Kind, said.Kind) switch
        {
            (QuantityKind.PercentagePoint, QuantityKind.Percent) => true,
            (QuantityKind.Measure, QuantityKind.Measure) => mine.Unit is { } a && said.Unit is { } b && a.Id != b.Id
                && (a.Dimension == b.Dimension ? a.Factor != b.Factor : (a.Id, b.Id) is ("C", "F") or ("F", "C")),
            _ => false,
        };
        return isOther ? said.Span : null;
    }

    // "An increase of 6 percent (下降6%)": the word for it that stands in the clause, where no other does.
    private static TextSpan? OtherDirection(string gloss, string before)
    {
        var change = ChangeZh().Match(gloss);
        var clause = Math.Max(0, before.Length - Clause);
        if (!change.Success || Negative().IsMatch(before.AsSpan(clause)))
        {
            return null;
        }

        var (ups, downs) = (Rise().Matches(before[clause..]), Fall().Matches(before[clause..]));
        var (other, own) = change.Groups["down"].Success ? (ups, downs) : (downs, ups);
        return own.Count == 0 && other.Count == 1 ? new TextSpan(clause + other[0].Index, other[0].Length) : null;
    }

    // "312.6 billion" for 3126.4亿: as many digits as are written agree.
    private static bool Rounds(Quantity a, Quantity b, string textOfA, string textOfB)
    {
        var (digitsOfA, digitsOfB) = (textOfA.Count(char.IsAsciiDigit), textOfB.Count(char.IsAsciiDigit));
        var (finer, coarser, digits) = digitsOfA > digitsOfB ? (a.Value.ToDouble(), b.Value.ToDouble(), digitsOfB) : (b.Value.ToDouble(), a.Value.ToDouble(), digitsOfA);
        if (digitsOfA == digitsOfB || digits < 2 || finer <= 0 || coarser <= 0)
        {
            return false;
        }

        var unit = Math.Pow(10, Math.Floor(Math.Log10(finer)) + 1 - digits);
        return Math.Abs(finer - coarser) <= 0.5000001 * unit;
    }

    private const int Clause = 80;

    [GeneratedRegex(@"\b(?<n>\d{2})(?: years? (?:old|of age))? (?:and|or) (?:over|above|older|more|up|under|below|younger)\b[^()（）]{0,12}[(（](?<zh>(?:[^()（）\d]{0,8})(?<m>\d{2})周?岁(?:及|或)?(?:其)?以[上下])", RegexOptions.CultureInvariant)]
    private static partial Regex Age();

    [GeneratedRegex(@"(?:[\[\(〔](?<y>\d{4})[\]\)〕],? )?No\. ?(?<n>\d{1,4}) ?[(（](?<zh>[^()（）\[\]〔〕\d]{1,16}[\[〔](?<z>\d{4})[\]〕]第?(?<m>\d{1,4})号)[)）]", RegexOptions.CultureInvariant)]
    private static partial Regex DocumentNumber();

    [GeneratedRegex(@"^(?:同比|环比|年均|累计|比[^，,]{1,8}|较[^，,]{1,8})?(?:(?<down>下降|降低|减少|下滑|回落|下跌)|增长|增加|上升|提高|上涨)了?(?:约|近|超过)?\d", RegexOptions.CultureInvariant)]
    private static partial Regex ChangeZh();

    [GeneratedRegex(@"\b(?:increas\w*|grow\w*|grew|rose|rise[sn]?|rising|gain\w*|climb\w*|expan\w+|rais\w+|improv\w+|up)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Rise();

    [GeneratedRegex(@"\b(?:decreas\w*|declin\w*|drop\w*|fell|fall\w*|reduc\w*|lower\w*|down|shr[aiu]nk\w*|cuts?|cutting|contract\w*|slid\w*|los\w+|less)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Fall();

    [GeneratedRegex(@"[-−–]\d|\b(?:negative|minus|not?|without)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Negative();
}
