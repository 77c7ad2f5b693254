using System.CommandLine;
using System.Globalization;
using Termbase.Cli.Options;
using Termbase.Cli.Rendering;
using Termbase.Mining;

namespace Termbase.Cli.Commands;

/// <summary><c>mine DOC…</c>: glosses and translator's notes out of translated documents.</summary>
internal static class MineCommand
{
    public const string Example = "termbase mine translation.txt\ntermbase mine translations/ --format tsv > pairs.tsv\ntermbase mine translation.txt --notes";

    public static Command Create(CliConsole console)
    {
        var paths = new Argument<string[]>("DOC") { Description = "Documents or folders; - is standard input.", Arity = ArgumentArity.OneOrMore };
        var notes = new Option<bool>("--notes") { Description = "The translator's notes instead of the glosses." };
        var format = FormatOption.Of("text", "tsv");
        var command = new Command("mine", "Glosses and translator's notes out of published translations.") { paths, notes, format };
        command.SetAction(parsed =>
        {
            var inputs = new InputDocuments(console);
            var tsv = parsed.GetValue(format) is "tsv";
            var wantsNotes = parsed.GetValue(notes);
            if (tsv)
            {
                console.Out.WriteLine(wantsNotes
                    ? "document\tnumber\tline\tanchor_line\tanchor\tzh"
                    : "document\tline\tzh\ten\tkind\tacronym\tconfidence");
            }

            foreach (var document in inputs.Read(parsed.GetValue(paths)!))
            {
                if (wantsNotes)
                {
                    foreach (var note in NoteMiner.Mine(document))
                    {
                        var (line, anchorLine) = (note.Location.Line, note.AnchorLocation?.Line ?? 0);
                        console.Out.WriteLine(tsv
                            ? Tsv.Row(document.Path, note.Number, line, anchorLine, note.Anchor, string.Join("; ", note.Chinese))
                            : $"{document.Path}:{line}: note {note.Number} on “{note.Anchor}” (line {anchorLine}): {note.Text}");
                    }

                    continue;
                }

                foreach (var pair in GlossMiner.Mine(document))
                {
                    var confidence = (Math.Floor(pair.Confidence * 100) / 100).ToString("0.00", CultureInfo.InvariantCulture);
                    var at = pair.ZhLocation;
                    console.Out.WriteLine(tsv
                        ? Tsv.Row(document.Path, at.Line, pair.Zh, pair.En, pair.Kind.ToString().ToLowerInvariant(), pair.Acronym, confidence)
                        : $"{at}: {pair.Zh}  {(pair.En.Length > 0 ? pair.En : "(no English beside it)")}  [{pair.Kind.ToString().ToLowerInvariant()} {confidence}]");
                }
            }

            return inputs.Status;
        });
        return command;
    }
}
