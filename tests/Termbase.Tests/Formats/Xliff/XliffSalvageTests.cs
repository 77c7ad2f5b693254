using System.Text;
using Termbase.Formats;
using Termbase.Formats.Xliff;

namespace Termbase.Tests.Formats.Xliff;

/// <summary>One broken tag costs one unit: when a file is read, and when it is repaired.</summary>
public sealed class XliffSalvageTests
{
    private const string Head = "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n<file original=\"a\" source-language=\"zh-CN\" target-language=\"en\" datatype=\"plaintext\"><body>\n";
    private const string End = "</body></file></xliff>\n";

    private static string One => Unit("1", "一", "one");

    private static string Three => Unit("3", "三", "three");

    [Theory]
    [InlineData("<trans-unit id=\"2\"><source>二<g id=\"1\">甲</source><target>two</target></trans-unit>\n", "1 3", "unit 2, line 4: not well-formed XML: The 'g' start tag on line 4 position")]
    [InlineData("<trans-unit id=\"2\"><source>二</sorce><target>two</target></trans-unit>\n", "1 3", "unit 2, line 4: not well-formed XML: The 'source' start tag on line 4 position")]
    [InlineData("<trans-unit id=\"2\"><source>二</source><target>two</target>\n", "1 2 3", "unit 2, line 4: the unit has no end; </trans-unit> is added")]
    [InlineData("<trans-unit id=\"2\"><source>二</source><target>two</trans-unit>\n", "1 3", "unit 2, line 4: not well-formed XML: The 'target' start tag on line 4 position")]
    [InlineData("<group>\n", "1 3", "unit , line 6: </group> is missing before </body>; added")]
    [InlineData("</group>\n", "1 3", "unit , line 4: </group> closes nothing; taken out")]
    [InlineData("<group>\n</gruop>\n", "1 3", "unit , line 5: </gruop> closes nothing; </group> is written")]
    [InlineData("<!-- <trans-unit id=\"9\"> --><trans-unit id=\"2\"><note><![CDATA[</trans-unit>]]></note><source>二</x></trans-unit>\n", "1 3", "unit 2, line 4: not well-formed XML")]
    public void A_broken_unit_costs_itself_only(string broken, string ids, string told)
    {
        var log = new ReadLog();
        var text = Head + One + broken + Three + End;
        var units = XliffReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "t.xlf", log).Select(static s => s.Id).ToList();

        Assert.Equal(ids, string.Join(' ', units));
        var problem = Assert.Single(log.Problems);
        Assert.StartsWith(told, $"unit {problem.Unit}, line {problem.Location.Line}: {problem.Message}", StringComparison.Ordinal);
        Assert.Equal((units.Count, ids.Contains('2', StringComparison.Ordinal) || problem.Unit.Length == 0 ? 0 : 1), ((int)log.Kept, (int)log.Refused));
        var repaired = Repair(text, out var repairs);
        Assert.Equal(ids, string.Join(' ', XliffReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(repaired)), "t.xlf", new ReadLog()).Select(static s => s.Id)));
        Assert.DoesNotContain(XliffChecker.Check(new MemoryStream(Encoding.UTF8.GetBytes(repaired)), "t.xlf"), static p => p.Outcome == ProblemOutcome.Refused);
        Assert.StartsWith(told, $"unit {repairs.Problems[0].Unit}, line {repairs.Problems[0].Location.Line}: {repairs.Problems[0].Message}", StringComparison.Ordinal);
    }

    [Fact]
    public void Many_broken_units_are_named_one_by_one()
    {
        var text = new StringBuilder(Head);
        for (var i = 0; i < 600; i++)
        {
            text.Append(i % 2 == 0 ? Unit($"u{i}", "好", "good") : $"<trans-unit id=\"u{i}\"><source>坏</sauce></trans-unit>\n");
        }

        var log = new ReadLog();
        Assert.Equal(300, XliffReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text + End)), "t.xlf", log).Count());
        Assert.Equal(Enumerable.Range(0, 300).Select(static i => ($"u{(2 * i) + 1}", (2 * i) + 4)), log.Problems.Select(static p => (p.Unit, p.Location.Line)));
        Assert.Equal(300, XliffReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(Repair(text + End, out _))), "t.xlf", new ReadLog()).Count());
    }

    [Fact]
    public void A_file_that_breaks_off_is_told_once_as_cut_off()
    {
        var log = new ReadLog();
        Assert.Single(XliffReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(Head + One + "<trans-unit id=\"2\"><source>二</sou")), "t.xlf", log));
        Assert.Contains(XmlFault.CutOff, Assert.Single(log.Problems).Message, StringComparison.Ordinal);
    }

    private static string Unit(string id, string source, string target) => $"<trans-unit id=\"{id}\"><source>{source}</source><target>{target}</target></trans-unit>\n";

    private static string Repair(string text, out ReadLog log)
    {
        using var output = new MemoryStream();
        log = new ReadLog();
        XliffRepairer.Repair(new MemoryStream(Encoding.UTF8.GetBytes(text)), output, "t.xlf", log);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
