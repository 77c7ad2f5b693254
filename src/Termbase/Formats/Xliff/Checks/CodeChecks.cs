using System.Globalization;
using Termbase.Formats.Tmx;

namespace Termbase.Formats.Xliff.Checks;

/// <summary>The inline codes of one unit of XLIFF 2.x (2.1 §4.7): pairs, copies, native data, what may be removed or moved. Not thread-safe.</summary>
internal sealed class CodeChecks(CheckNode unit, List<CheckNode> parts, CheckReport report)
{
    private readonly HashSet<string> _data = new(
        unit.Core("originalData").SelectMany(static o => o.Children).Select(static d => d["id"] ?? ""), StringComparer.Ordinal);

    internal void Run()
    {
        var sources = parts.Select(static p => Side(p, "source")).OfType<CheckNode>().SelectMany(static s => s.Descendants()).ToList();
        var targets = parts.Select(static p => Side(p, "target")).OfType<CheckNode>().SelectMany(static t => t.Descendants()).ToList();
        foreach (var node in sources.Concat(targets).Concat(unit.Core("originalData").SelectMany(static o => o.Descendants())))
        {
            Alone(node);
        }

        var byId = sources.Concat(targets).Where(static c => c["id"] is not null).GroupBy(static c => c["id"]!, StringComparer.Ordinal)
            .ToDictionary(static g => g.Key, static g => g.First(), StringComparer.Ordinal);
        foreach (var node in sources.Concat(targets))
        {
            Copy(node, byId);
        }

        Pairs(sources);

        // What is not translated yet counts as it stands in the source: half a unit may be done.
        var whole = parts.Select(static p => (Side(p, "target"), Side(p, "source"))).Where(static p => p.Item1 is not null || p.Item2 is not null).ToList();
        if (targets.Count > 0)
        {
            Pairs([.. InOrder().SelectMany(static s => s.Descendants())]);
        }

        Removed(targets);
        ReorderChecks.Check(
            [.. parts.Select(static p => Side(p, "source")).OfType<CheckNode>()],
            [.. InOrder().Where(static s => s.Name == "target")], report);
    }

    private static CheckNode? Side(CheckNode part, string name) => part.Core(name).FirstOrDefault();

