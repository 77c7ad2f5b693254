using Termbase.Matching;
using Termbase.Model;

namespace Termbase.Workspaces.Quality;

/// <summary>Two units that are nearly the same on both sides.</summary>
/// <param name="First">The one that comes first.</param>
/// <param name="Second">The other.</param>
/// <param name="SourceScore">How like the sources are, 0 to 100.</param>
/// <param name="TargetScore">How like the targets are, 0 to 100.</param>
public sealed record NearDuplicate(MemoryUnit First, MemoryUnit Second, double SourceScore, double TargetScore);

/// <summary>
/// Lists pairs of units whose sources and whose targets are both alike, but not the same, by the exact fuzzy matcher: of the fifty that are most
/// like a unit none is missed. Texts are held on disk in a folder of the caller's. Not thread-safe; works on all processors itself.
/// </summary>
public static class NearDuplicates
{
    private const int Part = 2048;

    // A segment has so many nearly equal ones at most in the report of one pair of them; what is more is a form or a table.
    private const int Most = 50;

    /// <summary>The pairs, in order of their first units.</summary>
    /// <param name="units">The units.</param>
    /// <param name="folder">An existing folder for the index, whose file is left there.</param>
    /// <param name="least">The least score of both sides, above 0 to 100.</param>
    /// <param name="progress">Called now and then with the number of units compared, and of all.</param>
    /// <param name="cancellation">Stops between two parts.</param>
    public static IEnumerable<NearDuplicate> Find(
        IEnumerable<TranslationUnit> units, string folder, double least, Action<long, long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(least, 100);
        var path = Path.Combine(folder, "near.tbm");
        var (files, fileOf) = (new List<string>(), new List<int>());
        using (var builder = new SignatureIndexBuilder(path))
        {
            builder.BeginSource("memory");
            foreach (var unit in units)
            {
                // The number tells the units of several files apart, and leads to the file: merged ones do not come file by file.
                var file = unit.Location?.Path ?? "";
                if (files.Count == 0 || files[fileOf[^1]] != file)
                {
                    fileOf.Add(files.IndexOf(file) is >= 0 and var known ? known : Append(files, file));
                }
                else
                {
                    fileOf.Add(fileOf[^1]);
                }

                builder.Add(unit with { Number = fileOf.Count, Previous = "", Next = "" });
            }

            builder.Complete();
        }

        using var index = SignatureIndex.Open(path);
        var matcher = new FuzzyMatcher(index);
        var options = new MatchOptions { Min = least, Max = Most, Penalties = MatchPenalties.None };
        var done = 0L;
        foreach (var part in index.ReadAll().Chunk(Part))
        {
            cancellation.ThrowIfCancellationRequested();
            var found = matcher.FindAll([.. part.Select(Query)], options, cancellation: cancellation);
            for (var i = 0; i < part.Length; i++)
            {
                // A pair of texts that stands in several places, for several clients say, is compared where it stands first.
                var firsts = found[i].Select(m => First(part[i], m)).OfType<(MemoryUnit Unit, double Score)>().OrderBy(static f => f.Unit.Number).ToList();
                if (firsts.Exists(f => f.Unit.Number < part[i].Number && SameTexts(f.Unit, part[i])))
                {
                    continue;
                }

                foreach (var (other, score) in firsts)
                {
                    if (Near(part[i], other, score, least) is { } near)
                    {
                        yield return near with { First = Placed(near.First), Second = Placed(near.Second) };
                    }
                }
            }

            progress?.Invoke(done += part.Length, index.Units);
        }

        MemoryUnit Placed(MemoryUnit unit) => unit with { Path = files[fileOf[unit.Number - 1]] };
    }

    private static int Append(List<string> files, string file)
    {
        files.Add(file);
        return files.Count - 1;
    }

    private static MatchQuery Query(MemoryUnit unit) => new() { Segment = unit.ZhIsSource ? unit.Zh : unit.En, IsZh = unit.ZhIsSource };

    private static (MemoryUnit Unit, double Score)? First(MemoryUnit unit, FuzzyMatch match) =>
        match.Also.Prepend(match.Unit).Where(u => u.ZhIsSource == unit.ZhIsSource).MinBy(static u => u.Number) is { } first ? (first, match.Similarity.Score) : null;

    private static bool SameTexts(MemoryUnit a, MemoryUnit b) => a.Zh.Text == b.Zh.Text && a.En.Text == b.En.Text;

    private static NearDuplicate? Near(MemoryUnit unit, MemoryUnit other, double score, double least)
    {
        if (other.Number <= unit.Number || Source(other).Text == Source(unit).Text)
        {
            return null;
        }

        var target = Similarity.Compare(Target(unit), Target(other), unit.ZhIsSource ? TokenUnit.Words : TokenUnit.Characters).Score;
        return target >= least ? new NearDuplicate(unit, other, score, target) : null;
    }

    private static Segment Source(MemoryUnit unit) => unit.ZhIsSource ? unit.Zh : unit.En;

    private static Segment Target(MemoryUnit unit) => unit.ZhIsSource ? unit.En : unit.Zh;
}
