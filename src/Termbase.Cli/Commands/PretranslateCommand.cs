using System.CommandLine;
using Termbase.Cli.Options;
using Termbase.Cli.Rendering;
using Termbase.Formats;
using Termbase.Model;
using Termbase.Workspaces.Pretranslation;

namespace Termbase.Cli.Commands;

/// <summary><c>pretranslate FILE… -o OUT</c>: fills XLIFF, PO and TMX with what the memory knows.</summary>
internal static class PretranslateCommand
{
    public const string Example = "termbase pretranslate draft.xlf --min 75 -o draft.filled.xlf\ntermbase pretranslate po/ --memory memory.tmx --overwrite drafts -o filled/";

    public static Command Create(CliConsole console)
    {
        var files = new Argument<string[]>("FILE") { Description = "XLIFF (also sdlxliff, mqxliff), PO and TMX files, and folders of them.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("-o", "--output") { Description = "The file to write (it may be FILE); a folder for several.", HelpName = "OUT", Required = true };
        var min = new Option<double>("--min") { Description = "The least score that is used, 50 to 102.", HelpName = "N", DefaultValueFactory = _ => 75 };
        min.Only(static n => n is >= 50 and <= 102, "a number from 50 to 102");
        var max = new Option<int>("--max") { Description = "How many matches travel with a segment of XLIFF as proposals.", HelpName = "N", DefaultValueFactory = _ => 1 };
        max.Only(static n => n >= 1, "a number from 1 up");
        var overwrite = new Option<string>("--overwrite") { Description = "Translations that may be replaced: none | drafts (fuzzy, needs work) | all; never locked ones.", HelpName = "WHICH", DefaultValueFactory = _ => "none" };
        overwrite.AcceptOnlyFromAmong("none", "drafts", "all");
        var memory = MemoryOption.Create();
        var client = new Option<string>("--client") { Description = "The client: units made for another one score 2 less.", HelpName = "NAME" };
        var format = FormatOption.Of("text", "json");
        var command = new Command(
            "pretranslate",
            "Fill segments without a translation with the best match, marked with score and origin; all else stays byte for byte.")
        { files, output, min, max, overwrite, memory, client, format };
        command.SetAction((parsed, cancellation) =>
        {
            var documents = new InputDocuments(console);
            var jobs = Jobs(documents, console, parsed.GetValue(files)!, parsed.GetValue(output)!);
            using var host = MatchHost.Open(parsed, console, MemoryOption.Of(parsed, memory, console), cancellation);
            var pretranslator = new Pretranslator(host.Matcher, new PretranslateOptions
            {
                Min = parsed.GetValue(min),
                Max = parsed.GetValue(max),
                Overwrite = Enum.Parse<Overwrite>(parsed.GetValue(overwrite)!, ignoreCase: true),
                Client = parsed.GetValue(client) ?? "",
                Penalties = host.Settings.Penalties,
            });
            var done = new List<(string File, string Out, PretranslateResult Result)>();
            foreach (var (path, to) in jobs)
            {
                // A file may be filled in its place; what the others are made of may not be lost to it.
                OutputFile.KeepInput(console, to, [.. MemoryOption.Of(parsed, memory, console), .. jobs.Select(static j => j.Path).Where(p => p != path)]);
                if (Run(pretranslator, documents, console, path, to, cancellation) is { } result)
                {
                    done.Add((path, to, result));
                }
            }

            PretranslateView.Write(console, done, parsed.GetValue(format) is "json");
            return Task.FromResult(Math.Max(documents.Status, host.Status));
        });
        return command;
    }

    private static PretranslateResult? Run(
        Pretranslator pretranslator, InputDocuments documents, CliConsole console, string path, string to, CancellationToken cancellation)
    {
        var full = console.FullPath(path);
        try
        {
            if (path != "-" && !File.Exists(full))
            {
                throw new InputException(SourceLocation.File(path), "no such file");
            }

            if (FormatCatalog.FillerForPath(path) is not { } fill)
            {
                throw new InputException(SourceLocation.File(path), "cannot be pretranslated; XLIFF (.xlf .xliff .sdlxliff .mqxliff), PO and TMX can");
            }

            // What is written is the file that was read, filled.
            if (FormatCatalog.ForPath(to) is { } other && other.Name != FormatCatalog.ForPath(path)!.Name)
            {
                throw new InputException(SourceLocation.File(to), $"is named as {other.Name}, and {path} is filled as what it is: keep its ending, and convert it afterwards (termbase convert)");
            }

            if (new FileInfo(full).Length == 0)
            {
                console.Error.WriteLine($"{path}: holds no units; nothing is written");
                return null;
            }

            PretranslateResult? result = null;
            var log = new ReadReport(console).StartFile(path);
            Directory.CreateDirectory(Path.GetDirectoryName(console.FullPath(to))!);
            AtomicFile.Write(
                console.FullPath(to),
                stream =>
                {
                    result = pretranslator.Run(fill, () => TextFile.OpenStream(full), stream, path, log, cancellation);
                    OutputFile.KeepRefused(console, to, path, log.Refused);
                });
            if (ReadReport.Status(log) != CliApp.Fine)
            {
                documents.Fail();
            }

            return result;
        }
        catch (InputException e)
        {
            documents.Fail(e, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            documents.Fail($"{path}: {e.Message.ReplaceLineEndings(" ")}");
        }

        return null;
    }

    // One file becomes OUT; several, or a folder, keep their names below it.
    private static List<(string Path, string To)> Jobs(InputDocuments documents, CliConsole console, string[] paths, string output)
    {
        var target = console.FullPath(output);
        var isFolder = paths.Length > 1 || Directory.Exists(console.FullPath(paths[0])) || Directory.Exists(target) || output.EndsWith('/') || output.EndsWith(Path.DirectorySeparatorChar);
        if (isFolder && File.Exists(target))
        {
            throw new InputException(SourceLocation.File(output), "is a file; name a folder for several files");
        }

        var jobs = new List<(string Path, string To)>();
        foreach (var path in paths)
        {
            var root = console.FullPath(path);
            var isInside = Directory.Exists(root);
            foreach (var file in documents.Expand([path], static p => FormatCatalog.FillerForPath(p) is not null, "no XLIFF, PO or TMX in this folder."))
            {
                jobs.Add((file, !isFolder ? output : Path.Combine(output, isInside ? Path.GetRelativePath(root, console.FullPath(file)) : Path.GetFileName(file))));
            }
        }

        return jobs.GroupBy(static j => j.To, StringComparer.Ordinal).FirstOrDefault(static g => g.Count() > 1) is { } twice
            ? throw new InputException($"{twice.First().Path} and {twice.Last().Path} would both be written to {twice.Key}; run them apart")
            : jobs;
    }
}
