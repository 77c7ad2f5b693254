namespace Termbase.Formats.Xliff.Checks;

/// <summary>
/// Codes that must stay together (XLIFF 2.1 §4.7.3, canReorder): a sequence opens with <c>firstNo</c>, goes on with <c>no</c>, and ends
/// at the first code that may be moved. The end of a <c>pc</c> is a code of its own here.
/// </summary>
internal static class ReorderChecks
{
    internal static void Check(List<CheckNode> sources, List<CheckNode> targets, CheckReport report)
    {
        var original = Sequences(sources, report);
        foreach (var (first, (members, node)) in Sequences(targets, report))
        {
            if (original.TryGetValue(first, out var should) && !should.Members.SequenceEqual(members, StringComparer.Ordinal))
            {
                report.Add(
                    node, "can-reorder",
                    $"the codes {string.Join(" ", should.Members)} must stay together in this order, but the target has {string.Join(" ", members)}");
            }
        }
    }

    private static Dictionary<string, (List<string> Members, CheckNode Node)> Sequences(List<CheckNode> sides, CheckReport report)
    {
        var found = new Dictionary<string, (List<string>, CheckNode)>(StringComparer.Ordinal);
        List<string>? open = null;
        foreach (var (node, isEnd) in sides.SelectMany(Events))
        {
            var id = (isEnd ? "/" : "") + (node["id"] ?? "/" + node["startRef"]);
            var said = node["canReorder"];
            if (isEnd && said is "firstNo")
            {
                said = "no";
            }

            if (said is "firstNo")
            {
                open = [id];
                found[id] = (open, node);
            }
            else if (said is "no")
            {
                if (open is null && !isEnd && node.Name != "ec")
                {
                    report.Add(node, "can-reorder", $"the code '{id}' has canReorder=\"no\", but no code with \"firstNo\" right before it");
                }

                open?.Add(id);
            }
            else
            {
                open = null;
            }
        }

        return found;
    }

    private static IEnumerable<(CheckNode Node, bool IsEnd)> Events(CheckNode side)
    {
        var open = new Stack<CheckNode>();
        foreach (var node in side.Descendants().Where(static n => n.IsCore && n.Name is "ph" or "pc" or "sc" or "ec"))
        {
            while (open.TryPeek(out var top) && !IsInside(node, top))
            {
                yield return (open.Pop(), true);
            }

            yield return (node, false);
            if (node.Name == "pc")
            {
                open.Push(node);
            }
        }

        while (open.TryPop(out var top))
        {
            yield return (top, true);
        }
    }

    private static bool IsInside(CheckNode node, CheckNode ancestor)
    {
        for (var at = node.Parent; at is not null; at = at.Parent)
        {
            if (ReferenceEquals(at, ancestor))
            {
                return true;
            }
        }

        return false;
    }
}
