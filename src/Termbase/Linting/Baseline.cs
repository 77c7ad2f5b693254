using System.Collections.Immutable;
using System.Globalization;
using Termbase.Model;

namespace Termbase.Linting;

/// <summary>
/// Findings that were there when a text was taken over and that nobody is asked to mend: a line each, with tabs, ordered, so that it
/// is reviewed in a diff. A finding is known by its fingerprint; the count matters only where files of one name outside the
/// workspace share a fingerprint. Immutable and thread-safe.
/// </summary>
public sealed class Baseline
{
    private const string Header = "# termbase baseline 1: fingerprint, count, rule, path, message";
    private readonly ImmutableDictionary<string, int> _counts;

    private Baseline(ImmutableDictionary<string, int> counts) => _counts = counts;

    /// <summary>How many findings it knows.</summary>
    public int Count => _counts.Values.Sum();

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InputException">A line is not one of a baseline; with its number.</exception>
    public static Baseline Parse(string text, string path)
    {
        var counts = ImmutableDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in text.Split('\n').Select(static l => l.TrimEnd('\r')))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var cells = line.Split('\t');
            if (cells.Length < 2 || cells[0].Length != 16 || !int.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                throw new InputException(SourceLocation.AtLine(path, number), "is no line of a baseline; name the file that --write-baseline wrote");
            }

            counts[cells[0]] = counts.GetValueOrDefault(cells[0]) + count;
        }

        return new Baseline(counts.ToImmutable());
    }

    /// <summary>Writes findings as a baseline, ordered by path, rule and fingerprint.</summary>
    public static void Write(TextWriter output, IEnumerable<Finding> findings)
    {
        output.Write(Header + "\n");
        foreach (var group in findings.GroupBy(static f => f.Fingerprint, StringComparer.Ordinal)
            .OrderBy(static g => g.First().Location.Path, StringComparer.Ordinal)
            .ThenBy(static g => g.First().Rule.Code, StringComparer.Ordinal)
            .ThenBy(static g => g.Key, StringComparer.Ordinal))
        {
            var first = group.First();
            output.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{group.Key}\t{group.Count()}\t{first.Rule.Code} {first.Rule.Name}\t{Cell(first.Location.Path)}\t{Cell(first.Message)}\n"));
        }
    }

    /// <summary>
    /// Parts findings into those that are new and those that it knows; <c>Gone</c> is how many of its own no longer occur.
    /// </summary>
    public (ImmutableArray<Finding> New, ImmutableArray<Finding> Known, int Gone) Split(IEnumerable<Finding> findings)
    {
        var left = _counts.ToDictionary(StringComparer.Ordinal);
        var (fresh, known) = (ImmutableArray.CreateBuilder<Finding>(), ImmutableArray.CreateBuilder<Finding>());
        foreach (var finding in findings)
        {
            if (left.GetValueOrDefault(finding.Fingerprint) is > 0 and var count)
            {
                left[finding.Fingerprint] = count - 1;
                known.Add(finding);
            }
            else
            {
                fresh.Add(finding);
            }
        }

        return (fresh.ToImmutable(), known.ToImmutable(), left.Values.Sum());
    }

    private static string Cell(string text) => text.Replace('\t', ' ').ReplaceLineEndings(" ");
}
