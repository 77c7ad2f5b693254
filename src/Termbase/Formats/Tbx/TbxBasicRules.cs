using System.Xml;
using System.Xml.Linq;
using XmlText = Termbase.Formats.Tmx.XmlText;

namespace Termbase.Formats.Tbx;

/// <summary>
/// What TBX-Basic allows where (the Schematron of the dialect): finds what breaks it, and bends an entry so that it fits: a value is
/// mapped to the picklist, what stands too deep moves up, what has no category becomes a note.
/// </summary>
internal static class TbxBasicRules
{
    /// <summary>Each break of levels, picklists and categories in a canonical entry.</summary>
    internal static IEnumerable<(string Code, string Message)> Check(XElement entry, bool core = false)
    {
        if (!entry.Elements("langSec").Any())
        {
            yield return ("no-language", "the entry has no language section");
        }

        foreach (var language in entry.Elements("langSec").Where(static l => !l.Elements("termSec").Any()))
        {
            yield return ("no-term", $"the language section '{language.Attribute(TbxNames.Lang)?.Value}' has no term");
        }

        foreach (var language in entry.Elements("langSec").Where(static l => !Languages.LanguageTag.TryParse(l.Attribute(TbxNames.Lang)?.Value, out _)))
        {
            yield return ("bad-language", $"a language section has xml:lang '{language.Attribute(TbxNames.Lang)?.Value ?? "missing"}', which is no language tag");
        }

        foreach (var section in entry.Descendants("termSec"))
        {
            if (section.Elements().FirstOrDefault()?.Name.LocalName != "term")
            {
                yield return ("term-order", "the term must come first in its section");
            }

            if (string.IsNullOrWhiteSpace(section.Element("term")?.Value))
            {
                yield return ("empty-term", "a term is empty");
            }
        }

        foreach (var element in entry.Descendants().Where(static e => IsTyped(e)))
        {
            var type = element.Attribute("type")?.Value ?? "";
            var level = LevelOf(element);
            if (type.Length == 0)
            {
                yield return ("no-category", $"<{element.Name.LocalName}> has no type");
            }
            else if (core)
            {
                continue;
            }
            else if (TbxNames.Category(type) is not { } category || category.Element != element.Name.LocalName)
            {
                yield return ("unknown-category", $"<{element.Name.LocalName} type=\"{type}\"> is no data category of TBX-Basic");
            }
            else if ((category.Levels & level) == 0)
            {
                yield return ("wrong-level", $"{type} may not stand at the level of the {Name(level)}");
            }
            else if (category.Values.Length > 0 && !category.Values.Contains(element.Value.Trim()))
            {
                yield return ("bad-picklist", $"{type} '{element.Value}' is none of {string.Join(", ", category.Values)}");
            }
        }

        foreach (var element in TbxModel.UnknownElements(entry))
        {
            yield return ("unknown-element", $"<{element.Name.LocalName}> may not stand in <{element.Parent!.Name.LocalName}>");
        }

        foreach (var attribute in core ? [] : TbxModel.Unknown(entry))
        {
            yield return ("unknown-attribute", $"attribute {attribute.Name.LocalName}=\"{attribute.Value}\" may not stand on <{attribute.Parent!.Name.LocalName}>");
        }

        foreach (var date in entry.Descendants("date").Where(static d => !IsDate(d.Value)))
        {
            yield return ("bad-date", $"date '{date.Value}' is not of the form yyyy-MM-dd");
        }
    }

