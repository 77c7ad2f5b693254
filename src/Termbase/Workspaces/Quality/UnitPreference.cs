using Termbase.Model;

namespace Termbase.Workspaces.Quality;

/// <summary>
/// Which of several units with the same texts stands: published before reviewed before one that does not say before a draft; then made by a person before
/// aligned, one that does not say, mined and machine-made; then the better alignment score; then the later date; then the one that came first.
/// Thread-safe.
/// </summary>
public static class UnitPreference
{
    /// <summary>Above 0 where <paramref name="a"/> is to be preferred, below 0 where <paramref name="b"/> is, 0 where nothing decides.</summary>
    public static int Compare(TranslationUnit a, TranslationUnit b)
    {
        var order = Rank(a.Status).CompareTo(Rank(b.Status));
        order = order != 0 ? order : Rank(a.Origin).CompareTo(Rank(b.Origin));
        order = order != 0 ? order : a.Score is { } x && b.Score is { } y ? x.CompareTo(y) : 0;
        return order != 0 ? order : Nullable.Compare(Date(a), Date(b));
    }

    /// <summary>When a unit was changed last, else made; null where it does not say.</summary>
    public static DateTimeOffset? Date(TranslationUnit unit) => unit.Changed ?? unit.Created;

    internal static int Rank(UnitStatus status) => status switch
    {
        UnitStatus.Published => 3,
        UnitStatus.Reviewed => 2,
        UnitStatus.Draft => 0,
        _ => 1,
    };

    private static int Rank(UnitOrigin origin) => origin switch
    {
        UnitOrigin.Human => 4,
        UnitOrigin.Aligned => 3,
        UnitOrigin.Mined => 1,
        UnitOrigin.Mt => 0,
        _ => 2,
    };
}
