using System.CommandLine;
using Termbase.Cli.Options;
using Termbase.Cli.Rendering;
using Termbase.Languages;
using Termbase.Model;
using Termbase.Workspaces;

namespace Termbase.Cli.Commands;

/// <summary><c>decide TERM</c>: every rendering of a term by document and date; <c>--prefer</c> records the choice.</summary>
internal static class DecideCommand
{
    public const string Example = "termbase decide 民参军\ntermbase decide 民参军 --prefer \"civilian participation in military industries\" --reason \"client's wish\"";

    public static Command Create(CliConsole console)
    {
        var term = new Argument<string>("TERM") { Description = "The Chinese term." };
        var prefer = new Option<string>("--prefer") { Description = "Make this English the preferred one.", HelpName = "EN" };
        var admit = new Option<string[]>("--admit") { Description = "This English may be used.", HelpName = "EN" };
        var deprecate = new Option<string[]>("--deprecate") { Description = "This English must not be used.", HelpName = "EN" };
        var reason = new Option<string>("--reason") { Description = "Why; kept with the decision in evidence.csv and shown here.", HelpName = "TEXT" };
        var documents = new Option<string[]>("--in") { Description = "Documents to look in besides the evidence: termbase decide 民参军 --in drafts/", HelpName = "DOC", AllowMultipleArgumentsPerToken = true };
        var by = ByOption.Create();
        var format = FormatOption.Of("text", "json");
        var command = new Command("decide", "Show every rendering of a term, and record which one to use.") { term, prefer, admit, deprecate, reason, documents, by, format };
        command.SetAction(parsed =>
        {
            var workspace = GlobalOptions.Open(parsed, console);
            var zh = parsed.GetValue(term)!;
            var preferred = parsed.GetValue(prefer);
            var others = (parsed.GetValue(admit) ?? []).Select(static en => (en, TermStatus.Admitted))
                .Concat((parsed.GetValue(deprecate) ?? []).Select(static en => (en, TermStatus.Deprecated)))
                .ToList();
            if (preferred is null && others.Count == 0 && parsed.GetValue(reason) is not null)
            {
                throw new InputException("--reason needs a decision beside it: --prefer, --admit or --deprecate");
            }

            if (others.Exists(o => string.Equals(o.en, preferred, StringComparison.Ordinal)))
            {
                throw new InputException($"“{preferred}” cannot be preferred and something else at once");
            }

            if (preferred is not null || others.Count > 0)
            {
                new TermEditor(workspace, console.Say)
                    .Decide(zh, preferred, ByOption.Of(parsed, by), reason: parsed.GetValue(reason) ?? "", others: others)
                    .Tell(console, workspace, zh);
                workspace = GlobalOptions.Open(parsed, console);
            }

            var inputs = new InputDocuments(console);
            var read = inputs.Read(parsed.GetValue(documents) ?? []).ToList();
            var history = RenderingHistory.Of(workspace.LoadGlossary(console, out var unreadable), zh, read);
            unreadable |= inputs.Status != CliApp.Fine;
            if (parsed.GetValue(format) is "json")
            {
                RenderingHistoryJson.Write(console.Out, history);
                return unreadable ? CliApp.BadInput : CliApp.Fine;
            }

            if (history.Rows.IsEmpty)
            {
                console.Say($"{zh}: no rendering in {workspace.Root}. {WhatElse(workspace.Glossary, zh)}");
                return unreadable ? CliApp.BadInput : CliApp.Fine;
            }

            new RenderingHistoryView(console).Write(history);
            return unreadable ? CliApp.BadInput : CliApp.Fine;
        });
        return command;
    }

    // An English term is what one decides for, not about.
    private static string WhatElse(Glossary glossary, string term) =>
        Han.Contains(term) ? $"Add one: termbase add {term} \"…\""
        : glossary.Renderings.FirstOrDefault(r => Normalizer.Key(r.En) == Normalizer.Key(term)) is { } row ? $"It renders {row.Zh}: termbase decide {row.Zh}"
        : "Name the Chinese term: termbase decide 社会资本";
}
