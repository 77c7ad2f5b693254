using System.CommandLine;
using Termbase.Cli.Options;
using Termbase.Cli.Rendering;
using Termbase.Model;
using Termbase.Workspaces.Merging;

namespace Termbase.Cli.Commands;

/// <summary><c>stats</c>: what is in the workspace.</summary>
internal static class StatsCommand
{
    public const string Example = "termbase stats\ntermbase stats --history\ntermbase stats --format json";

    public static Command Create(CliConsole console)
    {
        var format = FormatOption.Of("text", "json");
        var history = new Option<bool>("--history") { Description = "Who decided what, by date and person." };
        var command = new Command("stats", "What is in the workspace: concepts, renderings, evidence, units.") { history, format };
        command.SetAction(parsed =>
        {
            var workspace = GlobalOptions.Open(parsed, console);
            var glossary = workspace.LoadGlossary(console, out var unreadable);
            if (parsed.GetValue(history))
            {
                var decisions = DecisionHistory.Of(glossary);
                if (parsed.GetValue(format) is "json")
                {
                    DecisionView.WriteJson(console.Out, decisions);
                }
                else
                {
                    DecisionView.Write(console.Out, decisions);
                }

                return unreadable ? CliApp.BadInput : CliApp.Fine;
            }

            var report = new ReadReport(console);
            long units = 0, confidential = 0;
            foreach (var unit in workspace.ReadMemory(report.StartFile(workspace.Root)))
            {
                units++;
                confidential += unit.Confidential ? 1 : 0;
            }

            var figures = new List<(string Name, long Value)>
            {
                ("concepts", glossary.Concepts.Length),
                ("renderings", glossary.Renderings.Length),
            };
            figures.AddRange(Enum.GetValues<TermStatus>()
                .Select(s => (s.ToString().ToLowerInvariant(), (long)glossary.Renderings.Count(r => r.Status == s))));
            figures.Add(("decided", glossary.Renderings.Count(static r => r.By.Length > 0)));
            figures.Add(("evidence", glossary.Evidence.Length));
            figures.Add(("sources", glossary.Sources.Count));
            figures.Add(("units", units));
            figures.Add(("confidential", confidential));
            if (parsed.GetValue(format) is "json")
            {
                JsonOutput.Write(console.Out, json =>
                {
                    json.WriteStartObject();
                    foreach (var (name, value) in figures)
                    {
                        json.WriteNumber(name, value);
                    }

                    json.WriteEndObject();
                });
                return unreadable ? CliApp.BadInput : CliApp.Fine;
            }

            console.Out.WriteLine(workspace.Root);
            foreach (var (name, value) in figures)
            {
                console.Out.WriteLine($"  {name,-14}{value,10}");
            }

            return unreadable ? CliApp.BadInput : CliApp.Fine;
        });
        return command;
    }
}
