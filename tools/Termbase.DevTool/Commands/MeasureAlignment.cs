using System.Globalization;
using Termbase.Alignment;

namespace Termbase.DevTool.Commands;

/// <summary>
/// Compares alignments with the right ones. A folder of NNN.zh, NNN.en, NNN.gold: strict F1, a link counts only if both sides are exactly
/// equal, gaps not counted. A bitext (zh TAB en): its lines as they are, in runs of one to three joined on one side, cut into sentences
/// (judged by line), each untouched and disturbed as <see cref="Disturbance"/> says, with several seeds.
/// </summary>
internal static class MeasureAlignment
{
    public const string Usage = "FOLDER|BITEXT.tsv... [--seeds 3] [--errors]";

    private static readonly int[] s_levels = [50, 70, 80, 90, 95, 99];

    public static int Run(string[] args)
    {
        var paths = args.Where((a, i) => !a.StartsWith("--", StringComparison.Ordinal) && (i == 0 || args[i - 1] != "--seeds")).ToList();
        var seeds = Array.IndexOf(args, "--seeds") is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : 3;
        if (paths.Count == 0 || !paths.TrueForAll(static a => File.Exists(a) || Directory.Exists(a)))
        {
            Console.Error.WriteLine("measure-alignment: a folder with NNN.zh NNN.en NNN.gold, or a file of pairs (zh TAB en), is wanted");
            return 2;
        }

        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                Folder(path, args.Contains("--errors"));
            }
            else
            {
                Bitext(path, seeds, args.Contains("--errors"));
            }
        }

        return 0;
    }

    private static void Folder(string folder, bool errors)
    {
        var sum = new Tally();
        var means = new List<double>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.gold").Order(StringComparer.Ordinal))
        {
            var gold = File.ReadLines(file).Where(static l => l.Length > 0 && !l.Contains("[]", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
            var (zh, en) = (File.ReadAllLines(Path.ChangeExtension(file, "zh")), File.ReadAllLines(Path.ChangeExtension(file, "en")));
            var links = SentenceAligner.Align(zh, en).Where(static l => !l.IsGap).ToList();
            var tally = new Tally { Right = links.Count(l => gold.Contains(l.ToString())), Found = links.Count, Gold = gold.Count };
            tally.Calibrate(links, l => gold.Contains(l.ToString()));
            Console.WriteLine(tally.Line(Path.GetFileName(file)));
            means.Add(tally.F1);
            sum.Add(tally);
            if (errors)
            {
                Errors(links.FindAll(l => !gold.Contains(l.ToString())), zh, en);
            }
        }

        Console.WriteLine(sum.Line("all"));
        Console.WriteLine(FormattableString.Invariant($"mean F1 {means.Average():0.000}; {sum.Calibration()}"));
    }

    private static void Bitext(string path, int seeds, bool errors)
    {
        var lines = File.ReadLines(path).Select(static l => l.Split('\t')).Where(static c => c.Length > 1 && c[0].Trim().Length > 0 && c[1].Trim().Length > 0)
            .Select(static c => (Zh: c[0].Trim(), En: c[1].Trim())).ToList();
        var all = new Tally();
        foreach (var disturbance in Enum.GetValues<Disturbance>())
        {
            foreach (var cut in Enum.GetValues<Cut>())
            {
                var sum = new Tally();
                var each = new List<string>();
                for (var seed = 1; seed <= (disturbance == Disturbance.None && cut != Cut.Joined ? 1 : seeds); seed++)
                {
                    var trial = AlignmentTrial.Of(lines, cut, disturbance, seed);
                    var links = SentenceAligner.Align(trial.Zh, trial.En);
                    var (right, found, wrong) = trial.Judge(links);
                    var tally = new Tally { Right = right, Found = found, Gold = trial.Gold };
                    var bad = wrong.ToHashSet();
                    tally.Calibrate(links, l => !bad.Contains(l));
                    each.Add(tally.F1.ToString("0.000", CultureInfo.InvariantCulture));
                    sum.Add(tally);
                    if (errors)
                    {
                        Errors(wrong, trial.Zh, trial.En);
                    }
                }

                Console.WriteLine($"{sum.Line($"{Path.GetFileName(path)} {cut} {disturbance}")} ({string.Join(' ', each)})");
                all.Add(sum);
            }
        }

        Console.WriteLine(all.Calibration());
    }

    private static void Errors(List<AlignmentLink> wrong, IReadOnlyList<string> zh, IReadOnlyList<string> en)
    {
        foreach (var link in wrong)
        {
            Console.WriteLine(FormattableString.Invariant($"  {link} {link.Score:0.00}"));
            Console.WriteLine("    " + string.Join(" | ", zh.Skip(link.ZhStart).Take(link.ZhCount)) + "\n    " + string.Join(" | ", en.Skip(link.EnStart).Take(link.EnCount)));
        }
    }

    private sealed class Tally
    {
        public int Right { get; set; }

        public int Found { get; set; }

        public int Gold { get; set; }

        public double F1 => 2.0 * Right / Math.Max(1, Found + Gold);

        // Of the links at or above each level: how many, how many of them right.
        private readonly int[] _sure = new int[s_levels.Length];
        private readonly int[] _sureRight = new int[s_levels.Length];

        public void Add(Tally other)
        {
            (Right, Found, Gold) = (Right + other.Right, Found + other.Found, Gold + other.Gold);
            for (var i = 0; i < s_levels.Length; i++)
            {
                _sure[i] += other._sure[i];
                _sureRight[i] += other._sureRight[i];
            }
        }

        public void Calibrate(IEnumerable<AlignmentLink> links, Func<AlignmentLink, bool> isRight)
        {
            foreach (var link in links.Where(static l => !l.IsGap))
            {
                for (var i = 0; i < s_levels.Length && link.Score * 100 >= s_levels[i]; i++)
                {
                    _sure[i]++;
                    _sureRight[i] += isRight(link) ? 1 : 0;
                }
            }
        }

        public string Calibration() => "share right at or above " + string.Join(", ", s_levels.Select((l, i) => FormattableString.Invariant($"{l / 100.0:0.00}: {(double)_sureRight[i] / Math.Max(1, _sure[i]):0.000} of {_sure[i]}")));

        public string Line(string name) => string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: gold {Gold}, found {Found}, right {Right}: P {(double)Right / Math.Max(1, Found):0.000} R {(double)Right / Math.Max(1, Gold):0.000} F1 {F1:0.000}");
    }
}
