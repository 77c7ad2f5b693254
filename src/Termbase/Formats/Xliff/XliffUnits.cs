using System.Collections.Immutable;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Formats.Xliff;

/// <summary>Turns segments into the model's units. Holds the last language pair, since a file rarely has two. Not thread-safe.</summary>
internal sealed class XliffUnits(string path)
{
    private static readonly Segment Empty = Segment.Plain("");

    private string? _source, _target;
    private Pair _pair;
    private string? _state;
    private ImmutableArray<UnitProperty> _ofState;

    internal enum Direction
    {
        Other,
        ZhToEn,
        EnToZh,
    }

    /// <summary>Which way a segment is translated, if between Chinese and English. A target language that is not said is told from the text.</summary>
    internal Direction Of(UnitDraft unit, PartDraft part) => PairOf(unit, part).Direction;

    internal TranslationUnit ToUnit(UnitDraft unit, PartDraft part, int number, string previous, string next)
    {
        var pair = PairOf(unit, part);
        var location = XliffReader.At(path, part.Source!);
        var source = new UnitSide { Language = pair.Source, Segment = part.Source!.Segment, Location = location };
        var target = new UnitSide
        {
            Language = pair.Target,
            Segment = part.Target?.Segment ?? Empty,
            Location = part.Target is null ? location : XliffReader.At(path, part.Target),
        };
        var isZh = pair.Direction == Direction.ZhToEn;
        return new TranslationUnit
        {
            Id = XliffReader.IdOf(unit, part),
            Zh = isZh ? source : target,
            En = isZh ? target : source,
            ZhIsSource = isZh,
            Changed = unit.Changed,
            ChangedBy = unit.ChangedBy,
            Document = unit.File,
            Origin = part.Origin,
            Status = XliffStates.Read(part.State, unit.Approved),
            Previous = previous,
            Next = next,
            Properties = Properties(unit, part.State),
            Number = number,
            Location = location,
        };
    }

    private ImmutableArray<UnitProperty> Properties(UnitDraft unit, string state)
    {
        if (unit.Notes is null)
        {
            if (state.Length > 0 && !ReferenceEquals(_state, state))
            {
                (_state, _ofState) = (state, [new UnitProperty("x-state", state)]);
            }

            return state.Length == 0 ? [] : _ofState;
        }

        var properties = ImmutableArray.CreateBuilder<UnitProperty>(unit.Notes.Count + 1);
        foreach (var note in unit.Notes)
        {
            properties.Add(new UnitProperty("", note));
        }

        if (state.Length > 0)
        {
            properties.Add(new UnitProperty("x-state", state));
        }

        return properties.DrainToImmutable();
    }

    private Pair PairOf(UnitDraft unit, PartDraft part)
    {
        if (!ReferenceEquals(_source, unit.SourceLanguage) || !ReferenceEquals(_target, unit.TargetLanguage))
        {
            (_source, _target) = (unit.SourceLanguage, unit.TargetLanguage);
            _pair = Make(_source, _target);
        }

        return _pair.Direction == Direction.Other && _target is "" ? Guess(part) : _pair;
    }

    private static Pair Make(string source, string target)
    {
        var (from, to) = (Tag(source), Tag(target));
        var direction = from.IsChinese && to.IsEnglish ? Direction.ZhToEn
            : from.IsEnglish && to.IsChinese ? Direction.EnToZh
            : Direction.Other;
        return new Pair(from.ToString(), to.ToString(), direction);
    }

    private Pair Guess(PartDraft part)
    {
        var from = Tag(_source!);
        var target = part.Target?.Segment.Text ?? "";
        var isOther = target.Length > 0 && from.IsChinese == Han.Contains(target);
        return isOther || !(from.IsChinese || from.IsEnglish)
            ? _pair
            : new Pair(from.ToString(), from.IsChinese ? "en" : "zh", from.IsChinese ? Direction.ZhToEn : Direction.EnToZh);
    }

    private static LanguageTag Tag(string language) => LanguageTag.TryParse(language, out var tag) ? tag : default;

    private readonly record struct Pair(string Source, string Target, Direction Direction);
}
