using System.Security.Cryptography;
using System.Text;
using Termbase.Languages;
using Termbase.Model;
using Termbase.Recognition;

namespace Termbase.DevTool.Commands;

/// <summary>
/// Precision and recall of recognition. Chinese: the 10,000 CC-CEDICT words of 2–8 Han characters with the smallest SHA-256 in a
/// segmented text; a match is right when both ends are word boundaries of the gold, recall is over gold words that are in the glossary.
/// English: a table of cases.
/// </summary>
internal static class MeasureRecognition
{
    public const string Usage = "[--cedict FILE --text FILE --gold FILE] [--english FILE] [--show errors]";

    public static int Run(string[] args)
    {
        var options = args.Chunk(2).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        var show = options.ContainsKey("--show");
        if (options.TryGetValue("--cedict", out var cedict) && options.TryGetValue("--gold", out var gold))
        {
            Chinese(cedict, options.GetValueOrDefault("--text"), gold, show);
        }

        if (options.GetValueOrDefault("--english", "tests/data/recognition/english-cases.tsv") is var table && File.Exists(table))
        {
            English(table);
        }

        return 0;
    }

    private static void Chinese(string cedict, string? textFile, string goldFile, bool show)
    {
        var words = File.ReadLines(cedict, Encoding.UTF8).Where(l => !l.StartsWith('#')).Select(l => l.Split(' ', 3))
            .Where(p => p.Length == 3).Select(p => p[1]).Where(w => Han.Count(w) is >= 2 and <= 8 && Han.Runs(w).First().Length == w.Length)
            .Distinct(StringComparer.Ordinal).OrderBy(w => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(w))), StringComparer.Ordinal)
            .Take(10_000).ToList();
        var gold = File.ReadLines(goldFile, Encoding.UTF8).Select(l => l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Where(l => l.Length > 0).ToList();
        if (textFile is not null && !gold.Select(l => string.Concat(l)).SequenceEqual(File.ReadLines(textFile, Encoding.UTF8).Select(l => l.Trim()).Where(l => l.Length > 0), StringComparer.Ordinal))
        {
            Console.Error.WriteLine("measure-recognition: the text is not that of the gold; the gold's is used");
        }

        var automaton = TermAutomaton.Build(words.Select(w => new TermEntry(w, TermSide.Zh)));
        var set = words.ToHashSet(StringComparer.Ordinal);
        Console.WriteLine($"{words.Count} terms, {gold.Count} lines");
        Console.WriteLine("| Chinese | P | R | F1 |\n|---|---|---|---|");
        foreach (var (name, policy) in new[] { ("bare longest match", new MatchPolicy { SegmentationEvidence = false }), ("with segmentation evidence", MatchPolicy.Default) })
        {
            int right = 0, wrong = 0, hit = 0, all = 0;
            var matches = new List<RawMatch>();
            foreach (var line in gold)
            {
                matches.Clear();
                var text = string.Concat(line);
                automaton.Match(text, policy, matches);
                var bounds = new HashSet<int> { 0 };
                var spans = matches.Select(m => m.Span).ToHashSet();
                var at = 0;
                foreach (var word in line)
                {
                    if (set.Contains(word))
                    {
                        all++;
                        hit += spans.Contains(new TextSpan(at, word.Length)) ? 1 : 0;
                    }

                    bounds.Add(at += word.Length);
                }

                foreach (var span in spans)
                {
                    var ok = bounds.Contains(span.Start) && bounds.Contains(span.End);
                    (right, wrong) = ok ? (right + 1, wrong) : (right, wrong + 1);
                    if (!ok && show && policy.SegmentationEvidence)
                    {
                        Console.WriteLine($"  {span.Of(text)} in {text[Math.Max(0, span.Start - 5)..Math.Min(text.Length, span.End + 5)]}");
                    }
                }
            }

            var (p, r) = ((double)right / (right + wrong), (double)hit / all);
            Console.WriteLine(FormattableString.Invariant($"| {name} | {p:F4} | {r:F4} | {2 * p * r / (p + r):F4} |"));
        }
    }

    private static void English(string table)
    {
        var result = EnglishCases.Measure(File.ReadLines(table, Encoding.UTF8));
        foreach (var error in result.Errors)
        {
            Console.WriteLine("  " + error);
        }

        Console.WriteLine(FormattableString.Invariant(
            $"English: {result.Cases} cases, {result.Wanted} occurrences, {result.Missed} missed ({100.0 * result.Missed / result.Wanted:F1} %), {result.False} false"));
    }
}

/// <summary>The table: term, part of speech, text with the occurrences in ⟦ ⟧; <c>#</c> starts a comment.</summary>
internal static class EnglishCases
{
    public static (int Cases, int Wanted, int Missed, int False, List<string> Errors) Measure(IEnumerable<string> lines)
    {
        var (cases, wanted, missed, wrong) = (0, 0, 0, 0);
        var errors = new List<string>();
        foreach (var line in lines.Where(l => l.Length > 0 && l[0] != '#').Skip(1))
        {
            var cells = line.Split('\t');
            var marked = cells[3];
            var text = marked.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal);
            var spans = new HashSet<TextSpan>();
            var (at, start) = (0, 0);
            foreach (var c in marked)
            {
                switch (c)
                {
                    case '⟦':
                        start = at;
                        break;
                    case '⟧':
                        spans.Add(TextSpan.FromBounds(start, at));
                        break;
                    default:
                        at++;
                        break;
                }
            }

            var entry = new TermEntry(cells[0], TermSide.En, Enum.Parse<TermType>(cells[2], true), cells[1]);
            var matches = new List<RawMatch>();
            TermAutomaton.Build([entry]).Match(text, MatchPolicy.Default, matches);
            var found = matches.Select(m => m.Span).ToHashSet();
            cases++;
            wanted += spans.Count;
            missed += spans.Count(s => !found.Contains(s));
            wrong += found.Count(s => !spans.Contains(s));
            if (!spans.SetEquals(found))
            {
                errors.Add($"{cells[0]}: {marked} → {string.Join(", ", found.Select(s => s.Of(text)))}");
            }
        }

        return (cases, wanted, missed, wrong, errors);
    }
}
