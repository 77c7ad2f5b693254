using System.Collections.Immutable;
using Termbase.Formats.Doctoring;
using Termbase.Formats.Tbx;
using Termbase.Model;

namespace Termbase.Formats;

/// <summary>What a tool takes best, and what must not reach it. The facts are those of the vendors' import pages. Immutable and thread-safe.</summary>
public sealed record ExportProfile
{
    /// <summary>Characters that a segment may have; 0: any number.</summary>
    public int LongestSegment { get; private init; }

    /// <summary>Whether the tool refuses units whose source holds no letter.</summary>
    public bool WantsLetters { get; private init; }

    /// <summary>Whether inline codes would be read as text.</summary>
    public bool WantsPlainText { get; private init; }

    /// <summary>Whether the tool would suggest terms that must not be used.</summary>
    public bool SuggestsForbidden { get; private init; }

    /// <summary>Types of props that mean something else to the tool than to their author: written as <c>x-…</c>.</summary>
    public ImmutableArray<string> PropsNotMeant { get; private init; } = [];

    /// <summary>Whether of several terms of an entry the tool reads only the first.</summary>
    public bool ReadsOneTerm { get; private init; }

    /// <summary>The TBX that the tool reads.</summary>
    public TbxDialect Tbx { get; private init; }

    /// <summary>The profile of a tool.</summary>
    public static ExportProfile For(Importer tool) => tool switch
    {
        Importer.OmegaT => new() { SuggestsForbidden = true, PropsNotMeant = ["file", "id", "prev", "next", "path"], Tbx = TbxDialect.Legacy },
        Importer.Trados => new() { LongestSegment = 2000, WantsLetters = true },
        Importer.Weblate => new() { WantsPlainText = true, ReadsOneTerm = true, Tbx = TbxDialect.Legacy },
        Importer.Okapi => new() { SuggestsForbidden = true, Tbx = TbxDialect.Legacy },
        _ => new(),
    };

    /// <summary>The units that the tool takes, as it wants them; each that is left out or changed is told.</summary>
    public IEnumerable<TranslationUnit> Apply(IEnumerable<TranslationUnit> units, Action<TranslationUnit, string>? told = null)
    {
        foreach (var given in units)
        {
            var unit = Renamed(given, told);
            var longest = Math.Max(unit.Zh.Segment.Text.Length, unit.En.Segment.Text.Length);
            if (LongestSegment > 0 && longest > LongestSegment)
            {
                told?.Invoke(unit, FormattableString.Invariant($"left out: a segment has {longest} characters, the tool takes {LongestSegment}"));
            }
            else if (WantsLetters && !unit.Source.Segment.Text.Any(char.IsLetter))
            {
                told?.Invoke(unit, "left out: the source holds numbers and signs only");
            }
            else if (WantsPlainText && unit.Zh.Segment.Codes.Length + unit.En.Segment.Codes.Length > 0)
            {
                told?.Invoke(unit, "inline codes left out: the tool would read them as text");
                yield return unit with { Zh = Plain(unit.Zh), En = Plain(unit.En) };
            }
            else
            {
                yield return unit;
            }
        }
    }

    /// <summary>The concepts with the renderings that may be shown in the tool; <paramref name="leftOut"/> hears of each that may not.</summary>
    public IEnumerable<Concept> Apply(IEnumerable<Concept> concepts, bool includeProposed, Action<Rendering, string>? leftOut = null)
    {
        foreach (var concept in concepts)
        {
            var kept = concept.Renderings.RemoveAll(row =>
            {
                var why = !includeProposed && row.Status == TermStatus.Proposed ? "proposed only"
                    : SuggestsForbidden && (!row.IsAcceptable && row.Status != TermStatus.Proposed || row.Check == CheckMode.Ban) ? "must not be used, and the tool would suggest it"
                    : null;
                if (why is not null)
                {
                    leftOut?.Invoke(row, why);
                }

                return why is not null;
            });
            if (ReadsOneTerm && kept.Length > 1)
            {
                for (var i = 0; i < kept.Length; i++)
                {
                    var id = i == 0 ? concept.Id : FormattableString.Invariant($"{concept.Id}-{i + 1}");
                    yield return concept with { Id = id, Renderings = [kept[i] with { Concept = id }] };
                }
            }
            else if (!kept.IsEmpty)
            {
                yield return concept with { Renderings = kept };
            }
        }
    }

    private TranslationUnit Renamed(TranslationUnit unit, Action<TranslationUnit, string>? told)
    {
        if (PropsNotMeant.IsEmpty || !unit.Properties.Any(p => PropsNotMeant.Contains(p.Type)))
        {
            return unit;
        }

        told?.Invoke(unit, $"props {string.Join(", ", unit.Properties.Select(static p => p.Type).Where(t => PropsNotMeant.Contains(t)).Distinct())} written with x- before them: the tool would bind the unit to that context");
        return unit with { Properties = [.. unit.Properties.Select(p => PropsNotMeant.Contains(p.Type) ? p with { Type = "x-" + p.Type } : p)] };
    }

    private static UnitSide Plain(UnitSide side) => side with { Segment = Segment.Plain(side.Segment.Text) };
}