    private IEnumerable<CheckNode> InOrder() => parts
        .Select(static (p, i) => (Node: Side(p, "target") ?? Side(p, "source"), Place: i + 1))
        .Where(static p => p.Node is not null)
        .OrderBy(static p => int.TryParse(p.Node!["order"], NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : p.Place)
        .Select(static p => p.Node!);

    private void Alone(CheckNode node)
    {
        if (!node.IsCore)
        {
            return;
        }

        if (node.Name == "cp" && node["hex"] is { } hex && int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            && XmlText.IsChar(code))
        {
            report.Add(node, "bad-character", $"<cp hex=\"{hex}\"> is for characters that XML forbids; write this one as it is");
        }

        if (node["subType"] is { } subType)
        {
            SubType(node, subType);
        }

        foreach (var name in (ReadOnlySpan<string>)["dataRef", "dataRefStart", "dataRefEnd"])
        {
            if (node[name] is { } data && !_data.Contains(data))
            {
                report.Add(node, "missing-data", $"{name}=\"{data}\", but the unit's originalData has no such id", attribute: name);
            }
        }

        if (node["canReorder"] is "no" or "firstNo" && (node["canCopy"] is not "no" || node["canDelete"] is not "no"))
        {
            report.Add(node, "can-reorder", "a code that must keep its place needs canCopy=\"no\" and canDelete=\"no\" too");
        }
    }

    private void SubType(CheckNode node, string subType)
    {
        var type = node["type"];
        if (type is null)
        {
            report.Add(node, "missing-attribute", "subType stands without a type; add the type", attribute: "type");
        }
        else if (subType.StartsWith("xlf:", StringComparison.Ordinal))
        {
            var should = subType is "xlf:lb" or "xlf:pb" or "xlf:b" or "xlf:i" or "xlf:u" ? "fmt" : subType is "xlf:var" ? "ui" : null;
            if (should is null || should != type)
            {
                report.Add(node, "bad-value", should is null ? $"XLIFF has no subType '{subType}'" : $"subType=\"{subType}\" goes with type=\"{should}\", not \"{type}\"");
            }
        }
    }

    private void Copy(CheckNode node, Dictionary<string, CheckNode> byId)
    {
        if (node["copyOf"] is not { } copied)
        {
            return;
        }

        if (!byId.TryGetValue(copied, out var original))
        {
            report.Add(node, "bad-copy", $"copyOf=\"{copied}\" names no code of the unit", attribute: "copyOf");
        }
        else if (original["canCopy"] is "no")
        {
            report.Add(node, "bad-copy", $"copyOf=\"{copied}\" copies a code that must not be copied (canCopy=\"no\")");
        }

        if (node["dataRef"] is not null || node["dataRefStart"] is not null || node["dataRefEnd"] is not null)
        {
            report.Add(node, "bad-copy", "a copy takes its native data from its original; remove the dataRef", attribute: "dataRef");
        }
    }

    private void Pairs(List<CheckNode> codes)
    {
        Dictionary<string, CheckNode> starts = new(StringComparer.Ordinal), marks = new(StringComparer.Ordinal);
        var isolated = new HashSet<string>(codes.Where(static c => c.IsCoreOf("sc") && c["isolated"] is "yes").Select(static c => c["id"] ?? ""), StringComparer.Ordinal);
        foreach (var node in codes)
        {
            switch (node.Name)
            {
                case "sc" when node["isolated"] is not "yes":
                    starts[node["id"] ?? ""] = node;
                    break;
                case "sm":
                    marks[node["id"] ?? ""] = node;
                    break;
                case "ec":
                    EndCode(node, starts, isolated);
                    break;
                case "em" when node["startRef"] is { } start && !marks.Remove(start):
                    report.Add(node, "orphan-mark", $"<em startRef=\"{start}\"> has no <sm> before it in the unit");
                    break;
            }
        }

        foreach (var (id, node) in starts)
        {
            report.Add(node, "orphan-code", $"<sc id=\"{id}\"> has no <ec> after it in the unit; add it, or say isolated=\"yes\"");
        }

        foreach (var (id, node) in marks)
        {
            report.Add(node, "orphan-mark", $"<sm id=\"{id}\"> has no <em> after it in the unit");
        }
    }

    private void EndCode(CheckNode node, Dictionary<string, CheckNode> starts, HashSet<string> isolated)
    {
        var start = node["startRef"];
        if (node["isolated"] is "yes")
        {
            if (start is not null)
            {
                report.Add(node, "isolated-code", "an isolated <ec> has an id of its own and no startRef");
                starts.Remove(start);
            }
            else if (node["id"] is null)
            {
                report.Add(node, "isolated-code", "an isolated <ec> needs an id");
            }

            return;
        }

        if (start is null)
        {
            report.Add(node, "isolated-code", "<ec> has no startRef; add it, or say isolated=\"yes\"");
            return;
        }

        if (node["id"] is not null)
        {
            report.Add(node, "isolated-code", "<ec> has both a startRef and an id; an id is for isolated ones");
        }

        if (!starts.Remove(start, out var begin))
        {
            report.Add(
                node, isolated.Contains(start) ? "isolated-code" : "orphan-code",
                isolated.Contains(start) ? $"<sc id=\"{start}\"> is isolated, but has an <ec>" : $"<ec startRef=\"{start}\"> has no <sc> before it in the unit");
            return;
        }

        foreach (var name in (ReadOnlySpan<string>)["canCopy", "canDelete", "canOverlap"])
        {
            if ((begin[name] ?? "yes") != (node[name] ?? "yes"))
            {
                report.Add(node, "different-pair", $"{name} differs between <sc> and its <ec>; make it the same", attribute: name, should: begin[name] ?? "yes");
            }
        }

        if ((begin["canReorder"] is "no" or "firstNo") != (node["canReorder"] is "no"))
        {
            report.Add(node, "different-pair", "canReorder of an <ec> is \"no\" where its <sc> has \"no\" or \"firstNo\", else \"yes\"", attribute: "canReorder", should: begin["canReorder"] is "no" or "firstNo" ? "no" : "yes");
        }
    }

    private void Removed(List<CheckNode> targets)
    {
        var there = new HashSet<string>(targets.Select(static t => t["id"] ?? t["startRef"] ?? ""), StringComparer.Ordinal);
        foreach (var part in parts)
        {
            if (Side(part, "target") is not { } target)
            {
                continue;
            }

            foreach (var code in Side(part, "source")?.Descendants() ?? [])
            {
                if (code["canDelete"] is "no" && code["id"] is { } id && !there.Contains(id))
                {
                    report.Add(target, "lost-code", $"the code '{id}' must not be removed (canDelete=\"no\"), but no target of the unit has it");
                }
            }
        }
    }
}
