using System.Globalization;
using Termbase.Documents;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A footnote marker without a note, or a note without a marker. See <c>UnmatchedFootnote.md</c>.</summary>
public sealed class UnmatchedFootnote : DocumentRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB301", "unmatched-footnote", "脚注编号与注文不对应", "A footnote marker without a note, or the reverse", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        var read = document.Document;
        if (read.Footnotes.IsEmpty && read.LooseMarkers.Length > 0)
        {
            Report(read.LooseMarkers[0], FormattableString.Invariant($"{read.LooseMarkers.Length} footnote markers, and no note in the whole document"));
            return;
        }

        foreach (var marker in read.LooseMarkers)
        {
            Report(marker, $"marker {marker.Number}: there is no such note");
        }

        foreach (var note in read.Footnotes.Where(static n => n.AnchorBlock is null))
        {
            context.Report(document, note.Block, new TextSpan(0, FirstWords(note.Block.Text)), $"note {note.Number}: no marker for it in the text");
        }

        Order(document, context);

        void Report(LooseMarker marker, string message) => context.Report(
            read.Source.Locate(new TextSpan(marker.Place, Length(read.Source.Text, marker.Place))),
            message,
            finding => finding with { Identity = marker.Number + marker.Block.Text[Math.Max(0, marker.Offset - 30)..marker.Offset] });
    }

    // [^4] as a whole; a raised number is one character.
    private static int Length(string text, int at) => text[at] == '[' && text.IndexOf(']', at) is > 0 and var end ? end + 1 - at : 1;

    // Whole words only, without the sign behind them.
    private static int FirstWords(string text)
    {
        var end = text.Length <= Shown ? text.Length : text.LastIndexOf(' ', Shown) is > 0 and var space ? space : Shown;
        while (end > 1 && !char.IsLetterOrDigit(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    private const int Shown = 20;

    // Marker 4 before marker 3. Where numbers begin anew (on each page) nothing is said.
    private static void Order(LintDocument document, LintContext context)
    {
        var notes = document.Document.Footnotes.Where(static n => n.AnchorBlock is not null && n.Number.All(char.IsAsciiDigit)).OrderBy(static n => n.AnchorBlock!.Index).ThenBy(static n => n.AnchorOffset).ToList();
        for (var i = 1; i < notes.Count; i++)
        {
            var (before, here) = (int.Parse(notes[i - 1].Number, CultureInfo.InvariantCulture), int.Parse(notes[i].Number, CultureInfo.InvariantCulture));
            if (here == before - 1 && here > 1 && !notes.Take(i - 1).Any(n => n.Number == notes[i].Number))
            {
                var text = notes[i].AnchorBlock!.Text;
                var at = Math.Min(notes[i].AnchorOffset, text.Length);
                context.Report(document, notes[i].AnchorBlock!, TextSpan.FromBounds(at == 0 ? 0 : text.LastIndexOf(' ', at - 1) + 1, at), $"marker {notes[i].Number} stands behind marker {notes[i - 1].Number}", f => f with { En = [notes[i].Number] });
            }
        }
    }
}
