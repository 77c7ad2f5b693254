using System.Collections.Frozen;

namespace Termbase.Formats.Xliff.Checks;

/// <summary>The elements of XLIFF 1.0 to 1.2 in its transitional form (OASIS, XLIFF 1.2 §2).</summary>
internal static class Schema1
{
    private const string Yn = "yes|no";
    private const string Space = "xml:space:default|preserve";
    private const string Inline = "#(g|bpt|ept|ph|it|mrk|x|bx|ex)*";
    private const string State =
        "x|final|needs-adaptation|needs-l10n|needs-review-adaptation|needs-review-l10n|needs-review-translation|needs-translation|new|signed-off|translated";

    private const string Look =
        "restype resname extradata extype help-id menu menu-option menu-name coord font css-style style exstyle ts";

    private const string Size = "size-unit maxwidth minwidth maxheight minheight maxbytes minbytes charclass";
    private const string Id = "id! ts xid equiv-text";
    private const string About = "context-group|count-group|prop-group|note|alt-trans|other";

    internal static FrozenDictionary<string, ElementRule> Rules { get; } = new Dictionary<string, ElementRule>(StringComparer.Ordinal)
    {
        ["xliff"] = ElementRule.Parse("version!1.0|1.1|1.2 @", "(other|file)+"),
        ["file"] = ElementRule.Parse(
            $"original! source-language!lang datatype! tool-id tool date {Space} ts category target-language:lang product-name product-version build-num @",
            "header? body"),
        ["header"] = ElementRule.Parse("", "(skl|phase-group|glossary|reference|count-group|prop-group|note|tool|other)*"),
        ["skl"] = ElementRule.Parse("", "(internal-file|external-file)"),
        ["glossary"] = ElementRule.Parse("", "(internal-file|external-file)"),
        ["reference"] = ElementRule.Parse("", "(internal-file|external-file)"),
        ["internal-file"] = ElementRule.Parse("form crc @", "#other*"),
        ["external-file"] = ElementRule.Parse("href! crc uid", ""),
        ["note"] = ElementRule.Parse("xml:lang:lang priority:priority from annotates:source|target|general @", "#"),
        ["phase-group"] = ElementRule.Parse("", "phase+"),
        ["phase"] = ElementRule.Parse(
            "phase-name! process-name! company-name tool-id tool date job-id contact-name contact-email contact-phone @", "note*"),
        ["count-group"] = ElementRule.Parse("name!", "count*"),
        ["count"] = ElementRule.Parse("count-type phase-name unit", "#"),
        ["context-group"] = ElementRule.Parse("name crc purpose", "context+"),
        ["context"] = ElementRule.Parse($"context-type! match-mandatory:{Yn} crc", "#"),
        ["prop-group"] = ElementRule.Parse("name", "prop+"),
        ["prop"] = ElementRule.Parse("prop-type! xml:lang:lang", "#"),
        ["tool"] = ElementRule.Parse("tool-id! tool-name! tool-version tool-company @", "#other*"),
        ["body"] = ElementRule.Parse("", "(group|trans-unit|bin-unit)*"),
        ["group"] = ElementRule.Parse(
            $"id datatype {Space} {Look} translate:{Yn} reformat {Size} merged-trans:{Yn} @",
            "(context-group|count-group|prop-group|note|other|group|trans-unit|bin-unit)*"),
        ["trans-unit"] = ElementRule.Parse(
            $"id! approved:{Yn} translate:{Yn} reformat {Space} datatype {Look} phase-name {Size} @", $"source seg-source? target? ({About})*"),
        ["source"] = ElementRule.Parse("xml:lang:lang ts @", Inline),
        ["seg-source"] = ElementRule.Parse("xml:lang:lang ts @", Inline),
        ["target"] = ElementRule.Parse(
            $"state:{State} state-qualifier phase-name xml:lang:lang ts restype resname coord font css-style style exstyle equiv-trans:{Yn} @", Inline),
        ["alt-trans"] = ElementRule.Parse(
            $"match-quality tool-id tool crc xml:lang:lang origin datatype {Space} {Look} mid phase-name alttranstype:x|proposal|previous-version|rejected|reference|accepted @",
            "source? seg-source? target+ (context-group|prop-group|note|other)*"),
        ["bin-unit"] = ElementRule.Parse(
            $"id! mime-type! approved:{Yn} translate:{Yn} reformat ts restype resname phase-name @", $"bin-source bin-target? ({About}|trans-unit)*"),
        ["bin-source"] = ElementRule.Parse("ts @", "(internal-file|external-file)"),
        ["bin-target"] = ElementRule.Parse($"mime-type ts state:{State} state-qualifier phase-name restype resname @", "(internal-file|external-file)"),
        ["g"] = ElementRule.Parse($"{Id} ctype clone:{Yn} @", Inline),
        ["x"] = ElementRule.Parse($"{Id} ctype clone:{Yn} @", ""),
        ["bx"] = ElementRule.Parse($"{Id} rid ctype clone:{Yn} @", ""),
        ["ex"] = ElementRule.Parse($"{Id} rid @", ""),
        ["ph"] = ElementRule.Parse($"{Id} ctype crc assoc:preceding|following|both @", "#sub*"),
        ["bpt"] = ElementRule.Parse($"{Id} rid ctype crc @", "#sub*"),
        ["ept"] = ElementRule.Parse($"{Id} rid crc @", "#sub*"),
        ["it"] = ElementRule.Parse($"{Id} pos!open|close rid ctype crc @", "#sub*"),
        ["sub"] = ElementRule.Parse("datatype ctype xid", Inline),
        ["mrk"] = ElementRule.Parse("mtype! mid comment ts @", Inline),
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
