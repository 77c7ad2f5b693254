using System.CommandLine;
using Termbase.Cli.Options;
using Termbase.Cli.Rendering;
using Termbase.Formats;
using Termbase.Formats.Csv;
using Termbase.Model;
using Termbase.Recognition;
using Termbase.Workspaces;

namespace Termbase.Cli.Commands;

/// <summary><c>recognize FILE</c>: every term occurrence in running text, line by line in constant memory.</summary>
internal static class RecognizeCommand
{
    public const string Example = "termbase recognize translation.txt\ntermbase recognize text.txt --glossary terms.csv --format tsv";

    public static Command Create(CliConsole console)
    {
        var file = new Argument<string>("FILE") { Description = "The text, in Chinese, English or both; - is standard input." };
        var glossaries = new Option<string[]>("--glossary", "-g") { Description = "Glossary files instead of the workspace's.", HelpName = "FILE", AllowMultipleArgumentsPerToken = true };
        var nested = new Option<bool>("--nested") { Description = "Terms inside longer terms too." };
        var format = FormatOption.Of("text", "tsv");
        var command = new Command("recognize", "Every occurrence of a glossary term in running text.") { file, glossaries, nested, format };
        command.SetAction((parsed, cancellation) =>
        {
            var log = new ReadReport(console).StartFile(parsed.GetValue(file)!);
            var unreadable = false;
            var named = parsed.GetValue(glossaries) ?? [];
            var workspace = named.Length > 0 ? null : GlobalOptions.Open(parsed, console);
            var glossary = workspace?.LoadGlossary(console, out unreadable) ?? GlossaryFolder.Load(named.Select(console.FullPath), log);
            if (unreadable || log.HasUnreadableFile)
            {
                return Task.FromResult(CliApp.BadInput);
            }

            var policy = MatchPolicy.Default with { Nested = parsed.GetValue(nested) ? NestedTerms.All : NestedTerms.Longest };
            var matcher = workspace is null ? TermMatcher.Create(glossary, policy) : new TermAutomatonIndex(workspace).Open(policy, console.Say, cancellation: cancellation);
            var path = parsed.GetValue(file)!;
            using var stream = path == "-" ? console.In() : TextFile.OpenStream(console.FullPath(path));
            using var reader = TextFile.OpenReader(stream, path, new ReadLog(problem => console.Say($"{problem.Location}: {problem.Message}")));
            path = path == "-" ? "<stdin>" : path;
            var tsv = parsed.GetValue(format) is "tsv";
            if (tsv)
            {
                console.Out.WriteLine("line\tcolumn\tlength\ttext\tconcept\tstatus");
            }

            long found = 0;
            for (var number = 1; reader.ReadLine() is { } line; number++)
            {
                cancellation.ThrowIfCancellationRequested();
                var (at, column) = (0, 1);
                foreach (var match in matcher.Match(line))
                {
                    column += CodePoints(line, at, match.Span.Start);
                    at = match.Span.Start;
                    var length = CodePoints(line, match.Span.Start, match.Span.End);
                    var row = match.Renderings[0];
                    found++;
                    console.Out.WriteLine(tsv
                        ? Tsv.Row(number, column, length, match.Span.Of(line), row.Concept, row.Status.ToString().ToLowerInvariant())
                        : $"{path}:{number}:{column}: {match.Span.Of(line)}  {(match.Side == TermSide.Zh ? row.En : row.Zh)}  [{row.Status.ToString().ToLowerInvariant()} {row.Concept}]");
                }
            }

            console.Say($"{path}: {found} {(found == 1 ? "occurrence" : "occurrences")} of {glossary.Concepts.Length} {(glossary.Concepts.Length == 1 ? "concept" : "concepts")}.");
            return Task.FromResult(CliApp.Fine);
        });
        return command;
    }

    private static int CodePoints(string text, int start, int end)
    {
        var count = 0;
        for (var i = start; i < end; i++)
        {
            count += char.IsLowSurrogate(text[i]) ? 0 : 1;
        }

        return count;
    }
}
