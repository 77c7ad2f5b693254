using System.CommandLine;
using System.Globalization;
using System.Text;
using Termbase.Alignment;
using Termbase.Cli.Options;
using Termbase.Cli.Rendering;
using Termbase.Formats;
using Termbase.Model;
using Termbase.Workspaces;

namespace Termbase.Cli.Commands;

/// <summary><c>align ZH EN -o OUT.tmx</c>: a memory out of two documents.</summary>
internal static class AlignCommand
{
    public const string Example = "termbase align original.txt translation.md -o memory.tmx\ntermbase align zh/ en/ -o memory.tmx\n"
        + "termbase align original.txt translation.txt --review review.html\ntermbase align original.txt translation.txt --accept review.tsv -o memory.tmx";

    // Parts that do not correspond are told one by one, up to so many.
    private const int MostTold = 20;

    public static Command Create(CliConsole console)
    {
        var paths = new Argument<string[]>("ZH EN") { Description = "The Chinese and the English document; several pairs, two folders with the same names, or one folder with NAME.zh.EXT and NAME.en.EXT.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output", "-o") { Description = "The memory to write; its ending chooses the format.", HelpName = "FILE" };
        var sentences = new Option<bool>("--sentences") { Description = "The files hold one sentence a line, taken as given." };
        var format = FormatOption.Of("text", "tsv", "json", "links");
        var least = new Option<double>("--min") { Description = "Leave out pairs with a lower score (0 to 1).", HelpName = "SCORE" };
        least.Only(static n => n is >= 0 and <= 1, "a number from 0 to 1");
        var review = new Option<string>("--review") { Description = "Write a page to look the pairs through (FILE.html) and a table to correct them in (FILE.tsv).", HelpName = "FILE" };
        var accept = new Option<string>("--accept") { Description = "Take the links from a corrected table instead of finding them.", HelpName = "TSV" };
        review.Validators.Add(static result =>
        {
            if (result.Tokens is [.., { Value: var page }] && Path.GetExtension(page).ToLowerInvariant() is not (".html" or ".htm"))
            {
                result.AddError($"--review {page}: the page is HTML, so its ending is .html; the table stands beside it");
            }
        });
        var command = new Command("align", "Make a translation memory out of a Chinese document and its English translation.") { paths, output, sentences, format, least, review, accept };
        command.SetAction(parsed =>
        {
            var workspace = GlobalOptions.Open(parsed, console);
            var inputs = new InputDocuments(console);
            if (Array.Find(parsed.GetValue(paths)!, InputFile.IsBitext) is { } bitext)
            {
                throw new InputException(SourceLocation.File(bitext), $"is a bitext, whose sides stand beside each other already; align takes two documents (termbase convert {bitext} OUT makes a memory of it, termbase lint {bitext} checks it)");
            }

            var pairs = DocumentPairs.Of(parsed.GetValue(paths)!, console, inputs);
            if (pairs.Count != 1 && (parsed.GetValue(accept) ?? parsed.GetValue(review)) is not null)
            {
                throw new InputException("--review and --accept take one pair of documents at a time");
            }

            var units = new List<TranslationUnit>();
            using var records = RecordWriter.For(console.Out, parsed.GetValue(format)!, hasHeader: false, "score", "zh", "en");
            foreach (var (zhPath, enPath) in pairs)
            {
                try
                {
                    if (Read(zhPath, inputs, console, parsed.GetValue(sentences)) is not { } zh || Read(enPath, inputs, console, parsed.GetValue(sentences)) is not { } en)
                    {
                        continue;
                    }

                    var alignment = parsed.GetValue(accept) is { } table
                        ? ReviewTable.Read(table, TextFile.Read(console.FullPath(table)), zh, en)
                        : Align(zh, en, workspace.Glossary, console);
                    Tell(console, alignment);
                    if (parsed.GetValue(sentences) && parsed.GetValue(accept) is null)
                    {
                        HintParallel(console, alignment);
                    }

                    if (parsed.GetValue(review) is { } page)
                    {
                        WriteReview(console, page, alignment);
                    }

                    Print(console, records, parsed.GetValue(format)!, alignment, parsed.GetValue(output) is null && parsed.GetValue(review) is null);
                    units.AddRange(AlignmentUnits.Of(alignment, parsed.GetValue(least)));
                }
                catch (InputException e)
                {
                    inputs.Fail(e.Location is { } at ? $"{console.Shown(at)}: {e.Message}" : e.Message);
                }
            }

            if (parsed.GetValue(output) is { } file && units.Count > 0)
            {
                Write(console, workspace, file, units);
            }

            return inputs.Status;
        });
        return command;
    }

