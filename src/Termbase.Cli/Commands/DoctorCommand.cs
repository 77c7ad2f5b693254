using System.CommandLine;
using Termbase.Cli.Options;
using Termbase.Cli.Rendering;
using Termbase.Formats;
using Termbase.Formats.Doctoring;
using Termbase.Model;

namespace Termbase.Cli.Commands;

/// <summary><c>doctor FILE…</c>: is a file sound, unit by unit, and what would a tool make of it.</summary>
internal static class DoctorCommand
{
    public const string Example = "termbase doctor memory.tmx --for omegat\ntermbase doctor broken.tmx --repair sound.tmx\ncat memory.tmx | termbase doctor -\ntermbase doctor memory.tmx --doubtful --format tsv > doubtful.tsv";

    public static Command Create(CliConsole console)
    {
        var files = new Argument<string[]>("FILE") { Description = "TMX, TBX, XLIFF, PO or tables of terms, and folders of them; - is standard input.", Arity = ArgumentArity.OneOrMore };
        var tool = new Option<string>("--for") { Description = "What this tool would refuse, drop or misread: omegat | trados | memoq | weblate | okapi.", HelpName = "TOOL" };
        tool.AcceptOnlyFromAmong("omegat", "trados", "memoq", "weblate", "okapi");
        var repair = new Option<string>("--repair") { Description = "Write a sound file, list what was changed in it, and put beside it what could not be saved (.quarantine.txt).", HelpName = "OUT" };
        var source = new Option<string>("--from") { Description = "What the files are, where neither name nor content tells (tmx, tbx, xliff, po, csv, terms-tsv, …).", HelpName = "FORMAT" };
        var encoding = EncodingOption.Create();
        var all = new Option<bool>("--all", "--verbose") { Description = "Every problem on a line of its own; else the first three of a kind that comes more than ten times, and a count (JSON has all)." };
        var doubtful = new Option<bool>("--doubtful")
        {
            Description = "Instead: units of memories that are probably wrong (misaligned, other language, too short, loops …), with reasons and a score.",
        };
        var min = new Option<double>("--min") { Description = "With --doubtful: the least score, 0 to 1.", HelpName = "SCORE", DefaultValueFactory = _ => 0.5 };
        min.Only(static n => n is >= 0 and <= 1, "a number from 0 to 1");
        var list = new Option<int>("--list") { Description = "With --doubtful: how many the text shows; JSON and TSV have all.", HelpName = "N", DefaultValueFactory = _ => 50 };
        list.Only(static n => n >= 0, "a number from 0 up");
        var format = FormatOption.Of("text", "json", "tsv");
        var command = new Command("doctor", "Check files for soundness; with --doubtful, memories for units that are probably wrong.") { files, tool, repair, source, encoding, all, doubtful, min, list, format };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, cancellation)));
        return command;

        int Run(ParseResult parsed, CancellationToken cancellation)
        {
            if (parsed.GetValue(doubtful))
            {
                return parsed.GetValue(repair) is null && parsed.GetValue(tool) is null
                    ? DoubtfulCheck.Run(console, parsed.GetValue(files)!, parsed.GetValue(min), parsed.GetValue(list), parsed.GetValue(format)!, cancellation)
                    : throw new InputException("--doubtful looks at what units say, --for and --repair at the file: run doctor twice");
            }

            if (parsed.GetValue(format) is "tsv")
            {
                throw new InputException("--format tsv goes with --doubtful; soundness is shown as text or json");
            }

            var importer = parsed.GetValue(tool) is { } name ? Enum.Parse<Importer>(name, ignoreCase: true) : Importer.Any;
            var paths = InFolders(console, parsed.GetValue(files)!);
            if (parsed.GetValue(repair) is not null && paths.Length > 1)
            {
                throw new InputException("--repair writes one file: name one file to repair");
            }

            var reports = new List<DoctorReport>();
            var unreadable = false;
            var repaired = new List<string>();
            var changes = new List<ReadProblem>();
            foreach (var path in paths)
            {
                try
                {
                    using var file = InputFile.Of(console, path, parsed.GetValue(source), parsed.GetValue(encoding), named: true);
                    reports.Add(Examine(file, importer));
                    if (parsed.GetValue(repair) is { } to)
                    {
                        SameFormat(file, to);
                        OutputFile.KeepInput(console, to, [path]);
                        repaired = Repair(console, file, to, reports[0], changes, parsed.GetValue(all));
                    }
                }
                catch (InputException e)
                {
                    var written = parsed.GetValue(repair);
                    var shown = written is not null && e.Location?.Path == console.FullPath(written) ? written : InputDocuments.NameOf(path);
                    console.Error.WriteLine($"termbase: {(e.Location is { } at ? (at with { Path = shown }).ToString() : shown)}: {e.Message}");
                    unreadable = true;
                }
            }

            if (parsed.GetValue(format) is "json")
            {
                JsonOutput.Write(console.Out, json => DoctorView.Json(json, reports, paths.Length > 1, parsed.GetValue(repair) is null ? null : changes));
            }
            else
            {
                reports.ForEach(r => DoctorView.Text(console.Out, r, parsed.GetValue(all)));
            }

            repaired.ForEach(console.Say);

            return unreadable ? CliApp.BadInput : reports.Exists(static r => r.HasErrors) ? CliApp.Findings : CliApp.Fine;
        }
    }

    private static string[] InFolders(CliConsole console, string[] paths) =>
        [.. paths.SelectMany(path => InputFolder.Files(console, path, static f => !InputDocuments.IsDocument(f) && DoctorCatalog.ForPath(f) is not null) is not { } found ? [path]
            : found.Count > 0 ? found
            : throw new InputException(SourceLocation.File(path), "no file in this folder that the doctor knows"))];

    private static DoctorReport Examine(InputFile file, Importer importer)
    {
        var report = new DoctorReport(file.Name);
        if (new FileInfo(file.DiskPath).Length == 0)
        {
            throw new InputException(SourceLocation.File(file.Name), "is empty, so it is no sound file of any kind");
        }

        Doctor(file).Examine(file.DiskPath, importer, report);
        if (importer != Importer.Any && !Doctor(file).Foretells(file.DiskPath, importer))
        {
            report.Add(0, "", DoctorView.Unchecked, $"nothing is checked for {importer}: what it makes of {EndingOf(file.Hint)} files is not known here; only whether the file is sound", isError: false);
        }

        return report;
    }

    // What a repair writes is of the kind that it read, whatever the name says.
    private static void SameFormat(InputFile file, string to)
    {
        var (doctor, ending) = (Doctor(file), EndingOf(file.Hint));
        if (DoctorCatalog.ForPath(to) is { } other && (other != doctor || (doctor is TableDoctor && EndingOf(to) != ending)))
        {
            throw new InputException($"--repair {to}: a repair stays in the format of {file.Name}; name a file with the ending {ending}, and convert that");
        }
    }

    private static string EndingOf(string path) => Path.GetExtension(path).ToLowerInvariant();

    private static IDoctor Doctor(InputFile file) => DoctorCatalog.ForPath(file.Hint) ?? throw new InputException(
        SourceLocation.File(file.Name), $"is of no kind that the doctor knows: {string.Join(" ", DoctorCatalog.All.SelectMany(static d => d.Extensions))}");

    // What to say of it, once the report was printed: each thing that was changed and that the report has not told, and what was set aside.
    private static List<string> Repair(CliConsole console, InputFile file, string to, DoctorReport report, List<ReadProblem> changes, bool all)
    {
        var log = new ReadLog();
        AtomicFile.Write(console.FullPath(to), stream => Doctor(file).Repair(file.DiskPath, stream, log));
        var told = report.Problems.Select(static p => (p.Line, p.Unit, p.Message)).ToHashSet();
        changes.AddRange(log.Problems.Where(p => (p.Outcome == ProblemOutcome.Repaired || p.Code is DoctorReport.Mended or DoctorReport.LeftOut or DoctorReport.NotMended)
            && !told.Contains((p.Location.Line, p.Unit, p.Message))));
        var refused = log.Problems.Where(static p => p.Outcome == ProblemOutcome.Refused || p.Code == DoctorReport.LeftOut).ToList();
        List<string> said =
        [
            .. DoctorView.Changes(changes, to, report.Path, all),
            IsSame(file.DiskPath, console.FullPath(to)) ? $"{to}: written, the same as {report.Path}: there was nothing to repair." : $"{to}: written; {log.Repaired} repaired, {refused.Count} left out.",
        ];
        if (refused.Count > 0)
        {
            QuarantineFile.Write(console.FullPath(to + QuarantineFile.Ending), report.Path, TextFile.Read(file.DiskPath), refused);
            said.Add($"{to}{QuarantineFile.Ending}: {refused.Count} that could not be saved.");
        }

        return said;
    }

    private static bool IsSame(string path, string other)
    {
        using var one = TextFile.OpenStream(path);
        using var two = TextFile.OpenStream(other);
        if (one.Length != two.Length)
        {
            return false;
        }

        var (buffer, second) = (new byte[1 << 16], new byte[1 << 16]);
        for (int length; (length = one.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0;)
        {
            two.ReadExactly(second, 0, length);
            if (!buffer.AsSpan(0, length).SequenceEqual(second.AsSpan(0, length)))
            {
                return false;
            }
        }

        return true;
    }
}
