using System.CommandLine;
using System.Globalization;
using Termbase.Cli.Options;
using Termbase.Cli.Rendering;
using Termbase.Formats;
using Termbase.Formats.Csv;
using Termbase.Formats.Tables;
using Termbase.Formats.Tbx;
using Termbase.Model;
using Termbase.Office;
using Termbase.Workspaces;

namespace Termbase.Cli.Commands;

/// <summary><c>convert IN OUT</c>: any format to any other that can hold it; says what cannot be carried.</summary>
internal static class ConvertCommand
{
    public const string Example = "termbase convert memory.tsv memory.tmx\ntermbase convert client.csv client.tbx --columns zh=中文,en=English\ncurl -s https://example.org/memory.tmx | termbase convert - memory.tsv";

    private static string Endings => string.Join(" ", FormatCatalog.Units.SelectMany(static f => f.Extensions).Concat(TermFormats.All.SelectMany(static f => f.Extensions)).Distinct());

    private static string Names => string.Join(" | ", FormatCatalog.Units.Select(static f => f.Name).Concat(TermFormats.All.Select(static f => f.Name)));

    public static Command Create(CliConsole console)
    {
        var input = new Argument<string>("IN") { Description = "The file to read; - is standard input." };
        var output = new Argument<string>("OUT") { Description = "The file to write; its ending chooses the format; - is standard output." };
        var source = new Option<string>("--from") { Description = $"The format of IN where its ending does not tell: {Names}.", HelpName = "FORMAT" };
        var target = new Option<string>("--to") { Description = "The format of OUT where its ending does not tell.", HelpName = "FORMAT" };
        var columns = new Option<string>("--columns") { Description = "Which columns hold what: zh=COLUMN,en=COLUMN (header or number).", HelpName = "LIST" };
        var encoding = EncodingOption.Create();
        var english = new Option<bool>("--en-first") { Description = "Write English first." };
        var command = new Command("convert", "Convert a memory or a termbase; says what cannot be carried.") { input, output, source, target, columns, encoding, english };
        command.SetAction(parsed =>
        {
            string from = parsed.GetValue(input)!, to = parsed.GetValue(output)!;
            using var file = InputFile.Of(console, from, Known(parsed.GetValue(source)), parsed.GetValue(encoding));
            Known(parsed.GetValue(target));
            from = file.Name;
            var report = new ReadReport(console);
            var job = new Job(console, report.StartFile(from), file, to, !parsed.GetValue(english), new TermReadOptions { Columns = Columns(parsed.GetValue(columns)) });
            var asked = parsed.GetValue(columns) is not null;
            var fromUnits = Named(parsed.GetValue(source), static n => FormatCatalog.ByName(n), () => asked && !file.Hint.EndsWith(".bitext.csv", StringComparison.Ordinal) ? null : FormatCatalog.ForPath(file.Hint));
            fromUnits = fromUnits is BitextCsvFormat ? new BitextCsvFormat { Reading = job.Reading } : fromUnits;
            var fromTerms = Named(parsed.GetValue(source), TermFormats.ByName, () => TermFormats.ForPath(file.Hint));
            var toUnits = Named(parsed.GetValue(target), static n => FormatCatalog.ByName(n), () => FormatCatalog.ForPath(to));
            var toTerms = Named(parsed.GetValue(target), TermFormats.ByName, () => TermFormats.ForPath(to));
            if (toUnits is null && toTerms is null)
            {
                throw new InputException(to == "-" ? "what to write to standard output? Say it with --to FORMAT" : $"{to}: no format is known by this ending or name. Known: {Endings}");
            }

            if (fromUnits is null && fromTerms is null && from != parsed.GetValue(input))
            {
                throw new InputException(SourceLocation.File(from), "its content does not tell what it is; say it with --from FORMAT");
            }

            if (to == "-" && toTerms is XlsxTermFormat && toUnits is null)
            {
                throw new InputException("a spreadsheet cannot be written to standard output; name a file");
            }

            if (asked && fromUnits is not BitextCsvFormat && fromTerms is null or TbxFormat or CedictFormat)
            {
                console.Error.WriteLine($"{from}: --columns means nothing here: {Path.GetExtension(file.Hint)} has no columns to choose from");
            }

            // A .tsv can be a bitext or a termbase: the other side tells.
            if (fromTerms is not null && toTerms is not null && (fromUnits is null || toUnits is null))
            {
                job.Terms(fromTerms, toTerms);
            }
            else if (toUnits is not null && (fromUnits is not null || fromTerms is null))
            {
                job.Units(fromUnits, toUnits);
            }
            else if (toUnits is not null)
            {
                job.TermsAsUnits(fromTerms!, toUnits);
            }
            else
            {
                throw fromUnits is null
                    ? new InputException($"{from} is of no known format; say which with --from")
                    : new InputException($"{from} is a memory, {to} a termbase: segments are not terms. Write a memory ({string.Join(" ", FormatCatalog.Units.SelectMany(static f => f.Extensions))}).");
            }

            var status = report.End(from, job.Log);
            return job.Log.Problems.Any(static p => p.Message.Contains(XmlFault.CutOff, StringComparison.Ordinal)) ? CliApp.BadInput : status;
        });
        return command;
    }

