using System.Globalization;
using System.Text.RegularExpressions;

namespace Termbase.Formats.Xliff.Checks;

/// <summary>
/// The size and length restriction module (XLIFF 2.1 §5.7) with its two standard profiles. A size of a profile of one's own may be
/// anything, but a number is meant as a size and so must be a whole one.
/// </summary>
internal static partial class SizeChecks
{
    private const string Ns = "urn:oasis:names:tc:xliff:sizerestriction:2.0";

    internal static void Check(CheckNode node, CheckReport report)
    {
        if (!node.Attributes.Exists(static a => a.Ns == Ns))
        {
            return;
        }

        var (info, infoRef) = (node.Get(Ns, "sizeInfo"), node.Get(Ns, "sizeInfoRef"));
        var storage = node.Get(Ns, "equivStorage");
        var profiles = node.Enclosing("file")?.Children.Find(static c => c.Is(Ns, "profiles"));
        Whole(node, "sizeInfo", info, profiles?["generalProfile"], report);
        Whole(node, "equivStorage", storage, profiles?["storageProfile"], report);
        Restriction(node, "sizeRestriction", profiles?["generalProfile"], report);
        Restriction(node, "storageRestriction", profiles?["storageProfile"], report);
        if (info is not null && infoRef is not null)
        {
            report.Add(node, "bad-size", "slr:sizeInfo and slr:sizeInfoRef exclude each other; keep one");
        }

        if ((info ?? infoRef ?? storage) is not null && node.IsCoreOf("ec") && node["isolated"] is not "yes")
        {
            report.Add(node, "end-code-attribute", "size attributes belong on the <sc>; an <ec> has them only when it is isolated");
        }

        if (infoRef is not null && !HasData(node, infoRef))
        {
            report.Add(node, "bad-reference", $"slr:sizeInfoRef=\"{infoRef}\" names nothing in an <slr:data> beside this element or one around it");
        }
    }

    private static void Whole(CheckNode node, string name, string? value, string? profile, CheckReport report)
    {
        if (value is null || (value.Length > 0 && value.All(char.IsAsciiDigit)))
        {
            return;
        }

        var isNumber = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        if (isNumber || profile?.StartsWith("xliff:", StringComparison.Ordinal) is true)
        {
            report.Add(node, "bad-size", $"slr:{name}=\"{value}\" should be a whole number");
        }
    }

    private static void Restriction(CheckNode node, string name, string? profile, CheckReport report)
    {
        if (node.Get(Ns, name) is { } value && profile?.StartsWith("xliff:", StringComparison.Ordinal) is true && !Range().IsMatch(value))
        {
            report.Add(node, "bad-size", $"slr:{name}=\"{value}\" should be *, a number, or two with a comma (10,20 or 10,*)");
        }
    }

    private static bool HasData(CheckNode node, string id)
    {
        for (var at = node; at is not null; at = at.Parent)
        {
            foreach (var data in at.Parent?.Children.Where(static c => c.Is(Ns, "data")) ?? [])
            {
                if (data.Descendants().Any(d => d["id"] == id || d.Get(XliffNames.Xml, "id") == id))
                {
                    return true;
                }
            }
        }

        return false;
    }

    [GeneratedRegex(@"^(?:\*|\d+|\d+,(?:\d+|\*))$", RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}
