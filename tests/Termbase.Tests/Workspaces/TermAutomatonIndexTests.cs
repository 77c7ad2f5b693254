using Termbase.Recognition;
using Termbase.Workspaces;

namespace Termbase.Tests.Workspaces;

/// <summary>The compiled terms of a workspace, kept in its cache.</summary>
public sealed class TermAutomatonIndexTests
{
    private const string Text = "社会资本与平战结合 need social capitals, Capital.";

    private readonly List<string> _said = [];

    private static TempFolder Folder() => new TempFolder().With("glossary/terms.csv", TempFolder.Terms);

    private string[] Found(Workspace workspace, string text = Text) =>
        [.. new TermAutomatonIndex(workspace).Open(say: _said.Add, cancellation: TestContext.Current.CancellationToken).Match(text).Select(m => $"{m.Span.Start} {m.Span.Of(text)} {m.Form} {m.Renderings[0].Concept}")];

    private static string File(TempFolder folder) =>
        Assert.Single(Directory.GetFiles(folder.PathOf(".termbase"), "terms.bin", SearchOption.AllDirectories));

    [Fact]
    public void Terms_from_the_cache_match_as_compiled_ones_do()
    {
        using var folder = Folder();
        var compiled = TermMatcher.Create(folder.Open().Glossary).Match(Text).Select(m => $"{m.Span.Start} {m.Span.Of(Text)} {m.Form} {m.Renderings[0].Concept}").ToArray();
        Assert.Equal(4, compiled.Length);

        Assert.Equal(compiled, Found(folder.Open()));
        var made = System.IO.File.GetLastWriteTimeUtc(File(folder));
        Assert.Equal(compiled, Found(folder.Open()));
        Assert.Equal(made, System.IO.File.GetLastWriteTimeUtc(File(folder)));
        Assert.Empty(_said);
    }

    [Fact]
    public void A_changed_row_is_seen()
    {
        using var folder = Folder();
        Found(folder.Open());

        folder.With("glossary/terms.csv", TempFolder.Terms + "c4,需求,need,preferred,,,,\n");

        Assert.Contains(Found(folder.Open()), static m => m.EndsWith("need Exact c4", StringComparison.Ordinal));
        Assert.Empty(_said);
    }

    [Fact]
    public void A_change_that_length_and_time_do_not_show_is_seen()
    {
        using var folder = Folder();
        var time = System.IO.File.GetLastWriteTimeUtc(folder.PathOf("glossary/terms.csv"));
        Found(folder.Open());

        folder.With("glossary/terms.csv", TempFolder.Terms.Replace("capital,admitted", "needful,admitted", StringComparison.Ordinal).Replace("social capital,", "social needs!!,", StringComparison.Ordinal));
        System.IO.File.SetLastWriteTimeUtc(folder.PathOf("glossary/terms.csv"), time);

        Assert.DoesNotContain(Found(folder.Open()), static m => m.Contains("apital", StringComparison.Ordinal));
    }

    [Fact]
    public void A_damaged_cache_is_made_anew_and_said_so_in_one_line()
    {
        using var folder = Folder();
        var before = Found(folder.Open());
        var bytes = System.IO.File.ReadAllBytes(File(folder));
        bytes[^20] ^= 4;
        System.IO.File.WriteAllBytes(File(folder), bytes);

        Assert.Equal(before, Found(folder.Open()));
        Assert.Contains("is damaged; rebuilding it", Assert.Single(_said), StringComparison.Ordinal);
        Assert.Equal(before, Found(folder.Open()));
        Assert.Single(_said);
    }

    [Fact]
    public void Without_the_folder_it_is_made_anew()
    {
        using var folder = Folder();
        var workspace = folder.Open();
        var before = Found(workspace);
        Directory.Delete(folder.PathOf(".termbase"), recursive: true);

        Assert.Equal(before, Found(workspace));
        Assert.Empty(_said);
    }

    [Fact]
    public void Where_nothing_can_be_written_terms_are_compiled_all_the_same()
    {
        // Files where folders should be.
        using var folder = Folder().With(".termbase", "").With("user-cache", "");

        Assert.Equal(4, Found(folder.Open()).Length);
    }

    [Fact]
    public void No_terms_leave_no_cache()
    {
        using var folder = new TempFolder();

        Assert.Empty(Found(folder.Open()));
        Assert.False(Directory.Exists(folder.PathOf(".termbase")));
    }
}
