using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A reference to an article, box or table that the document does not have. See <c>DanglingReference.md</c>.</summary>
public sealed partial class DanglingReference : DocumentRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB331", "dangling-reference", "引用不存在的条款或表格", "A reference to what the document does not have", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        var blocks = document.Document.Blocks.Where(static b => b.Kind is not BlockKind.Code).ToList();
        var own = blocks.Select(static b => Heading().Match(b.Text)).Where(static m => m.Success)
            .ToLookup(static m => m.Groups["kind"].Value.ToLowerInvariant(), static m => m.Groups["n"].Value, StringComparer.Ordinal);
        // "Section IV" of a text whose headings are "I.", "II.", "III.".
        var roman = blocks.Select(static b => RomanHeading().Match(b.Text)).Where(static m => m.Success).Select(static m => m.Groups[1].Value).ToList();
        Nested(document, blocks, roman, context);
        Decimal(document, blocks, context);
        foreach (var block in blocks)
        {
            var heading = Heading().Match(block.Text);
            foreach (Match match in Reference().Matches(block.Text))
            {
                // Kinds of which the document itself has two or more: else another document's is meant.
                var kind = match.Groups["kind"].Value.ToLowerInvariant();
                var numbers = own[kind].ToHashSet(StringComparer.Ordinal);
                if (numbers.Count == 0 && kind is "section" or "part" or "chapter" && match.Groups["n"].Value.All(static c => c is 'I' or 'V' or 'X'))
                {
                    numbers = [.. roman];
                }

                if (numbers.Count < 2 || (heading.Success && match.Index < heading.Length) || numbers.Contains(match.Groups["n"].Value)
                    || OfAnother().IsMatch(block.Text[(match.Index + match.Length)..]) || block.Text[..match.Index].TrimEnd().EndsWith("’s", StringComparison.Ordinal)
                    || block.Text[..match.Index].TrimEnd().EndsWith("'s", StringComparison.Ordinal) || InQuotes(block.Text, match.Index))
                {
                    continue;
                }

                context.Report(
                    document, block, new TextSpan(match.Index, match.Length),
                    string.Create(CultureInfo.InvariantCulture, $"there is no {match.Value} here (the last is {numbers.Last()})"), f => f with { En = [match.Value] });
            }
        }
    }

    // "Section II (iv)" where II has (i) to (iii) only; and "see note 7" of six.
    private static void Nested(LintDocument document, List<Block> blocks, List<string> roman, LintContext context)
    {
        var parts = new HashSet<(string, string)>();
        var (part, last) = ("", new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var block in blocks)
        {
            part = RomanHeading().Match(block.Text) is { Success: true } h ? h.Groups[1].Value : part;
            if (Inner().Match(block.Text) is { Success: true } inner)
            {
                parts.Add((part, inner.Groups["inner"].Value));
                last[part] = inner.Groups["inner"].Value;
            }
        }

        var notes = document.Document.Footnotes.Select(static n => n.Number).ToHashSet(StringComparer.Ordinal);
        foreach (var block in blocks)
        {
            foreach (Match match in NestedReference().Matches(block.Text))
            {
                var (outer, inner) = (match.Groups["outer"].Value, match.Groups["inner"].Value);
                if (roman.Contains(outer, StringComparer.Ordinal) && last.TryGetValue(outer, out var end) && end != "i" && !parts.Contains((outer, inner)) && !OfAnother().IsMatch(block.Text[(match.Index + match.Length)..]))
                {
                    context.Report(document, block, new TextSpan(match.Index, match.Length), $"there is no {match.Value} here (the last of {outer} is {end})", f => f with { En = [match.Value] });
                }
            }

            foreach (Match match in NoteReference().Matches(block.Text))
            {
                if (notes.Count >= 2 && !notes.Contains(match.Groups["n"].Value))
                {
                    context.Report(document, block, new TextSpan(match.Groups["note"].Index, match.Groups["note"].Length), $"there is no {match.Groups["note"].Value} here", f => f with { En = [match.Value] });
                }
            }
        }
    }

    // "Section 5.2" of a text whose last heading is "4.3 Rules".
    private static void Decimal(LintDocument document, List<Block> blocks, LintContext context)
    {
        var own = blocks.Select(static b => DecimalHeading().Match(b.Text)).Where(static m => m.Success).Select(static m => m.Groups["n"].Value).ToList();
        if (own.Count < 3)
        {
            return;
        }

        foreach (var block in blocks)
        {
            foreach (var match in DecimalReference().Matches(block.Text).Where(m => !own.Contains(m.Groups["n"].Value) && !OfAnother().IsMatch(block.Text[(m.Index + m.Length)..]) && !InQuotes(block.Text, m.Index)))
            {
                context.Report(document, block, new TextSpan(match.Index, match.Length), $"there is no {match.Value} here (the last is {own[^1]})", f => f with { En = [match.Value] });
            }
        }
    }

    [GeneratedRegex(@"^(?:#+ +)?(?:\*{1,2})?(?<n>\d{1,2}\.\d{1,2})\.? \p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalHeading();

    [GeneratedRegex(@"\b[Ss]ection (?<n>\d{1,2}\.\d{1,2})(?![\d.]*\d)", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalReference();

    private static bool InQuotes(string text, int at) => text[..at].Count(static c => c == '"') % 2 == 1 || text[..at].LastIndexOf('“') > text[..at].LastIndexOf('”');

    [GeneratedRegex(@"^(?:#+ +)?(?:\*{1,2})?([IVX]+)\. \p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex RomanHeading();

    [GeneratedRegex(@"^(?:#+ +)?(?:\*{1,2})?(?<kind>Article|Chapter|Section|Part|Box|Table|Figure|Annex|Appendix|Attachment|Schedule|Exhibit|Column) (?<n>\d{1,3}|[IVX]+|[A-Z])(?=[\s.:*]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\b(?<kind>Article|Chapter|Section|Part|Box|Table|Figure|Annex|Appendix|Attachment|Schedule|Exhibit|Column) (?<n>\d{1,3}|[IVX]+|[A-Z])(?![\w\-])", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^(?:#+ +)?(?:\*{1,2})?\((?<inner>[ivx]+)\) ", RegexOptions.CultureInvariant)]
    private static partial Regex Inner();

    [GeneratedRegex(@"\b(?:Section|Part|Chapter|section|part|chapter) (?<outer>[IVX]+)(?:,? ?(?:item |subsection |paragraph )?)\((?<inner>[ivx]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex NestedReference();

    [GeneratedRegex(@"(?:\b[Ss]ee (?:also )?|\b[Ii]n |\b[Ss]ee the translator['’]s )\(?(?<note>(?:[Ff]oot)?[Nn]ote (?<n>\d{1,2}))(?= (?:above|below)\b|[.,;)])", RegexOptions.CultureInvariant)]
    private static partial Regex NoteReference();

    [GeneratedRegex(@"^(?:,? (?:paragraph|item|section|clause) [\w()]+)?,? (?:of|in|under) (?!this\b|these\b)(?:the |that |those |its )?[""“*_《]*(?:\p{Lu}|same|latter|former|said|aforementioned|above)", RegexOptions.CultureInvariant)]
    private static partial Regex OfAnother();
}
