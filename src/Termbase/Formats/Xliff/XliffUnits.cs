using System.Collections.Immutable;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Formats.Xliff;

/// <summary>Turns segments into the model's units. Holds the last language pair, since a file rarely has two. Not thread-safe.</summary>
internal sealed class XliffUnits
{
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
    internal Direction Of(XliffSegment segment) => PairOf(segment).Direction;

    internal TranslationUnit ToUnit(XliffSegment segment, int number, string previous, string next)
    {
        var pair = PairOf(segment);
        var source = new UnitSide { Language = pair.Source, Segment = segment.Source, Location = segment.Location };
        var target = new UnitSide
        {
            Language = pair.Target,
            Segment = segment.Target ?? Segment.Plain(""),
            Location = segment.TargetLocation,
        };
        var isZh = pair.Direction == Direction.ZhToEn;
        return new TranslationUnit
        {
            Id = segment.Id,
            Zh = isZh ? source : target,
            En = isZh ? target : source,
            ZhIsSource = isZh,
            Changed = segment.Changed,
            ChangedBy = segment.ChangedBy,
            Document = segment.File,
            Origin = segment.Origin,
            Status = segment.Status,
            Previous = previous,
            Next = next,
            Properties = Properties(segment),
            Number = number,
            Location = segment.Location,
        };
    }

    private ImmutableArray<UnitProperty> Properties(XliffSegment segment)
    {
        if (segment.Notes.IsEmpty)
        {
            if (segment.State.Length > 0 && !ReferenceEquals(_state, segment.State))
            {
                (_state, _ofState) = (segment.State, [new UnitProperty("x-state", segment.State)]);
            }

            return segment.State.Length == 0 ? [] : _ofState;
        }

        var properties = ImmutableArray.CreateBuilder<UnitProperty>();
        foreach (var note in segment.Notes)
        {
            properties.Add(new UnitProperty("", note));
        }

        if (segment.State.Length > 0)
        {
            properties.Add(new UnitProperty("x-state", segment.State));
        }

        return properties.DrainToImmutable();
    }

    private Pair PairOf(XliffSegment segment)
    {
        if (!ReferenceEquals(_source, segment.SourceLanguage) || !ReferenceEquals(_target, segment.TargetLanguage))
        {
            (_source, _target) = (segment.SourceLanguage, segment.TargetLanguage);
            _pair = Make(_source, _target);
        }

        return _pair.Direction == Direction.Other && _target is "" ? Guess(segment) : _pair;
    }

    private static Pair Make(string source, string target)
    {
        var (from, to) = (Tag(source), Tag(target));
        var direction = from.IsChinese && to.IsEnglish ? Direction.ZhToEn
            : from.IsEnglish && to.IsChinese ? Direction.EnToZh
            : Direction.Other;
        return new Pair(from.ToString(), to.ToString(), direction);
    }

    private Pair Guess(XliffSegment segment)
    {
        var from = Tag(segment.SourceLanguage);
        var hasHan = ScriptTest.HasHan(segment.Target?.Text ?? "");
        var isOther = segment.Target is { Text.Length: > 0 } && from.IsChinese == hasHan;
        return isOther || !(from.IsChinese || from.IsEnglish)
            ? _pair
            : new Pair(from.ToString(), from.IsChinese ? "en" : "zh", from.IsChinese ? Direction.ZhToEn : Direction.EnToZh);
    }

    private static LanguageTag Tag(string language) => LanguageTag.TryParse(language, out var tag) ? tag : default;

    private readonly record struct Pair(string Source, string Target, Direction Direction);
}
