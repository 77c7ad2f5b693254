using Termbase.Model;

namespace Termbase.Matching;

/// <summary>A unit as the index keeps it: its texts and where they come from. Immutable.</summary>
public sealed record MemoryUnit
{
    /// <summary>The Chinese; inline codes without their attributes.</summary>
    public required Segment Zh { get; init; }

    /// <summary>The English; inline codes without their attributes.</summary>
    public required Segment En { get; init; }

    /// <summary>The unit's id in its file; empty if none.</summary>
    public string Id { get; init; } = "";

    /// <summary>The file it was read from.</summary>
    public string Path { get; init; } = "";

    /// <summary>Line in the file, 1-based; 0 if not known.</summary>
    public int Line { get; init; }

    /// <summary>1-based number of the unit in its file.</summary>
    public int Number { get; init; }

    /// <summary>When it was changed last, or else made; to the minute; null if not said.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Who changed it last, or else made it.</summary>
    public string By { get; init; } = "";

    /// <summary>Document it comes from.</summary>
    public string Document { get; init; } = "";

    /// <summary>Subject field.</summary>
    public string Domain { get; init; } = "";

    /// <summary>Client.</summary>
    public string Client { get; init; } = "";

    /// <summary>How it came to be.</summary>
    public UnitOrigin Origin { get; init; }

    /// <summary>How far it was checked.</summary>
    public UnitStatus Status { get; init; }

    /// <summary>Alignment score, 0 to 1 in steps of 0.01, or null.</summary>
    public double? Score { get; init; }

    /// <summary>Whether Chinese is the language translated from.</summary>
    public bool ZhIsSource { get; init; } = true;

    /// <summary>Leaves in no export unless asked for.</summary>
    public bool Confidential { get; init; }

    /// <summary>The source segment before it; empty if not known.</summary>
    public string Previous { get; init; } = "";

    /// <summary>The source segment after it; empty if not known.</summary>
    public string Next { get; init; } = "";

    /// <summary>The order of units that nothing else ranks: the newest first, then by id, by file and by place.</summary>
    internal static int NewestFirst(MemoryUnit a, MemoryUnit b)
    {
        var order = Nullable.Compare(b.Date, a.Date);
        order = order != 0 ? order : string.CompareOrdinal(a.Id, b.Id);
        order = order != 0 ? order : string.CompareOrdinal(a.Path, b.Path);
        return order != 0 ? order : a.Number.CompareTo(b.Number);
    }
}
