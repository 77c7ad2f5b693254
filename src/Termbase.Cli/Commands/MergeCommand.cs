using System.CommandLine;
using Termbase.Cli.Options;
using Termbase.Cli.Rendering;
using Termbase.Formats;
using Termbase.Model;
using Termbase.Workspaces.Merging;

namespace Termbase.Cli.Commands;

/// <summary><c>merge A B</c>: two termbases or memories as one, with a report by concepts and units; also git's merge driver and text conversion.</summary>
internal static class MergeCommand
{
    public const string Example = "termbase merge mine.csv theirs.csv --base old.csv -o merged.csv\ntermbase merge ours.tmx client.tmx --policy newest -o all.tmx\ntermbase merge --textconv glossary/terms.csv";

    /// <summary>What a person types once in a clone so that git uses the lines of <c>.gitattributes</c>.</summary>
    public static readonly string[] GitConfig =
    [
        "git config merge.termbase.driver \"termbase merge --git %O %A %B %P\"",
        "git config diff.termbase.textconv \"termbase merge --textconv\"",
    ];

    public static Command Create(CliConsole console)
    {
        var files = new Argument<string[]>("FILES") { Description = "Mine and theirs: glossary files (CSV) or memories.", Arity = new ArgumentArity(1, 4) };
        var origin = new Option<string>("--base") { Description = "The common ancestor of both.", HelpName = "FILE" };
        var output = new Option<string>("-o", "--output") { Description = "Write the merged file; without it the report is all.", HelpName = "OUT" };
        var policy = new Option<string>("--policy")
        {
            Description = "Who is right in a conflict: ask (leave both, marked; status 1) | newest | evidence | mine | theirs.",
            HelpName = "POLICY",
            DefaultValueFactory = _ => "ask",
        };
        policy.AcceptOnlyFromAmong("ask", "newest", "evidence", "mine", "theirs");
        var git = new Option<bool>("--git") { Description = "As git's merge driver: FILES are %O %A %B %P; writes %A." };
        var textconv = new Option<bool>("--textconv") { Description = "Print FILES as one line for each rendering or unit, for git diff." };
        var relink = new Option<bool>("--relink") { Description = "FILES is a glossary folder: evidence whose concept is gone gets the concept that has its two terms (after a merge by git)." };
        var format = FormatOption.Of("text", "json");
        var command = new Command("merge", "Merge two termbases or memories by what they say, not by lines.") { files, origin, output, policy, git, textconv, relink, format };
        command.SetAction(parsed =>
        {
            var named = parsed.GetValue(files)!;
            if (parsed.GetValue(textconv))
            {
                foreach (var line in named.SelectMany(f => Lines(console, f)))
                {
                    console.Out.WriteLine(line);
                }

                return CliApp.Fine;
            }

            if (parsed.GetValue(relink))
            {
                var folder = console.FullPath(named[0]);
                if (named.Length != 1 || !Directory.Exists(folder))
                {
                    throw new InputException($"merge --relink needs one glossary folder; {named[0]} is none");
                }

                Relink(console, folder, System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty, except: null);
                return CliApp.Fine;
            }

            var asGit = parsed.GetValue(git);
            if (asGit ? named.Length < 3 : named.Length != 2)
            {
                throw new InputException(asGit ? "merge --git needs %O %A %B and, best, %P" : "merge needs two files: mine and theirs");
            }

            var job = asGit
                ? new Job(console, named[1], named[2], named[0], named[1], named.ElementAtOrDefault(3) ?? named[1], IsGit: true)
                : new Job(console, named[0], named[1], parsed.GetValue(origin), parsed.GetValue(output), parsed.GetValue(output) ?? named[0], IsGit: false);
            if (!asGit && job.Out is { } written)
            {
                KeepOthers(console, parsed, job, written);
            }

            var report = job.Run(Enum.Parse<MergePolicy>(parsed.GetValue(policy)!, ignoreCase: true));
            if (parsed.GetValue(format) is "json")
            {
                MergeJson.Write(console.Out, report);
            }
            else
            {
                // Git shows what a driver prints between its own lines: only what a person has to do is worth a place there.
                new MergeView(asGit || job.Out == "-" ? console with { Out = console.Error } : console).Write(report, conflictsOnly: asGit);
            }

            if (report.Open > 0 && job.Out is not null)
            {
                console.Error.WriteLine($"{job.Name}: what is open stands twice, marked in {(job.IsMemory ? "the property " + MemoryMerge.ConflictProperty : "the column " + GlossaryMerge.ConflictColumn)}: keep the right one, delete the other and the mark{(asGit ? ", then git add" : "")}.");
            }

            if (!asGit)
            {
                console.Say(job.Out is null
                    ? "Nothing is written; -o OUT writes the merged file."
                    : $"{OutputFile.NameOf(job.Out)}: {report.Records} {(job.IsMemory ? "units" : "rows")} written{(report.Open > 0 ? $", {report.Open} conflicts left open" : "")}.");
            }

            return job.HasRefused ? CliApp.BadInput : report.Open > 0 ? CliApp.Findings : CliApp.Fine;
        });
        return command;
    }

