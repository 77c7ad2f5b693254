using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Formats.Tmx;

namespace Termbase.Office;

/// <summary>Text of a cell: what XML cannot hold goes, and the escapes <c>_xHHHH_</c> of Office (ECMA-376 §22.9.2.19) are made and read.</summary>
internal static partial class XlsxText
{
    /// <summary>Characters that a cell can hold.</summary>
    internal const int Longest = 32767;

    internal static string Encode(string text) => Escape().Replace(XmlText.Clean(text), "_x005F$0");

    internal static string Decode(string text) =>
        text.Contains("_x", StringComparison.Ordinal)
            ? Escape().Replace(text, static m => ((char)int.Parse(m.Groups[1].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString())
            : text;

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
