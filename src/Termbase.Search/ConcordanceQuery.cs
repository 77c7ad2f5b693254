using Termbase.Languages;

namespace Termbase.Search;

/// <summary>What to look for in the memories. Immutable.</summary>
public sealed record ConcordanceQuery
{
    /// <summary>
    /// The text. <c>*</c> stands for any characters of a word (in Chinese: up to the next mark or space), between spaces for one word or more of
    /// a clause; <c>?</c> for one character; <c>\*</c> and <c>\?</c> for themselves.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>Whether <c>*</c>, <c>?</c> and <c>\</c> are ordinary characters.</summary>
    public bool IsLiteral { get; init; }

    /// <summary>What makes no difference; a part of <see cref="NormalizerOptions.Text"/>.</summary>
    public NormalizerOptions Folding { get; init; } = NormalizerOptions.Text;

    /// <summary>Part of the file's path or of the document's name, whatever the case; empty for all.</summary>
    public string Source { get; init; } = "";

    /// <summary>The domain, whatever the case; empty for all.</summary>
    public string Domain { get; init; } = "";

    /// <summary>The first day (UTC), or null. With a first or last day, units without a date are left out.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The last day (UTC), or null.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether the text holds nothing that could be looked for: no sign at all, or only wildcards.</summary>
    public bool IsEmpty => new TextPattern(this).IsEmpty;

    /// <summary>Whether units are chosen by more than their text.</summary>
    internal bool HasFilter => Source.Length > 0 || Domain.Length > 0 || Since is not null || Until is not null;

    internal bool Takes(Matching.MemoryUnit unit)
    {
        if (Source.Length > 0 && !unit.Path.Contains(Source, StringComparison.OrdinalIgnoreCase) && !unit.Document.Contains(Source, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        if (Domain.Length > 0 && !unit.Domain.Equals(Domain, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        if (Since is null && Until is null)
        {
            return true;
        }

        return unit.Date is { } date && DateOnly.FromDateTime(date.UtcDateTime) is var day && !(day < Since) && !(day > Until);
    }
}
