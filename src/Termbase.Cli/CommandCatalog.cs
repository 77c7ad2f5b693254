using System.CommandLine;
using Termbase.Cli.Commands;

namespace Termbase.Cli;

/// <summary>A command of the command line with the example that its help shows.</summary>
internal sealed record CommandEntry(string Name, Func<CliConsole, Command> Create, string Example);

/// <summary>The one list of commands, in the order in which help shows them.</summary>
internal static class CommandCatalog
{
    public static IReadOnlyList<CommandEntry> Commands { get; } =
    [
        new("init", InitCommand.Create, InitCommand.Example),
        new("add", AddCommand.Create, AddCommand.Example),
        new("decide", DecideCommand.Create, DecideCommand.Example),
        new("lookup", LookupCommand.Create, LookupCommand.Example),
        new("search", SearchCommand.Create, SearchCommand.Example),
        new("match", MatchCommand.Create, MatchCommand.Example),
        new("analyse", AnalyseCommand.Create, AnalyseCommand.Example),
        new("pretranslate", PretranslateCommand.Create, PretranslateCommand.Example),
        new("mine", MineCommand.Create, MineCommand.Example),
        new("align", AlignCommand.Create, AlignCommand.Example),
        new("recognize", RecognizeCommand.Create, RecognizeCommand.Example),
        new("lint", LintCommand.Create, LintCommand.Example),
        new("rules", RulesCommand.Create, RulesCommand.Example),
        new("convert", ConvertCommand.Create, ConvertCommand.Example),
        new("import", ImportCommand.Create, ImportCommand.Example),
        new("merge", MergeCommand.Create, MergeCommand.Example),
        new("dedupe", DedupeCommand.Create, DedupeCommand.Example),
        new("doctor", DoctorCommand.Create, DoctorCommand.Example),
        new("export", ExportCommand.Create, ExportCommand.Example),
        new("index", IndexCommand.Create, IndexCommand.Example),
        new("stats", StatsCommand.Create, StatsCommand.Example),
    ];

    public static string ExampleOf(string command) =>
        Commands.FirstOrDefault(c => string.Equals(c.Name, command, StringComparison.Ordinal))?.Example ?? "termbase lookup 社会资本";

    /// <summary>What the exit status of a command says; of any other name what it says in all of them.</summary>
    public static string StatusOf(string command)
    {
        var found = command switch
        {
            "lint" => "1 findings at or above --fail-on",
            "doctor" => "1 a file that is not sound",
            "merge" => "1 conflicts that are left open",
            _ when Commands.Any(c => c.Name == command) => "",
            _ => "1 findings (lint), a file that is not sound (doctor), open conflicts (merge)",
        };
        return $"0 fine; {(found.Length > 0 ? found + "; " : "")}2 bad usage, an input of which not all could be read, an output that cannot be written, or cancelled.";
    }
}