    internal static Dictionary<string, string> Columns(string? list)
    {
        var columns = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Split('=', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } role, { Length: > 0 } column])
            {
                throw new InputException($"--columns: '{part}' is not of the form zh=COLUMN");
            }

            columns[role] = column;
        }

        return columns;
    }

    // A mistyped name must not silently mean "by the ending".
    private static string? Known(string? name) =>
        name is null || FormatCatalog.ByName(name) is not null || TermFormats.ByName(name) is not null ? name
            : throw new InputException($"'{name}' is no format; formats: {Names}");

    private static T? Named<T>(string? name, Func<string, T?> byName, Func<T?> byPath)
        where T : class => name is null ? byPath() : byName(name);

    private sealed record Job(CliConsole Console, ReadLog Log, InputFile File, string To, bool ZhFirst, TermReadOptions Reading)
    {
        private readonly LossReport _losses = new();

        private string From => File.Name;

        private TermWriteOptions TermOptions => new() { ZhFirst = ZhFirst, Title = Path.GetFileNameWithoutExtension(From), Losses = _losses };

        public void Terms(ITermFormat from, ITermFormat to)
        {
            var written = 0L;
            OutputFile.Write(Console, To, stream =>
            {
                if (from is TbxFormat && to is TbxFormat tbx)
                {
                    using var input = File.Open();
                    written = tbx.Copy(input, From, Log, stream, TermOptions);
                }
                else
                {
                    written = to.Write(stream, TermFormats.Read(from, File.Open(), From, Reading, Log), TermOptions);
                }

                OutputFile.KeepRefused(Console, To, From, Log.Refused);
                OutputFile.KeepOld(Console, To, From, written, Log);
            });
            foreach (var line in _losses.Lines())
            {
                Console.Error.WriteLine($"{OutputFile.NameOf(To)}: {line}");
            }

            Console.Say($"{OutputFile.NameOf(To)}: {written} {(from is TbxFormat && to is TbxFormat ? "entries" : "renderings")} written.");
        }

        public void Units(IUnitFormat? from, IUnitFormat to) => Write(to, Read(from));

        public void TermsAsUnits(ITermFormat from, IUnitFormat to)
        {
            var rows = TermFormats.Read(from, File.Open(), From, Reading, Log).SelectMany(concept =>
            {
                TermFieldCheck.Report(concept, TermUnits.Carries, _losses);
                return concept.Renderings;
            }).ToLookup(static r => r.Status is TermStatus.Deprecated or TermStatus.Superseded);
            if (rows[true].Any())
            {
                Console.Error.WriteLine($"{OutputFile.NameOf(To)}: {rows[true].Count()} deprecated or superseded renderings are left out: a memory would suggest them.");
            }

            Write(to, TermUnits.Of(rows[false]));
            Console.Say($"{From} was read as terms; where it holds sentences, say --from bitext-csv.");
        }

        private IEnumerable<TranslationUnit> Read(IUnitFormat? format)
        {
            using var stream = File.Open();
            foreach (var unit in stream.Length > 0 && format is not null ? format.Read(stream, From, Log) : FormatCatalog.ReadUnits(stream, From, Log))
            {
                yield return unit;
            }
        }

        private void Write(IUnitFormat to, IEnumerable<TranslationUnit> units)
        {
            var told = 0L;
            var written = 0L;
            var options = new UnitWriteOptions
            {
                ZhFirst = ZhFirst,
                KeepOtherLanguages = true,
                Header = () => Log.Header,
                OnProblem = (unit, why) =>
                {
                    told++;
                    Console.Error.WriteLine($"{unit.Location?.ToString() ?? From}: unit {(unit.Id.Length > 0 ? unit.Id : unit.Number.ToString(CultureInfo.InvariantCulture))}: {why}");
                },
            };
            OutputFile.Write(Console, To, stream =>
            {
                written = to.Write(stream, to.Name == "tmx" ? units : UnitLosses.Count(units, to, options, _losses), options);
                OutputFile.KeepRefused(Console, To, From, Log.Refused);
                OutputFile.KeepOld(Console, To, From, written, Log);
            });
            foreach (var line in _losses.Lines())
            {
                Console.Error.WriteLine($"{OutputFile.NameOf(To)}: {line}");
            }

            Console.Say($"{OutputFile.NameOf(To)}: {Counted.Of(written, "unit")} written{(told > 0 ? $", {Counted.Of(told, "remark")}" : "")}.");
        }
    }
}
