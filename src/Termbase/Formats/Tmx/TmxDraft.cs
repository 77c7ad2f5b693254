using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Termbase.Model;

namespace Termbase.Formats.Tmx;

/// <summary>A unit as it stands in the file, before it is known which sides it has. One is used again for each unit of a file.</summary>
internal sealed class TmxDraft
{
    internal string Id { get; set; } = "";

    internal string? SourceLanguage { get; set; }

    internal bool? ZhIsSource { get; set; }

    internal DateTimeOffset? Created { get; set; }

    internal DateTimeOffset? Changed { get; set; }

    internal string CreatedBy { get; set; } = "";

    internal string ChangedBy { get; set; } = "";

    internal string Document { get; set; } = "";

    internal string Url { get; set; } = "";

    internal string Domain { get; set; } = "";

    internal string Client { get; set; } = "";

    internal string Licence { get; set; } = "";

    internal bool Confidential { get; set; }

    internal UnitOrigin Origin { get; set; }

    internal UnitStatus Status { get; set; }

    internal double? Score { get; set; }

    internal string Previous { get; set; } = "";

    internal string Next { get; set; } = "";

    internal List<UnitSide> Sides { get; } = [];

    internal List<UnitProperty> Properties { get; } = [];

    internal List<KeyValuePair<string, string>> Attributes { get; } = [];

    internal List<string> Foreign { get; } = [];

    internal void Clear()
    {
        Id = CreatedBy = ChangedBy = Document = Url = Domain = Client = Licence = Previous = Next = "";
        (SourceLanguage, ZhIsSource, Created, Changed, Score) = (null, null, null, null, null);
        (Confidential, Origin, Status) = (false, UnitOrigin.Unknown, UnitStatus.Unknown);
        Sides.Clear();
        Properties.Clear();
        Attributes.Clear();
        Foreign.Clear();
    }

    /// <summary>The unit, once its two sides are known.</summary>
    internal TranslationUnit ToUnit(UnitSide zh, UnitSide en, ImmutableArray<UnitSide> others, bool zhIsSource, int number, SourceLocation place) => new()
    {
        Id = Id,
        Zh = zh,
        En = en,
        Others = others,
        ZhIsSource = zhIsSource,
        Created = Created,
        CreatedBy = CreatedBy,
        Changed = Changed,
        ChangedBy = ChangedBy,
        Document = Document,
        Url = Url,
        Domain = Domain,
        Client = Client,
        Licence = Licence,
        Confidential = Confidential,
        Origin = Origin,
        Status = Status,
        Score = Score,
        Previous = Previous,
        Next = Next,
        Properties = Take(Properties),
        Attributes = Take(Attributes),
        Foreign = Take(Foreign),
        Number = number,
        Location = place,
    };

    /// <summary>The items as an array; the list is empty afterwards.</summary>
    internal static ImmutableArray<T> Take<T>(List<T> items)
    {
        if (items.Count == 0)
        {
            return [];
        }

        var taken = ImmutableCollectionsMarshal.AsImmutableArray(items.ToArray());
        items.Clear();
        return taken;
    }
}
