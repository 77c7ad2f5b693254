using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Model;

namespace Termbase.Linting.Rules;

// The total of a table and the rows above it; three shares of a whole.
public sealed partial class NumberContradiction
{
    // A column of averages or of growth has a total that is no sum; a sum gone wrong is near the right one and above every row.
    private const double Near = 0.15;

    private static void Totals(LintDocument document, LintContext context)
    {
        var rows = new List<List<Cell>>();
        var last = -1;
        foreach (var block in document.Document.Blocks)
        {
            if (block.Kind is not BlockKind.TableRow)
            {
                Columns(document, rows, context);
                rows.Clear();
                continue;
            }

            // Markdown has a block for each cell.
            var line = document.Document.Locate(block, new TextSpan(0, block.Text.Length)).Line;
            if (line == last && rows.Count > 0)
            {
                rows[^1].AddRange(Cells(block));
            }
            else
            {
                rows.Add(Cells(block));
            }

            last = line;
        }

        Columns(document, rows, context);
    }

    private static void Columns(LintDocument document, List<List<Cell>> rows, LintContext context)
    {
        if (rows.FindIndex(static r => r.Count > 1 && Label().IsMatch(r[0].Text)) is not (> 2 and var at))
        {
            return;
        }

        for (var column = 1; column < rows[at].Count; column++)
        {
            // The first row is the head.
            var total = rows[at][column];
            var above = rows[1..at].ConvertAll(r => r.Count == rows[at].Count ? r[column] : default);
            if (total.Value is not { } said || above.Exists(static c => c.Value is null))
            {
                continue;
            }

            var (sum, most) = (above.Sum(static c => c.Value!.Value), above.Max(static c => c.Value!.Value));
            var decimals = above.Append(total).Max(static c => c.Decimals);
            if (said > most && Math.Abs(sum - said) > 0.5 * Math.Pow(10, -decimals) * (above.Count + 1) && Math.Abs(sum - said) <= Near * said)
            {
                var shown = sum.ToString("N" + decimals, CultureInfo.InvariantCulture);
                context.Report(
                    document, total.Block, total.Span, $"the rows above add to {shown}, not {total.Text}",
                    f => f with { En = [total.Text, shown], Identity = $"{rows[at][0].Text}|{total.Text}" });
            }
        }
    }

    private static List<Cell> Cells(Block block)
    {
        var cells = new List<Cell>();
        foreach (Match match in CellText().Matches(block.Text))
        {
            var number = Figure().Match(match.Value);
            cells.Add(new Cell(
                block, new TextSpan(match.Index, match.Length), match.Value,
                number.Success ? double.Parse(number.Groups["n"].Value, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : null,
                number.Groups["d"].Length));
        }

        return cells;
    }

    // "The ratio of the three sectors was 8.4 : 41.2 : 50.4".
    private static void Shares(LintDocument document, Block block, LintContext context)
    {
        foreach (Match match in Three().Matches(block.Text))
        {
            var sum = match.Groups["n"].Captures.Sum(static c => double.Parse(c.Value, CultureInfo.InvariantCulture));
            if (sum is > 95 and < 105 && Math.Abs(sum - 100) > 0.151)
            {
                context.Report(
                    document, block, new TextSpan(match.Index, match.Length), string.Create(CultureInfo.InvariantCulture, $"the three shares make {sum:0.#}, not 100"),
                    f => f with { En = [match.Value] });
            }
        }
    }

    private readonly record struct Cell(Block Block, TextSpan Span, string Text, double? Value, int Decimals);

    [GeneratedRegex(@"^\*{0,2}(?:Grand |Sub)?[Tt]otals?\b(?: \([^)]*\))?\*{0,2}:?$|^(?:Sum|合计|总计)$", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"[^\t|\s](?:[^\t|]*[^\t|\s])?", RegexOptions.CultureInvariant)]
    private static partial Regex CellText();

    [GeneratedRegex(@"^\*{0,2}(?<n>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.(?<d>\d+))?) ?%?\*{0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Figure();

    [GeneratedRegex(@"(?<![\d.:] ?)(?<n>\d{1,2}\.\d)(?: ?[::] ?(?<n>\d{1,2}\.\d)){2}(?! ?[\d.::])", RegexOptions.CultureInvariant)]
    private static partial Regex Three();
}
