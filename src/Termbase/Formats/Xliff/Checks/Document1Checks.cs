namespace Termbase.Formats.Xliff.Checks;

/// <summary>XLIFF 1.x: ids, languages, pairs of codes, segmentation, references to tools and phases (1.2 §2).</summary>
internal sealed class Document1Checks(CheckReport report) : DocumentChecks(report)
{
    private readonly HashSet<string> _units = new(StringComparer.Ordinal);
    private readonly HashSet<string> _groups = new(StringComparer.Ordinal);
    private readonly HashSet<string> _tools = new(StringComparer.Ordinal);
    private readonly HashSet<string> _phases = new(StringComparer.Ordinal);
    private readonly List<(CheckNode Node, string Name)> _toolUses = [];

    internal override void Enter(CheckNode node)
    {
        if (!node.IsCore)
        {
            return;
        }

        switch (node.Name)
        {
            case "file":
                _units.Clear();
                _groups.Clear();
                _tools.Clear();
                _phases.Clear();
                _toolUses.Clear();
                break;
            case "trans-unit" or "bin-unit":
                Unique(_units, node, node["id"], "the units of the file");
                break;
            case "group":
                Unique(_groups, node, node["id"], "the groups of the file");
                break;
            case "tool":
                Unique(_tools, node, node["tool-id"], "the tools of the file");
                break;
            case "phase":
                Unique(_phases, node, node["phase-name"], "the phases of the file");
                break;
        }
    }

    internal override void Leave(CheckNode node)
    {
        if (!node.IsCore)
        {
            return;
        }

        if (node["tool-id"] is { } tool && node.Name is "file" or "phase" or "alt-trans")
        {
            _toolUses.Add((node, tool));
        }

        if (node["phase-name"] is { } phase && node.Name is not "phase" && !_phases.Contains(phase))
        {
            Report.Add(node, "bad-reference", $"phase-name=\"{phase}\" names no <phase> of the file's header", attribute: "phase-name");
        }

        switch (node.Name)
        {
            case "trans-unit":
                Unit(node);
                break;
            case "file":
                foreach (var (use, name) in _toolUses.Where(u => !_tools.Contains(u.Name)))
                {
                    Report.Add(use, "bad-reference", $"tool-id=\"{name}\" names no <tool> of the file's header", attribute: "tool-id");
                }

                break;
        }
    }

    private void Unit(CheckNode unit)
    {
        var file = unit.Enclosing("file");
        foreach (var side in unit.Children.Where(static c => c.IsCore && c.Name is "source" or "seg-source" or "target"))
        {
            var attribute = side.Name == "target" ? "target-language" : "source-language";
            if (side.Get(XliffNames.Xml, "lang") is { Length: > 0 } said && file?[attribute] is { } should
                && !said.Equals(should, StringComparison.OrdinalIgnoreCase))
            {
                Report.Add(side, "wrong-language", $"xml:lang is '{said}', but the file has {attribute} '{should}'", attribute: "xml:lang", should: should);
            }

            Pairs(side);
        }

        if (unit.Core("target").FirstOrDefault() is not { } target)
        {
            return;
        }

        if (file is not null && file["target-language"] is null && target.Get(XliffNames.Xml, "lang") is null)
        {
            Report.Note(target, "missing-target-language", "there is a <target>, but neither <file> nor <target> says its language");
        }

        Segmentation(unit.Core("seg-source").FirstOrDefault(), target);
        var isTranslated = target.HasText || target.Children.Count > 0;
        if (isTranslated && unit.Core("source").FirstOrDefault() is { } source)
        {
            Codes(source, target);
        }
    }

    private void Pairs(CheckNode side)
    {
        var open = new Dictionary<string, CheckNode>(StringComparer.Ordinal);
        var codes = side.Descendants().Where(static n => n.IsCore && n.Name is "bpt" or "ept" or "bx" or "ex").ToList();
        foreach (var code in codes)
        {
            var id = code["rid"] ?? code["id"];
            if (id is null)
            {
                continue;
            }

            var key = (code.Name is "bpt" or "ept" ? "pt" : "x") + id;
            if (code.Name is "bpt" or "bx")
            {
                if (!open.TryAdd(key, code))
                {
                    Report.Add(code, "duplicate-id", $"two opening codes have the number '{id}' here");
                }
            }
            else if (!open.Remove(key))
            {
                Report.Add(code, "orphan-code", $"the closing code '{id}' has no opening one before it");
            }
        }

        foreach (var code in open.Values)
        {
            Report.Add(code, "orphan-code", $"the opening code '{code["rid"] ?? code["id"]}' has no closing one after it; a lone code is an <it>");
        }
    }

    private void Segmentation(CheckNode? segSource, CheckNode target)
    {
        static List<string> Pieces(CheckNode? side) =>
            [.. side?.Descendants().Where(static n => n.IsCoreOf("mrk") && n["mtype"] is "seg").Select(static n => n["mid"] ?? "") ?? []];
        var (source, translated) = (Pieces(segSource), Pieces(target));
        foreach (var piece in translated.Except(source, StringComparer.Ordinal))
        {
            Report.Add(target, "bad-segmentation", $"the target has a segment '{piece}' that seg-source lacks");
        }

        foreach (var piece in source.GroupBy(static p => p, StringComparer.Ordinal).Where(static g => g.Count() > 1))
        {
            Report.Add(segSource!, "duplicate-id", $"the segment number '{piece.Key}' comes twice in seg-source");
        }
    }

    // Not an error by the specification, but what breaks the document that is built from the file.
    private void Codes(CheckNode source, CheckNode target)
    {
        static List<string> Ids(CheckNode side) =>
        [
            .. side.Descendants().Where(static n => n.IsCore && n["id"] is not null && n.Name is "g" or "x" or "bx" or "ex" or "bpt" or "ept" or "ph" or "it")
                .Select(static n => $"{n.Name} {n["id"]}").Order(StringComparer.Ordinal),
        ];
        var (there, here) = (Ids(source), Ids(target));
        var missing = there.Except(here, StringComparer.Ordinal).ToList();
        var extra = here.Except(there, StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            Report.Note(target, "lost-code", $"codes of the source that the target lacks: {string.Join(", ", missing)}");
        }

        if (extra.Count > 0)
        {
            Report.Note(target, "extra-code", $"codes of the target that the source lacks: {string.Join(", ", extra)}");
        }
    }
}
