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

    private static bool InQuotes(string text, int at) => text[..at].Count(static c => c == '"') % 2 == 1 || text[..at].LastIndexOf('“') > text[..at].LastIndexOf('”');

    [GeneratedRegex(@"^(?:#+ +)?(?:\*{1,2})?([IVX]+)\. \p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex RomanHeading();

    [GeneratedRegex(@"^(?:#+ +)?(?:\*{1,2})?(?<kind>Article|Chapter|Section|Part|Box|Table|Figure|Annex|Appendix) (?<n>\d{1,3}|[IVX]+|[A-Z])(?=[\s.:*]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\b(?<kind>Article|Chapter|Section|Part|Box|Table|Figure|Annex|Appendix) (?<n>\d{1,3}|[IVX]+|[A-Z])(?![\w\-])", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^(?:,? (?:paragraph|item|section|clause) [\w()]+)?,? (?:of|in|under) (?!this\b|these\b)(?:the |that |those |its )?[""“*_《]*(?:\p{Lu}|same|latter|former|said|aforementioned|above)", RegexOptions.CultureInvariant)]
    private static partial Regex OfAnother();
}
