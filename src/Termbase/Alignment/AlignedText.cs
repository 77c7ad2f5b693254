using System.Collections.Immutable;
using Termbase.Documents;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Alignment;

/// <summary>A sentence of a text to align.</summary>
/// <param name="Text">The sentence, line breaks as spaces.</param>
/// <param name="Location">Where it stands.</param>
/// <param name="Block">Number of its paragraph, heading, list item or table cell.</param>
/// <param name="Kind">What that is; notes are aligned with notes.</param>
public sealed record AlignedSentence(string Text, SourceLocation Location, int Block, BlockKind Kind)
{
    /// <summary>Whether it belongs to a footnote.</summary>
    public bool IsNote => Kind == BlockKind.Note;
}

/// <summary>One side of an alignment: its sentences, those of notes last. Immutable and thread-safe.</summary>
public sealed class AlignedText
{
    private AlignedText(string path, ImmutableArray<AlignedSentence> sentences)
    {
        (Path, Sentences) = (path, sentences);
        Body = sentences.Count(static s => !s.IsNote);
    }

    /// <summary>The path under which it is reported.</summary>
    public string Path { get; }

    /// <summary>All sentences in order; those of footnotes behind the others.</summary>
    public ImmutableArray<AlignedSentence> Sentences { get; }

    /// <summary>Number of sentences that are not of footnotes.</summary>
    public int Body { get; }

    /// <summary>The sentences of a document that was read and healed: cut at 。！？； and full stops, never across a paragraph, heading or cell.</summary>
    public static AlignedText Of(Document document)
    {
        var body = ImmutableArray.CreateBuilder<AlignedSentence>();
        var notes = new List<AlignedSentence>();
        var number = 0;
        foreach (var block in document.Blocks.Where(static b => b.Kind != BlockKind.Code))
        {
            foreach (var cell in Cells(block))
            {
                number++;
                foreach (var within in SentenceSplitter.Split(cell.Of(block.Text)))
                {
                    var span = new TextSpan(cell.Start + within.Start, within.Length);
                    var sentence = new AlignedSentence(span.Of(block.Text).ReplaceLineEndings(" ").Replace('\t', ' '), document.Locate(block, span), number, block.Kind);
                    if (sentence.IsNote)
                    {
                        notes.Add(sentence);
                    }
                    else
                    {
                        body.Add(sentence);
                    }
                }
            }
        }

        body.AddRange(notes);
        return new AlignedText(document.Path, body.DrainToImmutable());
    }

    // A row of a table falls into its cells, front matter is its value; other blocks are one.
    private static List<TextSpan> Cells(Block block)
    {
        var cells = new List<TextSpan>();
        var start = block.Kind == BlockKind.FrontMatter ? FrontMatter.InlineLabel(block.Text)?.Length ?? 0 : 0;
        for (var i = start; i <= block.Text.Length; i++)
        {
            if (i == block.Text.Length || (block.Kind == BlockKind.TableRow && block.Text[i] is '\t' or '|'))
            {
                cells.Add(TextSpan.FromBounds(start, i));
                start = i + 1;
            }
        }

        return cells;
    }

    /// <summary>A text that holds one sentence a line, taken as given: an empty line is an empty sentence, so that numbers stay line numbers less one.
    /// Lines say nothing of paragraphs.</summary>
    public static AlignedText OfLines(string path, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var count = lines.Length > 0 && lines[^1].Length == 0 ? lines.Length - 1 : lines.Length;
        return new AlignedText(path, [.. lines.Take(count).Select((line, i) => new AlignedSentence(line.Trim(), SourceLocation.AtLine(path, i + 1), 0, BlockKind.Paragraph))]);
    }
}
