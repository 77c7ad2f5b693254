using System.CommandLine;
using Termbase.Cli.Options;
using Termbase.Cli.Rendering;
using Termbase.Formats;
using Termbase.Model;
using Termbase.Workspaces;

namespace Termbase.Cli.Commands;

/// <summary><c>import FILE</c>: an edited termbase comes back as changes, listed before they are made.</summary>
internal static class ImportCommand
{
    public const string Example = "termbase import terms.xlsx\ntermbase import terms.xlsx --apply";

    public static Command Create(CliConsole console)
    {
        var file = new Argument<string>("FILE") { Description = "A termbase: xlsx, csv, tbx, …; - is standard input." };
        var apply = new Option<bool>("--apply") { Description = "Make the changes in the glossary files." };
        var columns = new Option<string>("--columns") { Description = "Which columns hold what: zh=COLUMN,en=COLUMN (header or number).", HelpName = "LIST" };
        var source = new Option<string>("--from") { Description = "The format of FILE, where neither name nor content tells.", HelpName = "FORMAT" };
        var encoding = EncodingOption.Create();
        var format = FormatOption.Of("text", "json");
        var command = new Command("import", "List what an edited termbase changes in the glossary; --apply makes the changes.") { file, apply, columns, source, encoding, format };
        command.SetAction(parsed =>
        {
            var workspace = GlobalOptions.Open(parsed, console);
            var path = parsed.GetValue(file)!;
            using var input = InputFile.Of(console, path, parsed.GetValue(source), parsed.GetValue(encoding));
            path = input.Name;
            var terms = TermFormats.ForPath(input.Hint) ?? throw new InputException($"{path}: no format of terms is known by this ending. Known: {string.Join(" ", TermFormats.All.SelectMany(static f => f.Extensions).Distinct(StringComparer.Ordinal))}");
            var report = new ReadReport(console);
            var log = report.StartFile(path);
            var options = new TermReadOptions { Columns = ConvertCommand.Columns(parsed.GetValue(columns)) };
            var sentences = new List<Model.Rendering>();
            var plan = TermImport.Plan(workspace, TermFormats.Read(terms, input.Open(), path, options, log).Select(c => c with { Renderings = c.Renderings.RemoveAll(r => IsSentence(r, sentences)) }));
            var status = report.End(path, log);
            if (sentences is [var first, ..])
            {
                console.Error.WriteLine(FormattableString.Invariant(
                    $"{path}: left out {sentences.Count} {(sentences.Count == 1 ? "sentence, which is no term" : "sentences, which are no terms")} (first: line {first.Location?.Line ?? 0}, {first.Zh}); where it is a memory, put it into tmx/, and find its terms with: termbase mine {path}"));
            }

            if (parsed.GetValue(format) is "json")
            {
                WriteJson(console.Out, plan.Changes);
            }
            else
            {
                foreach (var change in plan.Changes)
                {
                    console.Out.WriteLine(change.ToString());
                }
            }

            if (parsed.GetValue(apply))
            {
                console.Say($"{plan.Apply(console.Say)} changes made.");
            }
            else if (plan.Changes.Any(static c => !c.IsMissing))
            {
                console.Say("Nothing is changed yet; --apply makes the changes.");
            }
            else
            {
                console.Say("No changes.");
            }

            return status;
        });
        return command;
    }

    // What ends as a sentence does on both sides, and is not called a phrase or title.
    private static bool IsSentence(Model.Rendering row, List<Model.Rendering> sentences)
    {
        var isOne = row is { ZhType: TermType.Full, EnType: TermType.Full } && row.Zh.TrimEnd('”', '"', '’', '）', ')') is [.., '。' or '！' or '？' or '!' or '?' or '.']
            && row.En.TrimEnd('”', '"', '’', ')') is [.., '.' or '!' or '?'];
        if (isOne)
        {
            sentences.Add(row);
        }

        return isOne;
    }

    private static void WriteJson(TextWriter output, IReadOnlyList<TermChange> changes) => JsonOutput.Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var change in changes)
        {
            json.WriteStartObject();
            json.WriteString("change", change.IsNew ? "added" : change.IsMissing ? "missing" : "changed");
            json.Member("concept", change.Concept);
            json.WriteString("zh", change.Zh);
            json.WriteString("en", change.En);
            json.Member("column", change.Column);
            json.Member("before", change.Before);
            json.Member("after", change.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
