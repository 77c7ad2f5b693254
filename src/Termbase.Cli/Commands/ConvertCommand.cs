using System.CommandLine;
using Termbase.Cli.Options;
using Termbase.Cli.Rendering;
using Termbase.Formats;
using Termbase.Model;

namespace Termbase.Cli.Commands;

/// <summary><c>convert IN OUT</c>: any memory format to any other.</summary>
internal static class ConvertCommand
{
    public const string Example = "termbase convert memory.tsv memory.tmx";

    public static Command Create(CliConsole console)
    {
        var input = new Argument<string>("IN") { Description = "The file to read." };
        var output = new Argument<string>("OUT") { Description = "The file to write; its ending chooses the format." };
        var command = new Command("convert", "Convert a memory from one format to another.") { input, output };
        command.SetAction(parsed =>
        {
            var to = parsed.GetValue(output)!;
            var format = FormatCatalog.ForPath(to)
                ?? throw new InputException($"{to}: no format is known by this ending. Known: {string.Join(" ", FormatCatalog.Units.SelectMany(static f => f.Extensions))}");
            var from = parsed.GetValue(input)!;
            var report = new ReadReport(console);
            var log = report.StartFile(from);
            var skipped = 0L;
            var written = 0L;
            AtomicFile.Write(console.FullPath(to), stream => written = format.Write(
                stream,
                FormatCatalog.ReadUnits(console.FullPath(from), log),
                new UnitWriteOptions
                {
                    OnProblem = (unit, why) =>
                    {
                        skipped++;
                        console.Error.WriteLine($"{unit.Location?.ToString() ?? from}: unit {unit.Id}: {why}");
                    },
                }));
            report.Counts(from, log);
            console.Say($"{to}: {written} units written{(skipped > 0 ? $", {skipped} left out" : "")}.");
            return CliApp.Fine;
        });
        return command;
    }
}
