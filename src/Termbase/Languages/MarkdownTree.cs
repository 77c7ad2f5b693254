using Markdig;
using Markdig.Syntax;
using Termbase.Model;

namespace Termbase.Languages;

/// <summary>
/// The blocks and tables of a Markdown text. Markdig takes time with the square of the delimiters in a table, and gives up at a few
/// thousand rows with emphasis, so the signs of emphasis and links inside rows are hidden from it: positions are right, text has to be
/// taken from the original. Stateless and thread-safe.
/// </summary>
internal static class MarkdownTree
{
    /// <summary>The tree of <paramref name="text"/>. Throws <see cref="InputException"/> where it is nested too deeply to be read.</summary>
    internal static MarkdownDocument Parse(string text, string path, MarkdownPipeline pipeline)
    {
        try
        {
            return Markdown.Parse(text.Contains('|', StringComparison.Ordinal) ? WithPlainRows(text) : text, pipeline);
        }
        catch (ArgumentException e)
        {
            // Markdig's guard of its own stack; it says so in no other way.
            throw new InputException(SourceLocation.File(path), "is nested too deeply to be read as Markdown; save it as .txt to read it as plain text", e);
        }
    }

    private static string WithPlainRows(string text) => string.Create(text.Length, text, static (span, original) =>
    {
        original.CopyTo(span);
        var isGrid = false;
        foreach (var range in original.AsSpan().Split('\n'))
        {
            var line = span[range];

            // What stands first may open a list, a quotation or a note. A cell of a grid is no stretch of the text: it is read from the tree.
            var first = line.IndexOfAnyExcept(" \t\r");
            isGrid = first >= 0 && (isGrid || line[first..].StartsWith("+-") || line[first..].StartsWith("+="));
            if (first >= 0 && !isGrid && line.Contains('|'))
            {
                var rest = line[(first + 1)..];
                while (rest.IndexOfAny("*_[]~") is var at && at >= 0)
                {
                    rest[at] = 'x';
                    rest = rest[(at + 1)..];
                }
            }
        }
    });
}
