using System.CommandLine;
using Termbase.Cli.Options;
using Termbase.Cli.Rendering;
using Termbase.Search;

namespace Termbase.Cli.Commands;

/// <summary><c>lookup TEXT</c>: terms by Chinese, English, pinyin or part of them.</summary>
internal static class LookupCommand
{
    public const string Example = "termbase lookup 社会资本\ntermbase lookup shehuiziben\ntermbase lookup \"social capital\" --format json";

    public static Command Create(CliConsole console)
    {
        var text = TextArgument.Of("Chinese (Simplified or Traditional), English, pinyin, or part of them; - is standard input, a text a line.");
        var max = new Option<int>("--max") { Description = "How many concepts at most.", HelpName = "N", DefaultValueFactory = _ => 10 };
        max.Only(static n => n >= 1, "a number from 1 up");
        var format = FormatOption.Of("text", "json");
        var command = new Command("lookup", "Look a term up in the glossary.") { text, max, format };
        command.SetAction(parsed =>
        {
            var workspace = GlobalOptions.Open(parsed, console);
            using var search = SearchHost.Open(workspace, console.Say);
            var found = new List<TermHit>();
            foreach (var query in parsed.Texts(text, console))
            {
                var hits = search.Terms.Find(query, parsed.GetValue(max) + 1);
                if (hits.Count > parsed.GetValue(max))
                {
                    hits = [.. hits.Take(parsed.GetValue(max))];
                    console.Say($"the first {hits.Count} concepts are shown; there are more (--max)");
                }

                if (hits.Count == 0)
                {
                    console.Say($"nothing found for “{query}” in {workspace.Root}");
                }

                found.AddRange(hits);
            }

            // Several lines of standard input may find the same.
            found = [.. found.DistinctBy(static h => h.Concept.Id)];
            if (parsed.GetValue(format) is "json")
            {
                ConceptJson.Write(console.Out, found);
                return CliApp.Fine;
            }

            var view = new ConceptView(console);
            found.ForEach(view.Write);
            return CliApp.Fine;
        });
        return command;
    }
}
