using System.CommandLine;
using System.Globalization;
using Termbase.Cli.Options;
using Termbase.Cli.Rendering;
using Termbase.Documents;
using Termbase.Formats;
using Termbase.Mining;
using Termbase.Model;
using Termbase.Workspaces;

namespace Termbase.Cli.Commands;

/// <summary><c>mine DOC…</c>: glosses and translator's notes out of translated documents, and the way from there into the glossary.</summary>
internal static class MineCommand
{
    public const string Example =
        "termbase mine translation.txt\ntermbase mine translations/ --format tsv > pairs.tsv\ntermbase mine translation.txt --notes\ntermbase mine memory.tmx --format tsv > terms.tsv\n"
        + "termbase mine translations/ --review review.csv\ntermbase mine --accept review.csv";

    public static Command Create(CliConsole console)
    {
        var paths = new Argument<string[]>("DOC") { Description = "Documents or folders; - is standard input. Bitexts (tmx, tsv and others) too: there the Chinese side is evidence, and terms without gloss are found.", Arity = ArgumentArity.ZeroOrMore };
        var notes = new Option<bool>("--notes") { Description = "The translator's notes instead of the glosses." };
        var format = FormatOption.Of("text", "tsv", "json");
        var review = new Option<string>("--review") { Description = "Write the candidates to a CSV file for a person to decide on; a file that is there is completed.", HelpName = "FILE.csv" };
        var accept = new Option<string>("--accept") { Description = "Carry out the decisions in such a file: accept, reject, edit, later.", HelpName = "FILE.csv" };
        var source = new Option<string>("--source") { Description = "With --review: the id in sources.csv under which evidence is recorded.", HelpName = "ID" };
        var by = ByOption.Create();
        var command = new Command("mine", "Glosses and translator's notes out of published translations.") { paths, notes, format, review, accept, source, by };
        command.Validators.Add(result =>
        {
            if (result.GetValue(paths) is not { Length: > 0 } && result.GetValue(accept) is null)
            {
                result.AddError("Name a document, or a review file with --accept.");
            }
        });
        command.SetAction(parsed =>
        {
            var workspace = GlobalOptions.Open(parsed, console);
            if (parsed.GetValue(accept) is { } decided)
            {
                return Accept(workspace, console, console.FullPath(decided), ByOption.Of(parsed, by));
            }

            var inputs = new InputDocuments(console);
            var (bitexts, texts) = Sorted(parsed.GetValue(paths)!);
            var documents = inputs.Read(texts).ToList();
            var pairs = GlossMiner.Mine(documents, workspace.Glossary);
            var terms = bitexts.Count == 0 ? [] : BitextMiner.Mine(Units(bitexts, console, inputs), workspace.Glossary);
            if (parsed.GetValue(review) is { } file)
            {
                var counts = new CandidateReview(workspace).Write(console.FullPath(file), [.. Candidates.Merge(pairs), .. terms], parsed.GetValue(source) ?? "");
                console.Say($"{file}: {counts.Added} candidates added, {counts.Kept} rows kept as they were; left out {counts.Known} that the termbase has and {counts.Rejected} rejected before.");
                console.Say($"Fill in the column decision (accept, reject, edit, later), then: termbase mine --accept {file}");
                return inputs.Status;
            }

            if (parsed.GetValue(notes))
            {
                Notes(console, documents, pairs, parsed.GetValue(format)!);
            }
            else
            {
                Pairs(console, pairs, terms, parsed.GetValue(format)!);
            }

            return inputs.Status;
        });
        return command;
    }

    // A name that ends as a bitext's does is one, unless documents are read under it too.
    private static (List<string> Bitexts, List<string> Documents) Sorted(string[] paths)
    {
        var bitexts = paths.Where(InputFile.IsBitext).ToList();
        return (bitexts, [.. paths.Except(bitexts)]);
    }

