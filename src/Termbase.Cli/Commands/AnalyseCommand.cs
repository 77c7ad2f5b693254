using System.CommandLine;
using Termbase.Cli.Options;
using Termbase.Cli.Rendering;
using Termbase.Documents;
using Termbase.Formats;
using Termbase.Languages;
using Termbase.Matching;
using Termbase.Model;
using Termbase.Workspaces;

namespace Termbase.Cli.Commands;

/// <summary><c>analyse FILE…</c>: how much of some documents the memory knows.</summary>
internal static class AnalyseCommand
{
    public const string Example = "termbase analyse report.md\ntermbase analyse docs/ --memory memory.tmx --format csv";

    public static Command Create(CliConsole console)
    {
        var files = new Argument<string[]>("FILE") { Description = "Documents, folders, and files of units (TMX, TSV, XLIFF, PO).", Arity = ArgumentArity.OneOrMore };
        var memory = MemoryOption.Create();
        var client = new Option<string>("--client") { Description = "The client: units made for another one score 2 less.", HelpName = "NAME" };
        var format = FormatOption.Of("text", "json", "csv");
        var command = new Command(
            "analyse",
            "Match bands against the memory, with repetitions, segments, words, 汉字 and 字数 as Word counts them. A segment that the memory has counts there; else one that "
            + "came before is a repetition; else its best match decides.")
        { files, memory, client, format };
        command.Aliases.Add("analyze");
        command.SetAction((parsed, cancellation) =>
        {
            var documents = new InputDocuments(console);
            using var host = MatchHost.Open(parsed, console, parsed.GetValue(memory) ?? [], cancellation);
            var segments = Segments(documents, console, parsed.GetValue(files)!, parsed.GetValue(client) ?? "");
            var analysis = MatchAnalysis.Of(segments, host.Matcher, host.Settings.Penalties, cancellation);
            new AnalysisView(console).Write(analysis, parsed.GetValue(format)!);
            return Task.FromResult(documents.Status);
        });
        return command;
    }

    private static IEnumerable<(string File, IReadOnlyList<MatchQuery> Segments)> Segments(InputDocuments documents, CliConsole console, string[] paths, string client)
    {
        foreach (var path in documents.Expand(paths, static p => FormatCatalog.ForPath(p) is { }))
        {
            List<Segment>? found = null;
            if (FormatCatalog.ForPath(path) is { })
            {
                var report = new ReadReport(console);
                var log = report.StartFile(path);
                found = [.. Workspace.ReadMemory([console.FullPath(path)], log).Select(static u => u.Source.Segment)];
                if (log.HasUnreadableFile)
                {
                    documents.Fail($"{path}: could not be read");
                    continue;
                }
            }
            else if (documents.Try(path) is { } document)
            {
                found = [.. document.Blocks.Where(static b => b.Kind != BlockKind.Code)
                    .SelectMany(static b => SentenceSplitter.Split(b.Text).Select(s => Segment.Plain(s.Of(b.Text))))];
            }

            if (found is not null)
            {
                yield return (path, Queries(found, client));
            }
        }
    }

    private static List<MatchQuery> Queries(List<Segment> segments, string client)
    {
        var queries = new List<MatchQuery>();
        for (var i = 0; i < segments.Count; i++)
        {
            if (segments[i].Text.Any(char.IsLetterOrDigit))
            {
                queries.Add(MatchQuery.Of(segments[i].Text) with
                {
                    Segment = segments[i],
                    Client = client,
                    Previous = i > 0 ? segments[i - 1].Text : "",
                    Next = i + 1 < segments.Count ? segments[i + 1].Text : "",
                });
            }
        }

        return queries;
    }
}
