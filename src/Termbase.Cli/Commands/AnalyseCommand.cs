using System.CommandLine;
using System.Text;
using Termbase.Cli.Options;
using Termbase.Cli.Rendering;
using Termbase.Documents;
using Termbase.Formats;
using Termbase.Languages;
using Termbase.Matching;
using Termbase.Model;
using Termbase.Workspaces.Quality;

namespace Termbase.Cli.Commands;

/// <summary><c>analyse FILE…</c>: how much of some documents the memory knows.</summary>
internal static class AnalyseCommand
{
    public const string Example = "termbase analyse report.md\ntermbase analyse docs/ --memory memory.tmx --format csv\ntermbase analyse job.xlf docs/ -o analysis.html";

    public static Command Create(CliConsole console)
    {
        var files = new Argument<string[]>("FILE") { Description = "Documents, folders, and files of units (TMX, TSV, XLIFF, PO).", Arity = ArgumentArity.OneOrMore };
        var memory = MemoryOption.Create();
        var client = new Option<string>("--client") { Description = "The client: units made for another one score 2 less.", HelpName = "NAME" };
        var report = new ReportOption("text", "json", "csv", "html");
        var command = new Command(
            "analyse",
            "How much of some documents the memory knows: match bands and repetitions in segments, words, 汉字 and 字数.")
        { files, memory, client, report.Format, report.Output };
        command.Aliases.Add("analyze");
        command.SetAction((parsed, cancellation) =>
        {
            var documents = new InputDocuments(console);
            using var host = MatchHost.Open(parsed, console, MemoryOption.Of(parsed, memory, console), cancellation);
            var segments = Segments(documents, console, parsed.GetValue(files)!, parsed.GetValue(client) ?? "");
            var analysis = MatchAnalysis.Of(segments, host.Matcher, host.Settings.Penalties, cancellation);
            var named = parsed.GetValue(memory) is { Length: > 0 } memories ? string.Join(", ", memories) : "the workspace's memories";
            report.Write(parsed, console, (format, to) => new AnalysisView(to, $"against {named}").Write(analysis, format));
            return Task.FromResult(Math.Max(documents.Status, host.Status));
        });
        return command;
    }

    private static IEnumerable<(string File, IReadOnlyList<MatchQuery> Segments)> Segments(InputDocuments documents, CliConsole console, string[] paths, string client)
    {
        foreach (var path in documents.Expand(paths, static p => FormatCatalog.ForPath(p) is { }))
        {
            List<(Segment Segment, bool? IsZh)>? found = null;
            if (FormatCatalog.ForPath(path) is { })
            {
                found = Job(documents, console, path);
            }
            else if (documents.Try(path) is { } document)
            {
                found = [.. document.Blocks.Where(static b => b.Kind != BlockKind.Code)
                    .SelectMany(static b => SentenceSplitter.Split(b.Text).Select(s => (Segment.Plain(s.Of(b.Text)), (bool?)null)))];
            }

            if (found is not null)
            {
                yield return (InputDocuments.NameOf(path), Queries(found, client));
            }
        }
    }

    private static List<(Segment Segment, bool? IsZh)>? Job(InputDocuments documents, CliConsole console, string path)
    {
        try
        {
            var report = new ReadReport(console);
            var log = report.StartFile(path);
            List<(Segment, bool?)> segments = [.. JobSegments.Read(console.FullPath(path), log).Select(static s => (s.Source, (bool?)s.IsZh))];
            if (report.End(path, log, counts: false) != CliApp.Fine)
            {
                documents.Fail();
            }

            return segments;
        }
        catch (InputException e)
        {
            documents.Fail(e, path);
            return null;
        }
    }

    private static List<MatchQuery> Queries(List<(Segment Segment, bool? IsZh)> segments, string client)
    {
        var queries = new List<MatchQuery>();
        for (var i = 0; i < segments.Count; i++)
        {
            var (segment, isZh) = segments[i];
            if (segment.Text.EnumerateRunes().Any(Rune.IsLetterOrDigit))
            {
                var query = MatchQuery.Of(segment.Text);
                queries.Add(query with
                {
                    Segment = segment,
                    IsZh = isZh ?? query.IsZh,
                    Client = client,
                    Previous = i > 0 ? segments[i - 1].Segment.Text : "",
                    Next = i + 1 < segments.Count ? segments[i + 1].Segment.Text : "",
                });
            }
        }

        return queries;
    }
}
