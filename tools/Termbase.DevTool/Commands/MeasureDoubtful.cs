using System.Globalization;
using Termbase.Formats;
using Termbase.Model;
using Termbase.Workspaces.Quality;

namespace Termbase.DevTool.Commands;

/// <summary>
/// Breaks some pairs of clean bitexts (targets moved by one line within blocks, sides swapped, source as target, targets cut, phrases in a loop) and counts how many
/// of them are called doubtful, and how many of those called are broken. With <c>--learn</c> prints the weights of the alignment model instead.
/// </summary>
internal static class MeasureDoubtful
{
    public const string Usage = "BITEXT… [--shift 0.05] [--prior 0.02] [--seed 1] [--missed] [--false] [--learn [--gold DIR of NNN.zh, NNN.en, NNN.gold]] [--hits N (no seeding)]";

    public static int Run(string[] args)
    {
        var arguments = new MeasureArguments(args, "--learn", "--missed", "--false");
        if (!arguments.HasFiles)
        {
            Console.Error.WriteLine("measure-doubtful: a bitext is wanted");
            return 2;
        }

        var random = new Random(arguments.Number("--seed", 1));
        if (arguments.Has("--learn"))
        {
            DoubtLearner.Run(arguments.Files, arguments.Value("--gold"), random);
            return 0;
        }

        if (arguments.Number("--hits", 0) is > 0 and var hits)
        {
            Hits(arguments.Files, hits, arguments.Number("--prior", 0.02), random);
            return 0;
        }

        foreach (var file in arguments.Files)
        {
            var seeded = DoubtSeeds.Break([.. FormatCatalog.ReadUnits(file, new ReadLog())], arguments.Number("--shift", 0.05), random);
            Console.WriteLine($"{Path.GetFileName(file)}: {seeded.Count} pairs, {seeded.Count(static s => s.Kind.Length > 0)} broken");
            foreach (var neighbours in new[] { true, false })
            {
                Measure(seeded, new DoubtOptions { Min = 0.05, Prior = arguments.Number("--prior", 0.02), UseNeighbours = neighbours }, arguments);
            }
        }

        return 0;
    }

    private static void Measure(List<(TranslationUnit Unit, string Kind)> seeded, DoubtOptions options, MeasureArguments arguments)
    {
        var found = new DoubtfulUnits(() => seeded.Select(static (s, i) => s.Unit with { Number = i }), options).Find().ToDictionary(static d => d.Unit.Number);
        Console.WriteLine(options.UseNeighbours ? "  order of the file known" : "  order of the file not known");
        foreach (var least in new[] { 0.3, 0.5, 0.7, 0.9 })
        {
            var called = found.Values.Where(d => d.Score >= least).ToList();
            var right = called.Count(d => seeded[d.Unit.Number].Kind.Length > 0);
            var kinds = seeded.Select(static (s, i) => (s.Kind, Index: i)).Where(static s => s.Kind.Length > 0).GroupBy(static s => s.Kind)
                .Select(g => FormattableString.Invariant($"{g.Key} {g.Count(s => found.TryGetValue(s.Index, out var d) && d.Score >= least)}/{g.Count()}"));
            Console.WriteLine(FormattableString.Invariant(
                $"    score {least:0.0}: precision {(called.Count == 0 ? 0 : (double)right / called.Count):0.000} ({right}/{called.Count}), recall {(double)right / seeded.Count(static s => s.Kind.Length > 0):0.000}; {string.Join(", ", kinds)}"));
        }

        for (var i = 0; i < seeded.Count; i++)
        {
            var hit = found.TryGetValue(i, out var d) && d.Score >= 0.5;
            if (options.UseNeighbours && ((arguments.Has("--missed") && !hit && seeded[i].Kind.Length > 0) || (arguments.Has("--false") && hit && seeded[i].Kind.Length == 0)))
            {
                Console.WriteLine(FormattableString.Invariant($"{(hit ? "false" : "missed")} {seeded[i].Kind} {d?.Score:0.00} {d?.Doubts[0].Message}\t{seeded[i].Unit.Zh.Segment.Text}\t{seeded[i].Unit.En.Segment.Text}"));
            }
        }
    }

    // A sample of what is called doubtful in a memory as it is, for a person to read.
    private static void Hits(IReadOnlyList<string> files, int count, double prior, Random random)
    {
        var finder = new DoubtfulUnits(() => files.SelectMany(static f => FormatCatalog.ReadUnits(f, new ReadLog())), new DoubtOptions { Prior = prior });
        var found = finder.Find().ToArray();
        Console.WriteLine($"{finder.Checked} units, {found.Length} doubtful: " + string.Join(", ", found.GroupBy(static d => d.Doubts[0].Reason).Select(static g => $"{g.Key} {g.Count()}")));
        random.Shuffle(found);
        foreach (var d in found.Take(count))
        {
            Console.WriteLine(FormattableString.Invariant($"{d.Score:0.00} {d.Doubts[0].Reason}: {d.Doubts[0].Message}\t{d.Unit.Zh.Segment.Text}\t{d.Unit.En.Segment.Text}"));
        }
    }
}
