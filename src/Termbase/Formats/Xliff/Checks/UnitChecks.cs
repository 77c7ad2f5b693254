using System.Globalization;

namespace Termbase.Formats.Xliff.Checks;

/// <summary>One unit of XLIFF 2.x: segments, languages, order, ids; then its codes and references. Not thread-safe.</summary>
internal sealed class UnitChecks(CheckNode unit, Document2Checks document, CheckReport report)
{
    private readonly List<CheckNode> _parts = [.. unit.Children.Where(static c => c.IsCore && c.Name is "segment" or "ignorable")];

    internal void Run()
    {
        if (!_parts.Exists(static p => p.Name == "segment"))
        {
            report.Add(unit, "missing-element", "<unit> lacks a <segment>; an <ignorable> alone is not enough");
        }

        var root = unit.Enclosing("xliff")!;
        foreach (var part in _parts)
        {
            foreach (var side in part.Children.Where(static c => c.IsCore))
            {
                Language(side, root);
            }

            if (part["subState"] is not null && part["state"] is null)
            {
                report.Add(part, "missing-attribute", "subState stands without a state; add the state", attribute: "state", should: "initial");
            }

            Space(part);
        }

        Order();
        Ids();
        Data();
        new CodeChecks(unit, _parts, report).Run();
        new ReferenceChecks(unit, _parts, document, report).Run();
    }

    private static CheckNode? Side(CheckNode part, string name) => part.Core(name).FirstOrDefault();

    private void Language(CheckNode side, CheckNode root)
    {
        var isTarget = side.Name == "target";
        var should = root[isTarget ? "trgLang" : "srcLang"];
        if (isTarget && should is null)
        {
            report.Add(side, "missing-target-language", "there is a <target>, but <xliff> has no trgLang; add it");
            return;
        }

        if (should is not null && side.Inherited(XliffNames.Xml, "lang") is { } said && !said.Equals(should, StringComparison.OrdinalIgnoreCase))
        {
            report.Add(side, "wrong-language", $"xml:lang here is '{said}' (its own or inherited), but the file translates {(isTarget ? "into" : "from")} '{should}'", attribute: "xml:lang", should: should);
        }
    }

    private void Space(CheckNode part)
    {
        if (Side(part, "source") is { } source && Side(part, "target") is { } target)
        {
            var (one, other) = (source.Inherited(XliffNames.Xml, "space"), target.Inherited(XliffNames.Xml, "space"));
            if ((one ?? "default") != (other ?? "default"))
            {
                report.Add(target, "different-space", "xml:space differs between source and target; make it the same", attribute: "xml:space", should: one ?? "default");
            }
        }
    }

    // Targets stand in the order that `order` says, those without it at the place of their segment.
    private void Order()
    {
        var taken = new Dictionary<int, CheckNode>();
        for (var i = 0; i < _parts.Count; i++)
        {
            if (Side(_parts[i], "target") is not { } target)
            {
                continue;
            }

            var place = i + 1;
            if (target["order"] is { } said && !int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out place))
            {
                continue;
            }

            if (place > _parts.Count)
            {
                report.Add(target, "bad-order", FormattableString.Invariant($"order=\"{place}\", but the unit has {_parts.Count} parts"));
            }
            else if (!taken.TryAdd(place, target))
            {
                report.Add(target, "bad-order", FormattableString.Invariant($"two targets stand at place {place} of the unit; every place can be taken once"));
            }
        }
    }

    // Segments, codes and marks share one space of ids; a target's code has the id of its source's.
    private void Ids()
    {
        var source = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in _parts)
        {
            Unique(source, part, part["id"]);
        }

        var target = new HashSet<string>(source, StringComparer.Ordinal);
        foreach (var part in _parts)
        {
            foreach (var (name, seen) in ((ReadOnlySpan<(string, HashSet<string>)>)[("source", source), ("target", target)]).ToArray())
            {
                foreach (var node in Side(part, name)?.Descendants() ?? [])
                {
                    Unique(seen, node, node["id"]);
                }
            }
        }
    }

    private void Data()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var data in unit.Core("originalData").SelectMany(static o => o.Children))
        {
            Unique(seen, data, data["id"]);
        }
    }

    private void Unique(HashSet<string> seen, CheckNode node, string? id)
    {
        if (id is not null && !seen.Add(id))
        {
            report.Add(node, "duplicate-id", $"the id '{id}' comes twice in the unit; give one a new id");
        }
    }
}
