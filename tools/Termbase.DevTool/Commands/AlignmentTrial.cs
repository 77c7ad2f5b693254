using Termbase.Alignment;
using Termbase.Languages;

namespace Termbase.DevTool.Commands;

/// <summary>What is done to a bitext before it is aligned anew.</summary>
internal enum Disturbance
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>One line in twenty without its other side, and a paragraph of lines taken out of the translation.</summary>
    Dropped,

    /// <summary>One line in twenty without its other side, and a paragraph of lines moved to another place of the translation.</summary>
    Moved,
}

/// <summary>How the lines of a bitext become sentences.</summary>
internal enum Cut
{
    /// <summary>A line is a sentence.</summary>
    Lines,

    /// <summary>Runs of one to three lines, joined on one side.</summary>
    Joined,

    /// <summary>Each line cut into sentences; judged by line.</summary>
    Sentences,
}

/// <summary>A bitext whose right alignment is known, made out of lines that translate each other. Immutable.</summary>
internal sealed class AlignmentTrial
{
    private readonly HashSet<string> _gold = new(StringComparer.Ordinal);
    private readonly List<int> _zhLine = [];
    private readonly List<int> _enLine = [];
    private readonly HashSet<int> _whole = [];
    private readonly bool _byLine;

    private AlignmentTrial(bool byLine) => _byLine = byLine;

    public List<string> Zh { get; } = [];

    public List<string> En { get; } = [];

    public int Gold => _byLine ? _whole.Count : _gold.Count;

    /// <summary>The trial of so many lines, the same for the same seed.</summary>
    public static AlignmentTrial Of(IReadOnlyList<(string Zh, string En)> lines, Cut cut, Disturbance disturbance, int seed)
    {
        var random = new Random(seed);
        var trial = new AlignmentTrial(cut == Cut.Sentences);
        var runs = new List<(int Start, int Count, bool HasZh, bool HasEn)>();
        var (start, length) = Block(lines.Count, disturbance, random);
        for (var i = 0; i < lines.Count;)
        {
            var inBlock = i >= start && i < start + length;
            var alone = disturbance != Disturbance.None && random.Next(20) == 0;
            var most = Math.Min(inBlock ? start + length - i : i < start ? start - i : lines.Count - i, alone || cut != Cut.Joined ? 1 : random.Next(1, 4));
            var dropZh = alone && random.Next(2) == 0;
            runs.Add((i, most, !dropZh, !alone || dropZh));
            i += most;
        }

        // The order of the translation: as it is, without the block, or with the block further on.
        var (before, block, after) = (runs.FindAll(r => r.Start < start), runs.FindAll(r => r.Start >= start && r.Start < start + length), runs.FindAll(r => r.Start >= start + length));
        var english = disturbance switch
        {
            Disturbance.Moved => [.. before, .. after[..(after.Count / 2)], .. block, .. after[(after.Count / 2)..]],
            Disturbance.Dropped => (List<(int Start, int Count, bool HasZh, bool HasEn)>)[.. before, .. after],
            _ => runs,
        };
        var joinZh = runs.ToDictionary(static r => r.Start, _ => random.Next(2) == 0);
        var placeZh = runs.Where(static r => r.HasZh).ToDictionary(static r => r.Start, r => trial.Add(trial.Zh, trial._zhLine, lines.Skip(r.Start).Take(r.Count).Select(static l => l.Zh), cut, r.Start, joinZh[r.Start], ""));
        foreach (var run in english.Where(static r => r.HasEn))
        {
            var en = trial.Add(trial.En, trial._enLine, lines.Skip(run.Start).Take(run.Count).Select(static l => l.En), cut, run.Start, !joinZh[run.Start], " ");
            if (placeZh.TryGetValue(run.Start, out var zh))
            {
                trial._gold.Add(new AlignmentLink(zh.Start, zh.Count, en.Start, en.Count, 0).ToString());
                trial._whole.Add(run.Start);
            }
        }

        return trial;
    }

    /// <summary>How many of the links are right, and how many there are; by line, a line is right if all its sentences are linked and no link leaves it.</summary>
    public (int Right, int Found, List<AlignmentLink> Wrong) Judge(IReadOnlyList<AlignmentLink> links)
    {
        if (!_byLine)
        {
            var found = links.Where(static l => !l.IsGap).ToList();
            return (found.Count(l => _gold.Contains(l.ToString())), found.Count, found.FindAll(l => !_gold.Contains(l.ToString())));
        }

        var state = new Dictionary<int, bool>();
        var wrong = new List<AlignmentLink>();
        foreach (var link in links)
        {
            var touched = Enumerable.Range(link.ZhStart, link.ZhCount).Select(i => _zhLine[i])
                .Concat(Enumerable.Range(link.EnStart, link.EnCount).Select(j => _enLine[j])).Distinct().ToList();
            foreach (var line in touched)
            {
                state[line] = state.GetValueOrDefault(line, true) && !link.IsGap && touched.Count == 1;
            }

            if (touched.Count > 1 || (!link.IsGap && !_whole.Contains(touched[0])))
            {
                wrong.Add(link);
            }
        }

        var right = state.Count(s => s.Value && _whole.Contains(s.Key));
        return (right, right + wrong.Count, wrong);
    }

    private static (int Start, int Length) Block(int lines, Disturbance disturbance, Random random)
    {
        var length = disturbance == Disturbance.None ? 0 : Math.Max(1, Math.Min(lines / 20, 20));
        return (lines < 4 ? 0 : random.Next(lines / 4, lines * 3 / 4), length);
    }

    private (int Start, int Count) Add(List<string> sentences, List<int> lineOf, IEnumerable<string> texts, Cut cut, int line, bool join, string between)
    {
        var start = sentences.Count;
        if (cut == Cut.Sentences)
        {
            foreach (var text in texts)
            {
                sentences.AddRange(SentenceSplitter.Split(text).Select(s => text.Substring(s.Start, s.Length)));
            }
        }
        else if (cut == Cut.Joined && join)
        {
            sentences.Add(string.Join(between, texts));
        }
        else
        {
            sentences.AddRange(texts);
        }

        lineOf.AddRange(Enumerable.Repeat(line, sentences.Count - start));
        return (start, sentences.Count - start);
    }
}
