using System.CommandLine;
using Termbase.Cli.Options;
using Termbase.Cli.Rendering;
using Termbase.Search;
using Termbase.Workspaces;

namespace Termbase.Cli.Commands;

/// <summary><c>index</c>: builds or refreshes the cache now.</summary>
internal static class IndexCommand
{
    public const string Example = "termbase index\ntermbase index -w my-project --format json";

    public static Command Create(CliConsole console)
    {
        var format = FormatOption.Of("text", "json");
        var command = new Command(
            "index",
            "Build or refresh the cache in .termbase/ (commands do so by themselves), and build again what is damaged.")
        { format };
        command.SetAction((parsed, cancellation) =>
        {
            var workspace = GlobalOptions.Open(parsed, console);
            using var progress = new ProgressLine(console);
            using (var search = SearchHost.Open(workspace, progress.Say, progress, verify: true, cancellation))
            {
                _ = search.Terms;
                _ = search.Units;
            }

            var units = 0L;
            if (new MatchIndex(workspace).Open(progress.Say, progress, verify: true, cancellation) is var (generation, set))
            {
                units = set.Units;
                set.Dispose();
                generation.Dispose();
            }

            _ = new BitextModelIndex(workspace).Open(progress.Say, progress, cancellation);
            _ = new TermAutomatonIndex(workspace).Open(say: progress.Say, progress: progress, cancellation: cancellation);
            progress.Say($"{workspace.Root}: the index is up to date.");
            if (parsed.GetValue(format) is "json")
            {
                JsonOutput.Write(console.Out, json =>
                {
                    json.WriteStartObject();
                    json.WriteString("workspace", workspace.Root);
                    json.WriteNumber("concepts", workspace.Glossary.Concepts.Length);
                    json.WriteNumber("units", units);
                    json.WriteEndObject();
                });
            }

            return Task.FromResult(CliApp.Fine);
        });
        return command;
    }
}
