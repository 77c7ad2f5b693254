using System.Collections.Immutable;
using Termbase.Documents;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Alignment;

/// <summary>A sentence of a text to align.</summary>
/// <param name="Text">The sentence, line breaks as spaces.</param>
/// <param name="Location">Where it stands.</param>
/// <param name="Block">Number of its paragraph, heading or list item.</param>
/// <param name="IsNote">Whether it belongs to a footnote; notes are aligned with notes.</param>
public sealed record AlignedSentence(string Text, SourceLocation Location, int Block, bool IsNote);

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
        foreach (var block in document.Blocks.Where(static b => b.Kind != BlockKind.Code))
        {
            foreach (var span in SentenceSplitter.Split(block.Text))
            {
                var text = block.Text.Substring(span.Start, span.Length).ReplaceLineEndings(" ").Replace('\t', ' ');
                var sentence = new AlignedSentence(text, document.Locate(block, span), block.Index, block.Kind == BlockKind.Note);
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

        body.AddRange(notes);
        return new AlignedText(document.Path, body.DrainToImmutable());
    }

    /// <summary>A text that holds one sentence a line, taken as given: an empty line is an empty sentence, so that numbers stay line numbers less one.
    /// Lines say nothing of paragraphs.</summary>
    public static AlignedText OfLines(string path, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var count = lines.Length > 0 && lines[^1].Length == 0 ? lines.Length - 1 : lines.Length;
        return new AlignedText(path, [.. lines.Take(count).Select((line, i) => new AlignedSentence(line.Trim(), SourceLocation.AtLine(path, i + 1), 0, false))]);
    }
}
