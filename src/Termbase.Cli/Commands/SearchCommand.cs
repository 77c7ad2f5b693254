using System.CommandLine;
using Termbase.Cli.Options;
using Termbase.Cli.Rendering;
using Termbase.Search;

namespace Termbase.Cli.Commands;

/// <summary><c>search TEXT</c>: concordance over the memory, either language.</summary>
internal static class SearchCommand
{
    public const string Example = "termbase search 军民融合\ntermbase search \"action plan\" --format json";

    public static Command Create(CliConsole console)
    {
        var text = TextArgument.Of("What to find, in Chinese or English.");
        var max = new Option<int>("--max") { Description = "How many units at most.", HelpName = "N", DefaultValueFactory = _ => 100 };
        max.Validators.Add(static result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--max takes a number from 1 up.");
            }
        });
        var format = FormatOption.Of("text", "json");
        var command = new Command("search", "Concordance: the units of the memory that contain a text.") { text, max, format };
        command.SetAction(parsed =>
        {
            var workspace = GlobalOptions.Open(parsed, console);
            using var progress = new ProgressLine(console);
            using var search = SearchHost.Open(workspace, progress.Say, progress);
            var query = parsed.Text(text);
            var units = search.Units;
            progress.Dispose();
            var result = units.Search(query, parsed.GetValue(max));
            if (parsed.GetValue(format) is "json")
            {
                ConcordanceJson.Write(console.Out, result);
            }
            else
            {
                new ConcordanceView(console).Write(result);
            }

            console.Say(result.Total > result.Hits.Count
                ? $"{result.Total} units; the first {result.Hits.Count} are shown (--max)."
                : $"{result.Total} {(result.Total == 1 ? "unit" : "units")}.");

            return CliApp.Fine;
        });
        return command;
    }
}
