using System.Collections.Immutable;
using Termbase.Formats.Xliff.Checks;
using Termbase.Languages;

namespace Termbase.Formats.Xliff.Mending;

/// <summary>
/// What can be done about a finding of the checker without touching text: ids given anew, references to nothing taken off, lone codes said to
/// be lone, languages that are said elsewhere, values that are surely meant. Not thread-safe; one for a pass over a file.
/// </summary>
internal sealed class XliffMends(HashSet<string> ids)
{
    // What was mended as a whole: the order of the targets of a unit, the language of the file.
    private readonly HashSet<CheckNode> _once = [];
    private string? _targetLanguage;

    /// <summary>The changes that mend a finding; none where a person has to decide.</summary>
    internal ImmutableArray<TagEdit> For(CheckFinding finding)
    {
        if (finding.Node is not { } node)
        {
            return [];
        }

        var (attribute, should) = (finding.Attribute ?? "", finding.Should);
        return finding.Problem.Code switch
        {
            "duplicate-id" => Duplicate(node),
            "missing-attribute" => Missing(node, attribute, should),
            "bad-value" or "bad-language" or "different-space" or "different-pair" when attribute.Length > 0 && should is not null =>
                [Set(node, attribute, should)],
            "wrong-language" when should is not null && SameLanguage(node[XliffNames.Xml, "lang"], should) => [Set(node, attribute, should)],
            "unknown-attribute" when attribute.Length > 0 => [Remove(node, attribute)],
            "missing-target-language" => TargetLanguage(node),
            "bad-order" => Order(node),
            "orphan-code" or "isolated-code" => Lone(node),
            "orphan-mark" when node.Children.Count == 0 && !node.HasText =>
                [new TagEdit(node, $"<{node.Name}> without its other half is left out") { Drops = true, IsLoss = true }],
            "can-reorder" when node["canReorder"] is "no" or "firstNo" && (node["canCopy"] is not "no" || node["canDelete"] is not "no") =>
                [new TagEdit(node, "canCopy and canDelete are no now, since the code keeps its place", ("canCopy", "no"), ("canDelete", "no"))],
            "missing-data" or "bad-copy" when attribute.Length > 0 => [Remove(node, attribute)],
            "bad-reference" when attribute is "phase-name" or "tool-id" || (attribute == "ref" && node.IsCore) => [Remove(node, attribute)],
            _ => [],
        };
    }

