using Termbase.Documents;
using Termbase.Mining;

namespace Termbase.DevTool.Commands;

/// <summary>Compares mined pairs with a hand-made list: precision, recall and F1 of exact (zh, en) pairs.</summary>
internal static class MeasureMining
{
    public const string Usage = "GOLD.tsv DOC.txt [--list]";

    public static int Run(string[] args)
    {
        if (args.Length < 2 || !File.Exists(args[0]) || !File.Exists(args[1]))
        {
            Console.Error.WriteLine("measure-mining: a file of gold pairs and a document are wanted");
            return 2;
        }

        var gold = File.ReadLines(args[0]).Skip(1).Select(l => l.Split('\t')).Where(c => c.Length > 4)
            .Select(c => (Zh: c[2], En: c[3], Right: c[4].Split([';', '|']).Append(c[3]).Select(Key).ToHashSet(StringComparer.Ordinal))).ToList();
        var document = DocumentReader.Read(args[1], File.ReadAllText(args[1]));

        // A pair counts once however often it stands in the text, as it does in the gold.
        var found = GlossMiner.Mine(document).Where(p => p.En.Length > 0)
            .DistinctBy(p => (Key(p.Zh), Key(p.En))).ToList();
        var open = gold.ToList();
        var wrong = new List<MinedPair>();
        var sure = 0;
        var sureRight = 0;
        foreach (var pair in found)
        {
            var at = open.FindIndex(g => Key(g.Zh) == Key(pair.Zh) && g.Right.Contains(Key(pair.En)));
            sure += pair.Confidence >= 0.9 ? 1 : 0;
            if (at < 0)
            {
                wrong.Add(pair);
                continue;
            }

            sureRight += pair.Confidence >= 0.9 ? 1 : 0;
            open.RemoveAt(at);
        }

        var right = found.Count - wrong.Count;
        var precision = (double)right / Math.Max(1, found.Count);
        var recall = (double)right / Math.Max(1, gold.Count);
        if (args.Contains("--list"))
        {
            wrong.ForEach(p => Console.WriteLine($"wrong\t{p.ZhLocation.Line}\t{p.Zh}\t{p.En}\t{p.Kind}"));
            open.ForEach(g => Console.WriteLine($"missed\t{g.Zh}\t{g.En}"));
        }

        Console.WriteLine(FormattableString.Invariant(
            $"gold {gold.Count}, found {found.Count}, right {right}: P {precision:0.000} R {recall:0.000} F1 {2 * precision * recall / Math.Max(1e-9, precision + recall):0.000}"));
        Console.WriteLine(FormattableString.Invariant($"confidence >= 0.9: {sure} pairs, {sureRight} right"));
        return 0;
    }

    private static string Key(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
}
