using System.Collections.Immutable;
using Termbase.Linting;
using Termbase.Model;

namespace Termbase.Tests.Linting;

/// <summary>
/// An example of a rule's page: a block fenced as <c>bad</c> (<c>bad info</c> where that is the severity) or <c>good</c>, with the
/// <c>termbase</c> block before it and the <c>fixed</c> block after it.
/// </summary>
internal sealed record PageExample(RuleInfo Rule, int Line, bool IsBad, Severity Severity, string Text, string Termbase, string? Fixed)
{
    /// <summary>Whether its lines are units, <c>zh TAB en</c>, rather than a document.</summary>
    public bool IsBitext { get; init; }

    public static IEnumerable<PageExample> All => RuleCatalog.Rules.SelectMany(rule => Of(rule, RuleCatalog.Page(rule) ?? ""));

    public static List<PageExample> Of(RuleInfo rule, string page)
    {
        var examples = new List<PageExample>();
        var termbase = "";
        foreach (var (kind, line, text) in Blocks(page))
        {
            switch (kind.Split(' ')[0])
            {
                case "termbase":
                    termbase = text;
                    break;
                case "bad" or "good":
                    var words = kind.Split(' ');
                    var severity = words.Contains("info") ? Severity.Info : rule.Code == "TB421" && !words.Contains("error") ? Severity.Warning : rule.Severity;
                    examples.Add(new PageExample(rule, line, kind.StartsWith("bad", StringComparison.Ordinal), severity, text, termbase, null) { IsBitext = words.Contains("bitext") });
                    termbase = "";
                    break;
                case "fixed":
                    examples[^1] = examples[^1] with { Fixed = text };
                    break;
                default:
                    throw new InvalidOperationException($"{rule.Name}, line {line}: no such kind of block: {kind}");
            }
        }

        return examples;
    }

    public Glossary Glossary()
    {
        var rows = Termbase.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split(',')).ToList();
        return rows.Count == 0 ? Model.Glossary.Empty : new Glossary(rows.Skip(1).Select(row => Row(rows[0], row)));
    }

    private static Rendering Row(string[] header, string[] cells)
    {
        string Cell(string name) => Array.IndexOf(header, name) is >= 0 and var at && at < cells.Length ? cells[at] : "";
        return new Rendering
        {
            Concept = Cell("zh"),
            Zh = Cell("zh"),
            En = Cell("en"),
            Status = Cell("status") is { Length: > 0 } status ? Enum.Parse<TermStatus>(status, ignoreCase: true) : TermStatus.Proposed,
            When = [.. Cell("when").Split('|', StringSplitOptions.RemoveEmptyEntries)],
            Check = Cell("check") is { Length: > 0 } check ? Enum.Parse<CheckMode>(check, ignoreCase: true) : CheckMode.Default,
            By = "editor",
        };
    }

    private static IEnumerable<(string Kind, int Line, string Text)> Blocks(string page)
    {
        var lines = page.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                var start = i + 1;
                var end = Array.IndexOf(lines, "```", start);
                yield return (lines[i][3..].Trim(), start, string.Join('\n', lines[start..end]));
                i = end;
            }
        }
    }
}