    private static TagEdit Set(CheckNode node, string name, string value) =>
        new(node, $"{name} of <{node.Name}> is \"{value}\" now, it was {(Get(node, name) is { } was ? $"\"{was}\"" : "missing")}", (name, value));

    private static TagEdit Remove(CheckNode node, string name) =>
        new(node, $"{name}=\"{Get(node, name)}\" of <{node.Name}> is left out", (name, null)) { IsLoss = true };

    private static string? Get(CheckNode node, string name) =>
        name.StartsWith("xml:", StringComparison.Ordinal) ? node[XliffNames.Xml, name[4..]] : node[name];

    private static bool SameLanguage(string? said, string should) =>
        LanguageTag.TryParse(said, out var one) && LanguageTag.TryParse(should, out var other) && one.Language == other.Language;

    private string Free(string id)
    {
        for (var n = 2; ; n++)
        {
            if (FormattableString.Invariant($"{id}-{n}") is var free && ids.Add(free))
            {
                return free;
            }
        }
    }

    private ImmutableArray<TagEdit> Duplicate(CheckNode node)
    {
        var isCode = node.Enclosing("source", "target", "seg-source") is not null;
        if (node["id"] is not { } id || (isCode && !XliffNames.IsVersion2(node.Ns)) || node.IsCore && node.Name is "sc" or "sm" or "tool" or "phase")
        {
            return [];
        }

        var free = Free(id);
        var edit = new TagEdit(node, $"the second id '{id}' among its like is '{free}' now", ("id", free));
        if (!isCode)
        {
            return [edit];
        }

        // A code of the target is the one of the source with its id, so the second goes with the second.
        var unit = node.Enclosing("unit");
        if (node.Enclosing("target") is not null || unit is null)
        {
            return unit is not null && Codes(unit, "source", id).FirstOrDefault() is { } original && original.Name == node.Name && original["canCopy"] is not "no" && node.Name is "ph" or "pc"
                ? [new TagEdit(node, $"the second code '{id}' is '{free}' now, a copy of '{id}'", ("id", free), ("copyOf", id), ("dataRef", null), ("dataRefStart", null), ("dataRefEnd", null))]
                : [edit];
        }

        var place = Codes(unit, "source", id).IndexOf(node);
        return Codes(unit, "target", id) is var there && place >= 0 && place < there.Count
            ? [edit, new TagEdit(there[place], $"the same code of the target is '{free}' now", ("id", free))]
            : [edit];
    }

    private static List<CheckNode> Codes(CheckNode unit, string side, string id) =>
        [.. unit.Descendants().Where(n => n["id"] == id && n.Enclosing("source", "target")?.Name == side && n.Enclosing("segment", "ignorable") is not null)];

    private ImmutableArray<TagEdit> Missing(CheckNode node, string attribute, string? should)
    {
        if (attribute == "type" && node["subType"] is { } subType)
        {
            return subType switch
            {
                "xlf:lb" or "xlf:pb" or "xlf:b" or "xlf:i" or "xlf:u" => [Set(node, "type", "fmt")],
                "xlf:var" => [Set(node, "type", "ui")],
                _ => [Remove(node, "subType")],
            };
        }

        return should is not null ? [Set(node, attribute, should)]
            : attribute == "id" && node.IsCore ? [Set(node, "id", Free(node.Name))]
            : attribute == "version" && node.IsCoreOf("xliff") ? [Set(node, attribute, XliffNames.IsVersion2(node.Ns) ? "2.0" : "1.2")]
            : attribute == "datatype" ? [Set(node, attribute, "x-unknown")]
            : attribute == "original" ? [Set(node, attribute, "unknown")]
            : [];
    }

    // Said on a target, it holds for all of them.
    private ImmutableArray<TagEdit> TargetLanguage(CheckNode target)
    {
        _targetLanguage ??= target.Inherited(XliffNames.Xml, "lang") is { } said && target.Enclosing("xliff")?["srcLang"] is { } source && !SameLanguage(said, source) ? said : null;
        return _targetLanguage is { } language && target.Enclosing("xliff") is { } root && root["srcLang"] is not null && _once.Add(root)
            ? [new TagEdit(root, $"trgLang is \"{language}\" now, as a target says", ("trgLang", language))]
            : [];
    }

    private ImmutableArray<TagEdit> Order(CheckNode target) =>
        target.Enclosing("unit") is { } unit && _once.Add(unit)
            ? [.. unit.Descendants().Where(static n => n.IsCoreOf("target") && n["order"] is not null).Select(static n => Remove(n, "order"))]
            : [];

    private ImmutableArray<TagEdit> Lone(CheckNode node)
    {
        switch (node.Name)
        {
            case "sc" when node["isolated"] is not "yes":
                return [new TagEdit(node, $"<sc id=\"{node["id"]}\"> has no end, isolated is \"yes\" now", ("isolated", "yes"))];
            case "ec":
                return EndCode(node);
            case "bpt" or "bx" or "ept" or "ex":
                var pos = node.Name[0] == 'b' ? "open" : "close";
                return [new TagEdit(node, $"<{node.Name} id=\"{node["id"]}\"> is alone, <it pos=\"{pos}\"> now", ("pos", pos), ("clone", null)) { Rename = "it" }];
            default:
                return [];
        }
    }

    private ImmutableArray<TagEdit> EndCode(CheckNode node)
    {
        var (start, id, isIsolated) = (node["startRef"], node["id"], node["isolated"] is "yes");
        if (isIsolated)
        {
            return start is not null
                ? [new TagEdit(node, $"the isolated <ec> has no startRef \"{start}\" any more", ("startRef", null), ("id", id ?? Free(start)))]
                : [Set(node, "id", Free("ec"))];
        }

        var begin = start is null ? null : node.Enclosing("unit")?.Descendants().FirstOrDefault(n => n.IsCoreOf("sc") && n["id"] == start && Side(n) == Side(node));
        if (begin is not null && id is not null)
        {
            return [Remove(node, "id")];
        }

        return begin is not null && begin["isolated"] is "yes"
            ? [new TagEdit(begin, $"<sc id=\"{start}\"> has an end, isolated is taken off", ("isolated", null))]
            : [new TagEdit(node, $"<ec{(start is null ? "" : $" startRef=\"{start}\"")}> has no start, isolated is \"yes\" now", ("isolated", "yes"), ("startRef", null), ("id", id ?? Free(start ?? "ec")))];
    }

    private static string? Side(CheckNode node) => node.Enclosing("source", "target")?.Name;
}