    // Mine may be written over, as git's driver does: all of it is in the result. The ancestor and the other side stay what they are.
    private static void KeepOthers(CliConsole console, ParseResult parsed, Job job, string output)
    {
        OutputFile.KeepInput(console, output, new[] { job.Theirs, job.Base }.OfType<string>());
        if (!OutputFile.IsSame(console, output, job.Mine))
        {
            OutputFile.KeepWorkspace(console, output, GlobalOptions.Open(parsed, console));
        }

        if (output == "-" && parsed.GetValue<string>("--format") is "json")
        {
            throw new InputException("the merged file and the report cannot both go to standard output: name a file");
        }
    }

    /// <summary>Renews the ids of concepts in <c>see</c> and in the evidence of a folder; tells the files changed.</summary>
    private static void Relink(CliConsole console, string folder, IReadOnlyDictionary<string, string> ids, string? except)
    {
        var files = new List<(string Path, string Text, bool Bom)>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal))
        {
            try
            {
                var (text, bom) = MergeFile.Read(path);
                files.Add((path, text, bom));
            }
            catch (InputException e)
            {
                console.Error.WriteLine($"termbase: {console.Shown(path)}: {e.Message}; references in it are not renewed");
            }
        }

        var terms = files.Select(static f => f.Text).Where(ConceptReferences.HasConcepts).ToList();
        foreach (var (path, text, bom) in files.Where(f => f.Path != except))
        {
            var (renewed, changed) = ConceptReferences.Renew(text, ids, terms);
            if (changed > 0)
            {
                MergeFile.Write(path, renewed, bom);
                console.Say($"{console.Shown(path)}: {changed} references to concepts renewed.");
            }
        }
    }

    private static IEnumerable<string> Lines(CliConsole console, string file)
    {
        var path = console.FullPath(file);
        return IsMemoryFile(path, file)
            ? FormatCatalog.ReadUnits(path, new ReadReport(console).StartFile(file)).Select(TextConversion.Unit)
            : TextConversion.Glossary(MergeFile.Read(path).Text);
    }

    // Git's temporary copies have no ending; then the content tells.
    private static bool IsMemoryFile(string path, string name)
    {
        if (Path.GetExtension(name).Equals(".csv", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        if (FormatCatalog.ForPath(name) is not null)
        {
            return true;
        }

        if (!File.Exists(path))
        {
            throw new InputException(SourceLocation.File(name), "no such file");
        }

        using var reader = new StreamReader(path);
        var head = new char[4096];
        var start = new string(head, 0, reader.ReadBlock(head));
        return start.Contains("<tmx", StringComparison.Ordinal) || start.Contains("<xliff", StringComparison.Ordinal);
    }

    private sealed record Job(CliConsole Console, string Mine, string Theirs, string? Base, string? Out, string Name, bool IsGit)
    {
        public bool IsMemory { get; private set; }

        /// <summary>Whether units are missing from the result since they could not be read.</summary>
        public bool HasRefused { get; private set; }

        private string? Origin => Base is null ? null : Console.FullPath(Base);

        public MergeReport Run(MergePolicy policy)
        {
            var (mine, theirs) = (Console.FullPath(Mine), Console.FullPath(Theirs));
            if (new[] { Mine, Theirs, Base }.FirstOrDefault(f => f is not null && !Path.Exists(Console.FullPath(f))) is { } missing)
            {
                throw new InputException(SourceLocation.File(missing), "no such file");
            }

            IsMemory = IsMemoryFile(mine, Path.HasExtension(Mine) && !Path.GetFileName(Mine).StartsWith(".merge_file", StringComparison.Ordinal) ? Mine : Name);
            if (!IsGit && IsMemoryFile(theirs, Theirs) != IsMemory)
            {
                throw new InputException($"{Mine} and {Theirs} cannot be merged: one is a memory, the other a table of terms");
            }

            var options = new MergeOptions { Policy = policy, Names = (Mine, Theirs, Base ?? "base") };
            if (policy == MergePolicy.Evidence)
            {
                var folders = new[] { mine, theirs, Console.FullPath(Name) }.Select(static p => Path.GetDirectoryName(p)!);
                options = options with { EvidenceOf = MergeFile.EvidenceOf(folders.Select(static f => Path.Combine(f, "evidence.csv"))) };
            }

            return IsMemory ? Units(mine, theirs, options) : Rows(mine, theirs, options);
        }

        private MergeReport Rows(string mine, string theirs, MergeOptions options)
        {
            var (text, bom) = MergeFile.Read(mine);
            var merged = GlossaryMerge.Merge(Origin is { } o ? MergeFile.Read(o).Text : null, text, MergeFile.Read(theirs).Text, options);
            if (Out is not null)
            {
                if (!IsGit && OutputFile.IsOther(Out, [".csv"]))
                {
                    throw new InputException(SourceLocation.File(Out), "is named as another format; what is written is a glossary file: name a file with the ending .csv");
                }

                if (Out == "-")
                {
                    Console.Out.Write(merged.Text);
                    return merged.Report;
                }

                MergeFile.Write(Console.FullPath(Out), merged.Text, bom);
                if (!IsGit)
                {
                    Follow(Console.FullPath(Out), merged.Report);
                }
            }

            return merged.Report;
        }

        // The files beside the merged one name concepts too. (Git merges them by itself; then --relink does this.)
        private void Follow(string merged, MergeReport report)
        {
            if (report.Ids.Count > 0)
            {
                Relink(Console, Path.GetDirectoryName(merged)!, report.Ids, merged);
            }
        }

        // Beside an ancestor what a side lacks counts as deleted, and a damaged or lost file lacks more than its owner deleted.
        private void CheckWhole(string file, string side, long refused, int units, int before)
        {
            var name = IsGit ? $"{Name} ({side})" : file;
            if (refused > 0)
            {
                throw new InputException(
                    SourceLocation.File(name), $"{Counted.Of(refused, "unit")} of it could not be read and would count as deleted: repair it first (termbase doctor FILE --repair OUT), then merge; nothing was written");
            }

            if (units == 0 && before > 0)
            {
                throw new InputException(
                    SourceLocation.File(name), $"holds no units where the common ancestor holds {before}, and all would count as deleted: take the file from a copy, or merge without the ancestor; nothing was written");
            }
        }

        private MergeReport Units(string mine, string theirs, MergeOptions options)
        {
            var report = new ReadReport(Console);
            var (log, other) = (report.StartFile(Mine), report.StartFile(Theirs));
            var origin = Origin is { } o ? FormatCatalog.ReadUnits(o, report.StartFile(Base!)).ToList() : null;
            var (own, their) = (FormatCatalog.ReadUnits(mine, log).ToList(), FormatCatalog.ReadUnits(theirs, other).ToList());
            if (origin is not null)
            {
                CheckWhole(Mine, "mine", log.Refused, own.Count, origin.Count);
                CheckWhole(Theirs, "theirs", other.Refused, their.Count, origin.Count);
            }

            var merged = MemoryMerge.Merge(origin, own, their, options);
            HasRefused = log.Refused + other.Refused > 0;
            OutputFile.KeepRefused(Console, Out ?? "-", Mine, log.Refused);
            OutputFile.KeepRefused(Console, Out ?? "-", Theirs, other.Refused);
            report.End(Mine, log, counts: false);
            report.End(Theirs, other, counts: false);
            if (Out is not null)
            {
                // Git's copies have no ending, nor has standard output; then mine tells.
                var format = FormatCatalog.ForPath(Name) ?? (IsGit || Out == "-" ? FormatCatalog.ForPath(Mine) : null)
                    ?? throw new InputException($"{Name}: no format of memories is known by this ending; known: {string.Join(" ", FormatCatalog.Units.SelectMany(static f => f.Extensions))}");
                var writing = new UnitWriteOptions
                {
                    KeepOtherLanguages = true,
                    Header = () => log.Header,
                    ZhFirst = merged.Units.IsEmpty || merged.Units[0].ZhIsSource,
                    OnProblem = (unit, why) => Console.Error.WriteLine($"{unit.Location?.ToString() ?? Mine}: unit {unit.Id}: {why}"),
                };
                var losses = new LossReport();
                OutputFile.Write(Console, Out, stream => format.Write(stream, format.Name == "tmx" ? merged.Units : UnitLosses.Count(merged.Units, format, writing, losses), writing));
                foreach (var line in losses.Lines())
                {
                    Console.Error.WriteLine($"{OutputFile.NameOf(Out)}: {line}");
                }
            }

            return merged.Report;
        }
    }
}
