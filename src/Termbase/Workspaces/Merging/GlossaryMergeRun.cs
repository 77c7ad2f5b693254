using System.Collections.Immutable;
using Termbase.Languages;

namespace Termbase.Workspaces.Merging;

/// <summary>One merge of one file.</summary>
internal sealed class GlossaryMergeRun(GlossaryTable origin, GlossaryTable mine, GlossaryTable theirs, bool hasOrigin, MergeOptions options)
{
    private readonly List<MergeChange> _changes = [];
    private readonly List<MergeConflict> _conflicts = [];
    private readonly List<MergeDuplicate> _duplicates = [];
    private readonly List<string> _notes = [];
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly List<(TableRow Row, List<(string Column, string Value)> Cells)> _open = [];
    private readonly List<string> _columns =
        [.. mine.Csv.Header.Concat(theirs.Csv.Header).Concat(origin.Csv.Header).Where(static h => h.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    private TableKind Kind => mine.Kind;

    public MergedGlossary Run()
    {
        foreach (var column in theirs.Csv.Header.Where(h => h.Length > 0 && !origin.Csv.Header.Contains(h, StringComparer.OrdinalIgnoreCase)))
        {
            mine.Csv.EnsureColumn(column);
        }

        foreach (var row in theirs.Rows.Where(static r => r.Spare > 0))
        {
            _notes.Add($"{options.Names.Theirs}:{row.Line}: the row has {row.Spare} cells more than the header; they are left out");
        }

        var known = mine.Rows.Concat(origin.Rows).Select(static r => r["concept"]).ToHashSet(StringComparer.Ordinal);
        var strangers = theirs.Rows.Select(static r => r["concept"]).Where(c => c.Length > 0 && !known.Contains(c)).ToHashSet(StringComparer.Ordinal);
        var given = theirs.Rows.Concat(origin.Rows).Select(static r => r["concept"]).ToHashSet(StringComparer.Ordinal);
        var aligned = RecordAligner.Align(origin.Rows, mine.Rows, theirs.Rows, GlossaryTable.Keys(Kind, _columns, c => strangers.Contains(c) || !given.Contains(c)));
        var merge = new RowMerge(Kind, _columns, options);
        var rows = new List<MergedRow>(aligned.Count);
        foreach (var (o, m, t) in aligned)
        {
            Tell(o, m, t);
            if (m is not null && t is not null)
            {
                Join(m, t);
                rows.Add(new MergedRow(m, Preferred(m), Preferred(t)));
                if (merge.Merge(o, m, t, _conflicts.Add) is { Count: > 0 } cells)
                {
                    _open.Add((m, cells));
                }
            }
            else if ((m ?? t) is { } only && (o is null || Survives(o, only, m is not null)))
            {
                rows.Add(new MergedRow(only, m is not null && Preferred(m), t is not null && Preferred(t)));
            }
            else if (m is not null)
            {
                mine.Csv.Remove(m.Row);
            }
        }

        foreach (var row in rows.Where(r => _ids.ContainsKey(r.Row["concept"])))
        {
            row.Row["concept"] = _ids[row.Row["concept"]];
        }

        // References follow, but for an id that the first file uses for a concept of its own.
        var moved = _ids.Where(i => !rows.Exists(r => r.Row["concept"] == i.Key)).ToDictionary(StringComparer.Ordinal);
        foreach (var row in rows.Where(_ => moved.Count > 0))
        {
            row.Row["see"] = ConceptReferences.Follow(row.Row["see"], moved);
        }

        if (Kind == TableKind.Terms)
        {
            // A row whose status is asked about already is not asked about twice.
            var asked = _open.Where(static o => o.Cells.Exists(static c => c.Column == "status")).Select(static o => o.Row).ToHashSet();
            new PreferredCheck(options, _conflicts.Add).Check([.. rows.Where(r => !asked.Contains(r.Row))]);
            ConceptClash(aligned);
        }

        Duplicates(rows);
        Write(rows);
        return new MergedGlossary(mine.Csv.ToString(), new MergeReport
        {
            Changes = [.. _changes],
            Conflicts = [.. _conflicts],
            Duplicates = [.. _duplicates],
            Notes = [.. _notes],
            Ids = moved.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Records = rows.Count,
        });
    }

    private static bool Preferred(TableRow row) => row["status"].Trim().Equals("preferred", StringComparison.OrdinalIgnoreCase);

    private bool Same(TableRow a, TableRow b) => _columns.TrueForAll(c => a[c] == b[c]);

    // A row that one side deleted goes where the other left it as it was; else it is a conflict, and the row stays unless the deleting side wins.
    private bool Survives(TableRow origin, TableRow row, bool isMine)
    {
        if (Same(origin, row))
        {
            return false;
        }

        var resolution = options.Policy switch
        {
            MergePolicy.Ask => "open",
            MergePolicy.Mine => "mine",
            MergePolicy.Theirs => "theirs",
            _ => isMine ? "mine" : "theirs",
        };
        var (changed, gone) = (Changed(origin, row), "deleted");
        _conflicts.Add(new MergeConflict(
            "deleted", row["concept"], GlossaryTable.Label(Kind, row), "", "", isMine ? changed : gone, isMine ? gone : changed, resolution));
        if (resolution == "open")
        {
            row[GlossaryMerge.ConflictColumn] = isMine ? "mine: changed, theirs: deleted" : "mine: deleted, theirs: changed";
        }

        return resolution == "open" || (resolution == "mine") == isMine;
    }

    private string Changed(TableRow origin, TableRow row) =>
        string.Join("; ", _columns.Where(c => origin[c] != row[c]).Select(c => $"{c}: {row[c]}"));

    private void Join(TableRow m, TableRow t)
    {
        var (ours, other) = (m["concept"], t["concept"]);
        if (Kind == TableKind.Terms && ours.Length == 0)
        {
            m["concept"] = other;
        }
        else if (Kind == TableKind.Terms && ours != other && other.Length > 0 && _ids.TryAdd(other, ours))
        {
            _duplicates.Add(new MergeDuplicate("two-ids", $"{ours} {GlossaryTable.Label(Kind, m)}", $"{other} {GlossaryTable.Label(Kind, t)}"));
            _notes.Add($"{other} of {options.Names.Theirs} is {ours} here");
        }
    }

    private void Tell(TableRow? o, TableRow? m, TableRow? t)
    {
        if (hasOrigin)
        {
            Tell("mine", o, m);
            Tell("theirs", o, t);
        }
        else if (t is not null)
        {
            Tell("theirs", m, t);
        }
    }

    private void Tell(string side, TableRow? before, TableRow? after)
    {
        if ((after ?? before) is not { } row || (before is not null && after is not null && Same(before, after)))
        {
            return;
        }

        var label = GlossaryTable.Label(Kind, row);
        if (before is null || after is null)
        {
            _changes.Add(new MergeChange(side, before is null ? "added" : "removed", row["concept"], label));
            return;
        }

        // Without an ancestor an empty cell is not a change: nobody knows that it was emptied.
        foreach (var column in _columns.Where(c => before[c] != after[c] && (hasOrigin || after[c].Length > 0)))
        {
            _changes.Add(new MergeChange(side, "changed", row["concept"], label, column, before[column], after[column]));
        }
    }

    private void ConceptClash(List<Aligned<TableRow>> aligned)
    {
        var old = origin.Rows.Select(static r => r["concept"]).ToHashSet(StringComparer.Ordinal);
        foreach (var added in aligned.Where(a => a.Base is null && (a.Mine ?? a.Theirs) is { } r && r["concept"].Length > 0 && !old.Contains(r["concept"])).GroupBy(static a => (a.Mine ?? a.Theirs)!["concept"], StringComparer.Ordinal))
        {
            var (left, right) = (added.Where(static a => a.Mine is not null).ToList(), added.Where(static a => a.Theirs is not null).ToList());
            var (zhs, ens) = (Keys(left, "zh"), Keys(left, "en"));
            if (left.Count > 0 && right.Count > 0 && !zhs.Overlaps(Keys(right, "zh")) && !ens.Overlaps(Keys(right, "en")))
            {
                var (m, t) = (left[0].Mine!, right[0].Theirs!);
                _conflicts.Add(new MergeConflict(
                    "concept", added.Key, GlossaryTable.Label(Kind, m), "concept", "", GlossaryTable.Label(Kind, m), GlossaryTable.Label(Kind, t), "open"));
                m[GlossaryMerge.ConflictColumn] = "mine: concept";
                t[GlossaryMerge.ConflictColumn] = "theirs: concept";
            }
        }

        static HashSet<string> Keys(List<Aligned<TableRow>> rows, string column) =>
            rows.Select(r => Normalizer.Key((r.Mine ?? r.Theirs)![column])).ToHashSet(StringComparer.Ordinal);
    }

    private void Duplicates(List<MergedRow> rows)
    {
        if (Kind is not (TableKind.Terms or TableKind.Rejected))
        {
            return;
        }

        if (Kind is TableKind.Terms)
        {
            SameChinese(rows);
        }

        foreach (var group in rows.Select(static r => r.Row).GroupBy(static r => (Normalizer.Key(r["zh"]), Normalizer.Key(r["en"]), r["when"], r["client"], r["region"], r["pos"])))
        {
            var first = group.First();
            foreach (var other in group.Skip(1))
            {
                var same = first["zh"] == other["zh"] && first["en"] == other["en"];
                var kind = !same ? "near" : first["concept"] == other["concept"] ? "exact" : "two-ids";
                _duplicates.Add(new MergeDuplicate(kind, $"{first["concept"]} {GlossaryTable.Label(Kind, first)}".Trim(), $"{other["concept"]} {GlossaryTable.Label(Kind, other)}".Trim()));
            }
        }
    }

    // What theirs brings as a concept of its own, though mine has the Chinese under another.
    private void SameChinese(List<MergedRow> rows)
    {
        var ours = mine.Rows.Where(static r => r["concept"].Length > 0).ToLookup(static r => Normalizer.Key(r["zh"]), StringComparer.Ordinal);
        var known = mine.Rows.Select(static r => r["concept"]).ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows.Select(static r => r.Row).Where(r => r["concept"].Length > 0 && !known.Contains(r["concept"])).DistinctBy(static r => (r["concept"], r["zh"])))
        {
            if (ours[Normalizer.Key(row["zh"])].FirstOrDefault(r => Normalizer.Key(r["en"]) != Normalizer.Key(row["en"])) is { } other)
            {
                _duplicates.Add(new MergeDuplicate("same-chinese", $"{other["concept"]} {GlossaryTable.Label(Kind, other)}", $"{row["concept"]} {GlossaryTable.Label(Kind, row)}"));
            }
        }
    }

    private void Write(List<MergedRow> rows)
    {
        var ours = mine.Rows.Select(static r => r.Row).ToHashSet();
        var others = _open.ToDictionary(static o => o.Row, static o => o.Cells);
        foreach (var (row, _, _) in rows)
        {
            var columns = _columns.Append(OverruledDecisions.Column).Append(GlossaryMerge.ConflictColumn).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            if (!ours.Contains(row.Row))
            {
                mine.Csv.AppendRow([.. columns.Select(c => (c, row[c]))]);
                continue;
            }

            var open = others.GetValueOrDefault(row);
            if (open is not null)
            {
                row[GlossaryMerge.ConflictColumn] = "mine: " + string.Join(' ', open.Select(static c => c.Column));
            }

            foreach (var column in columns)
            {
                mine.Csv.Set(row.Row, column, row[column]);
            }

            if (open is not null)
            {
                var copy = mine.Csv.InsertCopyBelow(row.Row);
                foreach (var (column, value) in open)
                {
                    mine.Csv.Set(copy, column, value);
                }

                mine.Csv.Set(copy, GlossaryMerge.ConflictColumn, "theirs: " + string.Join(' ', open.Select(static c => c.Column)));
            }
        }
    }
}
