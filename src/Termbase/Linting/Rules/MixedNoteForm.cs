using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>Translator's notes that begin or end in different ways. See <c>MixedNoteForm.md</c>.</summary>
public sealed partial class MixedNoteForm : DocumentRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB354", "mixed-note-form", "译注格式不一", "Translator's notes in different forms", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        var leads = document.Document.Blocks.Where(static b => b.Kind is not BlockKind.Code)
            .SelectMany(static b => Lead().Matches(b.Text).Select(m => (Block: b, Span: new TextSpan(m.Index, m.Length), Form: m.Value.Replace('’', '\''), Inline: m.Index > 1 || b.Text[0] is '[' or '(')))
            .ToList();
        foreach (var kind in leads.GroupBy(static l => l.Inline))
        {
            var forms = kind.GroupBy(static l => l.Form, StringComparer.Ordinal).OrderByDescending(static g => g.Count()).ToList();
            foreach (var other in forms.Skip(1))
            {
                var (block, span, form, _) = other.First();
                context.Report(
                    document, block, span, string.Create(CultureInfo.InvariantCulture, $"\"{form}\" ×{other.Count()}, \"{forms[0].Key}\" ×{forms[0].Count()}"),
                    f => f with
                    {
                        En = [span.Of(block.Text), forms[0].Key],
                        Suggestion = forms[0].Key,
                        Identity = $"{form}|{forms[0].Key}",
                        Related = [.. other.Skip(1).Select(o => new RelatedPlace(document.Document.Locate(o.Block, o.Span), "here"))],
                    });
            }
        }

        Kinds(document, leads, context);
        Ends(document, context);
    }

    // [TN: …] in the text where all others are footnotes that begin in other words.
    private static void Kinds(LintDocument document, List<(Block Block, TextSpan Span, string Form, bool Inline)> leads, LintContext context)
    {
        var (inline, notes) = (leads.FindAll(static l => l.Inline), leads.FindAll(static l => !l.Inline));
        var (few, many) = inline.Count < notes.Count ? (inline, notes) : (notes, inline);
        if (few.Count == 0 || many.Count < 2 || few.Count * 2 > many.Count || few.Exists(f => many.Exists(m => Letters(m.Form) == Letters(f.Form))))
        {
            return;
        }

        var (block, span, form, isInline) = few[0];
        context.Report(
            document, block, span, string.Create(CultureInfo.InvariantCulture, $"\"{form}\" {(isInline ? "in the text" : "in a footnote")} ×{few.Count}, \"{many[0].Form}\" {(isInline ? "in footnotes" : "in the text")} ×{many.Count}"),
            f => f with
            {
                En = [form, many[0].Form],
                Identity = $"{form}|{many[0].Form}",
                Related = [.. few.Skip(1).Select(o => new RelatedPlace(document.Document.Locate(o.Block, o.Span), "here"))],
            });
    }

    private static string Letters(string form) => string.Concat(form.Where(char.IsAsciiLetter)).ToLowerInvariant().Replace("translators", "translator", StringComparison.Ordinal);

    // A note is a sentence; one that ends in an address has no full stop.
    private static void Ends(LintDocument document, LintContext context)
    {
        var notes = document.Document.Footnotes.Select(static n => n.Block).Where(static b => b.Text.Length > 20 && !AddressAtEnd().IsMatch(b.Text)).DistinctBy(static b => b.Index).ToList();
        // What a page break cut goes on somewhere else: only a note with the next one right behind it has surely ended.
        var blocks = document.Document.Blocks;
        var open = notes.FindAll(b => !Closed().IsMatch(b.Text) && (b.Index + 1 == blocks.Length || blocks[b.Index + 1].Kind == BlockKind.Note));
        if (open.Count == 0 || open.Count * 3 > notes.Count)
        {
            return;
        }

        foreach (var block in open)
        {
            var start = block.Text.LastIndexOf(' ') + 1;
            context.Report(
                document, block, TextSpan.FromBounds(start, block.Text.Length), "this note has no full stop; the others have", f => f with { En = [block.Text[start..]], Suggestion = block.Text[start..] + "." });
        }
    }

    [GeneratedRegex(@"(?:^|(?<=[\[(]))(?:Translator['’]?s?['’]? [Nn]otes?\b ?[:.,–—-]?|Translator [Nn]otes?\b ?[:.–—-]?|Translation [Nn]ote\b ?[:.–—-]?|Note (?:by|from|of) the [Tt]ranslator ?[:.–—-]?|T\.?N\.? ?[:–—-]|Trans\.? [Nn]ote ?[:.–—-]?|Tr\. [Nn]ote ?:?)", RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex(@"(?:https?://|www\.)\S*[>\])]?[.,]?$|\.(?:htm|html|pdf|docx?|cn|com|org)/?>?$", RegexOptions.CultureInvariant)]
    private static partial Regex AddressAtEnd();

    [GeneratedRegex(@"[.!?。！？…][""”’'»)\]*]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Closed();
}
