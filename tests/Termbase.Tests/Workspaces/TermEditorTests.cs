using Termbase.Model;
using Termbase.Workspaces;

namespace Termbase.Tests.Workspaces;

public sealed class TermEditorTests
{
    private const string File = "glossary/finance.csv";

    [Fact]
    public void Adding_appends_a_row_to_the_concept_and_leaves_the_rest_as_it_was()
    {
        using var folder = new TempFolder().With(File, TempFolder.Terms);
        var edit = new TermEditor(folder.Open()).Add("社会资本", "private investment", TermStatus.Admitted, by: "wang", date: "2025-05-06");
        Assert.Equal(TempFolder.Terms + "c1,社会资本,private investment,admitted,,,wang,2025-05-06\n", folder.Read(File));
        Assert.Equal(("c1", 5, true), (edit.Concept, edit.Location.Line, edit.IsNew));
    }

    [Fact]
    public void The_same_pair_is_never_added_twice()
    {
        using var folder = new TempFolder().With(File, TempFolder.Terms);
        var edit = new TermEditor(folder.Open()).Add("社會資本", "Social  Capital");
        Assert.False(edit.IsChanged);
        Assert.Equal(TempFolder.Terms, folder.Read(File));
    }

    [Fact]
    public void A_term_in_an_empty_workspace_starts_a_file_that_can_be_read()
    {
        using var folder = new TempFolder();
        new TermEditor(folder.Open()).Add("软件", "software, \"apps\"", source: "cset-x-2020");
        var concept = Assert.Single(folder.Open().Glossary.Concepts);
        Assert.Equal("software, \"apps\"", concept.Renderings[0].En);
        Assert.Equal("cset-x-2020", Assert.Single(concept.Evidence).Document);
    }

    [Fact]
    public void Line_ends_byte_order_mark_and_unknown_columns_stay()
    {
        using var folder = new TempFolder().With(File, "\uFEFFconcept,zh,en,colour\r\nc1,甲,\"a, b\",red\r\n");
        new TermEditor(folder.Open()).Add("乙", "b");
        var text = System.Text.Encoding.UTF8.GetString(System.IO.File.ReadAllBytes(folder.PathOf(File)));
        Assert.StartsWith("\uFEFFconcept,zh,en,colour,status\r\nc1,甲,\"a, b\",red,\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_moves_preferred_and_leaves_evidence()
    {
        using var folder = new TempFolder().With(File, TempFolder.Terms);
        var edit = new TermEditor(folder.Open()).Decide("社会资本", "private capital", "wang", "2025-05-06", "clearer");
        var rows = folder.Open().Glossary.ForZh("社会资本");
        Assert.Equal("private capital", Assert.Single(rows, r => r.Status == TermStatus.Preferred).En);
        Assert.Equal(TermStatus.Admitted, rows[0].Status);
        Assert.Contains(edit.Messages, static m => m.StartsWith("'social capital' was preferred", StringComparison.Ordinal));
        Assert.Contains("decision,2025-05-06,wang", folder.Read("glossary/evidence.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_about_an_unknown_term_says_to_add_it()
    {
        using var folder = new TempFolder().With(File, TempFolder.Terms);
        var error = Assert.Throws<InputException>(() => new TermEditor(folder.Open()).Decide("没有", "none", "wang"));
        Assert.Contains("add it first", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_domain_that_is_not_in_the_list_is_refused()
    {
        using var folder = new TempFolder().With(File, TempFolder.Terms).With("glossary/domains.csv", "id,zh,en\nfinance,金融,finance\n");
        var error = Assert.Throws<InputException>(() => new TermEditor(folder.Open()).Add("甲", "a", domain: "finanse"));
        Assert.Contains("'finance'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_place_of_a_new_rendering_is_in_the_file_where_it_stands()
    {
        using var folder = new TempFolder().With("glossary/a.csv", "concept,zh,en,status\nc1,资本,capital,admitted\n").With("glossary/b.csv", "concept,zh,en,status\nc9,资本,equity,admitted\n");
        var edit = new TermEditor(folder.Open()).Decide("资本", "funds", "wang", "2026-01-02", others: [("equity", TermStatus.Deprecated)]);
        Assert.Contains("c1,资本,funds,preferred", folder.Read("glossary/a.csv"), StringComparison.Ordinal);
        Assert.Equal((folder.PathOf("glossary/a.csv"), 3, "c1"), (edit.Location.Path, edit.Location.Line, edit.Concept));
    }

    [Fact]
    public void Files_beside_the_glossary_are_known_in_any_letter_case()
    {
        using var folder = new TempFolder().With("glossary/Evidence.csv", "concept,zh,en,document\nc1,软件,software,x-2020\n").With(File, TempFolder.Terms);
        var edit = new TermEditor(folder.Open()).Add("软件", "computer programs");
        Assert.Equal(folder.PathOf(File), edit.Location.Path);
    }

    [Fact]
    public void Evidence_of_a_row_without_an_id_belongs_to_its_concept()
    {
        using var folder = new TempFolder().With(File, "concept,zh,en,domain\n,资本,capital,finance\n");
        new TermEditor(folder.Open()).Add("资本", "capital", source: "x-2020");
        Assert.Equal("x-2020", Assert.Single(Assert.Single(folder.Open().Glossary.Concepts).Evidence).Document);
    }

    [Fact]
    public void Problems_of_the_glossary_are_told_once_however_often_it_is_read_again()
    {
        using var folder = new TempFolder().With(File, TempFolder.Terms + "c8,,empty,,,,,\n");
        var workspace = folder.Open();
        _ = workspace.Glossary;
        new TermEditor(workspace).Add("乙", "b");
        _ = workspace.Glossary;
        Assert.Single(workspace.GlossaryLog.Problems);
    }

    [Fact]
    public void A_file_with_another_separator_is_told_for_what_it_is()
    {
        using var folder = new TempFolder().With(File, "concept;zh;en\nc1;甲;a\n");
        var e = Assert.Throws<InputException>(() => new TermEditor(folder.Open()).Add("乙", "b"));
        Assert.Contains("semicolons", e.Message, StringComparison.Ordinal);
        Assert.Single(folder.Open().Glossary.Renderings);
    }
}
