using System.Globalization;
using Termbase.Alignment;
using Termbase.Languages;

namespace Termbase.DevTool.Commands;

/// <summary>
/// Compares alignments with the right ones. A folder of NNN.zh, NNN.en, NNN.gold: strict F1, a link counts only if both sides are exactly
/// equal, gaps not counted. A bitext (zh TAB en): its lines as they are, in runs of one to three joined on one side, cut into sentences
/// (judged by line), each also disturbed: the English of one line in twenty dropped, and a block of lines taken out.
/// </summary>
internal static class MeasureAlignment
{
    public const string Usage = "FOLDER|BITEXT.tsv...";

    public static int Run(string[] args)
    {
        if (args.Length == 0 || !args.All(static a => File.Exists(a) || Directory.Exists(a)))
        {
            Console.Error.WriteLine("measure-alignment: a folder with NNN.zh NNN.en NNN.gold, or a file of pairs (zh TAB en), is wanted");
            return 2;
        }

        foreach (var path in args)
        {
            if (Directory.Exists(path))
            {
                Folder(path);
            }
            else
            {
                Bitext(path);
            }
        }

        return 0;
    }

    private static void Folder(string folder)
    {
        var sum = new Tally();
        var (sure, sureRight) = (0, 0);
        var means = new List<double>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.gold").Order(StringComparer.Ordinal))
        {
            var gold = File.ReadLines(file).Where(static l => l.Length > 0 && !l.Contains("[]", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
            var links = SentenceAligner.Align(File.ReadAllLines(Path.ChangeExtension(file, "zh")), File.ReadAllLines(Path.ChangeExtension(file, "en")))
                .Where(static l => !l.IsGap).ToList();
            var right = links.Where(l => gold.Contains(l.ToString())).ToList();
            sure += links.Count(static l => l.Score >= 0.9);
            sureRight += right.Count(static l => l.Score >= 0.9);
            var tally = new Tally { Right = right.Count, Found = links.Count, Gold = gold.Count };
            Console.WriteLine(tally.Line(Path.GetFileName(file)));
            means.Add(tally.F1);
            sum.Add(tally);
        }

        Console.WriteLine(sum.Line("all"));
        Console.WriteLine(FormattableString.Invariant($"mean F1 {means.Average():0.000}; score >= 0.9: {sure} links, {(double)sureRight / Math.Max(1, sure):0.000} right"));
    }

    private static void Bitext(string path)
    {
        var lines = File.ReadLines(path).Select(static l => l.Split('\t')).Where(static c => c.Length > 1 && c[0].Trim().Length > 0 && c[1].Trim().Length > 0)
            .Select(static c => (Zh: c[0].Trim(), En: c[1].Trim())).ToList();
        var name = Path.GetFileName(path);
        foreach (var disturbed in (bool[])[false, true])
        {
            var random = new Random(20);
            var (start, end) = disturbed ? (lines.Count / 2, (lines.Count / 2) + Math.Min(20, lines.Count / 10)) : (0, 0);
            var kept = lines.Select((l, i) => (l.Zh, l.En, Drop: disturbed && (random.Next(20) == 0 || (i >= start && i < end)), DropZh: i % 2 == 0)).ToList();
            Console.WriteLine(Lines(kept, join: false).Line(Title("lines")));
            Console.WriteLine(Lines(kept, join: true).Line(Title("joined")));
            Console.WriteLine(Sentences(kept).Line(Title("sentences")));
            string Title(string what) => $"{name} {what}{(disturbed ? ", disturbed" : "")}";
        }
    }

    private static Tally Lines(List<(string Zh, string En, bool Drop, bool DropZh)> lines, bool join)
    {
        var random = new Random(7);
        var (zh, en, gold) = (new List<string>(), new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < lines.Count;)
        {
            var run = join && !lines[i].Drop ? Math.Min(random.Next(1, 4), lines.Count - i) : 1;
            while (run > 1 && lines.Skip(i).Take(run).Any(static l => l.Drop))
            {
                run--;
            }

            var group = lines.GetRange(i, run);
            i += run;
            var joinZh = random.Next(2) == 0;
            var (atZh, atEn) = (zh.Count, en.Count);
            if (!group[0].Drop || !group[0].DropZh)
            {
                zh.AddRange(run > 1 && joinZh ? [string.Concat(group.Select(static g => g.Zh))] : group.Select(static g => g.Zh));
            }

            if (!group[0].Drop || group[0].DropZh)
            {
                en.AddRange(run > 1 && !joinZh ? [string.Join(' ', group.Select(static g => g.En))] : group.Select(static g => g.En));
            }

            if (run == 1 && !group[0].Drop)
            {
                gold.Add(new AlignmentLink(atZh, 1, atEn, 1, 0).ToString());
            }
            else if (!group[0].Drop)
            {
                gold.Add(new AlignmentLink(atZh, zh.Count - atZh, atEn, en.Count - atEn, 0).ToString());
            }
        }

        var links = SentenceAligner.Align(zh, en).Where(static l => !l.IsGap).Select(static l => l.ToString()).ToList();
        return new Tally { Right = links.Count(gold.Contains), Found = links.Count, Gold = gold.Count };
    }

    // A line is right if all its sentences are linked and no link leaves the line.
    private static Tally Sentences(List<(string Zh, string En, bool Drop, bool DropZh)> lines)
    {
        var (zh, en, zhLine, enLine) = (new List<string>(), new List<string>(), new List<int>(), new List<int>());
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].Drop || !lines[i].DropZh)
            {
                Split(lines[i].Zh, zh, zhLine, i);
            }

            if (!lines[i].Drop || lines[i].DropZh)
            {
                Split(lines[i].En, en, enLine, i);
            }
        }

        var state = new Dictionary<int, bool>();
        var (wrong, right) = (0, 0);
        foreach (var link in SentenceAligner.Align(zh, en))
        {
            var touched = Enumerable.Range(link.ZhStart, link.ZhCount).Select(i => zhLine[i])
                .Concat(Enumerable.Range(link.EnStart, link.EnCount).Select(j => enLine[j])).Distinct().ToList();
            foreach (var line in touched)
            {
                state[line] = state.GetValueOrDefault(line, true) && !link.IsGap && touched.Count == 1;
            }

            wrong += touched.Count > 1 ? 1 : 0;
        }

        right = state.Count(s => s.Value && !lines[s.Key].Drop);
        return new Tally { Right = right, Found = right + wrong, Gold = lines.Count(static l => !l.Drop) };
    }

    private static void Split(string text, List<string> sentences, List<int> lineOf, int line)
    {
        foreach (var span in SentenceSplitter.Split(text))
        {
            sentences.Add(text.Substring(span.Start, span.Length));
            lineOf.Add(line);
        }
    }

    private sealed class Tally
    {
        public int Right { get; set; }

        public int Found { get; set; }

        public int Gold { get; set; }

        public double F1 => 2.0 * Right / Math.Max(1, Found + Gold);

        public void Add(Tally other) => (Right, Found, Gold) = (Right + other.Right, Found + other.Found, Gold + other.Gold);

        public string Line(string name) => string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: gold {Gold}, found {Found}, right {Right}: P {(double)Right / Math.Max(1, Found):0.000} R {(double)Right / Math.Max(1, Gold):0.000} F1 {F1:0.000}");
    }
}
