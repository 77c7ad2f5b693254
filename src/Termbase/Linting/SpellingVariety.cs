using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Termbase.Linting;

/// <summary>American and British spelling told by the form of a word. Thread-safe.</summary>
internal static partial class SpellingVariety
{
    // Words that only one variety has, by their stem; -ize is used in both. So are "towards", the instrument "meter", "judgment" and "catalogue".
    private static readonly FrozenSet<string> American = FrozenSet.Create(
        StringComparer.Ordinal,
        "center", "centered", "labor", "laborer", "color", "favor", "favorable", "harbor", "neighbor", "neighborhood", "behavior", "endeavor", "honor", "rumor", "vapor", "defense", "offense", "fiber", "kilometer",
        "liter", "theater", "catalog", "dialog", "plow", "gray", "aging", "pediatric", "pediatrician", "anesthetic", "anesthetist", "traveler", "traveling", "modeling", "labeled", "labeling", "signaling", "fueled", "fueling",
        "canceled", "channeled", "fulfill", "enrollment", "skillful", "aluminum", "sulfur", "mold", "maneuver", "leukemia", "estrogen", "jewelry");

    private static readonly FrozenSet<string> British = FrozenSet.Create(
        StringComparer.Ordinal,
        "centre", "centred", "labour", "labourer", "colour", "favour", "favourable", "harbour", "neighbour", "neighbourhood", "behaviour", "endeavour", "honour", "rumour", "vapour", "defence", "offence", "fibre", "metre",
        "kilometre", "litre", "theatre", "plough", "grey", "ageing", "paediatric", "paediatrician", "anaesthetic", "anaesthetist", "traveller", "travelling", "modelling", "labelled", "labelling",
        "signalling", "fuelled", "fuelling", "cancelled", "channelled", "fulfil", "enrolment", "skilful", "aluminium", "sulphur", "whilst", "mould", "artefact", "manoeuvre", "leukaemia",
        "programme", "licence", "cheque", "kerb", "tyre", "jewellery");

    /// <summary>Whether a lower-case word is spelled as Americans spell it, and never otherwise.</summary>
    public static bool IsAmerican(string word) => word == "toward" || American.Contains(EnglishForm.Stem(word));

    /// <summary>Whether a lower-case word is spelled as the British spell it, and never otherwise.</summary>
    public static bool IsBritish(string word) => British.Contains(EnglishForm.Stem(word)) || Ise().IsMatch(word);

    /// <summary>The American spelling of a word that looks British; null where it does not.</summary>
    public static string? ToAmerican(string word)
    {
        foreach (var (pattern, to) in Endings)
        {
            if (pattern.IsMatch(word))
            {
                return pattern.Replace(word, to);
            }
        }

        return null;
    }

    private static readonly (Regex Pattern, string To)[] Endings =
    [
        (Ise(), "iz$1"), (Yse(), "yz$1"), (Our(), "or$1"), (Tre(), "ter$1"), (Bre(), "ber$1"), (Ence(), "ense$1"), (Ogue(), "og$1"), (Doubled(), "l$1"), (Programme(), "program$1"), (Digraph(), "e"),
    ];

    [GeneratedRegex(@"(?<=[a-z]{4})is(e|ed|es|ing|ation|ations|ational|er|ers|able)$(?<!promise|exercise|enterprise|expertise|franchise|compromise|otherwise|likewise|precise|concise|supervise|supervised|supervising|revise|revised|advise|advised|advising|televised|surprise|surprised|surprising|disguise|comprise|comprised|comprising|comprises|promised|promises|promising|exercises|exercised|exercising|enterprises|enterprising|compromised|supervises|franchises|premise|premises|disguised|treatise|clockwise|practised|practise|paradise|merchandise|excise|raised|raise|raises|raising|praise|praised|noise|appraise|appraised|appraisers|appraiser|supervisers|arise|arises|arising|devise|devised|diseases?|wise|wisely|(?:sun|moon|high|ent)rises?|tortoises?|porpoises?|turquoise|malaise|mayonnaise|counterpoised?|fundraisers?|(?:televis|improvis|merchandis|franchis|compromis|premis|apprais|surpris|disguis|exercis|advis|supervis|repris|appris|compris|chastis|despis|expertis|enterpris|promis|paradis|treatis|excis|circumcis|prais)[a-z]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Ise();

    [GeneratedRegex(@"(?<=anal|paral|catal)ys(e|ed|ing|er|ers)$", RegexOptions.CultureInvariant)]
    private static partial Regex Yse();

    [GeneratedRegex(@"(?<=[a-z]{3}|col|lab|fav|hon|vap)our((?:s|ed|ing|er|ers|able|ably|hood|hoods|al|ful)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Our();

    [GeneratedRegex(@"(?<=cen|me|li|thea|spec)tre(d|s|)$", RegexOptions.CultureInvariant)]
    private static partial Regex Tre();

    [GeneratedRegex(@"(?<=fi|cali|som)bre(s|)$", RegexOptions.CultureInvariant)]
    private static partial Regex Bre();

    [GeneratedRegex(@"(?<=def|off|lic|pret)ence(s|)$", RegexOptions.CultureInvariant)]
    private static partial Regex Ence();

    [GeneratedRegex(@"(?<=catal|dial|anal|monol)ogue(s|)$", RegexOptions.CultureInvariant)]
    private static partial Regex Ogue();

    [GeneratedRegex(@"(?<=[a-z](?:e|a|ne|ue|u))ll(ing|ed|er|ers|ation)$(?<!calling|called|caller|selling|seller|sellers|telling|teller|falling|filling|rolling|controlling|controlled|controller|controllers|installing|installed|installer|dwelling|dwellings|spelling|spelled|pulling|pulled|compelling|compelled|propelling|propelled|excelling|excelled|swelling|expelled|repelling|drilling|drilled|enrolled|installation|smaller|taller|fuller|walled|stalling|stalled|cellar|rebelling|appalling|polling)", RegexOptions.CultureInvariant)]
    private static partial Regex Doubled();

    [GeneratedRegex(@"^programme(s|)$", RegexOptions.CultureInvariant)]
    private static partial Regex Programme();

    [GeneratedRegex(@"(?<=^(?:p|an|h|leuk|orthop|gyn|estr|c))(?:ae|oe)(?=[a-z]{3})", RegexOptions.CultureInvariant)]
    private static partial Regex Digraph();
}
