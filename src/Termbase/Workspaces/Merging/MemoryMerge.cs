using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Termbase.Languages;
using Termbase.Model;
using Termbase.Workspaces.Quality;

namespace Termbase.Workspaces.Merging;

/// <summary>
/// Merges memories by their units, with two sides or three. A unit is the same by its id and a text in common, by both texts and document, or by source,
/// document and neighbours. Open conflicts stay as two units with the property <c>x-conflict</c>. Holds all units in memory. Thread-safe.
/// </summary>
public static class MemoryMerge
{
    /// <summary>The property that marks open conflicts: <c>mine</c> or <c>theirs</c>.</summary>
    public const string ConflictProperty = "x-conflict";

    /// <summary>Merges units; <paramref name="origin"/> is their common ancestor, or null where there is none.</summary>
    /// <exception cref="InputException">A conflict of an earlier merge is still open.</exception>
    public static MergedMemory Merge(
        IEnumerable<TranslationUnit>? origin, IEnumerable<TranslationUnit> mine, IEnumerable<TranslationUnit> theirs, MergeOptions options)
    {
        List<TranslationUnit> o = [.. origin ?? []], m = [.. mine], t = [.. theirs];
        CheckSettled(m, options.Names.Mine);
        CheckSettled(t, options.Names.Theirs);
        List<TranslationUnit> result = [];
        List<MergeChange> changes = [];
        List<MergeConflict> conflicts = [];
        foreach (var entry in RecordAligner.Align(o, m, t, Keys))
        {
            Tell(changes, origin is not null, entry);
            result.AddRange(One(entry, options, conflicts.Add));
        }

        return new MergedMemory([.. result], new MergeReport
        {
            Changes = [.. changes],
            Conflicts = [.. conflicts],
            Duplicates = [.. Duplicates(result)],
            Records = result.Count,
        });
    }

    private static void CheckSettled(List<TranslationUnit> units, string name)
    {
        if (units.Find(static u => u.Properties.Any(static p => p.Type == ConflictProperty)) is { } unit)
        {
            throw new InputException(
                unit.Location ?? SourceLocation.File(name),
                $"a conflict of an earlier merge is still open; keep the unit that is right, delete the other, and the property {ConflictProperty}");
        }
    }

    private static readonly List<Func<TranslationUnit, string?>> Keys =
    [
        Whole,
        static u => u.Id.Length == 0 ? null : Join(u.Id, Key(u.Zh), Key(u.En)),
        static u => Join(u.Document, Text(u.Zh), Text(u.En), u.Previous, u.Next),
        static u => Join(u.Document, Text(u.Zh), Text(u.En)),
        static u => u.Id.Length == 0 ? null : Join(u.Id, Key(u.Source)),
        static u => u.Id.Length == 0 ? null : Join(u.Id, Key(u.Target)),
        static u => u.Document.Length == 0 ? null : Join(u.Document, Key(u.Source), Key(u.Target)),
        static u => u.Document.Length == 0 || (u.Previous.Length == 0 && u.Next.Length == 0) ? null : Join(u.Document, Key(u.Source), u.Previous, u.Next),
    ];

    /// <summary>A unit for a person: its two texts.</summary>
    internal static string Label(TranslationUnit unit) => $"{unit.Source.Segment.Text} → {unit.Target.Segment.Text}";

    private static List<TranslationUnit> One(Aligned<TranslationUnit> entry, MergeOptions options, Action<MergeConflict> tell)
    {
        var (o, m, t) = entry;
        if (m is null || t is null)
        {
            if ((m ?? t) is not { } only || (o is not null && Whole(o) == Whole(only)))
            {
                return [];
            }

            return o is null ? [only] : Deleted(o, only, m is not null, options, tell);
        }

        var (wo, wm, wt) = (o is null ? null : Whole(o), Whole(m), Whole(t));
        if (wm == wt || wt == wo)
        {
            return [m];
        }

        if (wm == wo)
        {
            return [t];
        }

        // The same texts with other dates or names are one unit: the better checked, else the later one, stands, with what only the other one says.
        if (Texts(m) == Texts(t))
        {
            var better = Better(m, t);
            return [UnitUnion.Of(o, better, ReferenceEquals(better, m) ? t : m)];
        }

        var winner = options.Policy switch
        {
            MergePolicy.Ask => "open",
            MergePolicy.Mine => "mine",
            MergePolicy.Theirs => "theirs",
            MergePolicy.Evidence when UnitPreference.Rank(m.Status).CompareTo(UnitPreference.Rank(t.Status)) is not 0 and var order => order > 0 ? "mine" : "theirs",
            _ => (UnitPreference.Date(m) ?? DateTimeOffset.MinValue) >= (UnitPreference.Date(t) ?? DateTimeOffset.MinValue) ? "mine" : "theirs",
        };
        tell(new MergeConflict("translation", m.Id, m.Source.Segment.Text, "", o is null ? "" : Label(o), Label(m), Label(t), winner));
        return winner switch
        {
            "open" => [Mark(m, "mine"), Mark(t, "theirs")],
            "mine" => [m],
            _ => [t],
        };
    }

