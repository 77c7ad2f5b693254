using Termbase.Formats;
using Termbase.Formats.OmegaT;
using Termbase.Model;

namespace Termbase.Tests.Formats;

public sealed class OmegaTFolderTests
{
    [Fact]
    public void Units_nobody_checked_go_where_they_lose_points_and_none_to_auto()
    {
        static TranslationUnit Unit(string zh, UnitOrigin origin) => new()
        {
            Zh = new UnitSide { Language = "zh-CN", Segment = Segment.Plain(zh) },
            En = new UnitSide { Language = "en-US", Segment = Segment.Plain("x") },
            Origin = origin,
        };
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var counts = OmegaTFolder.Write(folder.FullName, [Unit("人", UnitOrigin.Human), Unit("机", UnitOrigin.Mt)], Glossary.Empty);
            Assert.Equal(new OmegaTFolderCounts(1, 1, 0), counts);
            var penalised = FormatCatalog.ReadUnits(Path.Combine(folder.FullName, "tm", "penalty-30", "termbase.tmx"), new ReadLog());
            Assert.Equal("机", Assert.Single(penalised).Zh.Segment.Text);
            Assert.False(Directory.Exists(Path.Combine(folder.FullName, "tm", "auto")));
        }
        finally
        {
            folder.Delete(true);
        }
    }

    [Fact]
    public void A_real_export_with_codes_reads_whole_and_comes_back_equal()
    {
        var file = Path.Combine(TmxReaderTests.Shared("formats/data/tmx"), "heartsome-translationstudio8__testFiles__ImportTMXTest.tmx");
        var units = FormatCatalog.ReadUnits(file, new ReadLog()).ToList();
        Assert.Equal(314, units.Count);
        using var stream = new MemoryStream();
        FormatCatalog.ByName("tmx")!.Write(stream, units, new UnitWriteOptions());
        var back = TmxReaderTests.ReadBytes(stream.ToArray()).Units;
        Assert.Equal(units.Select(u => u.Zh.Segment.ToDisplay() + u.En.Segment.ToDisplay()), back.Select(u => u.Zh.Segment.ToDisplay() + u.En.Segment.ToDisplay()));
    }
}
