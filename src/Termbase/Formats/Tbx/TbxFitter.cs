using System.Xml.Linq;
using Termbase.Model;
using XmlText = Termbase.Formats.Tmx.XmlText;

namespace Termbase.Formats.Tbx;

/// <summary>
/// Bends one entry so that it fits a dialect: a value is mapped to the picklist, what stands too deep moves up, what has no category
/// becomes a note, what nothing can hold is left out. Each change is told at its place. Not thread-safe.
/// </summary>
internal sealed class TbxFitter(XElement entry, TbxScope scope, HashSet<string> ids, LossReport? losses)
{
    private readonly string _id = entry.Attribute("id")?.Value ?? "";

    /// <summary>Bends the entry in place; <paramref name="ids"/> are the ids of the file, which alone a target may name.</summary>
    internal static void Fit(XElement entry, TbxScope scope, HashSet<string> ids, LossReport? losses) => new TbxFitter(entry, scope, ids, losses).Fit();

    /// <summary>The ids of all elements; one that is no XML id or stands twice is taken off and told.</summary>
    internal static HashSet<string> Ids(IReadOnlyList<XElement> entries, LossReport? losses)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attribute in entries.SelectMany(static e => e.DescendantsAndSelf().Attributes("id")).ToList())
        {
            if (!TbxBasicRules.IsId(attribute.Value) || !ids.Add(attribute.Value))
            {
                losses?.Add($"id '{attribute.Value}' (no XML id, or used twice; another is given)", attribute.Value, TbxPlace.Of(attribute), isChanged: true);
                attribute.Remove();
            }
        }

        // Only an entry must have one.
        var n = 1;
        foreach (var entry in entries.Where(static e => e.Attribute("id") is null))
        {
            while (!ids.Add(FormattableString.Invariant($"entry-{n}")))
            {
                n++;
            }

            entry.SetAttributeValue("id", FormattableString.Invariant($"entry-{n}"));
        }

        return ids;
    }

    private void Fit()
    {
        Clean();
        FitElements();
        FitAttributes();
        FitSections();
        if (scope != TbxScope.Other)
        {
            foreach (var element in entry.Descendants().Where(TbxBasicRules.IsTyped).ToList())
            {
                FitCategory(element);
            }
        }

        foreach (var date in entry.Descendants("date").Where(static d => !TbxBasicRules.IsDate(d.Value)).ToList())
        {
            if (TbxBasicRules.DayOf(date.Value) is { } day)
            {
                Change($"date '{date.Value}' (written as {day})", date);
                date.Value = day;
            }
            else
            {
                Lose($"date '{date.Value}' (not yyyy-MM-dd)", date);
                date.Remove();
            }
        }
    }

    private void FitElements()
    {
        while (TbxModel.UnknownElements(entry).FirstOrDefault() is { } unknown)
        {
            var name = unknown.Name.LocalName;
            var isText = !TbxModel.StandsAlone(unknown);
            Change($"element '{name}' ({(isText ? "its text is kept" : "kept as a note")})", unknown);
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

    private void FitAttributes()
    {
        foreach (var target in entry.Descendants().Attributes("target").ToList())
        {
            var isLink = target.Parent!.Name.LocalName is "xref" && (target.Value.StartsWith("http://", StringComparison.Ordinal) || target.Value.StartsWith("https://", StringComparison.Ordinal));
            if (!isLink && !ids.Contains(target.Value))
            {
                Lose($"target '{target.Value}' (names nothing in the file)", target);
                target.Remove();
            }
        }

        foreach (var unknown in TbxModel.Unknown(entry).ToList())
        {
            Lose($"attribute '{unknown.Name.LocalName}' of <{unknown.Parent!.Name.LocalName}>", unknown);
            unknown.Remove();
        }

        foreach (var language in entry.Descendants().Attributes(TbxNames.Lang).ToList())
        {
            if (!Languages.LanguageTag.TryParse(language.Value, out var tag))
            {
                Change($"language '{language.Value}' (no language tag; written as und)", language);
                language.Value = "und";
            }
            else if (language.Value != tag.ToString())
            {
                Change($"language '{language.Value}' (written as {tag})", language);
                language.Value = tag.ToString();
            }
        }
    }

    private void FitSections()
    {
        foreach (var term in entry.Descendants("termSec").Select(static s => s.Element("term")).Where(static t => t is not null && t.Parent!.Elements().First() != t).ToList())
        {
            var section = term!.Parent!;
            Change("place of a term (moved before what is said of it)", term);
            term.Remove();
            section.AddFirst(term);
        }

        foreach (var section in entry.Descendants("termSec").Where(static s => string.IsNullOrWhiteSpace(s.Element("term")?.Value)).ToList())
        {
            Lose(section.Element("term") is null ? "a section without a term" : "an empty term and what is said of it", section);
            section.Remove();
        }

        foreach (var section in entry.Descendants("langSec").Where(static s => s.Element("termSec") is null).ToList())
        {
            Lose("a language without a term", section);
            section.Remove();
        }
    }

    private void FitCategory(XElement element)
    {
        if (TbxBasicRules.Section(element) is null)
        {
            return;
        }

        var type = element.Attribute("type")?.Value ?? "";
        if (Alias(element, type) is { } alias)
        {
            Change($"category '{type}' (written as {alias})", element);
            element.SetAttributeValue("type", alias);
            type = alias;
        }

        if (TbxNames.Category(type) is not { } category || category.Element != element.Name.LocalName || !TbxBasicRules.Has(scope, category))
        {
            Change($"category '{(type.Length > 0 ? type : element.Name.LocalName)}' (kept as a note)", element);
            ToNote(element, type);
        }
        else if ((category.Levels & TbxBasicRules.LevelOf(element)) == 0)
        {
            Move(element, category);
        }
        else if (!TbxBasicRules.Allows(scope, category, element.Value))
        {
            Map(element, category);
        }
    }

    private static string? Alias(XElement element, string type) => type switch
    {
        "normativeAuthorization" or "usageStatus" when element.Name.LocalName == "termNote" => "administrativeStatus",
        "example" or "sampleSentence" when element.Name.LocalName == "descrip" => "context",
        _ => null,
    };

    private void Map(XElement element, TbxCategory category)
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
            Change($"{category.Type} '{value}' (written as {mapped})", element);
            element.Value = mapped;
        }
        else
        {
            Change($"{category.Type} '{value}' (kept as a note)", element);
            ToNote(element, category.Type);
        }
    }

    // Upwards where the category may stand there; else it becomes a note.
    private void Move(XElement element, TbxCategory category)
    {
        var group = element.Parent!.Name.LocalName == "descripGrp" ? element.Parent : element;
        for (var above = TbxBasicRules.Section(element)?.Parent; above is not null && above.Name.LocalName is "conceptEntry" or "langSec"; above = above.Parent)
        {
            if ((category.Levels & TbxBasicRules.Level(above.Name.LocalName)) != 0 && category.Element != "termNote")
            {
                Change($"the place of {category.Type} (moved up)", element);
                group.Remove();
                above.AddFirst(group);
                return;
            }
        }

        Change($"{category.Type} at this level (kept as a note)", element);
        ToNote(element, category.Type);
    }

    private static void ToNote(XElement element, string type)
    {
        var text = element.Value.Length > 0 ? element.Value : element.Attribute("target")?.Value ?? "";
        var section = TbxBasicRules.Section(element);
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

    private void Clean()
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

    private void Change(string what, XObject at) => losses?.Add(what, _id, TbxPlace.Of(at), isChanged: true);

    private void Lose(string what, XObject at) => losses?.Add(what, _id, TbxPlace.Of(at));
}
