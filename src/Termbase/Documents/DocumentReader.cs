using Termbase.Model;

namespace Termbase.Documents;

/// <summary>Reads a text into a <see cref="Document"/>: the reader is chosen by the file's extension, and for others by its content.</summary>
public static class DocumentReader
{
    /// <summary>
    /// The document in a text that was decoded already. Any text is a document, at worst one paragraph, but for markup
    /// nested absurdly deep (<see cref="InputException"/>). Thread-safe, linear in the length.
    /// </summary>
    /// <param name="path">The path under which it is reported; its extension chooses the reader.</param>
    /// <param name="text">The whole text.</param>
    public static Document Read(string path, string text)
    {
        var source = new SourceText(path, text);
        return Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".MD" or ".MARKDOWN" or ".MDOWN" => MarkdownReader.Read(source),
            ".HTML" or ".HTM" or ".XHTML" => HtmlReader.Read(source),
            _ => LooksLikeHtml(text) ? HtmlReader.Read(source) : PlainTextReader.Read(source),
        };
    }

    private static bool LooksLikeHtml(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, 256)).TrimStart(" \t\r\n\uFEFF");
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }
}
