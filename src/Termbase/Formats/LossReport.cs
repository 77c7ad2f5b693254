using System.Globalization;
using Termbase.Model;

namespace Termbase.Formats;

/// <summary>One thing that a target format could not hold as it was.</summary>
/// <param name="What">The thing, for people.</param>
/// <param name="Unit">The unit, concept or term.</param>
/// <param name="Place">Where it stands, if known.</param>
/// <param name="IsChanged">It is held in another shape; else it is left out.</param>
public sealed record Loss(string What, string Unit, SourceLocation? Place, bool IsChanged);

/// <summary>Counts what a target format could not hold, by kind, with the first place of each. Not thread-safe.</summary>
/// <param name="onEach">Called for every single loss, if given.</param>
public sealed class LossReport(Action<Loss>? onEach = null)
{
    private readonly Dictionary<string, (long Count, string Unit, SourceLocation? Place)> _losses = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    /// <summary>Whether everything could be held.</summary>
    public bool IsEmpty => _order.Count == 0;

    /// <summary>One more thing left behind, or (<paramref name="isChanged"/>) held in another shape.</summary>
    public void Add(string what, string unit, SourceLocation? place = null, bool isChanged = false)
    {
        onEach?.Invoke(new Loss(what, unit, place, isChanged));
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
