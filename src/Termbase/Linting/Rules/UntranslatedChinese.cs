using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Languages;
using Termbase.Mining;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>Chinese left over in English text. See <c>UntranslatedChinese.md</c>.</summary>
public sealed partial class UntranslatedChinese : DocumentRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB107", "untranslated-chinese", "英文中遗留未译中文", "Chinese left over in English text", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        foreach (var pair in document.Pairs.Where(static p => p is { En.Length: 0, Kind: GlossKind.Bare, Block.Kind: BlockKind.Paragraph or BlockKind.ListItem or BlockKind.TableRow }))
        {
            var text = pair.Block.Text;
            if (IsEnglish(text) && !Note().IsMatch(text) && !IsCell(pair) && document.Reading.Levels(pair.Block)[pair.ZhSpan.Start] < 0 && (IsThing(text, pair.ZhSpan.Start) || !IsDiscussed(text, pair.ZhSpan)))
            {
                context.Report(
                    document, pair.Block, pair.ZhSpan, $"{pair.Zh} stands here with no English beside it", finding => finding with { Zh = [pair.Zh] });
            }
        }
    }

    // A quarter of letters in Chinese: a bilingual line.
    private static bool IsEnglish(string text) => 4 * Han.Count(text) < text.Count(char.IsLetter);

    private static bool IsCell(MinedPair pair) =>
        pair.Block.Kind == BlockKind.TableRow
        && (pair.ZhSpan.Start == 0 || pair.Block.Text[pair.ZhSpan.Start - 1] is '\t' or '|' || pair.Block.Text[..pair.ZhSpan.Start].TrimEnd(' ').EndsWith('|'));

    // "The 林长制 was introduced": behind an article a thing stands, and no word that is spoken of.
    private static bool IsThing(string text, int at) => Article().IsMatch(text.AsSpan(0, at)[^Math.Min(at, 12)..]);

    [GeneratedRegex(@"(?:^|[\s(])(?i:the|an?|this|these|each|every|its|our|their) $", RegexOptions.CultureInvariant)]
    private static partial Regex Article();

    // "The term 社会资本 means", "社会资本, literally", a name with its Chinese behind it (Li Wei 李伟), a quotation.
    private static bool IsDiscussed(string text, TextSpan span) =>
        Before().IsMatch(text.AsSpan(0, span.Start)[^Math.Min(span.Start, 60)..]) || After().IsMatch(text.AsSpan(span.End, Math.Min(60, text.Length - span.End)));

    [GeneratedRegex(@"(?i:\b(?:terms?|words?|characters?|phrases?|chinese|written|called|name|expression|pinyin|mandarin|original|(?:known|referred to|translated|rendered|written|described|read|defined|abbreviated|termed) as|for|is|or)\b[,:]?\s*[""“‘'(]?\s*$)|(?:^|\s)\p{Lu}[\p{L}'’\-]*\s+$|[""“‘《「、/·|]\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    [GeneratedRegex(@"^\[?(?:(?:Translator|Editor|Author)[’']?s?[’']? )?(?i:note)s?:", RegexOptions.CultureInvariant)]
    private static partial Regex Note();

    [GeneratedRegex(@"^[""”’'》」]?\s*(?:[,:]?\s*(?i:literally|lit\.|meaning|means|translated|rendered|refers?|(?:is|was|here|also)\b|(?:are|were|can|could|may|might|has|have)\b(?=.{0,30}\b(?:translat|render|refer|mean|sense|read|used|understood|written|characters)))|[(（=:—–]|- )", RegexOptions.CultureInvariant)]
    private static partial Regex After();
}
