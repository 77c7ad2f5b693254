using Termbase.Languages;
using Termbase.Model;
using Termbase.Search;

namespace Termbase.Cli.Rendering;

/// <summary>A concept as a person wants to see it: terms with their status, note, places.</summary>
internal sealed class ConceptView(CliConsole console)
{
    private const int PlacesShown = 5;
    private readonly Ansi _ansi = new(console.Color);

    public void Write(TermHit hit)
    {
        var concept = hit.Concept;
        var output = console.Out;
        var head = concept.Head;
        var how = hit.Kind is MatchKind.Fuzzy ? _ansi.Yellow("  (similar)") : "";
        var domain = concept.Domain.Length > 0 ? $"  {concept.Domain}" : "";
        output.WriteLine($"{_ansi.Bold(head.Zh)}  {Romanization.Pinyin(head.Zh)}{_ansi.Dim(domain + "  " + concept.Id)}{how}");
        foreach (var rendering in concept.Renderings)
        {
            var zh = rendering.Zh == head.Zh ? "" : $" ← {rendering.Zh}";
            var when = rendering.When.IsEmpty ? "" : $"  (with {string.Join(" or ", rendering.When)})";
            var type = rendering.EnType is TermType.Full ? "" : $", {rendering.EnType.ToString().ToLowerInvariant()}";
            output.WriteLine($"  {Status(rendering)} {rendering.En}{_ansi.Dim(zh + when + type)}");
        }

        WriteText("definition", concept.Definition);
        foreach (var note in concept.Renderings.Select(static r => r.Note).Where(static n => n.Length > 0).Distinct(StringComparer.Ordinal))
        {
            WriteText("note", note);
        }

        var seen = concept.Evidence.RemoveAll(static e => e.Kind == "decision");
        foreach (var group in seen.Take(PlacesShown))
        {
            var title = hit.SourceTitles.TryGetValue(group.Document, out var named) ? named : group.Document;
            output.WriteLine(_ansi.Dim($"  seen: {string.Join(", ", new[] { $"{group.En} — {title}", group.Locator }.Where(static p => p.Length > 0))}"));
        }

        if (seen.Length > PlacesShown)
        {
            output.WriteLine(_ansi.Dim($"  and {seen.Length - PlacesShown} more {(seen.Length - PlacesShown == 1 ? "place" : "places")}"));
        }

        output.WriteLine();
    }

    private string Status(Model.Rendering rendering) => rendering.Status switch
    {
        TermStatus.Preferred => _ansi.Green("✓ preferred "),
        TermStatus.Admitted => "· admitted  ",
        TermStatus.Deprecated => _ansi.Red("✗ deprecated"),
        TermStatus.Superseded => _ansi.Red("✗ superseded"),
        _ => _ansi.Dim("? proposed  "),
    };

    private void WriteText(string label, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        var first = true;
        foreach (var line in Wrap.Lines($"{label}: {text}", Math.Max(40, console.Width - 6)))
        {
            console.Out.WriteLine((first ? "  " : "    ") + line);
            first = false;
        }
    }
}
