using System.Xml;
using System.Xml.Linq;

namespace Termbase.Formats.Tbx;

/// <summary>Something that breaks a rule of TBX, with the element at which it stands.</summary>
internal readonly record struct TbxBreak(string Code, string Message, XObject At);

/// <summary>What TBX and its dialects allow where (the Schematron of TBX-Basic and TBX-Min; the constraints of 2008 for martif).</summary>
internal static class TbxBasicRules
{
    /// <summary>By what the entries of a file are judged: what its root says, for martif also the constraints (XCS) that its header names.</summary>
    internal static TbxScope ScopeOf((string Root, string Type, string Style) dialect, TbxMatter matter)
    {
        static bool Says(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
        if (dialect.Root != "martif")
        {
            return Says(dialect.Type, "min") ? TbxScope.Min : dialect.Type.Length == 0 || Says(dialect.Type, "basic") ? TbxScope.Basic : TbxScope.Other;
        }

        return Says(dialect.Type, "basic") || Says(matter.Constraints, "basic") ? TbxScope.Basic2008 : TbxScope.Other;
    }

    /// <summary>Whether a dialect has the category.</summary>
    internal static bool Has(TbxScope scope, TbxCategory category) => scope != TbxScope.Min || category.IsMin;

    /// <summary>Whether a picklist of the dialect has the value; a category without a picklist takes all.</summary>
    internal static bool Allows(TbxScope scope, TbxCategory category, string value) =>
        category.Values.Length == 0 || category.Values.Contains(value)
        || (scope == TbxScope.Basic2008 && category.Type == "partOfSpeech" && value == "properNoun");

    /// <summary>Each break of structure, levels, picklists and categories in a canonical entry.</summary>
    internal static IEnumerable<TbxBreak> Check(XElement entry, TbxScope scope) =>
        Structure(entry).Concat(scope == TbxScope.Other ? [] : Categories(entry, scope)).Concat(Names(entry, scope));

    private static IEnumerable<TbxBreak> Structure(XElement entry)
    {
        if (!entry.Elements("langSec").Any())
        {
            yield return new("no-language", "the entry has no language section", entry);
        }

        foreach (var language in entry.Elements("langSec"))
        {
            var code = language.Attribute(TbxNames.Lang)?.Value;
            if (!language.Elements("termSec").Any())
            {
                yield return new("no-term", $"the language section '{code}' has no term", language);
            }

            if (!Languages.LanguageTag.TryParse(code, out _))
            {
                yield return new("bad-language", $"a language section has xml:lang '{code ?? "missing"}', which is no language tag", language);
            }
        }

        foreach (var section in entry.Descendants("termSec"))
        {
            if (section.Elements().FirstOrDefault()?.Name.LocalName != "term")
            {
                yield return new("term-order", "the term must come first in its section", section);
            }

            if (string.IsNullOrWhiteSpace(section.Element("term")?.Value))
            {
                yield return new("empty-term", "a term is empty", section);
            }
        }

        foreach (var element in entry.Descendants().Where(IsTyped).Where(static e => string.IsNullOrEmpty(e.Attribute("type")?.Value)))
        {
            yield return new("no-category", $"<{element.Name.LocalName}> has no type", element);
        }

        foreach (var date in entry.Descendants("date").Where(static d => !IsDate(d.Value)))
        {
            yield return new("bad-date", $"date '{date.Value}' is not of the form yyyy-MM-dd", date);
        }
    }

    private static IEnumerable<TbxBreak> Categories(XElement entry, TbxScope scope)
    {
        foreach (var element in entry.Descendants().Where(IsTyped))
        {
            var type = element.Attribute("type")?.Value ?? "";
            var level = LevelOf(element);
            if (type.Length == 0)
            {
                continue;
            }

            if (TbxNames.Category(type) is not { } category || category.Element != element.Name.LocalName || !Has(scope, category))
            {
                yield return new("unknown-category", $"<{element.Name.LocalName} type=\"{type}\"> is no data category of {(scope == TbxScope.Min ? "TBX-Min" : "TBX-Basic")}", element);
            }
            else if ((category.Levels & level) == 0)
            {
                yield return new("wrong-level", $"{type} may not stand at the level of the {Name(level)}", element);
            }
            else if (!Allows(scope, category, element.Value.Trim()))
            {
                yield return new("bad-picklist", $"{type} '{element.Value}' is none of {string.Join(", ", category.Values)}", element);
            }
        }
    }

    private static IEnumerable<TbxBreak> Names(XElement entry, TbxScope scope)
    {
        foreach (var element in TbxModel.UnknownElements(entry).Where(e => scope is TbxScope.Basic or TbxScope.Min || !TbxModel.IsFuller(e)))
        {
            yield return new("unknown-element", $"<{element.Name.LocalName}> may not stand in <{element.Parent!.Name.LocalName}>", element);
        }

        foreach (var attribute in scope == TbxScope.Other ? [] : TbxModel.Unknown(entry))
        {
            yield return new("unknown-attribute", $"attribute {attribute.Name.LocalName}=\"{attribute.Value}\" may not stand on <{attribute.Parent!.Name.LocalName}>", attribute);
        }
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

    internal static bool IsTyped(XElement e) =>
        e.Name.Namespace == XNamespace.None && e.Name.LocalName is "descrip" or "admin" or "termNote" or "transac" or "transacNote" or "ref" or "xref";

    internal static XElement? Section(XElement element) =>
        element.Ancestors().FirstOrDefault(static a => a.Name.LocalName is "conceptEntry" or "langSec" or "termSec");

    internal static TbxLevels LevelOf(XElement element) => Section(element) is { } section ? Level(section.Name.LocalName) : TbxLevels.None;

    internal static TbxLevels Level(string section) => section switch
    {
        "conceptEntry" => TbxLevels.Concept,
        "langSec" => TbxLevels.Language,
        "termSec" => TbxLevels.Term,
        _ => TbxLevels.None,
    };

    private static string Name(TbxLevels level) => level switch { TbxLevels.Concept => "concept", TbxLevels.Language => "language", _ => "term" };

    internal static bool IsDate(string text)
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

    /// <summary>The day in a date with a time, or written without hyphens (as tools do), or null.</summary>
    internal static string? DayOf(string text)
    {
        var day = text.Trim();
        day = day.Length >= 8 && day.AsSpan(0, 8).IndexOfAnyExceptInRange('0', '9') < 0 ? $"{day[..4]}-{day[4..6]}-{day[6..8]}{day[8..]}" : day;
        return day.Length >= 10 && IsDate(day[..10]) && (day.Length == 10 || day[10] is 'T' or ' ') ? day[..10] : null;
    }
}
