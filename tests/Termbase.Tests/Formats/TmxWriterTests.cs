using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Termbase.Formats;
using Termbase.Formats.Tmx;
using Termbase.Model;

namespace Termbase.Tests.Formats;

public sealed class TmxWriterTests
{
    internal static TranslationUnit Unit(string zh, string en) => new()
    {
        Zh = new UnitSide { Language = "zh-CN", Segment = Segment.Plain(zh) },
        En = new UnitSide { Language = "en-US", Segment = Segment.Plain(en) },
    };

    private static byte[] Write(IEnumerable<TranslationUnit> units, UnitWriteOptions? options = null)
    {
        using var stream = new MemoryStream();
        new TmxFormat().Write(stream, units, options ?? new UnitWriteOptions());
        return stream.ToArray();
    }

    private static TranslationUnit Full() => Unit("社会资本", "social capital") with
    {
        Id = "u1",
        Created = new(2024, 1, 2, 3, 4, 5, TimeSpan.Zero),
        CreatedBy = "a",
        Changed = new(2024, 2, 2, 3, 4, 5, TimeSpan.Zero),
        ChangedBy = "b",
        Document = "d",
        Url = "https://example.org/?a=1&b=2",
        Domain = "tech",
        Client = "c",
        Licence = "CC",
        Confidential = true,
        Origin = UnitOrigin.Aligned,
        Status = UnitStatus.Reviewed,
        Score = 0.123456789,
        Previous = "上 <b> & 句",
        Next = "下句",
        ZhIsSource = false,
        Properties = [new UnitProperty("x-a", "1"), new UnitProperty("", "note", "en")],
        Attributes = [new("usagecount", "2")],
    };

    [Property(MaxTest = 200)]
    public void Hostile_text_comes_back_as_xml_can_hold_it(string? a, string? b)
    {
        var (zh, en) = ("中" + a + "]]>\u202E\uD83D", "x" + b + "<&>\r\n𠀀\u000B");
        var unit = Unit(zh, en) with { Previous = zh, Properties = [new UnitProperty("x-p", en)], Id = "t" + a };
        var (units, _) = TmxReaderTests.ReadBytes(Write([unit]));
        var back = Assert.Single(units);
        Assert.Equal(XmlText.Clean(zh), back.Zh.Segment.Text);
        Assert.Equal(XmlText.Clean(en), back.En.Segment.Text);
        Assert.Equal(XmlText.Clean(zh), back.Previous);
        Assert.Equal(XmlText.Clean(en), Assert.Single(back.Properties).Value);
        Assert.Equal(XmlText.Clean(unit.Id), back.Id);
    }

    [Fact]
    public void A_segment_of_a_million_characters_comes_back()
    {
        var text = string.Concat(Enumerable.Repeat("长]]>&😀", 170_000));
        Assert.Equal(text, Assert.Single(TmxReaderTests.ReadBytes(Write([Unit(text, "x")])).Units).Zh.Segment.Text);
    }

    [Fact]
    public void All_fields_come_back()
    {
        var unit = Full();
        var back = Assert.Single(TmxReaderTests.ReadBytes(Write([unit])).Units);
        Assert.Equal(
            unit with { Zh = back.Zh, En = back.En, Properties = [], Attributes = [], Location = back.Location, Number = 1, Others = back.Others, Foreign = back.Foreign },
            back with { Properties = [], Attributes = [] });
        Assert.Equal(unit.Properties.ToArray(), back.Properties.ToArray());
        Assert.Equal(unit.Attributes.ToArray(), back.Attributes.ToArray());
    }

    [Fact]
    public void Written_twice_gives_the_same_bytes()
    {
        var once = Write([Full(), Unit("中", "x")]);
        var twice = Write(TmxReaderTests.ReadBytes(once).Units);
        Assert.Equal(Encoding.UTF8.GetString(once), Encoding.UTF8.GetString(twice));
    }

    [Fact]
    public void A_unit_without_text_is_skipped_and_told()
    {
        var told = new List<string>();
        var xml = Encoding.UTF8.GetString(Write([Unit("中", "\u0001"), Unit("中", "x")], new UnitWriteOptions { OnProblem = (_, what) => told.Add(what) }));
        Assert.Contains("skipped", Assert.Single(told), StringComparison.Ordinal);
        Assert.Equal(2, xml.Split("<tu>").Length);
    }

    [Fact]
    public void Codes_without_partner_are_written_as_isolated_ones()
    {
        var begin = new InlineCode(0, InlineKind.Begin, "bpt", "<b>", [new("i", "1")]);
        var unit = Unit("中", "x") with { Zh = new UnitSide { Language = "zh", Segment = new Segment("中", [begin]) } };
        Assert.Contains("""<it pos="begin">&lt;b&gt;</it>中""", Encoding.UTF8.GetString(Write([unit])), StringComparison.Ordinal);
    }

    [Fact]
    public void Output_is_valid_by_dtd_and_schema()
    {
        var check = Path.Combine(TmxReaderTests.Shared("formats/checks"), "tmx-check.sh");
        Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") != "true" && !File.Exists("/usr/bin/xmllint"), "xmllint is not installed");
        var file = Path.GetTempFileName();
        try
        {
            var codes = ImmutableArray.Create(
                new InlineCode(0, InlineKind.Begin, "bpt", "<b>", [new("i", "1"), new("x", "1")]), new InlineCode(0, InlineKind.Begin, "bpt", "<b>", [new("i", "1")]),
                new InlineCode(1, InlineKind.End, "ept", "</b>", [new("i", "1")]), new InlineCode(1, InlineKind.Alone, "x", "", [new("id", "1")]));
            File.WriteAllBytes(file, Write([Full(), Unit("坏\u0001\uD800", "bad\uFFFF"), Unit("中", "x") with { En = new UnitSide { Language = "en", Segment = new Segment("xy", codes) } }]));
            using var process = Process.Start(new ProcessStartInfo("sh", [check, file]) { RedirectStandardOutput = true })!;
            var verdict = process.StandardOutput.ReadToEnd();
            Assert.Contains("dtd:valid|xsd:valid", verdict, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
