using System.CommandLine;
using Termbase.Cli.Options;
using Termbase.Cli.Rendering;
using Termbase.Formats;
using Termbase.Model;
using Termbase.Workspaces.Quality;

namespace Termbase.Cli.Commands;

/// <summary><c>dedupe FILE…</c>: equal units as one with all their provenance; nearly equal ones and divergent translations listed.</summary>
internal static class DedupeCommand
{
    public const string Example = "termbase dedupe memory.tmx\ntermbase dedupe ours.tmx client.tmx -o all.tmx --near 0\ntermbase dedupe memory.tmx --format json > duplicates.json";

    public static Command Create(CliConsole console)
    {
        var files = new Argument<string[]>("FILE") { Description = "Memories (TMX, TSV, XLIFF, PO), and folders of them.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("-o", "--output") { Description = "Write the memory without duplicates; without it the report is all. May be the input.", HelpName = "OUT" };
        var near = new Option<double>("--near") { Description = "List units whose sources and targets are alike from this score on, 50 to 100; 0 for none.", HelpName = "N", DefaultValueFactory = _ => 95 };
        near.Only(static n => n is 0 or (>= 50 and <= 100), "a number from 50 to 100, or 0");
        var list = new Option<int>("--list") { Description = "How many of each kind the text shows; JSON has all.", HelpName = "N", DefaultValueFactory = _ => 20 };
        list.Only(static n => n >= 0, "a number from 0 up");
        var format = FormatOption.Of("text", "json");
        var command = new Command(
            "dedupe",
            "Merge units that are the same pair, and list nearly equal ones and sources with several translations.")
        { files, output, near, list, format };
        command.SetAction((parsed, cancellation) =>
        {
            var inputs = new MemoryInputs(console, parsed.GetValue(files)!);
            if (parsed.GetValue(output) is { } to && !inputs.Files.Any(f => OutputFile.IsSame(console, f, to)))
            {
                OutputFile.KeepWorkspace(console, to, GlobalOptions.Open(parsed, console));
            }

            var isJson = parsed.GetValue(format) is "json";
            var shown = isJson ? int.MaxValue : parsed.GetValue(list);
            var job = new Job(console, inputs, new Deduplication(inputs.Read, shown), parsed.GetValue(output), parsed.GetValue(near), shown);
            var view = job.Run(cancellation);
            if (isJson)
            {
                view.Json(console.Out);
            }
            else
            {
                view.Text(console);
            }

            console.Say(job.Out is null ? "Nothing is written; -o OUT writes the memory without duplicates."
                : FormattableString.Invariant($"{job.Out}: {Counted.Of(job.Written, "unit")} written{(inputs.Status == CliApp.Fine ? "" : ", without what could not be read")}."));

            return Task.FromResult(inputs.Status);
        });
        return command;
    }

    private sealed record Job(CliConsole Console, MemoryInputs Inputs, Deduplication Deduplication, string? Out, double Near, int Shown)
    {
        public long Written { get; private set; }

        public DedupeView Run(CancellationToken cancellation)
        {
            var format = Out is null ? null : FormatCatalog.ForPath(Out)
                ?? throw new InputException($"{Out}: no format of memories is known by this ending; known: {string.Join(" ", FormatCatalog.Units.SelectMany(static f => f.Extensions))}");
            using var progress = new ProgressLine(Console);
            Deduplication.Count(n => progress.Report("count", n, 0, "units"), cancellation);
            foreach (var file in Inputs.Files)
            {
                OutputFile.KeepRefused(Console, Out ?? "-", file, Inputs.RefusedOf(file));
            }

            var folder = Near > 0 ? Directory.CreateTempSubdirectory("termbase-dedupe-").FullName : null;
            try
            {
                var (near, count) = (new List<NearDuplicate>(), 0L);
                foreach (var pair in folder is null ? [] : NearDuplicates.Find(Units(progress, cancellation), folder, Near, (n, all) => progress.Report("compare", n, all, "units"), cancellation))
                {
                    count++;
                    if (near.Count < Shown)
                    {
                        near.Add(pair);
                    }
                }

                // Last, since OUT may be an input; one of which something was left out was refused above.
                if (format is not null)
                {
                    Write(format, progress, cancellation);
                }
                else if (folder is null)
                {
                    // The lists are made by the second pass.
                    foreach (var _ in Units(progress, cancellation))
                    {
                    }
                }

                return new DedupeView(Deduplication, near, folder is null ? null : count);
            }
            finally
            {
                if (folder is not null)
                {
                    Directory.Delete(folder, recursive: true);
                }
            }
        }

        private IEnumerable<TranslationUnit> Units(ProgressLine progress, CancellationToken cancellation) =>
            Deduplication.Units(n => progress.Report("merge", n, Deduplication.Read, "units"), cancellation);

        private void Write(IUnitFormat format, ProgressLine progress, CancellationToken cancellation)
        {
            var losses = new LossReport();
            var first = Inputs.Read().FirstOrDefault();
            var writing = new UnitWriteOptions
            {
                KeepOtherLanguages = true,
                Header = () => Inputs.Header,
                ZhFirst = first?.ZhIsSource ?? true,
                OnProblem = (unit, why) => Console.Error.WriteLine($"{(unit.Location is { } at ? Console.Shown(at) : Out)}: unit {unit.Id}: {why}"),
            };
            AtomicFile.Write(Console.FullPath(Out!), stream =>
                Written = format.Write(stream, format.Name == "tmx" ? Units(progress, cancellation) : UnitLosses.Count(Units(progress, cancellation), format, writing, losses), writing));
            foreach (var line in losses.Lines())
            {
                Console.Error.WriteLine($"{Out}: {line}");
            }
        }
    }
}
