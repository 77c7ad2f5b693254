using System.Globalization;

namespace Termbase.Cli.Rendering;

/// <summary>Rows of tab-separated output: tabs and line breaks inside a value become spaces.</summary>
internal static class Tsv
{
    public static string Row(params object[] values) =>
        string.Join('\t', values.Select(static v => Clean(Convert.ToString(v, CultureInfo.InvariantCulture) ?? "")));

    private static string Clean(string value) =>
        value.AsSpan().IndexOfAny('\t', '\r', '\n') < 0 ? value : value.Replace('\t', ' ').ReplaceLineEndings(" ");
}
