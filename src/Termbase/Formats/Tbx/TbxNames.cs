using System.Collections.Frozen;
using System.Xml.Linq;
using Termbase.Model;

namespace Termbase.Formats.Tbx;

/// <summary>Where an element stands in a TBX entry.</summary>
[Flags]
internal enum TbxLevels
{
    None = 0,
    Concept = 1,
    Language = 2,
    Term = 4,
    All = 7,
}

/// <summary>A data category of TBX-Basic: the element of the DCA style, its DCT module, its levels, its values.</summary>
internal sealed record TbxCategory(string Element, string Type, bool IsMin, TbxLevels Levels, params string[] Values);

/// <summary>The names of TBX (ISO 30042): structure, the data categories of TBX-Basic with levels and picklists, and what is met in the wild.</summary>
internal static class TbxNames
{
    internal static readonly XNamespace Core = "urn:iso:std:iso:30042:ed-2";
    internal static readonly XNamespace Min = "http://www.tbxinfo.net/ns/min";
    internal static readonly XNamespace Basic = "http://www.tbxinfo.net/ns/basic";
    internal static readonly XName Lang = XNamespace.Xml + "lang";

    internal static readonly TbxCategory[] Categories =
    [
        new("descrip", "subjectField", true, TbxLevels.Concept),
        new("descrip", "definition", false, TbxLevels.Concept | TbxLevels.Language),
        new("descrip", "context", false, TbxLevels.Term),
        new("admin", "source", false, TbxLevels.All),
        new("admin", "customerSubset", true, TbxLevels.Concept | TbxLevels.Term),
        new("admin", "projectSubset", false, TbxLevels.Concept | TbxLevels.Term),
        new("termNote", "administrativeStatus", true, TbxLevels.Term, "preferredTerm-admn-sts", "admittedTerm-admn-sts", "deprecatedTerm-admn-sts", "supersededTerm-admn-sts"),
        new("termNote", "partOfSpeech", true, TbxLevels.Term, "noun", "verb", "adjective", "adverb", "other"),
        new("termNote", "termType", false, TbxLevels.Term, "fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"),
        new("termNote", "grammaticalGender", false, TbxLevels.Term, "masculine", "feminine", "neuter", "other"),
        new("termNote", "geographicalUsage", false, TbxLevels.Term),
        new("termNote", "termLocation", false, TbxLevels.Term,
            "checkBox", "comboBox", "comboBoxElement", "dialogBox", "groupBox", "informativeMessage", "interactiveMessage", "menuItem", "progressBar",
            "pushButton", "radioButton", "slider", "spinBox", "tab", "tableText", "textBox", "toolTip", "user-definedType"),
        new("transac", "transactionType", false, TbxLevels.All, "origination", "modification"),
        new("transacNote", "responsibility", false, TbxLevels.All),
        new("ref", "crossReference", false, TbxLevels.Concept | TbxLevels.Term),
        new("xref", "externalCrossReference", true, TbxLevels.All),
        new("xref", "xGraphic", false, TbxLevels.Concept | TbxLevels.Language),
    ];

    private static readonly FrozenDictionary<string, TbxCategory> ByType = Categories.ToFrozenDictionary(static c => c.Type, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, TermStatus> Statuses = new Dictionary<string, TermStatus>(StringComparer.OrdinalIgnoreCase)
    {
        ["preferredTerm-admn-sts"] = TermStatus.Preferred,
        ["preferred"] = TermStatus.Preferred,
        ["preferredTerm"] = TermStatus.Preferred,
        ["standardizedTerm"] = TermStatus.Preferred,
        ["regulatedTerm"] = TermStatus.Preferred,
        ["legalTerm"] = TermStatus.Preferred,
        ["admittedTerm-admn-sts"] = TermStatus.Admitted,
        ["admitted"] = TermStatus.Admitted,
        ["admittedTerm"] = TermStatus.Admitted,
        ["allowed"] = TermStatus.Admitted,
        ["deprecatedTerm-admn-sts"] = TermStatus.Deprecated,
        ["deprecated"] = TermStatus.Deprecated,
        ["deprecatedTerm"] = TermStatus.Deprecated,
        ["forbidden"] = TermStatus.Deprecated,
        ["notRecommended"] = TermStatus.Deprecated,
        ["prohibited"] = TermStatus.Deprecated,
        ["supersededTerm-admn-sts"] = TermStatus.Superseded,
        ["superseded"] = TermStatus.Superseded,
        ["supersededTerm"] = TermStatus.Superseded,
        ["obsolete"] = TermStatus.Superseded,
        ["archaic"] = TermStatus.Superseded,
        ["proposed"] = TermStatus.Proposed,
        ["new"] = TermStatus.Proposed,
        ["suggested"] = TermStatus.Proposed,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, TermType> Types = new Dictionary<string, TermType>(StringComparer.OrdinalIgnoreCase)
    {
        ["fullForm"] = TermType.Full,
        ["entryTerm"] = TermType.Full,
        ["acronym"] = TermType.Acronym,
        ["initialism"] = TermType.Acronym,
        ["abbreviation"] = TermType.Short,
        ["shortForm"] = TermType.Short,
        ["clippedTerm"] = TermType.Short,
        ["variant"] = TermType.Variant,
        ["synonym"] = TermType.Variant,
        ["phrase"] = TermType.Phrase,
        ["phraseologicalUnit"] = TermType.Phrase,
        ["setPhrase"] = TermType.Phrase,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The category of a type name, or null.</summary>
    internal static TbxCategory? Category(string type) => ByType.GetValueOrDefault(type);

    internal static TermStatus? Status(string value) => Statuses.TryGetValue(value.Trim(), out var status) ? status : null;

    internal static string Status(TermStatus status) => status switch
    {
        TermStatus.Preferred => "preferredTerm-admn-sts",
        TermStatus.Admitted => "admittedTerm-admn-sts",
        TermStatus.Deprecated => "deprecatedTerm-admn-sts",
        TermStatus.Superseded => "supersededTerm-admn-sts",
        _ => "",
    };

    internal static TermType? Kind(string value) => Types.TryGetValue(value.Trim(), out var kind) ? kind : null;

    /// <summary>The picklist value, or empty where TBX-Basic has none (title, name; the full form needs none).</summary>
    internal static string Kind(TermType type) => type switch
    {
        TermType.Short => "shortForm",
        TermType.Acronym => "acronym",
        TermType.Variant => "variant",
        TermType.Phrase => "phrase",
        _ => "",
    };

    internal static string Pos(string value) => value.Trim().ToLowerInvariant() switch
    {
        "noun" or "n" or "propernoun" or "proper noun" => "noun",
        "verb" or "v" => "verb",
        "adjective" or "adj" => "adjective",
        "adverb" or "adv" => "adverb",
        _ => "other",
    };
}
