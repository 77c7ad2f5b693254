using Termbase.Workspaces.Merging;

namespace Termbase.Cli.Rendering;

/// <summary>What a merge did, for a person: changes by concept, conflicts with both versions, duplicates.</summary>
internal sealed class MergeView(CliConsole console)
{
    private readonly Ansi _ansi = new(console.Color);

    public void Write(MergeReport report, bool conflictsOnly)
    {
        if (!conflictsOnly)
        {
            foreach (var concept in report.Changes.GroupBy(static c => c.Concept, StringComparer.Ordinal))
            {
                console.Out.WriteLine(_ansi.Bold(concept.Key.Length > 0 ? concept.Key : "(no id)"));
                foreach (var change in concept)
                {
                    console.Out.WriteLine("  " + Line(change));
                }
            }
        }

        foreach (var conflict in report.Conflicts.Where(c => c.IsOpen || !conflictsOnly))
        {
            console.Out.WriteLine($"{_ansi.Red("conflict")} {conflict.Concept} {conflict.Label}{(conflict.Cell.Length > 0 ? $", {conflict.Cell}" : "")} ({What(conflict)}): {conflict.Resolution}");
            if (conflict.Base.Length > 0)
            {
                console.Out.WriteLine($"    base    {Shown(conflict.Base)}");
            }

            console.Out.WriteLine($"    mine    {Shown(conflict.Mine)}");
            console.Out.WriteLine($"    theirs  {Shown(conflict.Theirs)}");
        }

        if (conflictsOnly)
        {
            return;
        }

        foreach (var duplicate in report.Duplicates)
        {
            console.Out.WriteLine($"{duplicate.Kind switch { "near" => "nearly the same", "two-ids" => "one concept, two ids", "same-source" => "one segment, two translations", "same-chinese" => "two concepts for the same Chinese", _ => "twice" }}: {Shown(duplicate.First)} | {Shown(duplicate.Second)}");
        }

        foreach (var note in report.Notes)
        {
            console.Out.WriteLine("note: " + note);
        }

        console.Out.WriteLine($"{report.Changes.Length} changes, {report.Conflicts.Length} conflicts ({report.Open} open), {report.Duplicates.Length} duplicates.");
    }

    private string Line(MergeChange change) => change.Kind switch
    {
        "added" => _ansi.Green($"+ {Shown(change.Label)}") + $" ({change.Side})",
        "removed" => _ansi.Red($"- {Shown(change.Label)}") + $" ({change.Side})",
        _ => $"~ {Shown(change.Label)}: {change.Cell} {Quoted(change.Before)} → {Quoted(change.After)} ({change.Side})",
    };

    private static string What(MergeConflict conflict) => conflict.Kind switch
    {
        "deleted" => "one side deleted what the other changed",
        "preferred" => "two preferred renderings",
        "concept" => "one id for two concepts",
        "translation" => "two translations",
        _ => "both changed it",
    };

    private static string Quoted(string value) => value.Length == 0 ? "(empty)" : $"'{Shown(value)}'";

    private static string Shown(string value) => value.ReplaceLineEndings(" ");
}
