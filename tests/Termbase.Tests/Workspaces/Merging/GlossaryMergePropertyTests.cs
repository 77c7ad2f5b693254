using FsCheck.Xunit;
using Termbase.Workspaces.Merging;

namespace Termbase.Tests.Workspaces.Merging;

/// <summary>Laws of merging, on small glossaries made from random bytes: a byte pair is a row (3 terms × 4 renderings) or an edit of one.</summary>
public class GlossaryMergePropertyTests
{
    private const int Most = 10;
    private static readonly string[] Statuses = ["preferred", "admitted", "deprecated", ""];
    private static readonly string[] People = ["", "li", "wang"];
    private static readonly string[] Dates = ["", "2024-01-02", "2025-03-04"];
    private static readonly string[] Notes = ["", "a note", "another, longer note"];

    [Property(MaxTest = 200)]
    public void A_glossary_merged_with_itself_is_itself(byte[] a)
    {
        var text = Text(Rows(a));

        Assert.Equal(text, GlossaryMerge.Merge(null, text, text, MergeOptions.Default).Text);
        Assert.Equal(text, GlossaryMerge.Merge(text, text, text, MergeOptions.Default).Text);

        // Not the same bytes, so that rows are compared.
        var (mine, same) = (text, text + "\n");
        var merged = GlossaryMerge.Merge(null, mine, same, MergeOptions.Default);
        Assert.Equal(mine, merged.Text);
        Assert.Empty(merged.Report.Changes);
    }

    [Property(MaxTest = 400)]
    public void Merging_the_same_file_again_changes_nothing(byte[] a, byte[] b, byte policy)
    {
        var options = new MergeOptions
        {
            Policy = (MergePolicy)(1 + (policy % 4)),
            EvidenceOf = static (zh, en) => (zh.Length + en.Length) % 3,
        };
        var (mine, theirs) = (Text(Rows(a)), Text(Rows(b)));

        var once = GlossaryMerge.Merge(null, mine, theirs, options).Text;

        Assert.Equal(once, GlossaryMerge.Merge(null, once, theirs, options).Text);
    }

    [Property(MaxTest = 400)]
    public void Without_conflicts_it_does_not_matter_who_is_first(byte[] a, byte[] b)
    {
        var (mine, theirs) = (Text(Rows(a)), Text(Rows(b)));
        var one = GlossaryMerge.Merge(null, mine, theirs, MergeOptions.Default);
        var other = GlossaryMerge.Merge(null, theirs, mine, MergeOptions.Default);

        Assert.Equal(one.Report.Open, other.Report.Open);
        if (one.Report.Open == 0)
        {
            Assert.Equal(Lines(one.Text), Lines(other.Text));
        }
    }

    [Property(MaxTest = 400)]
    public void Without_conflicts_it_does_not_matter_which_branch_is_merged_into_which(byte[] origin, byte[] a, byte[] b)
    {
        var rows = Rows(origin);
        var (old, mine, theirs) = (Text(rows), Text(Edit(rows, a)), Text(Edit(rows, b)));
        var one = GlossaryMerge.Merge(old, mine, theirs, MergeOptions.Default);
        var other = GlossaryMerge.Merge(old, theirs, mine, MergeOptions.Default);

        Assert.Equal(one.Report.Open, other.Report.Open);
        if (one.Report.Open == 0)
        {
            Assert.Equal(Lines(one.Text), Lines(other.Text));
        }
    }

    [Property(MaxTest = 200)]
    public void The_side_that_did_not_change_yields(byte[] origin, byte[] a)
    {
        var rows = Rows(origin);
        var (old, edited) = (Text(rows), Text(Edit(rows, a)));

        Assert.Equal(Lines(edited), Lines(GlossaryMerge.Merge(old, old, edited, MergeOptions.Default).Text));
        Assert.Equal(edited, GlossaryMerge.Merge(old, edited, old, MergeOptions.Default).Text);
    }

    [Property(MaxTest = 400)]
    public void Nothing_decided_is_lost(byte[] a, byte[] b, byte policy)
    {
        var options = new MergeOptions { Policy = (MergePolicy)(policy % 5) };
        List<Row> mine = Rows(a), theirs = Rows(b);

        var merged = Lines(GlossaryMerge.Merge(null, Text(mine), Text(theirs), options).Text);

        foreach (var row in mine.Concat(theirs).Where(static r => r.By.Length > 0))
        {
            var status = row.Status.Length > 0 ? row.Status : "proposed";
            var start = $"{row.Concept} {row.Zh} → {row.En} [";
            var now = $"[{status}] {row.By}{(row.Date.Length > 0 ? " " + row.Date : "")}";
            var before = $"{(row.Date.Length > 0 ? row.Date : "undated")} {row.By}: {status}";
            Assert.Contains(merged, line => line.StartsWith(start, StringComparison.Ordinal)
                && (line.Contains(now, StringComparison.Ordinal) || line.Contains(before, StringComparison.Ordinal)));
        }
    }

    [Property(MaxTest = 300)]
    public void A_term_never_comes_out_with_two_preferred_renderings(byte[] origin, byte[] a, byte[] b, byte policy)
    {
        var rows = Rows(origin);
        var options = new MergeOptions { Policy = (MergePolicy)(1 + (policy % 4)) };

        var text = GlossaryMerge.Merge(Text(rows), Text(Edit(rows, a)), Text(Edit(rows, b)), options).Text;

        var preferred = Lines(text).Where(static l => l.Contains("[preferred]", StringComparison.Ordinal)).Select(static l => l.Split(' ')[0]).ToList();
        Assert.Equal(preferred.Distinct().Count(), preferred.Count);
    }

    private static List<string> Lines(string text) => [.. TextConversion.Glossary(text).Order(StringComparer.Ordinal)];

    private static List<Row> Rows(byte[] bytes) => Edit([], bytes);

    // Each pair of bytes adds a row, changes it where it is there, or deletes it.
    private static List<Row> Edit(List<Row> rows, byte[] bytes)
    {
        var result = rows.ToList();
        for (var i = 0; i + 1 < Math.Min(bytes?.Length ?? 0, 2 * Most); i += 2)
        {
            var (x, y) = (bytes![i], bytes[i + 1]);
            var term = x % 3;
            var row = new Row(
                $"c{term}", new string("茶园路"[term], 2), $"rendering {(char)('a' + (x / 3 % 4))}", Statuses[x / 12 % 4], People[x / 48 % 3], Dates[y % 3], Notes[y / 3 % 3]);
            var at = result.FindIndex(r => r.Zh == row.Zh && r.En == row.En);
            if (y > 220 && at >= 0)
            {
                result.RemoveAt(at);
                continue;
            }

            if (row.Status == "preferred")
            {
                result = [.. result.Select(r => r.Zh == row.Zh && r.Status == "preferred" ? r with { Status = "admitted" } : r)];
            }

            if (at >= 0)
            {
                result[at] = row;
            }
            else
            {
                result.Add(row);
            }
        }

        return result;
    }

    private static string Text(IEnumerable<Row> rows) =>
        "concept,zh,en,status,by,date,note\n" + string.Concat(rows.Select(static r =>
            $"{r.Concept},{r.Zh},{r.En},{r.Status},{r.By},{r.Date},{(r.Note.Contains(',', StringComparison.Ordinal) ? $"\"{r.Note}\"" : r.Note)}\n"));

    private sealed record Row(string Concept, string Zh, string En, string Status, string By, string Date, string Note);
}
