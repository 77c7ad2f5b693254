using System.CommandLine;
using Termbase.Cli.Options;
using Termbase.Cli.Rendering;
using Termbase.Formats;
using Termbase.Matching;
using Termbase.Model;

namespace Termbase.Cli.Commands;

/// <summary><c>match</c>: fuzzy matches out of the memory.</summary>
internal static class MatchCommand
{
    public const string Example = "termbase match 坚持把科技创新摆在核心位置\ntermbase match \"the action plan\" 行动计划\ntermbase match --queries segments.txt --memory memory.tmx --min 60 --format tsv";

    public static Command Create(CliConsole console)
    {
        var text = TextArgument.Of("The segment to look up, in Chinese or English; in quotes where it has spaces, for each TEXT is a query of its own; - is standard input, a segment a line.");
        text.Arity = ArgumentArity.ZeroOrMore;
        var queries = new Option<string>("--queries") { Description = "A file with one segment a line (- for standard input).", HelpName = "FILE" };
        var min = new Option<double>("--min") { Description = "The least score, 1 to 102: 100 is the same text (edits against the longer one), 101 and 102 in the same context; what costs points is [match] in termbase.toml.", HelpName = "N", DefaultValueFactory = _ => 70 };
        min.Only(static n => n is >= 1 and <= 102, "a number from 1 to 102");
        var max = new Option<int>("--max") { Description = "How many matches a segment at most.", HelpName = "N", DefaultValueFactory = _ => 5 };
        max.Only(static n => n >= 1, "a number from 1 up");
        var memory = MemoryOption.Create();
        var client = new Option<string>("--client") { Description = "The client: units made for another one score 2 less.", HelpName = "NAME" };
        var context = new Option<bool>("--context") { Description = "The lines of FILE are a text in order: the lines before and after count as context, where the memory knows what stood there (XLIFF; TMX by x-context-pre and -post)." };
        var format = FormatOption.Of("text", "tsv", "json");
        var wide = WideOption.Create("query, score, source, target, unit, path, line");
        var command = new Command(
            "match",
            "Every unit of the memory that is like a segment, best first, with what differs marked.")
        { text, queries, context, min, max, memory, client, format, wide };
        command.SetAction((parsed, cancellation) =>
        {
            var lines = Lines(console, parsed.GetValue(text)!, parsed.GetValue(queries));
            using var host = MatchHost.Open(parsed, console, MemoryOption.Of(parsed, memory, console), cancellation);
            lines.RemoveAll(static l => l.Text.Length == 0);
            var inContext = parsed.GetValue(context);
            var segments = lines.Select((l, i) => MatchQuery.Of(l.Text) with
            {
                Client = parsed.GetValue(client) ?? "",
                Previous = inContext && i > 0 ? lines[i - 1].Text : "",
                Next = inContext && i + 1 < lines.Count ? lines[i + 1].Text : "",
            }).ToList();
            var options = new MatchOptions { Min = parsed.GetValue(min), Max = parsed.GetValue(max), Penalties = host.Settings.Penalties };
            using var view = new MatchView(console, host, parsed.GetValue(format)!, parsed.GetValue(wide));

            // A part at a time, so that answers come early and memory does not grow with the file.
            const int Part = 4096;
            using var progress = new ProgressLine(console);
            for (var i = 0; i < segments.Count; i += Part)
            {
                var part = segments.GetRange(i, Math.Min(Part, segments.Count - i));
                progress.Report("match", i, segments.Count, "segments");
                var found = host.Matcher.FindAll(part, options, cancellation: cancellation);
                progress.Clear();
                for (var j = 0; j < part.Count; j++)
                {
                    view.Write(lines[i + j].Number, part[j], found[j], showQuery: segments.Count > 1);
                }
            }

            view.Summary(segments.Count);
            return Task.FromResult(host.Status);
        });
        return command;
    }

    private static List<(int Number, string Text)> Lines(CliConsole console, string[] text, string? file)
    {
        if (text is ["-"] && file is null)
        {
            (text, file) = ([], "-");
        }

        if (text.Length > 0 == file is { })
        {
            throw new InputException(text.Length > 0 ? "give either TEXT or --queries FILE, not both" : "nothing to look up: give TEXT or --queries FILE");
        }

        if (file is null)
        {
            if (text.Length > 1 && Array.TrueForAll(text, static t => t.Length > 0 && t.All(char.IsAsciiLetter)))
            {
                console.Say($"{text.Length} queries of one word each; a segment of several words stands in quotes: termbase match \"{string.Join(' ', text)}\"");
            }

            return [.. text.Select(static (t, i) => (i + 1, t.Trim()))];
        }

        if (FormatCatalog.FillerForPath(file) is not null)
        {
            throw new InputException(SourceLocation.File(file), $"holds units and not one segment a line: termbase pretranslate {file} fills it with matches, termbase analyse {file} counts them");
        }

        var inputs = new InputDocuments(console);
        var content = inputs.ReadText(file);
        var lines = new List<(int, string)>();
        using var reader = new StringReader(content);
        while (reader.ReadLine() is { } line)
        {
            lines.Add((lines.Count + 1, line.Trim()));
        }

        if (lines.TrueForAll(static l => l.Item2.Length == 0))
        {
            inputs.TellEmpty(file);
        }

        return lines;
    }
}
