using Termbase.Model;

namespace Termbase.Formats;

/// <summary>
/// What of a unit a format leaves behind. That is found out by writing and reading one unit of each kind (the same parts filled), not from a list.
/// Not thread-safe.
/// </summary>
public sealed class UnitLosses
{
    private const string Context = "context";

    private readonly IUnitFormat _format;
    private readonly UnitWriteOptions _options;
    private readonly LossReport _losses;
    private readonly Dictionary<string, string[]> _known = new(StringComparer.Ordinal);
    private readonly Lazy<bool> _hasNeighbours;

    private UnitLosses(IUnitFormat format, UnitWriteOptions options, LossReport losses)
    {
        (_format, _losses) = (format, losses);
        _options = options with { Header = null, OnProblem = null };
        _hasNeighbours = new(ReadsNeighbours);
    }

    /// <summary>Passes the units on and tells the report what stays behind where <paramref name="format"/> writes them.</summary>
    public static IEnumerable<TranslationUnit> Count(IEnumerable<TranslationUnit> units, IUnitFormat format, UnitWriteOptions options, LossReport losses) =>
        new UnitLosses(format, options, losses).Count(units);

    private IEnumerable<TranslationUnit> Count(IEnumerable<TranslationUnit> units)
    {
        TranslationUnit? before = null, unit = null;
        foreach (var next in units)
        {
            if (unit is not null)
            {
                Tell(before, unit, next);
                yield return unit;
            }

            (before, unit) = (unit, next);
        }

        if (unit is not null)
        {
            Tell(before, unit, null);
            yield return unit;
        }
    }

    private void Tell(TranslationUnit? before, TranslationUnit unit, TranslationUnit? next)
    {
        var shape = Shape(unit);
        if (!_known.TryGetValue(shape, out var lost))
        {
            _known.Add(shape, lost = Probe([unit]) is [var there] ? [.. Missing(unit, there)] : []);
        }

        foreach (var what in lost)
        {
            // Where the units beside it are read as its context, that arrives if they are the ones that it names.
            if (what != Context || !(_hasNeighbours.Value && Is(unit.Previous, before) && Is(unit.Next, next)))
            {
                _losses.Add(what, unit.Id, unit.Location);
            }
        }

        static bool Is(string text, TranslationUnit? neighbour) => text.Length == 0 || text == neighbour?.Source.Segment.Text;
    }

    // What decides whether a part arrives: that it is there, and of what is chosen from a list, what it is.
    private static string Shape(TranslationUnit unit)
    {
        var id = unit.Id.Length == 0 ? "" : unit.Id.EndsWith(unit.Source.Segment.Text, StringComparison.Ordinal) ? "text"
            : unit.Id.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or ':') ? "token" : "other";
        return string.Join('|', Parts(unit).Select(static p => p.Value.Length > 0 ? "1" : "").Prepend(id).Append(unit.Origin.ToString()).Append(unit.Status.ToString())
            .Append(unit.ZhIsSource ? "zh" : "en").Concat(Properties(unit).Select(static p => p.IsNote ? "note" : p.Type)));
    }

    private static IEnumerable<string> Missing(TranslationUnit unit, TranslationUnit there)
    {
        var arrived = Properties(there).Select(static p => (p.Type, p.Value)).ToHashSet();
        return Parts(unit).Zip(Parts(there)).Where(static p => p.First.Value.Length > 0 && p.First.Value != p.Second.Value).Select(static p => p.First.Name)
            .Concat(Properties(unit).Any(p => !arrived.Contains((p.Type, p.Value))) ? ["other properties and notes"] : [])
            .Distinct();
    }

    private static IEnumerable<(string Name, string Value)> Parts(TranslationUnit unit) =>
    [
        ("id", unit.Id),
        ("dates and persons", unit.CreatedBy),
        ("dates and persons", unit.ChangedBy),
        ("dates and persons", unit.Created?.ToString("O") ?? ""),
        ("dates and persons", unit.Changed?.ToString("O") ?? ""),
        ("document", unit.Document),
        ("document", unit.Url),
        ("domain", unit.Domain),
        ("client", unit.Client),
        ("licence", unit.Licence),
        ("confidentiality", unit.Confidential ? "yes" : ""),
        ("origin and score", unit.Origin == UnitOrigin.Unknown ? "" : unit.Origin.ToString()),
        ("origin and score", unit.Score?.ToString("R", System.Globalization.CultureInfo.InvariantCulture) ?? ""),
        ("status", unit.Status == UnitStatus.Unknown ? "" : unit.Status.ToString()),
        (Context, unit.Previous),
        (Context, unit.Next),
        ("further languages", string.Join('\n', unit.Others.Select(static o => o.Segment.Text))),
    ];

    // XLIFF's own word for the status is that status, which is compared as such; "translated" says no more than that there is a translation.
    private static IEnumerable<UnitProperty> Properties(TranslationUnit unit) =>
        unit.Properties.Concat(unit.Zh.Properties).Concat(unit.En.Properties).Where(p => p.Type != "x-state" || (unit.Status == UnitStatus.Unknown && p.Value != "translated"));

    private List<TranslationUnit> Probe(IEnumerable<TranslationUnit> units)
    {
        using var stream = new MemoryStream();
        _format.Write(stream, units, _options);
        stream.Position = 0;
        return [.. _format.Read(stream, "probe" + (_format.Extensions.Count > 0 ? _format.Extensions[0] : ""), new ReadLog())];
    }

    private bool ReadsNeighbours()
    {
        TranslationUnit One(string zh) => new()
        {
            Zh = new UnitSide { Language = _options.ZhTag, Segment = Segment.Plain(zh) },
            En = new UnitSide { Language = _options.EnTag, Segment = Segment.Plain("x") },
        };
        return Probe([One("前"), One("中"), One("后")]) is [_, { Previous.Length: > 0 }, _];
    }
}
