namespace Termbase.Formats.Xliff.Checks;

/// <summary>What the marks, proposals and glossary entries of one unit of XLIFF 2.x point at. Not thread-safe.</summary>
internal sealed class ReferenceChecks(CheckNode unit, List<CheckNode> parts, Document2Checks document, CheckReport report)
{
    private const string Glossary = "urn:oasis:names:tc:xliff:glossary:2.0";

    internal void Run()
    {
        var file = unit.Enclosing("file")?["id"] ?? "";
        foreach (var node in unit.Descendants())
        {
            if (node.IsCore && node.Name is "mrk" or "sm")
            {
                Mark(node);
            }
            else if (node.IsCore && node.Name is "ph" or "pc" or "sc" or "ec")
            {
                SubFlows(node, file);
            }
            else if (node.Is(XliffNames.Matches, "match") && node["ref"] is { } matched)
            {
                Match(node, matched);
            }
            else if (node.Ns == Glossary && node["ref"] is { } gloss)
            {
                Resolve(node, gloss);
            }
        }
    }

    private void Mark(CheckNode mark)
    {
        var (reference, value) = (mark["ref"], mark["value"]);
        if (mark["type"] is "comment")
        {
            if ((reference is null) == (value is null))
            {
                report.Add(mark, "bad-comment", reference is null
                    ? "a comment mark needs a value or a ref to a note"
                    : "a comment mark has both a value and a ref; keep one");
                return;
            }

            if (reference is not null)
            {
                Comment(mark, reference);
                return;
            }
        }

        if (reference is not null)
        {
            Resolve(mark, reference);
        }
    }

    private void Comment(CheckNode mark, string reference)
    {
        var fragment = reference.StartsWith('#') ? FragmentId.Parse(reference[1..], out var fault) : Fault(out fault);
        if (fragment is null)
        {
            report.Add(mark, "bad-fragment", $"ref=\"{reference}\": {fault}");
            return;
        }

        var isHere = (fragment.Of("u") ?? unit["id"]) == unit["id"] && (fragment.Of("u") is not null || (fragment.Of("f") ?? fragment.Of("g")) is null);
        if (fragment.Leaf.Prefix != "n" || !isHere || !unit.Core("notes").SelectMany(static n => n.Children).Any(n => n["id"] == fragment.Leaf.Id))
        {
            report.Add(mark, "bad-comment", $"ref=\"{reference}\" of a comment mark must name a note of its own unit (#n=…)");
        }

        static FragmentId? Fault(out string fault)
        {
            fault = "a comment mark refers to a note of its unit (#n=…)";
            return null;
        }
    }

    private void Match(CheckNode match, string reference)
    {
        if (!reference.StartsWith('#'))
        {
            report.Add(match, "bad-fragment", $"ref=\"{reference}\": the text that a proposal is for is named with a # (#{reference})");
            return;
        }

        Resolve(match, reference);
    }

    private void Resolve(CheckNode node, string reference)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        if (hash != 0)
        {
            return; // Another document.
        }

        if (FragmentId.Parse(reference[1..], out var fault) is not { } fragment)
        {
            report.Add(node, "bad-fragment", $"ref=\"{reference}\": {fault}");
            return;
        }

        var file = fragment.Of("f") ?? unit.Enclosing("file")?["id"] ?? "";
        if (fragment.Of("u") is { } other && (other != unit["id"] || file != unit.Enclosing("file")?["id"]))
        {
            document.Expect(node, file, other, $"ref=\"{reference}\"");
            return;
        }

        if (fragment.Of("f") is not null && fragment.Of("u") is null)
        {
            return;
        }

        var (prefix, id) = fragment.Leaf;
        var isThere = prefix switch
        {
            "" => Sides("source").Concat(parts).Any(n => n["id"] == id) || Sides("target").Any(n => n["id"] == id),
            "t" => Sides("target").Any(n => n["id"] == id),
            "n" => unit.Core("notes").SelectMany(static n => n.Children).Any(n => n["id"] == id),
            "d" => unit.Core("originalData").SelectMany(static o => o.Children).Any(d => d["id"] == id),
            _ => true,
        };
        if (!isThere)
        {
            report.Add(node, "bad-reference", $"ref=\"{reference}\" names nothing in the unit", attribute: "ref");
        }
    }

    private IEnumerable<CheckNode> Sides(string name) => parts.SelectMany(p => p.Core(name)).SelectMany(static s => s.Descendants());

    private void SubFlows(CheckNode code, string file)
    {
        foreach (var name in (ReadOnlySpan<string>)["subFlows", "subFlowsStart", "subFlowsEnd"])
        {
            foreach (var id in code[name]?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [])
            {
                document.Expect(code, file, id, name);
            }
        }
    }
}
