using System.Collections.Immutable;

namespace Termbase.Reporting;

/// <summary>
/// A figure of horizontal bars: one bar a row, divided into parts where there are several series. The same data can be shown as text, JSON or a
/// picture. Immutable.
/// </summary>
/// <param name="Name">Short name for machines (<c>units_by_year</c>).</param>
/// <param name="Title">Heading for people.</param>
/// <param name="Rows">The bars, in order.</param>
public sealed record BarChart(string Name, string Title, ImmutableArray<BarRow> Rows)
{
    /// <summary>Names of the parts of a bar, for the legend; empty where a bar has one part.</summary>
    public ImmutableArray<string> Series { get; init; } = [];

    /// <summary>A sentence below the heading; empty if none.</summary>
    public string Remark { get; init; } = "";

    /// <summary>A chart with one part a bar.</summary>
    public static BarChart Of(string name, string title, IEnumerable<KeyValuePair<string, long>> counts) =>
        new(name, title, [.. counts.Select(static c => new BarRow(c.Key, [c.Value]))]);

    /// <summary>Length of the longest bar; 0 where there is none.</summary>
    public double Longest => Rows.IsEmpty ? 0 : Rows.Max(static r => r.Total);
}

/// <summary>One bar.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Parts">Length of each part, 0 or more.</param>
public sealed record BarRow(string Label, ImmutableArray<double> Parts)
{
    /// <summary>Length of the whole bar.</summary>
    public double Total => Parts.Sum();
}
