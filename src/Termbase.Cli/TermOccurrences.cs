using Termbase.Cli.Rendering;
using Termbase.Documents;
using Termbase.Formats;
using Termbase.Model;
using Termbase.Recognition;

namespace Termbase.Cli;

/// <summary>Where a term was recognized.</summary>
/// <param name="Path">The file as the user named it.</param>
/// <param name="Line">In the file, from 1; of a bitext where the side of the unit begins.</param>
/// <param name="Column">In the line, or in the segment of a bitext, in code points from 1.</param>
/// <param name="Length">In code points.</param>
/// <param name="Text">As it stands there.</param>
/// <param name="Match">The term.</param>
/// <param name="Unit">Id or number of the unit of a bitext; else empty.</param>
/// <param name="Side"><c>zh</c> or <c>en</c> of a bitext; else empty.</param>
internal readonly record struct TermOccurrence(string Path, int Line, int Column, int Length, string Text, TermMatch Match, string Unit, string Side);

/// <summary>Recognizes the terms of one input after the other as it is read, so that memory does not grow with it.</summary>
internal sealed class TermOccurrences(CliConsole console, InputDocuments inputs, TermMatcher matcher)
{
    private const int Patience = 256;

    /// <summary>Hands on each occurrence in order; returns how many there were. An input that cannot be read is told, and gives null.</summary>
    public long? Of(string path, Action<TermOccurrence> found, CancellationToken cancellation)
    {
        try
        {
            using var file = InputFile.Of(console, path, format: null);
            return FormatCatalog.ForPath(file.Hint) is { } format && IsMarkup(path, format) ? Units(format, file, found, cancellation) : Lines(file, found, cancellation);
        }
        catch (InputException e)
        {
            inputs.Fail(e, path);
            return null;
        }
    }

    // Text with tabs, which has no name or the name of a text, is text.
    private static bool IsMarkup(string path, IUnitFormat format) =>
        InputFile.IsBitext(path) || (!InputDocuments.IsDocument(path) && format.Name is "tmx" or "xliff" or "po");

    private long Lines(InputFile file, Action<TermOccurrence> found, CancellationToken cancellation)
    {
        using var stream = file.Open();
        if (!InputDocuments.IsDocument(file.Name))
        {
            using var start = TextFile.OpenReader(stream, file.Name, new ReadLog());
            RefuseTermbase(start, file.Name);
            stream.Position = 0;
        }

        using var reader = TextFile.OpenReader(stream, file.Name, new ReadLog(problem => console.Say($"{problem.Location}: {problem.Message}")));
        var (count, isEmpty) = (0L, true);
        foreach (var piece in TextPieces.Read(reader))
        {
            if ((piece.Line & (Patience - 1)) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            isEmpty = isEmpty && string.IsNullOrWhiteSpace(piece.Text);
            count += Match(piece.Text, new TermOccurrence { Path = file.Name, Line = piece.Line, Column = piece.Column, Unit = "", Side = "" }, found);
        }

        if (isEmpty)
        {
            inputs.TellEmpty(file.Name);
        }

        return count;
    }

    private static void RefuseTermbase(TextReader start, string name)
    {
        var head = new char[ContentSniffer.Enough];
        if (ContentSniffer.TermbaseAdvice(new string(head, 0, start.ReadBlock(head))) is { } advice)
        {
            throw new InputException(SourceLocation.File(name), advice);
        }
    }

    private long Units(IUnitFormat format, InputFile file, Action<TermOccurrence> found, CancellationToken cancellation)
    {
        var report = new ReadReport(console);
        var log = report.StartFile(file.Name);
        using var stream = file.Open();
        var count = 0L;
        foreach (var unit in stream.Length == 0 ? FormatCatalog.ReadUnits(stream, file.Name, log) : format.Read(stream, file.Name, log))
        {
            if ((unit.Number & (Patience - 1)) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            foreach (var side in (ReadOnlySpan<UnitSide>)[unit.Source, unit.Target])
            {
                count += Match(side.Segment.Text, new TermOccurrence
                {
                    Path = file.Name,
                    Line = (side.Location ?? unit.Location)?.Line ?? 0,
                    Column = 1,
                    Unit = unit.Id.Length > 0 ? unit.Id : unit.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    Side = ReferenceEquals(side, unit.Zh) ? "zh" : "en",
                }, found);
            }
        }

        if (report.End(file.Name, log) != CliApp.Fine)
        {
            inputs.Fail();
        }

        return count;
    }

    private int Match(string text, TermOccurrence place, Action<TermOccurrence> found)
    {
        var (at, column, matches) = (0, place.Column, matcher.Match(text));
        foreach (var match in matches)
        {
            column += TextPieces.CodePoints(text.AsSpan(at, match.Span.Start - at));
            at = match.Span.Start;
            var seen = match.Span.Of(text);
            found(place with { Column = column, Length = TextPieces.CodePoints(seen), Text = seen, Match = match });
        }

        return matches.Length;
    }
}
