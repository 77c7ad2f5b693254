using Termbase.Formats.Csv;

namespace Termbase.Formats.Tables;

/// <summary>A value on one line, without tabs: for formats that cannot quote.</summary>
internal static class FlatCell
{
    internal static string Of(string text)
    {
        var clean = CsvOutput.Clean(text);
        return clean.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0 && clean.AsSpan().IndexOfAny('\u0085', '\u2028', '\u2029') < 0
            ? clean.Trim()
            : string.Create(clean.Length, clean, static (span, from) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = char.IsControl(from[i]) || from[i] is '\u2028' or '\u2029' ? ' ' : from[i];
                }
            }).Trim();
    }
}
