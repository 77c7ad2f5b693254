using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Workspaces.Merging;

/// <summary>Two records of one unit as one: nothing that only one of them says is lost.</summary>
internal static class UnitUnion
{
    /// <summary>
    /// <paramref name="better"/> with the notes, properties and fields that only <paramref name="other"/> has. What <paramref name="origin"/>
    /// had and <paramref name="better"/> lacks was deleted, and stays so.
    /// </summary>
    internal static TranslationUnit Of(TranslationUnit? origin, TranslationUnit better, TranslationUnit other)
    {
        return better with
        {
            Created = better.Created ?? other.Created,
            CreatedBy = Field(static u => u.CreatedBy),
            ChangedBy = better.Changed == other.Changed ? Field(static u => u.ChangedBy) : better.ChangedBy,
            Document = Field(static u => u.Document),
            Url = Field(static u => u.Url),
            Domain = Field(static u => u.Domain),
            Client = Field(static u => u.Client),
            Licence = Field(static u => u.Licence),
            Confidential = better.Confidential || other.Confidential,
            Score = better.Score ?? other.Score,
            Previous = Field(static u => u.Previous),
            Next = Field(static u => u.Next),
            Properties = Properties(origin?.Properties, better.Properties, other.Properties),
            Zh = better.Zh with { Properties = Properties(origin?.Zh.Properties, better.Zh.Properties, other.Zh.Properties) },
            En = better.En with { Properties = Properties(origin?.En.Properties, better.En.Properties, other.En.Properties) },
        };

        string Field(Func<TranslationUnit, string> of) =>
            of(better).Length > 0 || (origin is not null && of(origin).Length > 0) ? of(better) : of(other);
    }

    // A property that both have keeps the better unit's value; of notes there may be many.
    private static ImmutableArray<UnitProperty> Properties(
        ImmutableArray<UnitProperty>? origin, ImmutableArray<UnitProperty> better, ImmutableArray<UnitProperty> other) =>
    [
        .. better,
        .. other.Where(p => !better.Contains(p) && origin?.Contains(p) != true && (p.IsNote || !better.Any(b => b.Type == p.Type))),
    ];
}
