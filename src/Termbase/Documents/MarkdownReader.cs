using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Documents;

/// <summary>
/// Reads Markdown: Markdig finds the blocks, the text of each is cleaned as plain text's is, and what page breaks cut is joined likewise
/// (published translations are often converted from PDF to Markdown). Thread-safe.
/// </summary>
public static class MarkdownReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseYamlFrontMatter().UsePreciseSourceLocation().Build();

    /// <summary>The document in a Markdown text. Throws <see cref="InputException"/> where it is nested too deeply to be read.</summary>
    public static Document Read(SourceText source)
    {
        var text = source.Text;
        var leaves = new List<(LeafBlock Leaf, BlockKind Kind, int Level)>();
        Collect(MarkdownTree.Parse(text, source.Path, Pipeline), BlockKind.Paragraph, 0, leaves);
        var notes = new HashSet<string>(StringComparer.Ordinal);
        var lines = new List<(TextSpan Span, bool AfterBlank, LeafBlock Leaf, BlockKind Kind, int Level)>();
        foreach (var (leaf, kind, level) in leaves)
        {
            var first = true;
            foreach (var span in Lines(leaf, text))
            {
                lines.Add((span, first, leaf, kind, level));
                first = false;
                if (PlainTextReader.NoteStart(text, span.Start, span.End) is var (number, _))
                {
                    notes.Add(number);
                }
            }
        }

        var labels = FrontMatter.Assign([.. lines.Select(l => (l.Span.Length > 200 ? "" : l.Span.Of(text), l.AfterBlank))]);
        var cleaner = new InlineCleaner(text, notes);
        var blocks = new List<RawBlock>();
        for (var i = 0; i < lines.Count;)
        {
            var end = i + 1;
            while (end < lines.Count && lines[end].Leaf == lines[i].Leaf && Joins(lines[end - 1].Span, lines[end].Span, text, notes, labels[i]))
            {
                end++;
            }

            Add(blocks, cleaner, text, lines[i].Kind, lines[i].Level, labels[i], IsQuoted(lines[i].Leaf), [.. lines[i..end].Select(l => l.Span)]);
            i = end;
        }

        return BlockHealer.Heal(source, blocks);
    }

    private static void Add(List<RawBlock> blocks, InlineCleaner cleaner, string text, BlockKind kind, int level, string label, bool isQuoted, List<TextSpan> spans)
    {
        var number = "";
        if (label.Length > 0)
        {
            kind = BlockKind.FrontMatter;
        }
        else if (kind == BlockKind.Paragraph && PlainTextReader.NoteStart(text, spans[0].Start, spans[0].End) is var (found, length))
        {
            (kind, number) = (BlockKind.Note, found);
            spans[0] = TextSpan.FromBounds(spans[0].Start + length, spans[0].End);
        }

        var (clean, map, markers) = cleaner.Clean(spans, kind == BlockKind.Code);
        if (clean.Length > 0)
        {
            blocks.Add(new RawBlock
            {
                Kind = kind,
                Level = level,
                Label = label,
                NoteNumber = number,
                Text = clean,
                Map = map,
                Markers = markers,
                Emphasis = cleaner.Emphasis,
                IsQuoted = isQuoted,
                IsClosed = kind is not (BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Note),
            });
        }
    }

    private static bool Joins(TextSpan above, TextSpan below, string text, HashSet<string> notes, string label)
    {
        var hard = above.End + 1 < text.Length && ((text[above.End] == ' ' && text[above.End + 1] == ' ') || text[above.End - 1] == '\\');
        var note = PlainTextReader.NoteStart(text, below.Start, below.End) is var (number, _) && notes.Contains(number);
        var script = Han.Contains(above.Of(text)) != Han.Contains(below.Of(text)) && (above.Length < 250 && below.Length < 250)
            && (Han.Count(above.Of(text)) * 2 > above.Length || Han.Count(below.Of(text)) * 2 > below.Length);
        return !hard && !note && !script && label.Length == 0;
    }

    private static void Collect(ContainerBlock container, BlockKind kind, int level, List<(LeafBlock, BlockKind, int)> leaves)
    {
        foreach (var block in container)
        {
            switch (block)
            {
                case YamlFrontMatterBlock yaml:
                    leaves.Add((yaml, BlockKind.Code, 0));
                    break;
                case HeadingBlock heading:
                    leaves.Add((heading, BlockKind.Heading, heading.Level));
                    break;
                case CodeBlock code:
                    leaves.Add((code, BlockKind.Code, 0));
                    break;
                case LinkReferenceDefinition { Label: ['^', ..] } note:
                    // "[^1]: 说明" has no spaces, so Markdig takes a Chinese note for the address of a link.
                    leaves.Add((note, kind, level));
                    break;
                case ThematicBreakBlock or LinkReferenceDefinition:
                    break;
                case HtmlBlock { Type: HtmlBlockType.Comment } comment when comment.Lines.ToString().AsSpan().Trim().EndsWith("-->"):
                    break;
                case LeafBlock leaf:
                    leaves.Add((leaf, kind, level));
                    break;
                case ListItemBlock item:
                    Collect(item, BlockKind.ListItem, level + 1, leaves);
                    break;
                case Table table:
                    Collect(table, BlockKind.TableRow, 0, leaves);
                    break;
                case ContainerBlock inner:
                    Collect(inner, kind, level, leaves);
                    break;
            }
        }
    }

    private static IEnumerable<TextSpan> Lines(LeafBlock leaf, string text)
    {
        if (leaf.Lines.Lines is null || leaf.Lines.Count == 0)
        {
            if (leaf.Span.Length > 0 && leaf.Span.Start < text.Length)
            {
                var start = leaf.Span.Start;
                while (start <= leaf.Span.End && leaf is HeadingBlock && text[start] is '#' or ' ')
                {
                    start++;
                }

                foreach (var line in LinesOf(text, start, Math.Min(leaf.Span.End + 1, text.Length), IsQuoted(leaf)))
                {
                    yield return line;
                }
            }

            yield break;
        }

        for (var i = 0; i < leaf.Lines.Count; i++)
        {
            var slice = leaf.Lines.Lines[i].Slice;
            var span = Trim(text, slice.Start, Math.Min(slice.End + 1, text.Length));
            if (span.Length > 0)
            {
                yield return span;
            }
        }
    }

    private static bool IsQuoted(Markdig.Syntax.Block? block)
    {
        while (block is not (null or QuoteBlock))
        {
            block = block.Parent;
        }

        return block is not null;
    }

    // Markdig keeps no lines of what it has parsed. In a quotation each line may begin with the sign of one.
    private static IEnumerable<TextSpan> LinesOf(string text, int start, int end, bool isQuoted)
    {
        while (start < end)
        {
            var next = text.IndexOfAny(['\n', '\r'], start, end - start);
            var line = Trim(text, start, next < 0 ? end : next);
            while (isQuoted && line.Length > 0 && text[line.Start] == '>')
            {
                line = Trim(text, line.Start + 1, line.End);
            }

            if (line.Length > 0)
            {
                yield return line;
            }

            start = next < 0 ? end : next + 1;
        }
    }

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }
}
