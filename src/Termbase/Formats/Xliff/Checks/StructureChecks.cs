namespace Termbase.Formats.Xliff.Checks;

/// <summary>Attributes against the tables.</summary>
internal static class StructureChecks
{
    internal static void Attributes(CheckNode node, ElementRule rule, bool isVersion2, CheckReport report)
    {
        foreach (var (ns, name, value) in node.Attributes)
        {
            var prefix = ns.Length == 0 ? "" : Schema2.Prefixes.GetValueOrDefault(ns);
            var key = prefix + name;
            if (prefix is not null && rule.Attributes.TryGetValue(key, out var type))
            {
                if (ValueTypes.Fault(type, value) is { } should)
                {
                    report.Add(node, type == "lang" ? "bad-language" : "bad-value", $"{key}=\"{value}\" on <{node.Name}> should be {should}", attribute: key, should: ValueTypes.Nearest(type, value));
                }
            }
            else if (ns.Length == 0)
            {
                // The transitional schema of 1.2 lets any attribute stand on most elements; tools drop it all the same.
                report.Add(
                    node, "unknown-attribute", $"<{node.Name}> has no attribute '{name}'; remove it",
                    !isVersion2 && rule.AllowsForeign ? ProblemOutcome.Noted : ProblemOutcome.Refused, name);
            }
            else if (!rule.AllowsForeign && !(rule.AllowsModules && Schema2.IsOnCodes(ns)))
            {
                report.Add(node, "unknown-attribute", $"<{node.Name}> takes no attributes of this namespace ('{name}'); remove it");
            }
            else if (isVersion2 && prefix is { Length: > 0 } && prefix != "xml:" && !Schema2.ModuleAttributes.Contains(key))
            {
                report.Add(node, "unknown-attribute", $"its module has no attribute '{key}'; remove it");
            }
            else if (key == "xml:lang" && !ValueTypes.IsLanguage(value) && value.Length > 0)
            {
                report.Add(node, "bad-language", $"xml:lang=\"{value}\" should be a language tag (BCP 47) such as zh-CN", attribute: key, should: ValueTypes.Nearest("lang", value));
            }
        }

        foreach (var name in rule.Required)
        {
            if (node[name] is null)
            {
                report.Add(node, "missing-attribute", $"<{node.Name}> lacks its attribute '{name}'", attribute: name);
            }
        }
    }
}
