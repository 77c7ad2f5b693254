using System.Text.RegularExpressions;
using Termbase.Languages;
using Termbase.Mining;

namespace Termbase.Linting.Rules;

/// <summary>The rank of a body or the type of a document, where Chinese and English contradict each other. See <c>RankMismatch.md</c>.</summary>
public sealed partial class RankMismatch : DocumentRule
{
    // What the Chinese ends in, and the English words that never stand for it. The longest ending counts.
    private static readonly (string Zh, string[] Never)[] Ranks =
    [
        ("委员会", ["Ministry", "Bureau", "Department", "Division"]), ("部", ["Bureau", "Commission", "Committee", "Division"]),
        ("局", ["Ministry", "Commission", "Committee"]), ("司", ["Ministry", "Commission", "Committee"]),
        ("厅", ["Ministry", "Commission", "Committee"]), ("处", ["Ministry", "Commission", "Committee", "Bureau"]), ("委", ["Ministry", "Bureau", "Division"]),
    ];

    private static readonly (string Zh, string[] Never)[] Types =
    [
        ("条例", ["Opinions", "Opinion", "Measures", "Provisions", "Notice", "Plan", "Outline", "Decision"]), ("办法", ["Opinions", "Opinion", "Regulations", "Provisions", "Notice", "Plan", "Outline", "Decision", "Law"]),
        ("意见", ["Measures", "Regulations", "Provisions", "Notice", "Plan", "Law", "Decision"]), ("规划", ["Opinions", "Opinion", "Measures", "Regulations", "Provisions", "Notice", "Law", "Decision"]),
        ("计划", ["Opinions", "Opinion", "Measures", "Regulations", "Provisions", "Notice", "Law", "Decision"]), ("方案", ["Opinions", "Opinion", "Regulations", "Notice", "Law", "Decision"]),
        ("纲要", ["Opinions", "Opinion", "Measures", "Regulations", "Provisions", "Notice", "Law", "Decision"]), ("规定", ["Opinions", "Opinion", "Measures", "Notice", "Plan", "Outline", "Law"]),
        ("通知", ["Opinions", "Opinion", "Measures", "Regulations", "Plan", "Outline", "Law", "Decision"]), ("决定", ["Opinions", "Opinion", "Measures", "Regulations", "Notice", "Plan", "Law"]),
    ];

    // Where one document uses two words for these ranks, or one for two of them, they are to be kept apart: the right word and the one that is another's.
    private static readonly (string Zh, string Right, string Other)[] Apart = [("厅", "Department", "Bureau"), ("司", "Department", "Bureau"), ("局", "Bureau", "Department"), ("处", "Division", "Department")];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB313", "rank-mismatch", "机构级别或文件种类中英不符", "Rank of a body or type of a document differs from the Chinese", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        var uses = document.Pairs.Where(static p => p.En.Any(char.IsAsciiLetterUpper)).Select(static p => (Zh: ChineseScript.ToSimplified(p.Zh), En: Head(p.En))).ToList();
        foreach (var pair in document.Pairs.Where(static p => p.Confidence >= 0.5 && p.En.Length > 0 && (p.Kind == GlossKind.Title || p.En.Any(char.IsAsciiLetterUpper))))
        {
            var zh = ChineseScript.ToSimplified(Brackets().Replace(pair.Zh, "").Trim('《', '》', '"', '“', '”', ' '));
            var isTitle = pair.Zh.Contains('《', StringComparison.Ordinal) || pair.Kind == GlossKind.Title;
            var head = Head(pair.En);
            foreach (var (ending, never) in isTitle ? Types : Ranks)
            {
                if (zh.Length < ending.Length + 2 || !zh.EndsWith(ending, StringComparison.Ordinal))
                {
                    continue;
                }

                // Where the English has the right word beside it, its order is only not the Chinese one.
                var mixed = !isTitle && Apart.Any(a => a.Zh == ending && a.Other == head && uses.Exists(u => IsKept(u, a)));
                if (mixed || (never.Contains(head, StringComparer.Ordinal) && !Own(isTitle, ending).Any(w => pair.En.Contains(w, StringComparison.OrdinalIgnoreCase))))
                {
                    context.Report(
                        pair.EnLocation,
                        $"{ending} is not \"{head}\": {pair.Zh} is glossed as \"{pair.En}\"",
                        f => f with { Zh = [pair.Zh], En = [pair.En], Identity = $"{pair.Zh}|{pair.En}" });
                }

                break;
            }
        }
    }

    // The document has the right word for this rank, or this word for the rank that it belongs to.
    private static bool IsKept((string Zh, string En) use, (string Zh, string Right, string Other) apart) =>
        (use.Zh.EndsWith(apart.Zh, StringComparison.Ordinal) && use.En == apart.Right)
        || Apart.Any(a => a.Zh != apart.Zh && a.Right == apart.Other && use.Zh.Length > 2 && use.Zh.EndsWith(a.Zh, StringComparison.Ordinal) && use.En == apart.Other);

    private static string[] Own(bool isTitle, string ending) => isTitle
        ? ending switch
        {
            "条例" => ["Regulation", "Ordinance", "Rules"],
            "办法" => ["Measures", "Method", "Procedure", "Rules"],
            "意见" => ["Opinion", "Guideline", "Views"],
            "规划" or "计划" or "方案" => ["Plan", "Program", "Scheme", "Proposal"],
            "纲要" => ["Outline", "Program", "Guideline", "Essentials", "Plan"],
            "规定" => ["Provision", "Regulation", "Rules", "Stipulation"],
            "通知" => ["Notice", "Circular", "Notification"],
            _ => ["Decision"],
        }
        : ending switch
        {
            "委员会" or "委" => ["Commission", "Committee", "Council", "Board"],
            "部" => ["Ministry", "Department", "Headquarters"],
            "局" => ["Bureau", "Administration", "Office", "Agency"],
            "司" or "厅" => ["Department", "Bureau", "Office"],
            _ => ["Division", "Office", "Section", "Department", "Secretariat"],
        };

    // The word that "of", "for" or "on" follows, else the last one.
    private static string Head(string english)
    {
        // Before a title a verb may have been taken along.
        var first = english.AsSpan().IndexOfAnyInRange('A', 'Z');
        var words = Brackets().Replace(english[Math.Max(0, first)..], "").Trim('"', '“', '”', '*', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var link = Array.FindIndex(words, static w => w is "of" or "for" or "on");
        return (link > 0 ? words[link - 1] : words.LastOrDefault("")).Trim(',', '"', '”');
    }

    [GeneratedRegex(@"\s*[（(\[][^（()）\]]*[)）\]]", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();
}
