using System.CommandLine;
using Termbase.Cli.Options;
using Termbase.Search;

namespace Termbase.Cli.Commands;

/// <summary><c>index</c>: builds or refreshes the cache now.</summary>
internal static class IndexCommand
{
    public const string Example = "termbase index";

    public static Command Create(CliConsole console)
    {
        var command = new Command("index", "Build or refresh the cache in .termbase/ (every command does so by itself when a file changed).");
        command.SetAction(parsed =>
        {
            var workspace = GlobalOptions.Open(parsed, console);
            using var search = SearchHost.Open(workspace, console.Say);
            _ = search.Terms;
            _ = search.Units;
            console.Say($"{workspace.Root}: the index is up to date.");
            return CliApp.Fine;
        });
        return command;
    }
}
