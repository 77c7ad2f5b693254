using System.CommandLine;
using Termbase.Cli.Options;
using Termbase.Cli.Rendering;
using Termbase.Formats.Csv;
using Termbase.Recognition;
using Termbase.Workspaces;

namespace Termbase.Cli.Commands;

/// <summary><c>recognize PATH…</c>: every term occurrence in running text and in bitexts, in constant memory.</summary>
internal static class RecognizeCommand
{
    public const string Example = "termbase recognize translation.txt\ntermbase recognize text.txt --glossary terms.csv --format tsv\ntermbase recognize memory.tmx drafts/ --format json";

    public static Command Create(CliConsole console)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Texts, bitexts (TMX, XLIFF, PO, TSV: each side of each unit) or folders, in Chinese, English or both; - is standard input.", Arity = ArgumentArity.OneOrMore };
        var glossaries = new Option<string[]>("--glossary", "-g") { Description = "Glossary files instead of the workspace's: CSV, TBX, XLSX and the other formats of terms.", HelpName = "FILE", AllowMultipleArgumentsPerToken = true };
        var nested = new Option<bool>("--nested") { Description = "Terms inside longer terms too." };
        var format = FormatOption.Of("text", "tsv", "json");
        var wide = WideOption.Create("line, column, length, text, concept, status, path, unit, side");
        var command = new Command("recognize", "Every occurrence of a glossary term in texts and bitexts.") { paths, glossaries, nested, format, wide };
        command.SetAction((parsed, cancellation) =>
        {
            var named = parsed.GetValue(glossaries) ?? [];
            var log = new ReadReport(console).StartFile(string.Join(", ", named));
            var unreadable = false;
            var workspace = named.Length > 0 ? null : GlobalOptions.Open(parsed, console);
            var glossary = workspace?.LoadGlossary(console, out unreadable) ?? NamedGlossaries.Load(console, named, log);
            if (unreadable || log.HasUnreadableFile)
            {
                return Task.FromResult(CliApp.BadInput);
            }

            if (glossary.Concepts.Length == 0)
            {
                console.Error.WriteLine(workspace is null
                    ? $"{string.Join(", ", named)}: holds no term to recognize"
                    : $"termbase: {workspace.Root} has no glossary, so no term is known; name one with --glossary FILE, or add terms with 'termbase add'");
            }

            var policy = MatchPolicy.Default with { Nested = parsed.GetValue(nested) ? NestedTerms.All : NestedTerms.Longest };
            var matcher = workspace is null ? TermMatcher.Create(glossary, policy) : new TermAutomatonIndex(workspace).Open(policy, console.Say, cancellation: cancellation);
            var inputs = new InputDocuments(console);
            var files = parsed.GetValue(paths)!;
            var isOneText = files is [var only] && !InputFile.IsBitext(only) && !Directory.Exists(console.FullPath(only));
            var (found, many, last) = (0L, 0, "");
            using (var view = new OccurrenceView(console, parsed.GetValue(format)!, isOneText, parsed.GetValue(wide)))
            {
                foreach (var path in inputs.Expand(files, InputFile.IsBitext))
                {
                    if (new TermOccurrences(console, inputs, matcher).Of(path, view.Write, cancellation) is { } here)
                    {
                        (many, found, last) = (many + 1, found + here, path);
                    }
                }
            }

            if (many > 0)
            {
                console.Say($"{(many == 1 ? InputDocuments.NameOf(last) : $"{many} files")}: {found} {(found == 1 ? "occurrence" : "occurrences")} of {glossary.Concepts.Length} {(glossary.Concepts.Length == 1 ? "concept" : "concepts")}.");
            }

            return Task.FromResult(Math.Max(inputs.Status, ReadReport.Status(log)));
        });
        return command;
    }
}
