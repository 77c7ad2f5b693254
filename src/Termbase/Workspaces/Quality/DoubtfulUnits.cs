using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Termbase.Alignment;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Workspaces.Quality;

/// <summary>
/// Finds units that are probably wrong, each with its reasons and a score. Two passes over the units, which are read anew for each; memory grows by
/// about 60 bytes a unit. Not thread-safe; works on all processors itself.
/// </summary>
public sealed class DoubtfulUnits
{
    private const int Chunk = 2048;

    // Labels and greetings are translated alike at will.
    private const int TellingHan = 8;
    private const int TellingWords = 4;

    // Labels and idioms share no word that a table knows: of fifty hits read in a mixed memory, those that were wrong were mostly these.
    private const int ShortWords = 4;
    private const double ShortOdds = 5;

    private readonly Func<IEnumerable<TranslationUnit>> _read;
    private readonly DoubtOptions _options;
    private readonly Dictionary<ulong, int> _sources = [];

    /// <summary>Over units that <paramref name="read"/> gives, the same each time, neighbours of a file one after another.</summary>
    public DoubtfulUnits(Func<IEnumerable<TranslationUnit>> read, DoubtOptions? options = null)
    {
        _read = read;
        _options = options ?? DoubtOptions.Default;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(_options.Prior, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(_options.Prior, 1, nameof(options));
    }

    /// <summary>Units looked at so far.</summary>
    public long Checked { get; private set; }

    /// <summary>The doubtful units in the order of the files.</summary>
    /// <param name="progress">Called now and then with the number of units looked at.</param>
    /// <param name="cancellation">Stops between two parts of the file.</param>
    public IEnumerable<DoubtfulUnit> Find(Action<long>? progress = null, CancellationToken cancellation = default)
    {
        CountSources(cancellation);
        Checked = 0;
        Candidate? before = null;
        Candidate? held = null;
        foreach (var chunk in _read().Chunk(Chunk))
        {
            cancellation.ThrowIfCancellationRequested();
            var read = new Candidate[chunk.Length];
            Parallel.For(0, chunk.Length, i => read[i] = new Candidate(chunk[i]));

            // The last one of a part waits for its neighbour.
            List<Candidate> row = before is null ? [] : [before];
            row.AddRange(held is null ? read : [held, .. read]);
            var first = before is null ? 0 : 1;
            foreach (var found in Judge(row, first, row.Count - 1))
            {
                yield return found;
            }

            Checked += chunk.Length;
            progress?.Invoke(Checked);
            held = row[^1];
            before = row.Count > 1 ? row[^2] : null;
        }

        if (held is not null)
        {
            List<Candidate> row = before is null ? [held] : [before, held];
            foreach (var found in Judge(row, row.Count - 1, row.Count))
            {
                yield return found;
            }
        }
    }

    private List<DoubtfulUnit> Judge(List<Candidate> row, int start, int end)
    {
        var found = new DoubtfulUnit?[Math.Max(0, end - start)];
        Parallel.For(0, found.Length, i =>
        {
            var at = start + i;
            var doubts = Doubts(row[at], at > 0 ? row[at - 1] : null, at + 1 < row.Count ? row[at + 1] : null);
            if (!doubts.IsEmpty)
            {
                found[i] = new DoubtfulUnit(row[at].Unit, doubts);
            }
        });
        return [.. found.OfType<DoubtfulUnit>()];
    }

    private ImmutableArray<Doubt> Doubts(Candidate unit, Candidate? before, Candidate? after)
    {
        var doubts = new List<Doubt>();
        if (LanguageCheck.Of(unit.Unit) is { } language)
        {
            doubts.Add(language);
        }
        else
        {
            if (LoopCheck.Of(unit.Unit) is { } loop)
            {
                doubts.Add(loop);
            }

            Align(unit, before, after, doubts);
        }

        return [.. doubts.Where(d => d.Score >= _options.Min).OrderByDescending(static d => d.Score)];
    }

    private void Align(Candidate unit, Candidate? before, Candidate? after, List<Doubt> doubts)
    {
        var (neighbour, whose) = _options.UseNeighbours ? unit.Better(before, after) : (0, "");
        var features = AlignmentDoubt.Features(unit.Evidence, unit.Deviation, neighbour);
        var isShort = Math.Min(unit.Evidence.Zh, unit.Evidence.En) <= ShortWords;
        var misaligned = AlignmentDoubt.Probability(features, isShort ? _options.Prior / ShortOdds : _options.Prior);
        var sources = TargetKey(unit.Unit) is { } key ? _sources.GetValueOrDefault(key) : 0;
        doubts.Add(new Doubt(DoubtReason.Misaligned, misaligned, Message(unit, neighbour > 2 ? whose : "")));
        if (sources >= 3 && AlignmentDoubt.Probability(features, 0.3) >= 0.5)
        {
            doubts.Add(new Doubt(DoubtReason.RepeatedTarget, 1 - (1.0 / (sources - 1)), FormattableString.Invariant($"the same translation stands under {sources} different sources")));
        }

        if (Math.Abs(unit.Deviation) > 3 && Han.Count(unit.Unit.Zh.Segment.Text) >= TellingHan)
        {
            doubts.Add(new Doubt(
                DoubtReason.Length,
                1 - (1 / (Math.Abs(unit.Deviation) - 2)),
                FormattableString.Invariant($"the {(unit.Deviation < 0 ? "English" : "Chinese")} is far shorter than the other side lets expect ({Math.Abs(unit.Deviation):0.0} standard deviations)")));
        }
    }

    private static string Message(Candidate unit, string whose) => FormattableString.Invariant(
        $"the two sides do not go together: evidence of words {unit.Evidence.PerWord:0.00} a word, length off by {Math.Abs(unit.Deviation):0.0} standard deviations{(whose.Length > 0 ? $"; {whose}" : "")}");

    // How many different sources each translation stands under.
    private void CountSources(CancellationToken cancellation)
    {
        var pairs = new HashSet<UInt128>();
        _sources.Clear();
        foreach (var unit in _read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (TargetKey(unit) is { } target && pairs.Add(new UInt128(target, UnitKeys.Loose(unit.Source))))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_sources, target, out _)++;
            }
        }
    }

    private static ulong? TargetKey(TranslationUnit unit) =>
        Han.Count(unit.Zh.Segment.Text) >= TellingHan && unit.En.Segment.Text.AsSpan().Count(' ') + 1 >= TellingWords ? UnitKeys.Loose(unit.Target) : null;

    private sealed class Candidate
    {
        private readonly PairEvidence.Words _zh;
        private readonly PairEvidence.Words _en;

        public Candidate(TranslationUnit unit)
        {
            Unit = unit;
            _en = new PairEvidence.Words(unit.En.Segment.Text);
            _zh = new PairEvidence.Words(unit.Zh.Segment.Text, unit.En.Segment.Text);
            Evidence = PairEvidence.Of(_zh, _en);
            Deviation = AlignmentDoubt.Deviation(unit);
        }

        public TranslationUnit Unit { get; }

        public PairEvidence Evidence { get; }

        public double Deviation { get; }

        /// <summary>How much better a neighbour's side fits one of the unit's than its own other side, in nats, and which.</summary>
        public (double By, string Which) Better(Candidate? before, Candidate? after)
        {
            var own = Evidence.Forward + Evidence.Backward;
            var best = (By: 0.0, Which: "");
            foreach (var (other, name) in new[] { (before, "before"), (after, "after") })
            {
                if (other is null || other.Unit.Location?.Path != Unit.Location?.Path)
                {
                    continue;
                }

                Try(PairEvidence.Of(other._zh, _en), $"the English fits the Chinese of the unit {name} it better");
                Try(PairEvidence.Of(_zh, other._en), $"the Chinese fits the English of the unit {name} it better");
            }

            return best;

            void Try(PairEvidence evidence, string which)
            {
                if (evidence.Forward + evidence.Backward - own > best.By)
                {
                    best = (evidence.Forward + evidence.Backward - own, which);
                }
            }
        }
    }
}
