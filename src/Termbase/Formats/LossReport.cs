using System.Globalization;
using Termbase.Model;

namespace Termbase.Formats;

/// <summary>Counts what a target format could not hold, by kind, with the first place of each. Not thread-safe.</summary>
public sealed class LossReport
{
    private readonly Dictionary<string, (long Count, string Unit, SourceLocation? Place)> _losses = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    /// <summary>Whether everything could be held.</summary>
    public bool IsEmpty => _order.Count == 0;

    /// <summary>One more thing left behind.</summary>
    public void Add(string what, string unit, SourceLocation? place = null)
    {
        if (_losses.TryGetValue(what, out var had))
        {
            _losses[what] = had with { Count = had.Count + 1 };
            return;
        }

        _losses.Add(what, (1, unit, place));
        _order.Add(what);
    }

    /// <summary>How often something was left behind.</summary>
    public long CountOf(string what) => _losses.GetValueOrDefault(what).Count;

    /// <summary>A line for each kind of loss, in the order in which they were met.</summary>
    public IEnumerable<string> Lines() => _order.Select(what =>
    {
        var (count, unit, place) = _losses[what];
        var first = place is null ? unit : $"{unit}, {place}";
        return string.Create(CultureInfo.InvariantCulture, $"cannot be carried: {what}, {count} {(count == 1 ? "time" : "times")} (first: {first})");
    });
}
