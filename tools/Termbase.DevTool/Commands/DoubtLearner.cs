using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Alignment;
using Termbase.Formats;
using Termbase.Model;
using Termbase.Workspaces.Quality;

namespace Termbase.DevTool.Commands;

/// <summary>
/// Learns the weights of the alignment model by logistic regression from true pairs and the same pairs with each target moved by one line; both classes weigh the same,
/// so that the weights hold for even odds. Every second unit is given no neighbours.
/// </summary>
internal static partial class DoubtLearner
{
    public static void Run(IReadOnlyList<string> bitexts, string? gold, Random random)
    {
        var examples = new List<(double[] X, bool Wrong)>();
        var texts = bitexts.Select(static b => FormatCatalog.ReadUnits(b, new ReadLog()).Select(static u => (u.Zh.Segment.Text, u.En.Segment.Text)).ToList());
        foreach (var pairs in texts.Concat(gold is null ? [] : Directory.GetFiles(gold, "*.gold").Order(StringComparer.Ordinal).Select(Gold)))
        {
            Add(examples, pairs, random);
        }

        var weights = Fit(examples);
        for (var i = 0; i < weights.Length; i++)
        {
            Console.WriteLine(FormattableString.Invariant($"{AlignmentDoubt.Names[i],-16}{weights[i],10:0.000}"));
        }

        Console.WriteLine(string.Join(", ", weights.Select(static w => w.ToString("0.000", CultureInfo.InvariantCulture))));
        var right = examples.Count(e => Dot(weights, e.X) > 0 == e.Wrong);
        Console.WriteLine(FormattableString.Invariant($"{examples.Count} examples, {100.0 * right / examples.Count:0.0} % right"));
    }

    private static List<(string Zh, string En)> Gold(string file)
    {
        var (zh, en) = (File.ReadAllLines(Path.ChangeExtension(file, "zh")), File.ReadAllLines(Path.ChangeExtension(file, "en")));
        var pairs = new List<(string, string)>();
        foreach (var line in File.ReadLines(file))
        {
            if (BeadPattern().Match(line) is { Success: true } bead)
            {
                var (z, e) = (Ids(bead.Groups[1].Value), Ids(bead.Groups[2].Value));
                if (z.Count > 0 && e.Count > 0)
                {
                    pairs.Add((string.Concat(z.Select(i => zh[i])), string.Join(' ', e.Select(i => en[i]))));
                }
            }
        }

        return pairs;
    }

    private static List<int> Ids(string list) => [.. list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(static n => int.Parse(n, CultureInfo.InvariantCulture))];

    private static void Add(List<(double[] X, bool Wrong)> examples, List<(string Zh, string En)> pairs, Random random)
    {
        for (var i = 1; i + 2 < pairs.Count; i++)
        {
            var hasNeighbours = random.Next(2) == 0;
            examples.Add((Features(pairs[i], hasNeighbours ? [pairs[i - 1], pairs[i + 1]] : []), false));

            // The line below's English came up: the line below has the next one's.
            (string Zh, string En) moved = (pairs[i].Zh, pairs[i + 1].En);
            if (pairs[i].En != moved.En && pairs[i].Zh != pairs[i + 1].Zh)
            {
                examples.Add((Features(moved, hasNeighbours ? [(pairs[i - 1].Zh, pairs[i].En), (pairs[i + 1].Zh, pairs[i + 2].En)] : []), true));
            }
        }
    }

    private static double[] Features((string Zh, string En) pair, (string Zh, string En)[] neighbours)
    {
        var own = PairEvidence.Of(pair.Zh, pair.En);
        var best = 0.0;
        foreach (var (zh, en) in neighbours)
        {
            foreach (var other in new[] { PairEvidence.Of(zh, pair.En), PairEvidence.Of(pair.Zh, en) })
            {
                best = Math.Max(best, other.Forward + other.Backward - own.Forward - own.Backward);
            }
        }

        var unit = new TranslationUnit
        {
            Zh = new UnitSide { Language = "zh", Segment = Segment.Plain(pair.Zh) },
            En = new UnitSide { Language = "en", Segment = Segment.Plain(pair.En) },
        };
        return AlignmentDoubt.Features(own, AlignmentDoubt.Deviation(unit), best);
    }

    // Gradient descent with momentum on scaled features, a little ridge.
    private static double[] Fit(List<(double[] X, bool Wrong)> examples)
    {
        var n = examples[0].X.Length;
        var scale = Enumerable.Range(0, n).Select(i => Math.Max(1e-6, Math.Sqrt(examples.Average(e => e.X[i] * e.X[i])))).ToArray();
        double[] weights = new double[n], speed = new double[n];
        var wrongs = examples.Count(static e => e.Wrong);
        for (var round = 0; round < 2000; round++)
        {
            var gradient = new double[n];
            foreach (var (x, wrong) in examples)
            {
                var sum = 0.0;
                for (var i = 0; i < n; i++)
                {
                    sum += weights[i] * x[i] / scale[i];
                }

                var error = ((wrong ? 1 : 0) - (1 / (1 + Math.Exp(-sum)))) / (wrong ? wrongs : examples.Count - wrongs) / 2;
                for (var i = 0; i < n; i++)
                {
                    gradient[i] += error * x[i] / scale[i];
                }
            }

            for (var i = 0; i < n; i++)
            {
                speed[i] = (0.9 * speed[i]) + (0.5 * (gradient[i] - (1e-4 * weights[i])));
                weights[i] += speed[i];
            }
        }

        return [.. weights.Select((w, i) => w / scale[i])];
    }

    private static double Dot(double[] weights, double[] x) => weights.Zip(x, static (w, v) => w * v).Sum();

    [GeneratedRegex(@"\[([\d, ]*)\]:\[([\d, ]*)\]")]
    private static partial Regex BeadPattern();
}