    /// <summary>Bends the entry; each change that costs something is told.</summary>
    internal static void Fit(XElement entry, HashSet<string> ids, LossReport? losses)
    {
        var id = entry.Attribute("id")?.Value ?? "";
        Clean(entry);
        FitElements(entry, losses, id);
        FitAttributes(entry, ids, losses, id);
        foreach (var term in entry.Descendants("termSec").Select(static s => s.Element("term")).Where(static t => t is not null && t.Parent!.Elements().First() != t).ToList())
        {
            var section = term!.Parent!;
            term.Remove();
            section.AddFirst(term);
        }

        foreach (var section in entry.Descendants("termSec").Where(static s => s.Element("term") is null).ToList())
        {
            losses?.Add("a section without a term", id);
            section.Remove();
        }

        foreach (var section in entry.Descendants("langSec").Where(static s => s.Element("termSec") is null).ToList())
        {
            losses?.Add("a language without a term", id);
            section.Remove();
        }

        foreach (var element in entry.Descendants().Where(static e => IsTyped(e)).ToList())
        {
            var type = element.Attribute("type")?.Value ?? "";
            if (Section(element) is null)
            {
                continue;
            }

            if (Alias(element, type) is { } alias)
            {
                element.SetAttributeValue("type", alias);
                type = alias;
            }

            if (TbxNames.Category(type) is not { } category || category.Element != element.Name.LocalName)
            {
                losses?.Add($"category '{(type.Length > 0 ? type : element.Name.LocalName)}' (kept as a note)", id);
                ToNote(element, type);
            }
            else if ((category.Levels & LevelOf(element)) == 0)
            {
                Move(element, category, losses, id);
            }
            else if (category.Values.Length > 0 && !category.Values.Contains(element.Value))
            {
                Map(element, category, losses, id);
            }
        }

        foreach (var date in entry.Descendants("date").Where(static d => !IsDate(d.Value)).ToList())
        {
            losses?.Add($"date '{date.Value}' (not yyyy-MM-dd)", id);
            date.Remove();
        }
    }

    /// <summary>The ids of all elements; one that is no XML id or stands twice is taken off and told.</summary>
    internal static HashSet<string> Ids(IEnumerable<XElement> entries, LossReport? losses)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var all = entries.ToList();
        foreach (var attribute in all.SelectMany(static e => e.DescendantsAndSelf().Attributes("id")).ToList())
        {
            if (!IsId(attribute.Value) || !ids.Add(attribute.Value))
            {
                losses?.Add("id (no XML id, or used twice; another is given)", attribute.Value);
                attribute.Remove();
            }
        }

        // Only an entry must have one.
        foreach (var entry in all.Where(static e => e.Attribute("id") is null))
        {
            for (var n = 1; ; n++)
            {
                if (FormattableString.Invariant($"entry-{n}") is var free && ids.Add(free))
                {
                    entry.SetAttributeValue("id", free);
                    break;
                }
            }
        }