    private static BitextAlignment Align(AlignedText zh, AlignedText en, Glossary glossary, CliConsole console)
    {
        using var line = new ProgressLine(console);
        var sentences = zh.Sentences.Length;
        return DocumentAligner.Align(zh, en, glossary, new Told(share => line.Report("align", (long)(share * sentences), sentences, "sentences", Path.GetFileName(zh.Path))));
    }

    private static AlignedText? Read(string path, InputDocuments inputs, CliConsole console, bool lines)
    {
        if (lines)
        {
            return AlignedText.OfLines(InputDocuments.NameOf(path), inputs.ReadText(path));
        }

        return inputs.Try(path, tellEmpty: false) is { } document ? AlignedText.Of(document) : null;
    }

    private static void Tell(CliConsole console, BitextAlignment alignment)
    {
        var links = alignment.Links.Where(static l => !l.IsGap).ToList();
        var (zhGaps, enGaps) = (alignment.Links.Where(static l => l.IsGap).Sum(static l => l.ZhCount), alignment.Links.Where(static l => l.IsGap).Sum(static l => l.EnCount));
        console.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{alignment.Zh.Path} + {alignment.En.Path}: {alignment.Zh.Sentences.Length} Chinese and {alignment.En.Sentences.Length} English sentences, {links.Count} pairs, "
            + $"{links.Count(static l => l.Score < 0.5)} of them doubtful; without counterpart: {zhGaps} Chinese, {enGaps} English."));
        foreach (var doubt in AlignmentDoubts.Of(alignment))
        {
            console.Error.WriteLine($"termbase: {doubt}.");
        }

        foreach (var moved in Moved(alignment))
        {
            console.Error.WriteLine($"termbase: stands elsewhere in the translation: {Lines(console, alignment.Zh, moved.Zh)}; {Lines(console, alignment.En, moved.En)}");
        }

        foreach (var part in alignment.LeftOut.Take(MostTold))
        {
            console.Error.WriteLine($"termbase: does not correspond, left out: {Lines(console, alignment.Zh, part.Zh)}; {Lines(console, alignment.En, part.En)}");
        }

        if (alignment.LeftOut.Length > MostTold)
        {
            console.Error.WriteLine($"termbase: and {alignment.LeftOut.Length - MostTold} more parts that do not correspond; --review shows them all.");
        }
    }

    // Lines that are pairs already lose by being aligned again.
    private static void HintParallel(CliConsole console, BitextAlignment alignment)
    {
        var (zh, en) = (alignment.Zh, alignment.En);
        var apart = alignment.Links.Count(static l => l.ZhCount != 1 || l.EnCount != 1 || l.ZhStart != l.EnStart);
        if (zh.Sentences.Length == en.Sentences.Length && apart > 0)
        {
            console.Say(FormattableString.Invariant(
                $"{zh.Path} + {en.Path}: both have {zh.Sentences.Length} lines, but not every line was paired with the one of its number; where line n translates line n, nothing is to be aligned: paste {zh.Path} {en.Path} > lines.tsv && termbase convert lines.tsv MEMORY.tmx"));
        }
    }

    // Links that follow each other on both sides are one part.
    private static IEnumerable<LeftOut> Moved(BitextAlignment alignment)
    {
        LeftOut? part = null;
        foreach (var link in alignment.Links.Where(static l => l.IsMoved))
        {
            var (zh, en) = (link.ZhStart..(link.ZhStart + link.ZhCount), link.EnStart..(link.EnStart + link.EnCount));
            if (part is not null && part.Zh.End.Value == zh.Start.Value && part.En.End.Value == en.Start.Value)
            {
                part = new LeftOut(part.Zh.Start..zh.End, part.En.Start..en.End);
                continue;
            }

            if (part is not null)
            {
                yield return part;
            }

            part = new LeftOut(zh, en);
        }

        if (part is not null)
        {
            yield return part;
        }
    }

    private static string Lines(CliConsole console, AlignedText text, Range range)
    {
        var (start, end) = (range.Start.Value, range.End.Value);
        return start >= end
            ? $"{console.Shown(text.Path)}: nothing"
            : string.Create(CultureInfo.InvariantCulture, $"{console.Shown(text.Path)}: lines {text.Sentences[start].Location.Line} to {text.Sentences[end - 1].Location.EndLine}");
    }

    private static void Print(CliConsole console, RecordWriter? records, string format, BitextAlignment alignment, bool texts)
    {
        foreach (var link in alignment.Links.Where(l => !l.IsGap || format is "links"))
        {
            var score = Hundredths.Of(link.Score);
            records?.Row(score, alignment.ZhText(link), alignment.EnText(link));
            if (format is "links")
            {
                console.Out.WriteLine(link.ToString());
            }
            else if (records is null && texts)
            {
                console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{score}  {alignment.ZhText(link)}\n      {alignment.EnText(link)}"));
            }
        }
    }

    private static void WriteReview(CliConsole console, string page, BitextAlignment alignment)
    {
        var table = Path.ChangeExtension(page, ".tsv");
        OutputFile.KeepInput(console, page);
        OutputFile.KeepInput(console, table);
        var (pageText, tableText) = (ReviewPage.Write(alignment), ReviewTable.Write(alignment));
        if (Old(console, table) is { } corrected && corrected != tableText)
        {
            throw new InputException(
                SourceLocation.File(table),
                $"is not what would be written: it was corrected, or made of other texts. Take it with --accept {table}, or name another page; nothing was written");
        }

        if (Old(console, page) is { } other && !ReviewPage.IsOne(other))
        {
            throw new InputException(SourceLocation.File(page), "is there and is no page of a review, so it is not written over: name another file");
        }

        AtomicFile.Write(console.FullPath(page), stream => stream.Write(Encoding.UTF8.GetBytes(pageText)));
        AtomicFile.Write(console.FullPath(table), stream => stream.Write(Encoding.UTF8.GetBytes(tableText)));
        console.Say($"{page}: look the pairs through; correct {table} where one is wrong, then: termbase align {alignment.Zh.Path} {alignment.En.Path} --accept {table} -o MEMORY.tmx");
    }

    // A text that is there; null where nothing would be lost.
    private static string? Old(CliConsole console, string path) =>
        new FileInfo(Path.GetFullPath(path, console.Directory)) is { Exists: true, Length: > 0 } old ? TextFile.Read(old.FullName) : null;

    private static void Write(CliConsole console, Workspace workspace, string file, List<TranslationUnit> units)
    {
        var format = FormatCatalog.ForPath(file)
            ?? throw new InputException($"{file}: no format is known by this ending. Known: {string.Join(" ", FormatCatalog.Units.SelectMany(static f => f.Extensions))}");
        var written = 0L;
        OutputFile.KeepInput(console, file);
        OutputFile.KeepWorkspace(console, file, workspace);
        AtomicFile.Write(console.FullPath(file), stream => written = format.Write(stream, units, new UnitWriteOptions
        {
            OnProblem = (unit, why) => console.Error.WriteLine($"{unit.Location?.ToString() ?? unit.Id}: {why}"),
        }));
        console.Say($"{file}: {Counted.Of(written, "unit")} written.");
    }

    private sealed class Told(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }
}
