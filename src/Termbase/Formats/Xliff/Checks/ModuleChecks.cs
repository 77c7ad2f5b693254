namespace Termbase.Formats.Xliff.Checks;

/// <summary>Modules of XLIFF 2.x: proposals, glossary, metadata, resources, validation, change tracking (2.1 §5; ctr: 2.0 §5.6).</summary>
internal static class ModuleChecks
{
    private const string Glossary = "urn:oasis:names:tc:xliff:glossary:2.0";
    private const string Metadata = "urn:oasis:names:tc:xliff:metadata:2.0";
    private const string Resource = "urn:oasis:names:tc:xliff:resourcedata:2.0";
    private const string Changes = "urn:oasis:names:tc:xliff:changetracking:2.0";
    private const string Validation = "urn:oasis:names:tc:xliff:validation:2.0";

    internal static void OfElement(CheckNode node, CheckReport report)
    {
        switch (node.Ns, node.Name)
        {
            case (XliffNames.Matches, "matches"):
                Ids(node.Children, "the proposals of the unit", report);
                break;
            case (XliffNames.Matches, "match"):
                Match(node, report);
                break;
            case (Glossary, "glossary"):
                Ids(node.Descendants().Where(static n => n.Ns == Glossary && n.Name is "glossEntry" or "translation"), "the entries of the glossary", report);
                break;
            case (Glossary, "glossEntry") when !node.Children.Exists(static c => c.Ns == Glossary && c.Name is "translation" or "definition"):
                report.Add(node, "empty-gloss", "the glossary entry has neither a translation nor a definition");
                break;
            case (Metadata, "metadata"):
                Ids(node.Descendants().Prepend(node), "the metadata", report);
                break;
            case (Resource, "source" or "target"):
                ResourceSide(node, report);
                break;
            case (Validation, "rule"):
                Rule(node, report);
                break;
        }
    }

    /// <summary>What is told only with a whole file, group or unit at hand.</summary>
    internal static void OfHolder(CheckNode holder, CheckReport report)
    {
        if (holder.Name is "file" or "unit")
        {
            Ids(
                holder.Children.Where(static c => c.Is(Resource, "resourceData")).SelectMany(static r => r.Children), "the resources here", report);
        }

        foreach (var revisions in holder.Children.Where(static c => c.Is(Changes, "changeTrack")).SelectMany(static c => c.Children))
        {
            Revisions(holder, revisions, report);
        }
    }

    private static void Ids(IEnumerable<CheckNode> nodes, string among, CheckReport report)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            if (node["id"] is { } id && !seen.Add(id))
            {
                report.Add(node, "duplicate-id", $"the id '{id}' comes twice among {among}; give one a new id");
            }
        }
    }

    private static void Match(CheckNode match, CheckReport report)
    {
        if (match.Get(XliffNames.Xml, "lang") is not null)
        {
            report.Add(match, "unknown-attribute", "a proposal bears no xml:lang; its texts do");
        }

        if (match["subType"] is not null && match["type"] is null)
        {
            report.Add(match, "missing-attribute", "subType stands without a type; add the type");
        }

        var root = match.Enclosing("xliff");
        foreach (var (name, language) in ((string, string?)[])[("source", root?["srcLang"]), ("target", match["reference"] is "yes" ? null : root?["trgLang"])])
        {
            foreach (var side in match.Core(name))
            {
                if (language is not null && side.Get(XliffNames.Xml, "lang") is { } said && !said.Equals(language, StringComparison.OrdinalIgnoreCase))
                {
                    report.Add(side, "wrong-language", $"xml:lang is '{said}', but the file says '{language}'; a proposal in another language needs reference=\"yes\"");
                }
            }
        }
    }

    private static void ResourceSide(CheckNode side, CheckReport report)
    {
        var isEmpty = !side.HasText && side.Children.Count == 0;
        if (isEmpty == (side["href"] is null))
        {
            report.Add(side, "bad-resource", isEmpty ? $"<res:{side.Name}> is empty and has no href" : $"<res:{side.Name}> has both content and an href; keep one");
        }

        var isSource = side.Name == "source";
        var should = side.Enclosing("xliff")?[isSource ? "srcLang" : "trgLang"];
        if (should is not null && side.Get(XliffNames.Xml, "lang") is { } said && !said.Equals(should, StringComparison.OrdinalIgnoreCase))
        {
            // Resources in a third language are common in practice, the suite of the standard has them too.
            report.Add(
                side, "wrong-language", $"xml:lang is '{said}', but the file says '{should}'",
                isSource ? ProblemOutcome.Refused : ProblemOutcome.Noted);
        }
    }

    private static void Rule(CheckNode rule, CheckReport report)
    {
        var kinds = rule.Attributes.Where(static a => a.Ns.Length == 0 && a.Name is "isPresent" or "isNotPresent" or "startsWith" or "endsWith")
            .Select(static a => a.Name).ToList();
        var own = rule.Attributes.Any(static a => a.Ns.Length > 0 && a.Ns != XliffNames.Xml) ? 1 : 0;
        if (kinds.Count + own != 1)
        {
            report.Add(rule, "bad-rule", "a validation rule has exactly one of isPresent, isNotPresent, startsWith, endsWith or an attribute of one's own");
        }

        if (rule["existsInSource"] is "yes" && (kinds.Count != 1 || kinds[0] == "isNotPresent"))
        {
            report.Add(rule, "bad-rule", "existsInSource goes with exactly one of isPresent, startsWith, endsWith");
        }
    }

    private static void Revisions(CheckNode holder, CheckNode revisions, CheckReport report)
    {
        var (kind, id) = (revisions["appliesTo"], revisions["ref"]);
        var named = id is null ? null : holder.Descendants().FirstOrDefault(n => n.Ns != Changes && n["id"] == id);
        if (id is not null && named is null)
        {
            report.Add(revisions, "bad-reference", $"ref=\"{id}\" names no element of this <{holder.Name}>");
        }
        else if (id is null && holder.Descendants().Count(n => n.Ns != Changes && n.Name == kind && n["id"] is not null) > 1)
        {
            report.Add(revisions, "missing-attribute", $"there are several <{kind}> here: ref must say which one");
        }

        foreach (var revision in revisions.Children)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var item in revision.Children)
            {
                var property = item["property"] ?? "";
                if (named is not null && property != "content" && named[property] is null)
                {
                    report.Add(item, "bad-revision", $"property=\"{property}\" is neither content nor an attribute of the <{named.Name}> that changed");
                }
                else if (!seen.Add(property))
                {
                    report.Add(item, "bad-revision", $"property=\"{property}\" comes twice in one revision; a revision has one value for it");
                }
            }
        }
    }
}
