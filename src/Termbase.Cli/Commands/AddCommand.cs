using System.CommandLine;
using Termbase.Cli.Options;
using Termbase.Cli.Rendering;
using Termbase.Languages;
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
        var status = new Option<string>("--status") { Description = "preferred | admitted | deprecated | superseded | proposed. Default: that of the row that is there; for a new one preferred, or admitted where another is preferred.", HelpName = "STATUS" };
        status.AcceptOnlyFromAmong("preferred", "admitted", "deprecated", "superseded", "proposed");
        var note = new Option<string>("--note") { Description = "A translator's note.", HelpName = "TEXT" };
        var domain = new Option<string>("--domain") { Description = "Subject field (an id of domains.csv).", HelpName = "ID" };
        var source = new Option<string>("--source") { Description = "Where it was seen (an id of sources.csv).", HelpName = "ID" };
        var by = ByOption.Create();
        var command = new Command("add", "Add a term to the glossary.") { zh, en, status, note, domain, source, by };
        command.SetAction(parsed =>
        {
            var workspace = GlobalOptions.Open(parsed, console);
            if (!Han.Contains(parsed.GetValue(zh)!))
            {
                throw new InputException($"“{parsed.GetValue(zh)}” has no Chinese character; the Chinese term comes first: termbase add 社会资本 \"social capital\"");
            }

            var edit = new TermEditor(workspace, console.Say).Add(
                parsed.GetValue(zh)!,
                parsed.GetValue(en)!,
                StatusOf(parsed.GetValue(status), workspace.Glossary, parsed.GetValue(zh)!, parsed.GetValue(en)!),
                parsed.GetValue(note) ?? "",
                parsed.GetValue(domain) ?? "",
                parsed.GetValue(source) ?? "",
                ByOption.Of(parsed, by));
            edit.Tell(console, workspace, $"{parsed.GetValue(zh)} → {parsed.GetValue(en)}");
            return CliApp.Fine;
        });
        return command;
    }

    /// <summary>What was asked for; else what reverses no decision: null leaves a row as it is.</summary>
    private static TermStatus? StatusOf(string? asked, Glossary glossary, string zh, string en)
    {
        if (asked is not null)
        {
            return Enum.Parse<TermStatus>(asked, ignoreCase: true);
        }

        static bool Same(string a, string b) => string.Equals(Normalizer.Key(a), Normalizer.Key(b), StringComparison.Ordinal);
        var rows = glossary.Renderings.Where(r => Same(r.Zh, zh)).ToList();
        return rows.Exists(r => Same(r.En, en)) ? null
            : rows.Exists(static r => r.Status == TermStatus.Preferred) ? TermStatus.Admitted : TermStatus.Preferred;
    }
}
