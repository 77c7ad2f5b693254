using System.Globalization;
using Termbase.Model;
using Termbase.Workspaces;

namespace Termbase.Cli.Rendering;

/// <summary>The renderings of a term by document and date, for a decision.</summary>
internal sealed class RenderingHistoryView(CliConsole console)
{
    private readonly Ansi _ansi = new(console.Color);

    public void Write(RenderingHistory history)
    {
        console.Out.WriteLine(_ansi.Bold(history.Zh));
        foreach (var row in history.Rows)
        {
            var status = row.Entry is { } entry ? entry.Status.ToString().ToLowerInvariant() : "not in the glossary";
            var by = row.Entry is { By.Length: > 0 } decided ? $", {decided.By} {decided.Date}" : "";
            var places = row.Uses.Length.ToString(CultureInfo.InvariantCulture);
            console.Out.WriteLine($"  {Marked(row, $"{row.En}")}  {_ansi.Dim($"{status}{by}; {places} {(row.Uses.Length == 1 ? "place" : "places")}")}");
            foreach (var decision in row.Uses.Where(static u => u.Kind == "decision"))
            {
                console.Out.WriteLine($"      {decision.Date}  decided{(decision.By.Length > 0 ? $" by {decision.By}" : "")}{(decision.Locator.Length > 0 ? $": {decision.Locator}" : "")}");
            }

            foreach (var byDocument in row.Uses.Where(static u => u.Kind != "decision").GroupBy(static u => u.Document, StringComparer.Ordinal))
            {
                var source = history.Sources.GetValueOrDefault(byDocument.Key);
                var date = source?["date_issued"] is { Length: > 0 } issued ? issued : "date unknown";
                var publisher = source?["publisher"] is { Length: > 0 } named ? $", {named}" : "";
                console.Out.WriteLine($"      {date}  {source?.Title ?? byDocument.Key}{_ansi.Dim(publisher)} ×{byDocument.Count()}: {string.Join(", ", byDocument.Select(static u => u.Locator))}");
            }

            if (row.Entry is { Note.Length: > 0 } noted)
            {
                foreach (var line in Wrap.Lines($"note: {noted.Note}", Math.Max(40, console.Width - 6)))
                {
                    console.Out.WriteLine("      " + line);
                }
            }
        }
    }

    private string Marked(RenderingUse row, string text) => row.Entry?.Status switch
    {
        TermStatus.Preferred => _ansi.Green(text),
        TermStatus.Deprecated or TermStatus.Superseded => _ansi.Red(text),
        _ => text,
    };
}
