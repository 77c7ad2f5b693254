using System.Buffers;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>必须, 应, 可, 鼓励 or 不得 beside English that binds more or less. See <c>ModalMismatch.md</c>.</summary>
public sealed partial class ModalMismatch : DocumentRule
{
    // How the words begin that a gloss must hold (see its pattern): characters are searched faster than words.
    private static readonly SearchValues<char> Beginnings = SearchValues.Create("必务应可鼓不严");

    // The English that a gloss belongs to stands right before it, and is several times as long.
    private const int Reach = 60;
    private const int ReachOfCharacter = 10;

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB350", "modal-mismatch", "情态词轻重与中文不符", "A modal that binds more or less than the Chinese", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        Block? previous = null;
        var wasChinese = false;
        foreach (var block in document.Document.Blocks.Where(static b => b.Kind is not BlockKind.Code and not BlockKind.FrontMatter))
        {
            Glosses(document, block, context);
            var isChinese = IsChinese(block.Text);
            if (previous is not null && wasChinese != isChinese)
            {
                Lines(document, isChinese ? block : previous, isChinese ? previous : block, context);
            }

            (previous, wasChinese) = (block, isChinese);
        }
    }

    // must (必须); may (可以): the words before the bracket, back to the end of the clause.
    private static void Glosses(LintDocument document, Block block, LintContext context)
    {
        foreach (Match gloss in block.Text.AsSpan().ContainsAny(Beginnings) ? Gloss().Matches(block.Text) : Enumerable.Empty<Match>())
        {
            var chinese = Modals.InChinese(gloss.Groups["zh"].Value);
            var from = Math.Max(0, gloss.Index - Math.Max(Reach, ReachOfCharacter * gloss.Groups["zh"].Length));
            var before = block.Text[from..gloss.Index];
            var clause = before.LastIndexOfAny(['.', ';', ':', '(', ')', ',']) + 1;
            if (!chinese.IsEmpty && Modals.Conflict(chinese, before[clause..]) is { } conflict)
            {
                Report(document, block, new TextSpan(from + clause + conflict.Word.Start, conflict.Word.Length), gloss.Groups["zh"].Value, conflict.Zh, context);
            }
        }
    }

    // A Chinese paragraph and its English one, sentence by sentence where both have as many.
    private static void Lines(LintDocument document, Block zh, Block en, LintContext context)
    {
        if (en.Text.Length < zh.Text.Length || en.Text.Length > zh.Text.Length * 8 || Han.Count(en.Text) * 4 > en.Text.Length)
        {
            return;
        }

        var (mine, theirs) = (document.Reading.Sentences(zh), document.Reading.Sentences(en));
        if (mine.Length != theirs.Length)
        {
            (mine, theirs) = ([new TextSpan(0, zh.Text.Length)], [new TextSpan(0, en.Text.Length)]);
        }

        for (var i = 0; i < mine.Length; i++)
        {
            var chinese = Modals.InChinese(mine[i].Of(zh.Text));
            if (!chinese.IsEmpty && Modals.Conflict(chinese, theirs[i].Of(en.Text)) is { } conflict)
            {
                Report(document, en, new TextSpan(theirs[i].Start + conflict.Word.Start, conflict.Word.Length), chinese[0].Span.Of(mine[i].Of(zh.Text)), conflict.Zh, context);
            }
        }
    }

    // Half of the letters, six at least.
    private static bool IsChinese(string text)
    {
        var (han, letters) = (Han.Count(text), 0);
        for (var i = 0; i < text.Length && letters < han * 2; i++)
        {
            letters += char.IsLetter(text[i]) ? 1 : 0;
        }

        return han >= 6 && letters < han * 2;
    }

    private static void Report(LintDocument document, Block block, TextSpan span, string zh, Force force, LintContext context) =>
        context.Report(
            document, block, span, $"\"{span.Of(block.Text)}\" does not bind as {zh} does ({Usual(force)})",
            f => f with { Zh = [zh], En = [span.Of(block.Text)], Suggestion = Usual(force) });

    internal static string Usual(Force force) =>
        force switch { Force.Must => "must", Force.Should => "should", Force.May => "may", Force.Encourage => "encourage", _ => "must not" };

    [GeneratedRegex(@" ?[(（][""“]?(?<zh>(?=\p{IsCJKUnifiedIdeographs}{0,4}(?:必须|务必|应|可|鼓励|不得|严禁))[^()（）;；]{1,24}?)[""”]?(?:[;；][^()（）]*)?[)）]", RegexOptions.CultureInvariant)]
    private static partial Regex Gloss();
}
