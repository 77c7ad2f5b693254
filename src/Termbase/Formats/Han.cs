namespace Termbase.Formats;

/// <summary>Whether a text holds Chinese characters, for formats that do not say the language of a side.</summary>
internal static class Han
{
    internal static bool IsIn(ReadOnlySpan<char> text) =>
        text.IndexOfAnyInRange('\u4E00', '\u9FFF') >= 0 || text.IndexOfAnyInRange('\u3400', '\u4DBF') >= 0;
}
