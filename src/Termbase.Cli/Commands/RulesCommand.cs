using System.CommandLine;
using Termbase.Cli.Options;
using Termbase.Cli.Rendering;
using Termbase.Linting;
using Termbase.Model;

namespace Termbase.Cli.Commands;

/// <summary><c>rules [RULE]</c>: the catalogue, or one rule's page.</summary>
internal static class RulesCommand
{
    public const string Example = "termbase rules\ntermbase rules inconsistent-rendering";

    public static Command Create(CliConsole console)
    {
        var rule = new Argument<string?>("RULE") { Description = "Code or name of a rule.", Arity = ArgumentArity.ZeroOrOne };
        var format = FormatOption.Of("text", "json");
        var command = new Command("rules", "What lint looks for; one rule's page.") { rule, format };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(rule) is { } name)
            {
                var info = RuleCatalog.Find(name)
                    ?? throw new InputException($"no rule is called “{name}”. See them all: termbase rules");
                console.Out.Write(RuleCatalog.Page(info));
                return CliApp.Fine;
            }

            if (parsed.GetValue(format) is "json")
            {
                RuleJson.Write(console.Out, RuleCatalog.Rules);
                return CliApp.Fine;
            }

            foreach (var info in RuleCatalog.Rules)
            {
                console.Out.WriteLine($"{info.Code}  {info.Name,-28} {info.Severity.ToString().ToLowerInvariant(),-8} {info.En} / {info.Zh}");
            }

            return CliApp.Fine;
        });
        return command;
    }
}
