using System.Collections.Immutable;
using Termbase.Linting;
using Termbase.Model;

namespace Termbase.Tests.Linting;

/// <summary>Lines <c>zh TAB en</c> with marks: <c>[|…|]</c> stands around what a finding must cover, on either side.</summary>
internal sealed record BitextSample(ImmutableArray<LintUnit> Units, ImmutableArray<string> Marks)
{
    private const string Path = "sample.tsv";

    public static BitextSample Parse(string marked)
    {
        var units = ImmutableArray.CreateBuilder<LintUnit>();
        var marks = ImmutableArray.CreateBuilder<string>();
        foreach (var line in marked.Split('\n'))
        {
            var number = units.Count + 1;
            var cells = line.Split('\t');
            var (zh, inZh) = Sample.Strip(cells[0]);
            var (en, inEn) = Sample.Strip(cells[1]);
            marks.AddRange(inZh.Select(span => Shown(number, "source", span, zh)).Concat(inEn.Select(span => Shown(number, "target", span, en))));
            units.Add(Unit(zh, en, number));
        }

        return new BitextSample(units.ToImmutable(), marks.ToImmutable());
    }

    public static LintUnit Unit(string zh, string en, int number = 1)
    {
        var place = SourceLocation.AtLine(Path, number);
        return new LintUnit(
            new TranslationUnit
            {
                Zh = new UnitSide { Language = "zh-CN", Segment = Segment.Plain(zh), Location = place },
                En = new UnitSide { Language = "en-US", Segment = Segment.Plain(en), Location = place },
                Number = number,
                Location = place,
            },
            Path);
    }

    public IEnumerable<string> Covered(IEnumerable<Finding> findings) => findings.Select(f =>
        Shown(f.Location.Line, f.Side, f.InSegment ?? default, f.Side == "source" ? f.UnitSource : f.UnitTarget));

    private static string Shown(int unit, string side, TextSpan span, string text) =>
        FormattableString.Invariant($"{unit} {side} {span.Start} {span.Of(text)}");
}