        return ids;
    }

    internal static bool IsId(string id)
    {
        try
        {
            XmlConvert.VerifyNCName(id);
            return true;
        }
        catch (Exception e) when (e is XmlException or ArgumentNullException)
        {
            return false;
        }
    }

    private static void FitElements(XElement entry, LossReport? losses, string id)
    {
        while (TbxModel.UnknownElements(entry).FirstOrDefault() is { } unknown)
        {
            var name = unknown.Name.LocalName;
            var isText = !TbxModel.StandsAlone(unknown);
            losses?.Add($"element '{name}' ({(isText ? "its text is kept" : "kept as a note")})", id);
            if (isText)
            {
                unknown.ReplaceWith(unknown.Nodes().ToArray<object>());
            }
            else
            {
                ToNote(unknown, name);
            }
        }
    }

    private static void FitAttributes(XElement entry, HashSet<string> ids, LossReport? losses, string id)
    {
        foreach (var target in entry.Descendants().Attributes("target").ToList())
        {
            var isLink = target.Parent!.Name.LocalName is "xref" && (target.Value.StartsWith("http://", StringComparison.Ordinal) || target.Value.StartsWith("https://", StringComparison.Ordinal));
            if (!isLink && !ids.Contains(target.Value))
            {
                losses?.Add("target (names nothing in the file)", id);
                target.Remove();
            }
        }

        foreach (var unknown in TbxModel.Unknown(entry).ToList())
        {
            losses?.Add($"attribute '{unknown.Name.LocalName}' of <{unknown.Parent!.Name.LocalName}>", id);
            unknown.Remove();
        }

        foreach (var language in entry.Descendants().Attributes(TbxNames.Lang).ToList())
        {
            if (!Languages.LanguageTag.TryParse(language.Value, out var tag))
            {
                losses?.Add($"language '{language.Value}' (no language tag; written as und)", id);
                language.Value = "und";
            }
            else
            {
                language.Value = tag.ToString();
            }
        }
    }

    private static bool IsTyped(XElement e) =>
        e.Name.Namespace == XNamespace.None && e.Name.LocalName is "descrip" or "admin" or "termNote" or "transac" or "transacNote" or "ref" or "xref";

    private static string? Alias(XElement element, string type) => type switch
    {
        "normativeAuthorization" or "usageStatus" when element.Name.LocalName == "termNote" => "administrativeStatus",
        "example" or "sampleSentence" when element.Name.LocalName == "descrip" => "context",
        _ => null,
    };

    private static void Map(XElement element, TbxCategory category, LossReport? losses, string id)
    {
        var value = element.Value.Trim();
        var mapped = category.Type switch
        {
            "administrativeStatus" => TbxNames.Status(value) is { } status ? TbxNames.Status(status) : "",
            "partOfSpeech" => TbxNames.Pos(value),
            "termType" => TbxNames.Kind(value) is { } kind ? TbxNames.Kind(kind) is { Length: > 0 } known ? known : "fullForm" : "",
            "transactionType" => value is "creation" or "input" or "importation" ? "origination" : "modification",
            _ => category.Values.FirstOrDefault(v => v.Equals(value, StringComparison.OrdinalIgnoreCase)) ?? "",
        };
        if (mapped.Length > 0)
        {
            element.Value = mapped;
            losses?.Add($"{category.Type} '{value}' (written as {mapped})", id);
        }
        else
        {
            losses?.Add($"{category.Type} '{value}' (kept as a note)", id);
            ToNote(element, category.Type);
        }
    }

    // Upwards where the category may stand there; else it becomes a note.
    private static void Move(XElement element, TbxCategory category, LossReport? losses, string id)
    {
        var group = element.Parent!.Name.LocalName == "descripGrp" ? element.Parent : element;
        for (var above = Section(element)?.Parent; above is not null && above.Name.LocalName is "conceptEntry" or "langSec"; above = above.Parent)
        {
            if ((category.Levels & Level(above.Name.LocalName)) != 0 && category.Element != "termNote")
            {
                group.Remove();
                above.AddFirst(group);
                losses?.Add($"the place of {category.Type} (moved up)", id);
                return;
            }
        }

        losses?.Add($"{category.Type} at this level (kept as a note)", id);
        ToNote(element, category.Type);
    }

    private static void ToNote(XElement element, string type)
    {
        var text = element.Value.Length > 0 ? element.Value : element.Attribute("target")?.Value ?? "";
        var section = Section(element);
        var group = element.Parent is { } parent && parent != section ? parent : null;
        if (section is not null && text.Length > 0)
        {
            var note = new XElement("note", type.Length > 0 ? $"{type}: {text}" : text);
            if (section.Elements().LastOrDefault(static e => e.Name.LocalName is not ("langSec" or "termSec")) is { } last)
            {
                last.AddAfterSelf(note);
            }
            else
            {
                section.AddFirst(note);
            }
        }

        // A group without its head is not valid: its other parts move out.
        element.Remove();
        if (group is not null && !group.Elements().Any(static e => e.Name.LocalName is "descrip" or "transac" or "termNote"))
        {
            group.Remove();
        }
    }

    private static XElement? Section(XElement element) =>
        element.Ancestors().FirstOrDefault(static a => a.Name.LocalName is "conceptEntry" or "langSec" or "termSec");

    private static TbxLevels LevelOf(XElement element) => Section(element) is { } section ? Level(section.Name.LocalName) : TbxLevels.None;

    private static TbxLevels Level(string section) => section switch
    {
        "conceptEntry" => TbxLevels.Concept,
        "langSec" => TbxLevels.Language,
        "termSec" => TbxLevels.Term,
        _ => TbxLevels.None,
    };

    private static string Name(TbxLevels level) => level switch { TbxLevels.Concept => "concept", TbxLevels.Language => "language", _ => "term" };

    private static void Clean(XElement entry)
    {
        foreach (var text in entry.DescendantNodes().OfType<XText>())
        {
            text.Value = XmlText.Clean(text.Value);
        }

        foreach (var attribute in entry.DescendantsAndSelf().Attributes().ToList())
        {
            if (XmlText.Clean(attribute.Value) is var clean && !ReferenceEquals(clean, attribute.Value))
            {
                attribute.Value = clean;
            }
        }
    }

    private static bool IsDate(string text)
    {
        try
        {
            XmlConvert.ToDateTime(text, "yyyy-MM-dd");
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
