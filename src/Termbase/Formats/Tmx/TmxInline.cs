using System.Collections.Immutable;
using System.Globalization;
using Termbase.Model;

namespace Termbase.Formats.Tmx;

/// <summary>The inline codes of TMX 1.4b (§3.3 of the specification): names, attributes, pairing.</summary>
internal static class TmxInline
{
    internal static bool IsCode(string element) => element is "bpt" or "ept" or "ph" or "it" or "ut" or "x";

    internal static InlineKind KindOf(string element) =>
        element switch { "bpt" => InlineKind.Begin, "ept" => InlineKind.End, _ => InlineKind.Alone };

    /// <summary>The attributes that the DTD allows on an element.</summary>
    internal static bool Allows(string element, string attribute) => element switch
    {
        "bpt" => attribute is "i" or "x" or "type",
        "ept" => attribute is "i",
        "it" => attribute is "pos" or "x" or "type",
        "ph" => attribute is "x" or "assoc" or "type",
        _ => attribute is "x",
    };

    internal static List<(string Code, string Message)> Check(Segment segment)
    {
        var problems = new List<(string Code, string Message)>();
        Check(segment, problems);
        return problems;
    }

    internal static void Check(Segment segment, List<(string Code, string Message)> problems)
    {
        Pair(segment, out var unpaired, out var doubled);
        if (unpaired is not null)
        {
            problems.Add(("unpaired-code", $"inline code {unpaired} has no partner in the segment"));
        }

        if (doubled is not null)
        {
            problems.Add(("duplicate-code", $"two bpt in one segment have i=\"{doubled}\"; Trados refuses such a unit"));
        }
    }

    /// <summary>
    /// The codes as they may be written: each pair with a number of its own, each half without a partner an <c>it</c>, what TMX does not
    /// know a <c>ph</c>. Says what was wrong, or null.
    /// </summary>
    internal static ImmutableArray<InlineCode> Sound(Segment segment, out string? wrong)
    {
        var partner = Pair(segment, out var unpaired, out var doubled);
        wrong = unpaired is not null ? $"inline code {unpaired} has no partner; written as isolated"
            : doubled is not null ? $"inline code number {doubled} stands twice; numbered anew"
            : null;
        string? left = null;
        var used = new HashSet<string>(StringComparer.Ordinal);
        var numbers = new string[segment.Codes.Length];
        var sound = ImmutableArray.CreateBuilder<InlineCode>(segment.Codes.Length);
        for (var i = 0; i < segment.Codes.Length; i++)
        {
            var code = segment.Codes[i];
            var isHalf = code.Kind != InlineKind.Alone;
            var element = isHalf
                ? partner[i] < 0 ? "it" : code.Kind == InlineKind.Begin ? "bpt" : "ept"
                : code.Element is "it" or "ut" ? code.Element : "ph";
            var attributes = code.Attributes.Where(a => a.Key != "i" && Allows(element, a.Key)).DistinctBy(static a => a.Key);
            if (element == "bpt")
            {
                numbers[i] = code.Attribute("i") is { Length: > 0 } said && used.Add(said) ? said : Unused(used);
                numbers[partner[i]] = numbers[i];
            }

            if (element is "bpt" or "ept")
            {
                attributes = attributes.Prepend(new("i", numbers[i]));
            }
            else if (element == "it" && code.Attribute("pos") is not ("begin" or "end"))
            {
                attributes = attributes.Where(static a => a.Key != "pos").Prepend(new("pos", code.Kind == InlineKind.End ? "end" : "begin"));
            }

            var content = code.Content;
            var taken = new List<string>();
            foreach (var (to, names) in Foreign(code.Kind))
            {
                // What another format says of a code in an attribute, TMX says as its content, number or type.
                // The end of a pair is described by its beginning.
                var teller = code.Kind == InlineKind.End && to.Length == 0 && partner[i] >= 0 && !names.Any(n => code.Attribute(n) is not null) ? segment.Codes[partner[i]] : code;
                if (Array.Find(names, n => teller.Attribute(n) is { Length: > 0 }) is not { } name || teller.Attribute(name) is not { } value)
                {
                    continue;
                }

                if (to.Length == 0 ? content.Length == 0 : Allows(element, to) && code.Attribute(to) is null && (to != "x" || IsNumber(value)))
                {
                    content = to.Length == 0 ? value : content;
                    attributes = to.Length == 0 ? attributes : attributes.Append(new(to, value));
                    taken.Add(name);
                }
            }

            if (code.Attributes.FirstOrDefault(a => !(a.Key == "i" && isHalf) && !taken.Contains(a.Key) && !Allows(element, a.Key) && !(element is "bpt" or "ept" && a.Key is "id" or "dispEnd" or "equivEnd")) is { Key: { } dropped })
            {
                left ??= $"attribute '{dropped}' of {element} is none of TMX 1.4; left out";
            }

            sound.Add(code with { Element = element, Content = content, Attributes = [.. attributes] });
        }

        wrong ??= left;
        return sound.DrainToImmutable();
    }

    private static (string To, string[] Names)[] Foreign(InlineKind kind) =>
    [
        ("", kind switch
        {
            InlineKind.Begin => ["dispStart", "equivStart", "equiv-text", "disp", "equiv"],
            InlineKind.End => ["dispEnd", "equivEnd", "disp", "equiv"],
            _ => ["equiv-text", "disp", "equiv", "id"],
        }),
        ("x", ["id"]),
        ("type", ["ctype"]),
    ];

    private static bool IsNumber(string value) => value.Length is > 0 and < 10 && value[0] != '0' && value.All(char.IsAsciiDigit);

    private static string Unused(HashSet<string> used)
    {
        for (var n = 1; ; n++)
        {
            if (n.ToString(CultureInfo.InvariantCulture) is var number && used.Add(number))
            {
                return number;
            }
        }
    }

    // The index of each code's partner, or -1. An ept closes the latest open bpt of its number, which must stand before it.
    private static int[] Pair(Segment segment, out string? unpaired, out string? doubled)
    {
        (unpaired, doubled) = (null, null);
        var partner = new int[segment.Codes.Length];
        Array.Fill(partner, -1);
        var open = new List<int>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < partner.Length; i++)
        {
            var code = segment.Codes[i];
            var number = code.Attribute("i") ?? "";
            if (code.Kind == InlineKind.Begin)
            {
                // Codes of other formats are told apart by other attributes.
                doubled = (number.Length == 0 && code.Element != "bpt") || seen.Add(number) ? doubled : number;
                open.Add(i);
            }
            else if (code.Kind == InlineKind.End)
            {
                var at = open.FindLastIndex(o => (segment.Codes[o].Attribute("i") ?? "") == number);
                if (at >= 0)
                {
                    (partner[i], partner[open[at]]) = (open[at], i);
                    open.RemoveAt(at);
                }
                else
                {
                    unpaired ??= $"ept {number}";
                }
            }
        }

        unpaired ??= open.Count > 0 ? $"bpt {segment.Codes[open[0]].Attribute("i")}" : null;
        return partner;
    }
}
