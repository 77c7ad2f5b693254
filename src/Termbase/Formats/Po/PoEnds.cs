namespace Termbase.Formats.Po;

/// <summary>The rule of <c>msgfmt -c</c> that source and translation both begin, and both end, with a line feed, or neither does.</summary>
internal static class PoEnds
{
    internal static bool AreAlike(string id, string translation) =>
        translation.Length == 0 || (id.StartsWith('\n') == translation.StartsWith('\n') && id.EndsWith('\n') == translation.EndsWith('\n'));

    /// <summary>The translation with line feeds added or taken off; the same instance where nothing had to be done.</summary>
    internal static string Match(string id, string translation)
    {
        if (AreAlike(id, translation))
        {
            return translation;
        }

        var text = translation;
        text = id.StartsWith('\n') ? (text.StartsWith('\n') ? text : "\n" + text) : text.TrimStart('\n');
        text = id.EndsWith('\n') ? (text.EndsWith('\n') ? text : text + "\n") : text.TrimEnd('\n');
        return text.Length == 0 || !AreAlike(id, text) ? "" : text;
    }
}