    private static List<TranslationUnit> Deleted(TranslationUnit origin, TranslationUnit only, bool isMine, MergeOptions options, Action<MergeConflict> tell)
    {
        var (stays, gone) = isMine ? ("mine", "theirs") : ("theirs", "mine");
        var winner = options.Policy switch
        {
            MergePolicy.Ask => "open",
            MergePolicy.Mine => "mine",
            MergePolicy.Theirs => "theirs",
            _ => stays,
        };
        tell(new MergeConflict(
            "deleted", only.Id, only.Source.Segment.Text, "", Label(origin), isMine ? Label(only) : "deleted", isMine ? "deleted" : Label(only), winner));
        return winner == gone ? [] : [winner == "open" ? Mark(only, $"{stays} (deleted by {gone})") : only];
    }

    private static TranslationUnit Better(TranslationUnit a, TranslationUnit b)
    {
        var order = UnitPreference.Rank(a.Status).CompareTo(UnitPreference.Rank(b.Status));
        order = order != 0 ? order : Nullable.Compare(UnitPreference.Date(a), UnitPreference.Date(b));
        order = order != 0 ? order : string.CompareOrdinal(Whole(a), Whole(b));
        return order >= 0 ? a : b;
    }

    private static TranslationUnit Mark(TranslationUnit unit, string side) =>
        unit with { Properties = unit.Properties.RemoveAll(static p => p.Type == ConflictProperty).Add(new UnitProperty(ConflictProperty, side)) };

    private static void Tell(List<MergeChange> changes, bool hasOrigin, Aligned<TranslationUnit> entry)
    {
        if (hasOrigin)
        {
            Tell("mine", entry.Base, entry.Mine);
            Tell("theirs", entry.Base, entry.Theirs);
        }
        else if (entry.Theirs is not null)
        {
            Tell("theirs", entry.Mine, entry.Theirs);
        }

        void Tell(string side, TranslationUnit? before, TranslationUnit? after)
        {
            if (before is null && after is not null)
            {
                changes.Add(new MergeChange(side, "added", after.Id, Label(after)));
            }
            else if (before is not null && after is null)
            {
                changes.Add(new MergeChange(side, "removed", before.Id, Label(before)));
            }
            else if (before is not null && after is not null && Whole(before) != Whole(after))
            {
                var text = Texts(before) != Texts(after);
                changes.Add(new MergeChange(
                    side, "changed", after.Id, Label(after), text ? "text" : "properties", text ? Label(before) : "", text ? Label(after) : ""));
            }
        }
    }

    private static IEnumerable<MergeDuplicate> Duplicates(List<TranslationUnit> units)
    {
        foreach (var group in units.GroupBy(static u => Key(u.Source), StringComparer.Ordinal).Where(static g => g.Skip(1).Any()))
        {
            var first = group.First();
            foreach (var other in group.Skip(1))
            {
                var kind = Texts(first) == Texts(other) ? "exact" : Key(first.Target) == Key(other.Target) ? "near" : "same-source";
                yield return new MergeDuplicate(kind, Label(first), Label(other));
            }
        }
    }

    private static string Text(UnitSide side) => side.Segment.Text;

    private static string Key(UnitSide side) => Normalizer.Key(side.Segment.Text);

    // With the inline codes: a translation that lost one is another translation.
    private static string Texts(TranslationUnit unit) => Join(Codes(unit.Zh), Codes(unit.En));

    private static string Codes(UnitSide side) => Join([side.Language, side.Segment.Text, .. side.Segment.Codes.Select(static c => Join($"{c.Position}", c.Element, c.Content))]);

    private static string Whole(TranslationUnit u)
    {
        var text = new StringBuilder(Texts(u));
        string[] cells =
        [
            u.Id, u.ZhIsSource ? "zh" : "en", Round(u.Created), u.CreatedBy, Round(u.Changed), u.ChangedBy, u.Document, u.Url, u.Domain, u.Client, u.Licence,
            u.Confidential ? "1" : "", u.Origin.ToString(), u.Status.ToString(), u.Score?.ToString("R", CultureInfo.InvariantCulture) ?? "", u.Previous, u.Next,
        ];
        text.Append('\u001e').AppendJoin('\u001f', cells);
        foreach (var p in u.Properties.Concat(u.Zh.Properties).Concat(u.En.Properties))
        {
            text.Append('\u001e').Append(p.Type).Append('\u001f').Append(p.Value).Append('\u001f').Append(p.Language);
        }

        foreach (var (name, value) in u.Attributes.Concat(u.Zh.Attributes).Concat(u.En.Attributes))
        {
            text.Append('\u001e').Append(name).Append('=').Append(value);
        }

        text.Append('\u001e').AppendJoin('\u001f', u.Foreign.Concat(u.Zh.Foreign).Concat(u.En.Foreign));
        foreach (var side in u.Others)
        {
            text.Append('\u001e').Append(Codes(side));
        }

        return text.ToString();
    }

    private static string Round(DateTimeOffset? date) => date?.UtcDateTime.ToString("yyyyMMddTHHmmss", CultureInfo.InvariantCulture) ?? "";

    private static string Join(params IEnumerable<string> parts) => string.Join('\u001f', parts);
}
