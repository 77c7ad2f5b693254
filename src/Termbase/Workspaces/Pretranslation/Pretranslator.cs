using System.Collections.Immutable;
using Termbase.Formats;
using Termbase.Languages;
using Termbase.Matching;
using Termbase.Model;

namespace Termbase.Workspaces.Pretranslation;

/// <summary>
/// Fills the segments of a file that have no translation with the best match of a memory, marked with score and origin. What is not the
/// very same text, is machine translation or lacks its inline codes becomes a draft. A translation that repeats the source where the
/// segment still needs work counts as none. Thread-safe.
/// </summary>
public sealed class Pretranslator(FuzzyMatcher matcher, PretranslateOptions options)
{
    /// <summary>Reads the file twice: first for the matches, on several threads and with both neighbours, then to write it.</summary>
    /// <param name="fill">How the format is written back.</param>
    /// <param name="open">Opens the file.</param>
    /// <param name="output">Left open.</param>
    /// <param name="path">The name that is told.</param>
    /// <param name="log">Gets what is worth a word.</param>
    /// <param name="cancellation">Stops between two segments.</param>
    /// <exception cref="InputException">The file cannot be read, or not be written back as it was.</exception>
    public PretranslateResult Run(
        FillUnits fill, Func<Stream> open, Stream output, string path, ReadLog log, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(fill);
        ArgumentNullException.ThrowIfNull(open);
        var found = Find(fill, open, path, cancellation);
        using var input = open();
        var counts = new Counts();
        var next = 0;
        var result = fill(input, output, unit => Change(unit, found[next++], counts, log), path, log);
        var offered = counts.Bands.Values.Sum() + counts.Existing;
        return new PretranslateResult(
            counts.Bands.ToImmutableSortedDictionary(), counts.Existing, result.Locked, counts.Drafts, counts.CodesLeft,
            Math.Max(0, result.Segments - result.Locked - offered));
    }

    private ImmutableArray<FuzzyMatch>[] Find(FillUnits fill, Func<Stream> open, string path, CancellationToken cancellation)
    {
        var wanted = new List<(int Index, MatchQuery Query)>();
        var sources = new List<string>();
        using (var input = open())
        {
            fill(input, Stream.Null, Collect, path, null);
        }

        var queries = wanted.ConvertAll(w => w.Query with { Next = w.Index + 1 < sources.Count ? sources[w.Index + 1] : "" });
        var matches = matcher.FindAll(queries, new MatchOptions { Min = options.Min, Max = options.Max, Penalties = options.Penalties }, cancellation: cancellation);
        var found = new ImmutableArray<FuzzyMatch>[sources.Count];
        Array.Fill(found, []);
        for (var i = 0; i < wanted.Count; i++)
        {
            found[wanted[i].Index] = matches[i];
        }

        return found;

        UnitChange? Collect(TranslationUnit unit)
        {
            if (IsWanted(unit))
            {
                wanted.Add((sources.Count, new MatchQuery
                {
                    Segment = unit.Source.Segment,
                    IsZh = unit.ZhIsSource,
                    Previous = unit.Previous,
                    Client = options.Client,
                }));
            }

            sources.Add(unit.Source.Segment.Text);
            return null;
        }
    }

    private bool IsWanted(TranslationUnit unit) =>
        unit.Source.Segment.Text.Any(char.IsLetterOrDigit)
        && (options.Overwrite == Overwrite.All || !HasTranslation(unit) || (options.Overwrite == Overwrite.Drafts && unit.Status == UnitStatus.Draft));

    // Many tools put the source where the translation shall stand.
    private static bool HasTranslation(TranslationUnit unit)
    {
        var (source, target) = (unit.Source.Segment.Text.Trim(), unit.Target.Segment.Text.Trim());
        return target.Length > 0 && !(source == target && (unit.Status == UnitStatus.Draft || (unit.ZhIsSource && Han.Contains(target))));
    }

    private UnitChange? Change(TranslationUnit unit, ImmutableArray<FuzzyMatch> matches, Counts counts, ReadLog log)
    {
        if (!IsWanted(unit) || (matches.IsEmpty && HasTranslation(unit)))
        {
            counts.Existing += HasTranslation(unit) ? 1 : 0;
            counts.Add(HasTranslation(unit) ? null : MatchBand.New);
            return null;
        }

        if (matches.IsEmpty)
        {
            counts.Add(MatchBand.New);
            return null;
        }

        var query = unit.Source.Segment;
        var (source, target) = Sides(matches[0].Unit, unit.ZhIsSource);
        var (text, isWhole) = CodeTransfer.Apply(query, source, target);
        if (!isWhole)
        {
            counts.CodesLeft++;
            log.Note(unit.Location!, unit.Id, "codes-left", "the match has other inline codes than the source; they are left to be set by hand");
        }

        // A score of 100 disregards letter case, width and spacing; a person should see what it let pass.
        var isDraft = matches[0].Percent < 100 || !isWhole || source.Text.Trim() != query.Text.Trim() || IsMachine(matches[0]);
        counts.Drafts += isDraft ? 1 : 0;
        counts.Add(MatchAnalysis.BandOf(matches[0].Percent));
        return new UnitChange
        {
            Target = text,
            Status = isDraft ? UnitStatus.Draft : UnitStatus.Unknown,
            Proposals = [.. matches.Select(m => Propose(m, unit.ZhIsSource))],
        };
    }

    private static Proposal Propose(FuzzyMatch match, bool zhIsSource)
    {
        var (source, target) = Sides(match.Unit, zhIsSource);
        return new Proposal(source, target, match.Score, Path.GetFileName(match.Unit.Path), IsMachine(match));
    }

    private static bool IsMachine(FuzzyMatch match) => match.Unit.Origin == UnitOrigin.Mt;

    private static (Segment Source, Segment Target) Sides(MemoryUnit unit, bool zhIsSource) => zhIsSource ? (unit.Zh, unit.En) : (unit.En, unit.Zh);

    private sealed class Counts
    {
        internal Dictionary<MatchBand, long> Bands { get; } = [];

        internal long Existing, Drafts, CodesLeft;

        internal void Add(MatchBand? band)
        {
            if (band is { } here)
            {
                Bands[here] = Bands.GetValueOrDefault(here) + 1;
            }
        }
    }
}
