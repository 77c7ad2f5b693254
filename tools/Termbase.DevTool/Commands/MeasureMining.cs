using Termbase.Documents;
using Termbase.Mining;

namespace Termbase.DevTool.Commands;

/// <summary>
/// Compares mined pairs with a hand-made list: precision, recall and F1 of exact (zh, en) pairs, and how often pairs of each
/// confidence are right. Nothing but the document is known to the miner.
/// </summary>
internal static class MeasureMining
{
    public const string Usage = "GOLD.tsv DOC.txt [--notes NOTES.tsv] [--list] [--all]";

    private static readonly double[] Bands = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01];

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
        var mined = GlossMiner.Mine(document);
        var found = mined.Where(p => p.En.Length > 0).DistinctBy(p => (Key(p.Zh), Key(p.En))).ToList();
        var open = gold.ToList();
        var wrong = new List<MinedPair>();
        var bands = new (int All, int Right)[Bands.Length - 1];
        foreach (var pair in found)
        {
            var at = open.FindIndex(g => Key(g.Zh) == Key(pair.Zh) && g.Right.Contains(Key(pair.En)));
            ref var band = ref bands[Array.FindLastIndex(Bands, b => b <= pair.Confidence)];
            band = (band.All + 1, band.Right + (at < 0 ? 0 : 1));
            if (at < 0)
            {
                wrong.Add(pair);
                continue;
            }

            open.RemoveAt(at);
        }

        var right = found.Count - wrong.Count;
        var precision = (double)right / Math.Max(1, found.Count);
        var recall = (double)right / Math.Max(1, gold.Count);
        if (args.Contains("--all"))
        {
            found.ForEach(p => Say($"pair\t{p.ZhLocation.Line}\t{p.Zh}\t{p.En}\t{p.Kind}\t{p.Confidence:0.00}\t{string.Join(", ", p.Reasons)}"));
        }

        if (args.Contains("--list"))
        {
            wrong.ForEach(p => Say($"wrong\t{p.ZhLocation.Line}\t{p.Zh}\t{p.En}\t{p.Kind}\t{p.Confidence:0.00}\t{string.Join(", ", p.Reasons)}"));
            open.ForEach(g => Say($"missed\t{g.Zh}\t{g.En}"));
        }

        Say($"gold {gold.Count}, found {found.Count}, right {right}: P {precision:0.000} R {recall:0.000} F1 {2 * precision * recall / Math.Max(1e-9, precision + recall):0.000}");
        Say($"Chinese with no English beside it: {mined.Count(p => p.En.Length == 0)}");
        for (var i = 0; i < bands.Length; i++)
        {
            Say($"confidence {Bands[i]:0.00} to {Math.Min(1, Bands[i + 1]):0.00}: {bands[i].All} pairs, {bands[i].Right} right");
        }

        var (sure, sureRight) = (bands[4].All + bands[5].All, bands[4].Right + bands[5].Right);
        Say($"confidence >= 0.9: {sure} of {found.Count} pairs ({100.0 * sure / Math.Max(1, found.Count):0.0} in 100), {sureRight} right ({100.0 * sureRight / Math.Max(1, sure):0.0} in 100)");
        var notes = Array.IndexOf(args, "--notes");
        if (notes >= 0 && notes + 1 < args.Length)
        {
            Notes(document, notes + 1 < args.Length && File.Exists(args[notes + 1]) ? args[notes + 1] : null);
        }

        return 0;
    }

    // Without a gold file the notes are listed, to be read.
    private static void Notes(Document document, string? goldFile)
    {
        var mined = NoteMiner.Mine(document);
        if (goldFile is null)
        {
            foreach (var note in mined)
            {
                Say($"note {note.Number}\t{note.Anchor}\t{string.Join("; ", note.Chinese)}\t{string.Join("; ", note.Synonyms)}");
            }

            return;
        }

        var gold = File.ReadLines(goldFile).Skip(1).Select(l => l.Split('\t')).Where(c => c.Length > 5).ToList();
        var right = gold.Count(g => mined.Any(n => n.Number == g[1] && Key(n.Anchor) == Key(g[4]) && string.Join("; ", n.Chinese) == g[5]));
        Say($"notes {gold.Count}, found {mined.Length}, with the right anchor and Chinese {right}");
    }

    private static void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));

    private static string Key(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
}
