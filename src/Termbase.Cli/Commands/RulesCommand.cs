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
            var own = GlobalOptions.Open(parsed, console).CustomRules;
            if (parsed.GetValue(rule) is { } name)
            {
                var info = RuleCatalog.Rules.Concat(own.Select(static r => r.Info)).FirstOrDefault(r => r.IsCalled(name))
                    ?? throw new InputException($"no rule is called “{name}”. See them all: termbase rules");
                var page = RuleCatalog.Page(info) ?? $"# {info.Code}\n\n{info.En}\n\nA rule of this workspace: {own.First(r => r.Info == info).Place}\n";
                if (parsed.GetValue(format) is "json")
                {
                    RuleJson.Write(console.Out, info, page);
                }
                else
                {
                    console.Out.Write(page);
                }

                return CliApp.Fine;
            }

            if (parsed.GetValue(format) is "json")
            {
                RuleJson.Write(console.Out, RuleCatalog.Rules.Concat(own.Select(static r => r.Info)));
                return CliApp.Fine;
            }

            foreach (var info in RuleCatalog.Rules.Concat(own.Select(static r => r.Info)))
            {
                var zh = string.Equals(info.Zh, info.En, StringComparison.Ordinal) ? "" : " / " + info.Zh;
                console.Out.WriteLine($"{TextReport.Called(info),-32} {info.Severity.ToString().ToLowerInvariant(),-8} {info.En}{zh}");
            }

            return CliApp.Fine;
        });
        return command;
    }
}
