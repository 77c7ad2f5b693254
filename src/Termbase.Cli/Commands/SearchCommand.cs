using System.CommandLine;
using Termbase.Cli.Options;
using Termbase.Cli.Rendering;
using Termbase.Languages;
using Termbase.Model;
using Termbase.Search;

namespace Termbase.Cli.Commands;

/// <summary><c>search TEXT</c>: concordance over the memory, either language.</summary>
internal static class SearchCommand
{
    public const string Example = "termbase search 军民融合\ntermbase search \"action plan\" --format json\ntermbase search \"技术*转移\" --domain policy --since 2020-01-01";

    public static Command Create(CliConsole console)
    {
        var text = TextArgument.Of("What to find, in Chinese or English: reform finds reforms, not platform; *form finds both; * by itself is one or more words, ? one character; - is standard input.");
        var max = new Option<int>("--max") { Description = "How many units at most.", HelpName = "N", DefaultValueFactory = _ => 100 };
        max.Only(static n => n >= 1, "a number from 1 up");
        var literal = new Option<bool>("--literal") { Description = "Take *, ? and \\ as they are (else \\* and \\? stand for the signs)." };
        var matchCase = new Option<bool>("--match-case") { Description = "Capital letters are not small ones." };
        var matchWidth = new Option<bool>("--match-width") { Description = "Full-width signs and letters are not half-width ones." };
        var matchScript = new Option<bool>("--match-script") { Description = "Traditional characters are not Simplified ones." };
        var source = new Option<string>("--source") { Description = "Only units whose file or document has this in its name.", HelpName = "NAME" };
        var domain = new Option<string>("--domain") { Description = "Only units of this domain.", HelpName = "NAME" };
        var since = DateOption.Of("--since", "Only units changed (or else made) on this day or later.");
        var until = DateOption.Of("--until", "Only units changed (or else made) on this day or earlier.");
        var format = FormatOption.Of("text", "json");
        var command = new Command(
            "search",
            "Concordance: every unit of the memory that contains a text, in either language.")
        { text, max, literal, matchCase, matchWidth, matchScript, source, domain, since, until, format };
        command.SetAction(parsed =>
        {
            var workspace = GlobalOptions.Open(parsed, console);
            using var progress = new ProgressLine(console);
            using var search = SearchHost.Open(workspace, progress.Say, progress);
            var folding = NormalizerOptions.Text
                & ~(parsed.GetValue(matchCase) ? NormalizerOptions.Case : 0)
                & ~(parsed.GetValue(matchWidth) ? NormalizerOptions.Width : 0)
                & ~(parsed.GetValue(matchScript) ? NormalizerOptions.Script : 0);
            var texts = parsed.Texts(text, console);
            if (texts.Count == 0)
            {
                return CliApp.Fine;
            }

            if (texts.Count > 1)
            {
                throw new InputException($"{InputDocuments.StandardInput}: holds {texts.Count} lines, and one text is searched for at a time");
            }

            var query = new ConcordanceQuery
            {
                Text = texts[0],
                IsLiteral = parsed.GetValue(literal),
                Folding = folding,
                Source = parsed.GetValue(source) ?? "",
                Domain = parsed.GetValue(domain) ?? "",
                Since = DateOption.Of(parsed, since),
                Until = DateOption.Of(parsed, until),
            };
            if (query.IsEmpty || (!query.IsLiteral && query.Text.All(static c => c == '*' || char.IsWhiteSpace(c))))
            {
                throw new InputException($"'{query.Text}' stands for any text, so nothing is searched for: give a word beside it, or --literal for the sign itself");
            }

            if (query.Since > query.Until)
            {
                throw new InputException($"no unit can be changed on {parsed.GetValue(since)} or later and on {parsed.GetValue(until)} or earlier");
            }

            var units = search.Units;
            progress.Dispose();
            var hasMemory = workspace.MemoryFiles.Count > 0;
            if (!hasMemory)
            {
                console.Error.WriteLine($"termbase: {workspace.Root} has no memory to search; put TMX files into its folder tmx/ (or name others in termbase.toml, see 'termbase init'), or make one with 'termbase align' or 'termbase convert'");
            }

            var result = units.Search(query, parsed.GetValue(max));
            if (parsed.GetValue(format) is "json")
            {
                ConcordanceJson.Write(console.Out, result);
            }
            else
            {
                new ConcordanceView(console, workspace.Root).Write(result);
            }

            if (!hasMemory)
            {
                return CliApp.Fine;
            }

            console.Say(result.Total > result.Hits.Count
                ? $"{result.Total} units; the first {result.Hits.Count} are shown (--max)."
                : $"{Counted.Of(result.Total, "unit")}.");

            if (result.Total == 0 && Joined(query) is { } joined)
            {
                var between = units.Search(query with { Text = joined }, 1).Total;
                console.Say(between > 0
                    ? $"{between} {(between == 1 ? "unit has" : "units have")} these words with others between them: termbase search \"{joined}\""
                    : $"The words are searched as they stand; * stands for words between them: termbase search \"{joined}\"");
            }

            return CliApp.Fine;
        });
        return command;
    }

    // Words in a row as words with others between; null where there is one, or the user knows the sign.
    private static string? Joined(ConcordanceQuery query)
    {
        var words = query.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length < 2 || query.IsLiteral || query.Text.Contains('*', StringComparison.Ordinal) ? null
            : words.Aggregate(static (text, word) => Han.Contains(text.AsSpan()[^1..]) && Han.Contains(word.AsSpan(0, 1)) ? $"{text}*{word}" : $"{text} * {word}");
    }
}
