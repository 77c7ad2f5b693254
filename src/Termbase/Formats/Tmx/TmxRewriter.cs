using System.Text;
using System.Xml;
using Termbase.Formats.Xliff;
using Termbase.Model;

namespace Termbase.Formats.Tmx;

/// <summary>
/// Writes a TMX file back with some of its translations filled in or changed; everything else is copied character by character. Units that
/// hold one of the two languages only are shown with an empty target. Constant memory. Thread-safe.
/// </summary>
public static class TmxRewriter
{
    private const int DeepestNesting = 100;

    /// <summary>
    /// Rewrites a file; <paramref name="change"/> gets every unit with a Chinese or an English side and gives null to leave it. What a match
    /// fills gets the properties <c>x-match</c> (the score), <c>x-match-origin</c> and, for a draft, <c>x-status</c>. Both streams are left open.
    /// </summary>
    /// <exception cref="InputException">The file is no well-formed TMX, or its encoding does not allow writing it back as it was.</exception>
    public static RewriteResult Fill(
        Stream original, Stream output, Func<TranslationUnit, UnitChange?> change, string path = "-", ReadLog? log = null)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(change);
        return ExactText.Guard(path, () => Copy(original, output, change, path, log ?? new ReadLog()));
    }

    private static RewriteResult Copy(Stream original, Stream output, Func<TranslationUnit, UnitChange?> change, string path, ReadLog log)
    {
        using var text = ExactText.Open(original, path, log);
        using var recorder = new RecordingReader(text.Reader);
        using var xml = XmlReader.Create(recorder, XliffScanner.Settings);
        using var writer = text.Writer(output);
        var scanner = new TmxTextScanner(xml, recorder, path, DeepestNesting);
        long written = 0, segments = 0, changedCount = 0;
        var previous = "";
        while (scanner.Next() is { } found)
        {
            if (found.ToUnit(previous) is { } unit)
            {
                segments++;
                previous = unit.Source.Segment.Text;
                if (change(unit) is { } changed && TmxUnitEdits.Of(found, unit, changed, recorder, text.Encoding, Lost) is { Count: > 0 } edits)
                {
                    changedCount++;
                    foreach (var (from, to, replacement) in edits)
                    {
                        writer.Write(recorder.Slice(written, from));
                        writer.Write(replacement);
                        written = to;
                    }
                }
            }

            writer.Write(recorder.Slice(written, found.End));
            recorder.LetGo(written = found.End);

            void Lost(string message) => log.Note(SourceLocation.AtLine(path, found.Line), found.Id, "code-lost", message);
        }

        writer.Write(recorder.From(written));
        text.CopyRest(writer);
        return new RewriteResult(segments, changedCount);
    }
}
