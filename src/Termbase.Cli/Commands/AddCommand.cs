using System.CommandLine;
using Termbase.Cli.Options;
using Termbase.Cli.Rendering;
using Termbase.Model;
using Termbase.Workspaces;

namespace Termbase.Cli.Commands;

/// <summary><c>add ZH EN</c>: a term in five seconds.</summary>
internal static class AddCommand
{
    public const string Example = "termbase add 社会资本 \"social capital\" --note \"any funding from outside the budget\"";

    public static Command Create(CliConsole console)
    {
        var zh = new Argument<string>("ZH") { Description = "The Chinese term." };
        var en = new Argument<string>("EN") { Description = "The English term." };
        var status = new Option<string>("--status") { Description = "preferred | admitted | deprecated | superseded | proposed.", HelpName = "STATUS", DefaultValueFactory = _ => "preferred" };
        status.AcceptOnlyFromAmong("preferred", "admitted", "deprecated", "superseded", "proposed");
        var note = new Option<string>("--note") { Description = "A translator's note.", HelpName = "TEXT" };
        var domain = new Option<string>("--domain") { Description = "Subject field (an id of domains.csv).", HelpName = "ID" };
        var source = new Option<string>("--source") { Description = "Where it was seen (an id of sources.csv).", HelpName = "ID" };
        var by = ByOption.Create();
        var command = new Command("add", "Add a term to the glossary.") { zh, en, status, note, domain, source, by };
        command.SetAction(parsed =>
        {
            var workspace = GlobalOptions.Open(parsed, console);
            var edit = new TermEditor(workspace, console.Say).Add(
                parsed.GetValue(zh)!,
                parsed.GetValue(en)!,
                Enum.Parse<TermStatus>(parsed.GetValue(status)!, ignoreCase: true),
                parsed.GetValue(note) ?? "",
                parsed.GetValue(domain) ?? "",
                parsed.GetValue(source) ?? "",
                ByOption.Of(parsed, by));
            edit.Tell(console, workspace, $"{parsed.GetValue(zh)} → {parsed.GetValue(en)}");
            return CliApp.Fine;
        });
        return command;
    }
}
