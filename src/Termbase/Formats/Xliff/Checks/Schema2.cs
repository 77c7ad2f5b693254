using System.Collections.Frozen;

namespace Termbase.Formats.Xliff.Checks;

/// <summary>
/// The elements of XLIFF 2.0 to 2.2 and of its modules (OASIS, XLIFF 2.1 §4 and §5; 2.2 §4), keyed by prefix and name as the
/// specification writes them.
/// </summary>
internal static class Schema2
{
    private const string Yn = "yes|no";
    private const string Dir = "ltr|rtl|auto";
    private const string Type = "fmt|ui|quote|link|image|other";
    private const string Inline = "#(cp|ph|pc|sc|ec|mrk|sm|em)*";
    private const string Code = $"canCopy:{Yn} canDelete:{Yn} canReorder:yes|no|firstNo copyOf:nmtoken subType:own type:{Type} ~";
    private const string Mark = $"id!nmtoken translate:{Yn} type:mark ref value @";

    internal static FrozenDictionary<string, string> Prefixes { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [XliffNames.Matches] = "mtc:",
        ["urn:oasis:names:tc:xliff:glossary:2.0"] = "gls:",
        ["urn:oasis:names:tc:xliff:fs:2.0"] = "fs:",
        ["urn:oasis:names:tc:xliff:metadata:2.0"] = "mda:",
        ["urn:oasis:names:tc:xliff:resourcedata:2.0"] = "res:",
        ["urn:oasis:names:tc:xliff:changetracking:2.0"] = "ctr:",
        ["urn:oasis:names:tc:xliff:sizerestriction:2.0"] = "slr:",
        ["urn:oasis:names:tc:xliff:validation:2.0"] = "val:",
        [XliffNames.Xml] = "xml:",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Attributes of modules that stand on core elements.</summary>
    internal static FrozenSet<string> ModuleAttributes { get; } = new[]
    {
        "fs:fs", "fs:subFs", "slr:equivStorage", "slr:sizeInfo", "slr:sizeInfoRef", "slr:sizeRestriction", "slr:storageRestriction",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Namespaces of which inline codes may bear attributes (2.1 §4.3.1); extensions may not.</summary>
    internal static bool IsOnCodes(string ns) => Prefixes.ContainsKey(ns)
        || ns is "http://www.w3.org/2005/11/its" or "urn:oasis:names:tc:xliff:itsm:2.1" or "urn:oasis:names:tc:xliff:pgs:1.0";

    internal static FrozenDictionary<string, ElementRule> Rules { get; } = new Dictionary<string, ElementRule>(StringComparer.Ordinal)
    {
        ["xliff"] = ElementRule.Parse("version!2.0|2.1|2.2 srcLang!lang trgLang:lang xml:space:default|preserve @", "notes? mda:metadata? file+"),
        ["file"] = ElementRule.Parse(
            $"id!nmtoken canResegment:{Yn} original translate:{Yn} srcDir:{Dir} trgDir:{Dir} @", "skeleton? other* notes? (unit|group)+"),
        ["skeleton"] = ElementRule.Parse("href", "#other*"),
        ["group"] = ElementRule.Parse(
            $"id!nmtoken name canResegment:{Yn} translate:{Yn} srcDir:{Dir} trgDir:{Dir} type:own @", "other* notes? (unit|group)*"),
        ["unit"] = ElementRule.Parse(
            $"id!nmtoken name canResegment:{Yn} translate:{Yn} srcDir:{Dir} trgDir:{Dir} type:own @",
            "other* notes? originalData? (segment|ignorable)+"),
        ["segment"] = ElementRule.Parse($"id:nmtoken canResegment:{Yn} state:initial|translated|reviewed|final subState:own", "source target?"),
        ["ignorable"] = ElementRule.Parse("id:nmtoken", "source target?"),
        ["notes"] = ElementRule.Parse("", "note+"),
        ["note"] = ElementRule.Parse("id:nmtoken appliesTo:source|target category priority:priority ref @", "#"),
        ["originalData"] = ElementRule.Parse("", "data+"),
        ["data"] = ElementRule.Parse($"id!nmtoken dir:{Dir} xml:space:preserve", "#cp*"),
        ["source"] = ElementRule.Parse("xml:lang:lang xml:space:default|preserve", Inline),
        ["target"] = ElementRule.Parse("xml:lang:lang xml:space:default|preserve order:positive", Inline),
        ["cp"] = ElementRule.Parse("hex!hex", ""),
        ["ph"] = ElementRule.Parse($"id!nmtoken disp equiv dataRef:nmtoken subFlows:nmtokens {Code}", ""),
        ["pc"] = ElementRule.Parse(
            $"id!nmtoken canOverlap:{Yn} dispStart dispEnd equivStart equivEnd dataRefStart:nmtoken dataRefEnd:nmtoken subFlowsStart:nmtokens subFlowsEnd:nmtokens dir:{Dir} {Code}",
            Inline),
        ["sc"] = ElementRule.Parse(
            $"id!nmtoken canOverlap:{Yn} disp equiv dataRef:nmtoken dir:{Dir} isolated:{Yn} subFlows:nmtokens {Code}", ""),
        ["ec"] = ElementRule.Parse(
            $"id:nmtoken startRef:nmtoken canOverlap:{Yn} disp equiv dataRef:nmtoken dir:{Dir} isolated:{Yn} subFlows:nmtokens {Code}", ""),
        ["mrk"] = ElementRule.Parse(Mark, Inline),
        ["sm"] = ElementRule.Parse(Mark, ""),
        ["em"] = ElementRule.Parse("startRef!nmtoken", ""),
        ["mtc:matches"] = ElementRule.Parse("", "mtc:match+"),
        ["mtc:match"] = ElementRule.Parse(
            $"id:nmtoken matchQuality:percent matchSuitability:percent origin ref! reference:{Yn} similarity:percent subType:own type:am|mt|icm|idm|tb|tm|other @",
            "mda:metadata? originalData? source target other*"),
        ["gls:glossary"] = ElementRule.Parse("", "gls:glossEntry+"),
        ["gls:glossEntry"] = ElementRule.Parse("id:nmtoken ref @", "gls:term gls:translation* gls:definition? other*"),
        ["gls:term"] = ElementRule.Parse("source @", "#"),
        ["gls:translation"] = ElementRule.Parse("id:nmtoken ref source @", "#"),
        ["gls:definition"] = ElementRule.Parse("source @", "#"),
        ["mda:metadata"] = ElementRule.Parse("id:nmtoken", "mda:metaGroup+"),
        ["mda:metaGroup"] = ElementRule.Parse("id:nmtoken category appliesTo:source|target|ignorable", "(mda:metaGroup|mda:meta)+"),
        ["mda:meta"] = ElementRule.Parse("type!", "#"),
        ["res:resourceData"] = ElementRule.Parse("", "res:resourceItemRef* res:resourceItem*"),
        ["res:resourceItemRef"] = ElementRule.Parse("id:nmtoken ref!nmtoken @", ""),
        ["res:resourceItem"] = ElementRule.Parse($"id:nmtoken mimeType context:{Yn} @", "res:source? res:target? res:reference*"),
        ["res:source"] = ElementRule.Parse("href xml:lang:lang @", "#other*"),
        ["res:target"] = ElementRule.Parse("href xml:lang:lang @", "#other*"),
        ["res:reference"] = ElementRule.Parse("href! xml:lang:lang @", ""),
        ["ctr:changeTrack"] = ElementRule.Parse("", "ctr:revisions+"),
        ["ctr:revisions"] = ElementRule.Parse("appliesTo! ref currentVersion @", "ctr:revision+"),
        ["ctr:revision"] = ElementRule.Parse("author datetime version @", "ctr:item+"),
        ["ctr:item"] = ElementRule.Parse("property! @", "#"),
        ["slr:profiles"] = ElementRule.Parse("generalProfile storageProfile", "slr:normalization? other*"),
        ["slr:normalization"] = ElementRule.Parse("general:none|nfc|nfd storage:none|nfc|nfd", ""),
        ["slr:data"] = ElementRule.Parse("profile! @", "other*"),
        ["val:validation"] = ElementRule.Parse("@", "val:rule+"),
        ["val:rule"] = ElementRule.Parse(
            $"isPresent occurs:positive isNotPresent startsWith endsWith existsInSource:{Yn} caseSensitive:{Yn} normalization:none|nfc|nfd disabled:{Yn} @", ""),
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
