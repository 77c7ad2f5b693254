using System.Collections.Frozen;

namespace Termbase.Formats.Xliff.Checks;

/// <summary>The format style module (XLIFF 2.1 §5.3).</summary>
internal static class FormatStyleChecks
{
    private const string Ns = "urn:oasis:names:tc:xliff:fs:2.0";

    private static readonly FrozenSet<string> Elements = (
        "a b bdo big blockquote body br button caption center cite code col colgroup dd del div dl dt em h1 h2 h3 h4 h5 h6 head hr html i img "
        + "label legend li ol p pre q s samp select small span strike strong sub sup table tbody td tfoot th thead title tr tt u ul")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    internal static void Check(CheckNode node, CheckReport report)
    {
        var (style, details) = (node.Get(Ns, "fs"), node.Get(Ns, "subFs"));
        if (style is not null && !Elements.Contains(style))
        {
            report.Add(node, "bad-format-style", $"fs:fs=\"{style}\" is none of the HTML elements that the module lists");
        }

        if (details is not null && style is null)
        {
            report.Add(node, "bad-format-style", "fs:subFs stands without fs:fs; add it");
        }

        if ((style ?? details) is not null && node.IsCoreOf("ec") && node["isolated"] is not "yes")
        {
            report.Add(node, "end-code-attribute", "fs attributes belong on the <sc>; an <ec> has them only when it is isolated");
        }
    }
}
