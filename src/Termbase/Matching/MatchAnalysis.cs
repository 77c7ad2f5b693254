using System.Collections.Immutable;

namespace Termbase.Matching;

/// <summary>How much of some files the memory knows. Immutable.</summary>
/// <param name="Files">Each file's name with its counts by band; every band is there.</param>
public sealed record MatchAnalysis(ImmutableArray<(string File, ImmutableDictionary<MatchBand, TextCount> Bands)> Files)
{
    /// <summary>All files together.</summary>
    public ImmutableDictionary<MatchBand, TextCount> Total =>
        Enum.GetValues<MatchBand>().ToImmutableDictionary(
            static band => band,
            band => Files.Aggregate(default(TextCount), (sum, file) => sum + file.Bands[band]));

    /// <summary>
    /// Counts the segments of files. A segment that the memory has (100 or context) counts there; else one that came before is a
    /// repetition; else its best match decides.
    /// </summary>
    /// <param name="files">Names and segments; neighbours make context matches.</param>
    /// <param name="matcher">The memory, or null where there is none.</param>
    /// <param name="penalties">What is taken off.</param>
    /// <param name="cancellation">Stops between two segments.</param>
    public static MatchAnalysis Of(
        IEnumerable<(string File, IReadOnlyList<MatchQuery> Segments)> files,
        FuzzyMatcher? matcher,
        MatchPenalties? penalties = null,
        CancellationToken cancellation = default)
    {
        var options = new MatchOptions { Min = 50, Max = 1, Penalties = penalties ?? MatchPenalties.Default };
        var counted = ImmutableArray.CreateBuilder<(string, ImmutableDictionary<MatchBand, TextCount>)>();
        var earlier = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (file, segments) in files)
        {
            var bands = Enum.GetValues<MatchBand>().ToDictionary(static band => band, static _ => default(TextCount));
            var here = new HashSet<string>(StringComparer.Ordinal);
            var found = matcher?.FindAll(segments, options, cancellation: cancellation);
            for (var i = 0; i < segments.Count; i++)
            {
                var text = MarkedText.Of(segments[i].Segment).Trim();
                var percent = found is { } all && !all[i].IsEmpty ? all[i][0].Percent : 0;
                var band = percent >= 100 ? BandOf(percent)
                    : here.Contains(text) ? MatchBand.RepetitionWithin
                    : earlier.Contains(text) ? MatchBand.RepetitionAcross
                    : BandOf(percent);
                bands[band] += TextCount.Of(segments[i].Segment.Text);
                here.Add(text);
            }

            earlier.UnionWith(here);
            counted.Add((file, bands.ToImmutableDictionary()));
        }

        return new MatchAnalysis(counted.ToImmutable());
    }

    /// <summary>The band of a score in whole percent, repetitions aside.</summary>
    internal static MatchBand BandOf(int percent) => percent switch
    {
        > 100 => MatchBand.Context,
        100 => MatchBand.Exact,
        >= 95 => MatchBand.From95,
        >= 85 => MatchBand.From85,
        >= 75 => MatchBand.From75,
        >= 50 => MatchBand.From50,
        _ => MatchBand.New,
    };
}
