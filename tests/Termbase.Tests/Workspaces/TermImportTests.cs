using Termbase.Model;
using Termbase.Workspaces;

namespace Termbase.Tests.Workspaces;

public sealed class TermImportTests
{
    private const string File = "glossary/finance.csv";

    private static Concept Edited(params Rendering[] rows) => new() { Id = rows[0].Concept, Renderings = [.. rows] };

    [Fact]
    public void A_changed_cell_of_a_row_without_an_id_is_written()
    {
        using var folder = new TempFolder().With(File, "concept,zh,en,note\n,资本,capital,\n");
        var workspace = folder.Open();
        var plan = TermImport.Plan(workspace, [Edited(workspace.Glossary.Renderings[0] with { Note = "not 'funds'" })]);
        Assert.Equal((1, "concept,zh,en,note\n,资本,capital,not 'funds'\n"), (plan.Apply(), folder.Read(File)));
    }

    [Fact]
    public void It_takes_turns_with_other_writers_and_the_workspace_sees_what_was_written()
    {
        using var folder = new TempFolder().With(File, TempFolder.Terms);
        var workspace = folder.Open();
        var plan = TermImport.Plan(workspace, [Edited(workspace.Glossary.Renderings[2] with { Note = "seen" })]);
        var other = folder.Open().Derived.Lock("edit", cancellation: TestContext.Current.CancellationToken);
        var told = "";
        plan.Apply(line =>
        {
            told = line;
            other.Dispose();
        });
        Assert.Contains("waiting", told, StringComparison.Ordinal);
        Assert.Equal("seen", workspace.Glossary.Renderings[2].Note);
    }

    [Fact]
    public void New_rows_go_to_the_file_of_their_concept_and_a_new_concept_to_that_of_its_domain()
    {
        using var folder = new TempFolder().With(File, TempFolder.Terms).With("glossary/law.csv", "concept,zh,en,domain\nc8,法,law,law\n");
        var workspace = folder.Open();
        Rendering[] rows =
        [
            new() { Concept = "c8", Zh = "法", En = "statute", Domain = "other" },
            new() { Concept = "c9", Zh = "令", En = "decree", Domain = "law" },
            new() { Concept = "c9", Zh = "令", En = "order" },
        ];
        Assert.Equal(3, TermImport.Plan(workspace, [Edited(rows)]).Apply());
        Assert.Equal(["law", "statute", "decree", "order"], folder.Open().Glossary.Renderings.Where(static r => Path.GetFileName(r.Location!.Path) == "law.csv").Select(static r => r.En));
    }
}
