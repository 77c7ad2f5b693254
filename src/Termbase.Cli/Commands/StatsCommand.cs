using System.CommandLine;
using Termbase.Cli.Options;
using Termbase.Cli.Rendering;
using Termbase.Formats;
using Termbase.Model;
using Termbase.Workspaces;
using Termbase.Workspaces.Merging;
using Termbase.Workspaces.Quality;

namespace Termbase.Cli.Commands;

/// <summary><c>stats</c>: what is in the workspace.</summary>
internal static class StatsCommand
{
    public const string Example = "termbase stats\ntermbase stats -o stats.html\ntermbase stats --memory client.tmx --format json\ntermbase stats --history";

    public static Command Create(CliConsole console)
    {
        var memory = MemoryOption.Create();
        var report = new ReportOption("text", "json", "html");
        var history = new Option<bool>("--history") { Description = "Who decided what, by date and person." };
        var command = new Command(
            "stats", "What is in the workspace: counts of concepts, renderings and units, with charts.")
        { memory, history, report.Format, report.Output };
        command.SetAction((parsed, cancellation) =>
        {
            var workspace = GlobalOptions.Open(parsed, console);
            var glossary = workspace.LoadGlossary(console, out var unreadable);
            if (parsed.GetValue(history))
            {
                var decisions = DecisionHistory.Of(glossary);
                report.Write(parsed, console, (format, to) =>
                {
                    if (format is "json")
                    {
                        DecisionView.WriteJson(to.Out, decisions);
                    }
                    else if (format is "html")
                    {
                        throw new InputException("--history is shown as text or json");
                    }
                    else
                    {
                        DecisionView.Write(to.Out, decisions);
                    }
                });
            }
            else
            {
                var statistics = Count(console, workspace, MemoryOption.Of(parsed, memory, console), ref unreadable, cancellation);
                var view = new StatsView(workspace.Root, glossary, statistics);
                report.Write(parsed, console, (format, to) => view.Write(to, format));
            }

            return Task.FromResult(unreadable ? CliApp.BadInput : CliApp.Fine);
        });
        return command;
    }

    private static MemoryStatistics Count(CliConsole console, Workspace workspace, string[] memories, ref bool unreadable, CancellationToken cancellation)
    {
        var statistics = new MemoryStatistics();
        var report = new ReadReport(console);
        using var progress = new ProgressLine(console);
        foreach (var file in memories.Length > 0 ? memories.Select(console.FullPath) : workspace.MemoryFiles)
        {
            var log = report.StartFile(console.Shown(file));
            foreach (var unit in Workspace.ReadMemory([file], log))
            {
                statistics.Add(unit);
                if ((statistics.Units & 0xFFF) == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                    progress.Report("stats", statistics.Units, 0, "units", Path.GetFileName(file));
                }
            }

            unreadable |= report.End(console.Shown(file), log, counts: false) != CliApp.Fine;
        }

        return statistics;
    }
}
