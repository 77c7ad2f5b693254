using System.Collections.Immutable;
using System.Globalization;
using Termbase.Model;

namespace Termbase.Workspaces.Quality;

/// <summary>
/// Makes one unit of two with the same texts. The better one (<see cref="UnitPreference"/>) keeps its fields; the other becomes a property
/// <c>x-also</c> of it that says where else the pair stands (document, dates, persons, origin, status …), and its properties, notes, attributes and
/// further languages are added. So nothing is lost, and nothing is said of a document that only holds for another. Thread-safe.
/// </summary>
public static class UnitMerger
{
    /// <summary>The property that says where else a pair stands: <c>name=value</c> joined by <c>; </c>.</summary>
    public const string AlsoProperty = "x-also";

    /// <summary>Merges two units; where nothing decides the first one stands.</summary>
    public static TranslationUnit Merge(TranslationUnit first, TranslationUnit second)
    {
        var (stays, goes) = UnitPreference.Compare(first, second) >= 0 ? (first, second) : (second, first);

        // The context is the place of the segment: it is taken as a whole or not at all.
        var hasContext = stays.Previous.Length + stays.Next.Length > 0;
        var merged = stays with
        {
            Domain = stays.Domain.Length > 0 ? stays.Domain : goes.Domain,
            Previous = hasContext ? stays.Previous : goes.Previous,
            Next = hasContext ? stays.Next : goes.Next,
            Attributes = Union(stays.Attributes, goes.Attributes),
            Foreign = Union(stays.Foreign, goes.Foreign),
            Others = Languages(stays.Others, goes.Others),
            Zh = Side(stays.Zh, goes.Zh),
            En = Side(stays.En, goes.En),
        };
        var properties = Union(stays.Properties, goes.Properties);
        var also = Also(merged, goes);
        return merged with { Properties = also.Length == 0 ? properties : Union(properties, [new UnitProperty(AlsoProperty, also)]) };
    }

    private static UnitSide Side(UnitSide stays, UnitSide goes) => stays with
    {
        Properties = Union(stays.Properties, goes.Properties),
        Attributes = Union(stays.Attributes, goes.Attributes),
        Foreign = Union(stays.Foreign, goes.Foreign),
    };

    // What the merged unit does not say of the one that went.
    private static string Also(TranslationUnit merged, TranslationUnit goes)
    {
        var parts = new List<string>();
        Say("id", goes.Id, merged.Id);
        Say("document", goes.Document, merged.Document);
        Say("url", goes.Url, merged.Url);
        Say("domain", goes.Domain, merged.Domain);
        Say("licence", goes.Licence, merged.Licence);
        Say("created", Date(goes.Created), Date(merged.Created));
        Say("created-by", goes.CreatedBy, merged.CreatedBy);
        Say("changed", Date(goes.Changed), Date(merged.Changed));
        Say("changed-by", goes.ChangedBy, merged.ChangedBy);
        Say("origin", Name(goes.Origin), Name(merged.Origin));
        Say("status", Name(goes.Status), Name(merged.Status));
        Say("score", Number(goes.Score), Number(merged.Score));
        Say("previous", goes.Previous, merged.Previous);
        Say("next", goes.Next, merged.Next);
        Say("zh", goes.Zh.Language, merged.Zh.Language);
        Say("en", goes.En.Language, merged.En.Language);
        Attributes("", goes.Attributes, merged.Attributes);
        Attributes("zh-", goes.Zh.Attributes, merged.Zh.Attributes);
        Attributes("en-", goes.En.Attributes, merged.En.Attributes);
        foreach (var side in goes.Others)
        {
            Say(side.Language, side.Segment.Text, merged.Others.FirstOrDefault(o => o.Language == side.Language)?.Segment.Text ?? "");
        }

        return string.Join("; ", parts);

        void Say(string name, string value, string standing)
        {
            if (value.Length > 0 && !string.Equals(value, standing, StringComparison.Ordinal))
            {
                parts.Add($"{name}={value.Replace(";", ",", StringComparison.Ordinal).ReplaceLineEndings(" ")}");
            }
        }

        void Attributes(string prefix, ImmutableArray<KeyValuePair<string, string>> values, ImmutableArray<KeyValuePair<string, string>> standing)
        {
            foreach (var (name, value) in values)
            {
                Say(prefix + name, value, standing.FirstOrDefault(a => a.Key == name).Value ?? "");
            }
        }
    }

    private static ImmutableArray<T> Union<T>(ImmutableArray<T> stays, ImmutableArray<T> goes)
        where T : notnull => goes.IsEmpty ? stays : [.. stays, .. goes.Where(g => !stays.Contains(g)).Distinct()];

    // An attribute may stand once.
    private static ImmutableArray<KeyValuePair<string, string>> Union(ImmutableArray<KeyValuePair<string, string>> stays, ImmutableArray<KeyValuePair<string, string>> goes) =>
        goes.IsEmpty ? stays : [.. stays, .. goes.Where(g => !stays.Any(s => s.Key == g.Key))];

    private static ImmutableArray<UnitSide> Languages(ImmutableArray<UnitSide> stays, ImmutableArray<UnitSide> goes) =>
        goes.IsEmpty ? stays : [.. stays, .. goes.Where(g => !stays.Any(s => s.Language == g.Language))];

    private static string Date(DateTimeOffset? date) => date?.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture) ?? "";

    private static string Name<T>(T value)
        where T : struct, Enum => value.Equals(default(T)) ? "" : value.ToString().ToLowerInvariant();

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