    private static List<TranslationUnit> Units(List<string> paths, CliConsole console, InputDocuments inputs)
    {
        var units = new List<TranslationUnit>();
        foreach (var path in paths)
        {
            try
            {
                var report = new ReadReport(console);
                var log = report.StartFile(path);
                units.AddRange(FormatCatalog.ReadUnits(console.FullPath(path), log).Select(u => u.Document.Length > 0 ? u : u with { Document = path }));
                if (report.End(path, log, counts: false) != CliApp.Fine)
                {
                    inputs.Fail();
                }
            }
            catch (InputException e)
            {
                inputs.Fail(e, path);
            }
        }

        return units;
    }

    private static void Pairs(CliConsole console, IReadOnlyCollection<MinedPair> pairs, IReadOnlyCollection<MinedCandidate> terms, string format)
    {
        using var records = RecordWriter.For(console.Out, format, hasHeader: true, "document", "line", "zh", "en", "kind", "acronym", "confidence");
        foreach (var pair in pairs)
        {
            var (at, kind, confidence) = (pair.ZhLocation, pair.Kind.ToString().ToLowerInvariant(), Hundredths.Of(pair.Confidence));
            if (records is null)
            {
                console.Out.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{at}: {pair.Zh}  {(pair.En.Length > 0 ? pair.En : "(no English beside it)")}  [{kind} {confidence}{(pair.En.Length > 0 ? ": " + string.Join(", ", pair.Reasons) : "")}]"));
            }

            records?.Row(pair.Document.Path, at.Line, pair.Zh, pair.En, kind, pair.Acronym, confidence);
        }

        foreach (var term in terms)
        {
            var confidence = Hundredths.Of(term.Confidence);
            // A gloss is told wherever it stands, as in documents; other terms where they stand first.
            foreach (var place in term.Places.Take(term.Places[0].Kind == GlossKind.Bitext ? 1 : int.MaxValue))
            {
                var kind = place.Kind.ToString().ToLowerInvariant();
                if (records is null)
                {
                    console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{console.Shown(place.Location)}: {term.Zh}  {term.En}  [{kind} {confidence}: {string.Join(", ", term.Reasons)}]"));
                }

                records?.Row(console.Shown(place.Location.Path), place.Location.Line, term.Zh, term.En, kind, "", confidence);
            }
        }

        var bare = pairs.Count(p => p.En.Length == 0);
        var unglossed = terms.Count(static t => t.Places[0].Kind == GlossKind.Bitext);
        if (terms.Count > 0)
        {
            console.Say($"{terms.Count - unglossed} glosses and {unglossed} terms without gloss in bitexts.");
        }

        if (pairs.Count == 0 && terms.Count > 0)
        {
            return;
        }

        console.Say($"{pairs.Count - bare} glosses; {bare} times Chinese with no English beside it.");
    }

    private static void Notes(CliConsole console, List<Document> documents, IReadOnlyCollection<MinedPair> pairs, string format)
    {
        using var records = RecordWriter.For(console.Out, format, hasHeader: true, "document", "number", "line", "anchor_line", "anchor", "zh");
        var byDocument = pairs.ToLookup(p => p.Document);
        foreach (var document in documents)
        {
            foreach (var note in NoteMiner.Mine(document, byDocument[document]))
            {
                var (line, anchorLine) = (note.Location.Line, note.AnchorLocation?.Line ?? 0);
                if (records is null)
                {
                    console.Out.WriteLine($"{document.Path}:{line}: note {note.Number} on “{note.Anchor}” (line {anchorLine}): {note.Text}"
                        + (note.Synonyms.IsEmpty ? "" : $" [synonyms: {string.Join(", ", note.Synonyms)}]"));
                }

                records?.Row(document.Path, note.Number, line, anchorLine, note.Anchor, string.Join("; ", note.Chinese));
            }
        }
    }

    private static int Accept(Workspace workspace, CliConsole console, string path, string by)
    {
        var result = new CandidateAcceptance(workspace, console.Say).Accept(path, by);
        foreach (var line in result.Problems)
        {
            console.Error.WriteLine("termbase: " + line);
        }

        foreach (var line in result.Conflicts)
        {
            console.Error.WriteLine(line);
        }

        console.Say($"{result.Added} terms added, {result.Known} accepted that were there, {result.Evidence} rows of evidence; {result.Rejected} rejected; {result.Left} left for later.");
        return result.Problems.IsEmpty ? CliApp.Fine : CliApp.BadInput;
    }
}
