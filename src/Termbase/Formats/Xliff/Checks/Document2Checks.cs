namespace Termbase.Formats.Xliff.Checks;

/// <summary>XLIFF 2.x: what holds across units, and the order in which the checks of one unit run.</summary>
internal sealed class Document2Checks(CheckReport report) : DocumentChecks(report)
{
    private readonly HashSet<string> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _units = new(StringComparer.Ordinal);
    private readonly HashSet<string> _groups = new(StringComparer.Ordinal);
    private readonly HashSet<string> _allUnits = new(StringComparer.Ordinal);
    private readonly List<(CheckNode Node, string File, string Unit, string What)> _pending = [];

    /// <summary>Names a unit that must exist in a file by the end.</summary>
    internal void Expect(CheckNode node, string file, string unit, string what) => _pending.Add((node, file, unit, what));

    internal override void Enter(CheckNode node)
    {
        if (!node.IsCore)
        {
            return;
        }

        switch (node.Name)
        {
            case "file":
                Unique(_files, node, node["id"], "the files");
                _units.Clear();
                _groups.Clear();
                break;
            case "group":
                Unique(_groups, node, node["id"], "the groups of the file");
                break;
            case "unit":
                Unique(_units, node, node["id"], "the units of the file");
                _allUnits.Add(node.Enclosing("file")?["id"] + "\n" + node["id"]);
                break;
        }
    }

    internal override void Leave(CheckNode node)
    {
        FormatStyleChecks.Check(node, Report);
        SizeChecks.Check(node, Report);
        if (node.IsCore)
        {
            switch (node.Name)
            {
                case "unit":
                    new UnitChecks(node, this, Report).Run();
                    break;
                case "skeleton":
                    Skeleton(node);
                    break;
                case "notes":
                    var notes = new HashSet<string>(StringComparer.Ordinal);
                    foreach (var note in node.Children)
                    {
                        Unique(notes, note, note["id"], "the notes here");
                    }

                    break;
            }

            if (node.Name is "file" or "group" or "unit")
            {
                Extensions(node);
                ModuleChecks.OfHolder(node, Report);
            }
        }
        else
        {
            ModuleChecks.OfElement(node, Report);
        }
    }

    internal override void Finish()
    {
        foreach (var (node, file, unit, what) in _pending)
        {
            if (!_allUnits.Contains(file + "\n" + unit))
            {
                Report.Add(node, "bad-reference", $"{what} names the unit '{unit}', which the file '{file}' does not have");
            }
        }
    }

    private void Skeleton(CheckNode node)
    {
        var isEmpty = !node.HasText && node.Children.Count == 0;
        if (isEmpty && node["href"] is null)
        {
            Report.Add(node, "bad-skeleton", "<skeleton> is empty and has no href; give it one of the two");
        }
        else if (!isEmpty && node["href"] is not null)
        {
            Report.Add(node, "bad-skeleton", "<skeleton> has both content and an href; keep one of the two");
        }
    }

    // Extension elements share one space of ids with each other in the file, group or unit they stand in.
    private void Extensions(CheckNode holder)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var child in holder.Children.Where(static c => !c.IsCore && !Schema2.Prefixes.ContainsKey(c.Ns)))
        {
            foreach (var node in child.Descendants().Prepend(child))
            {
                Unique(seen, node, node["id"] ?? node.Get(XliffNames.Xml, "id"), "the extension elements here");
            }
        }
    }
}
