using System.Globalization;
using Termbase.Model;

namespace Termbase.Alignment;

/// <summary>Alignments as translation units. Thread-safe.</summary>
public static class AlignmentUnits
{
    /// <summary>
    /// A unit for each link with a score of at least <paramref name="least"/>: origin aligned, the score rounded down to hundredths, the document,
    /// places, and the Chinese before and after. A link that a person accepted is reviewed.
    /// </summary>
    public static IEnumerable<TranslationUnit> Of(BitextAlignment alignment, double least = 0)
    {
        var name = Path.GetFileName(alignment.Zh.Path);
        var links = alignment.Links.Where(static l => !l.IsGap).ToList();
        for (var i = 0; i < links.Count; i++)
        {
            var link = links[i];
            var (zh, en) = (alignment.ZhText(link), alignment.EnText(link));
            if (link.Score < least || zh.Length == 0 || en.Length == 0)
            {
                continue;
            }

            yield return new TranslationUnit
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"{name}-{i + 1}"),
                Zh = new UnitSide { Language = "zh-CN", Segment = Segment.Plain(zh), Location = alignment.Zh.Sentences[link.ZhStart].Location },
                En = new UnitSide { Language = "en-US", Segment = Segment.Plain(en), Location = alignment.En.Sentences[link.EnStart].Location },
                Document = name,
                Origin = UnitOrigin.Aligned,
                Status = alignment.Reviewed ? UnitStatus.Reviewed : UnitStatus.Draft,
                Score = Math.Floor(link.Score * 100) / 100,
                Previous = link.ZhStart > 0 ? alignment.Zh.Sentences[link.ZhStart - 1].Text : "",
                Next = link.ZhStart + link.ZhCount < alignment.Zh.Sentences.Length ? alignment.Zh.Sentences[link.ZhStart + link.ZhCount].Text : "",
                Number = i + 1,
                Location = alignment.Zh.Sentences[link.ZhStart].Location,
            };
        }
    }
}
