using Termbase.Formats.Doctoring;

namespace Termbase.Tests.Formats;

public sealed class DoctorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("termbase-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("<tu><tuv xml:lang=\"zh_CN\"><seg>好</seg></tuv><tuv xml:lang=\"en\"><seg>good</seg></tuv></tu>", Importer.OmegaT, "omegat-language")]
    [InlineData("<tu><tuv xml:lang=\"zh-CN\"><seg>好 & 坏</seg></tuv><tuv xml:lang=\"en\"><seg>good</seg></tuv></tu>", Importer.OmegaT, "omegat-refused")]
    [InlineData("<tu><prop type=\"file\">a</prop><tuv xml:lang=\"zh-CN\"><seg>好</seg></tuv><tuv xml:lang=\"en\"><seg>good</seg></tuv></tu>", Importer.OmegaT, "omegat-context")]
    [InlineData("<tu><tuv xml:lang=\"zh-CN\"><seg>好</seg></tuv><tuv xml:lang=\"en\"><seg>good</seg></tuv><note>n</note></tu>", Importer.Any, "order")]
    [InlineData("<tu><tuv xml:lang=\"zh-CN\"><seg>好</seg></tuv><tuv><seg>good</seg></tuv></tu>", Importer.Okapi, "okapi-language")]
    [InlineData("<tu><tuv xml:lang=\"zh-CN\"><seg>2026</seg></tuv><tuv xml:lang=\"en-US\"><seg>2026</seg></tuv></tu>", Importer.Trados, "trados-no-text")]
    [InlineData("<tu><tuv xml:lang=\"zh-CN\"><seg><bpt i=\"1\"/>好<ept i=\"1\"/>好<bpt i=\"1\"/>好<ept i=\"1\"/></seg></tuv><tuv xml:lang=\"en-US\"><seg>good</seg></tuv></tu>", Importer.Trados, "trados-duplicate-code")]
    [InlineData("<tu><tuv xml:lang=\"zh-CN\"><seg>好</seg></tuv><tuv xml:lang=\"zh-TW\"><seg>好</seg></tuv><tuv xml:lang=\"en\"><seg>good</seg></tuv></tu>", Importer.Weblate, "weblate-languages")]
    [InlineData("<tu><tuv xml:lang=\"zh-CN\"><seg><bpt i=\"1\"/>好</seg></tuv><tuv xml:lang=\"en\"><seg>good</seg></tuv></tu>", Importer.Any, "unpaired-code")]
    public void What_a_tool_makes_of_a_unit_is_foretold_with_its_line(string unit, Importer importer, string code)
    {
        var report = Examine("m.tmx", Tmx(unit), importer);
        Assert.Contains(report.Problems, p => p.Code == code && p.Line >= 3);
        Assert.True(report.HasErrors);
    }

    [Fact]
    public void Half_a_character_at_the_end_is_not_sound()
    {
        var path = Write("m.tmx", "");
        var bytes = System.Text.Encoding.Unicode.GetBytes(Tmx("<tu><tuv xml:lang=\"zh-CN\"><seg>好</seg></tuv><tuv xml:lang=\"en\"><seg>good</seg></tuv></tu>").Replace("UTF-8", "UTF-16", StringComparison.Ordinal) + "\n");
        File.WriteAllBytes(path, [.. System.Text.Encoding.Unicode.GetPreamble(), .. bytes.AsSpan(0, bytes.Length - 1)]);
        var report = new DoctorReport(path);
        DoctorCatalog.ForPath(path)!.Examine(path, Importer.Any, report);
        Assert.True(report.HasErrors);
    }

    [Fact]
    public void An_id_that_comes_again_is_told_with_its_first_line_and_is_no_fault()
    {
        const string unit = "<tu tuid=\"{0}\"><tuv xml:lang=\"zh-CN\"><seg>好</seg></tuv><tuv xml:lang=\"en-US\"><seg>good</seg></tuv></tu>\n";
        var report = Examine("m.tmx", Tmx(string.Concat(((string[])["a", "b", "a", "", "", "A"]).Select(static id => unit.Replace("{0}", id, StringComparison.Ordinal)))), Importer.Any);
        var problem = Assert.Single(report.Problems);
        Assert.Equal(("duplicate-id", "a", 5, false), (problem.Code, problem.Unit, problem.Line, problem.IsError));
        Assert.Contains("line 3", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.2", "<file original=\"a\" source-language=\"zh-CN\" target-language=\"en\" datatype=\"plaintext\"><body><trans-unit id=\"1\"><source>好</source><target>good</target></trans-unit><trans-unit id=\"1\"><source>坏</source><target>bad</target></trans-unit></body></file>", "duplicate-id")]
    [InlineData("2.0", "<file id=\"f\"><unit id=\"1\"><segment><source>好</source><target>good</target></segment></unit><unit id=\"1\"><segment><source>坏</source><target>bad</target></segment></unit></file>", "duplicate-id")]
    public void Ids_that_must_be_unique_are_a_fault_where_they_are_not(string version, string body, string code)
    {
        var root = version == "1.2" ? "version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"" : "version=\"2.0\" srcLang=\"zh-CN\" trgLang=\"en\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\"";
        Assert.Contains(Examine("a.xlf", $"<xliff {root}>{body}</xliff>", Importer.Any).Problems, p => p.Code == code && p.IsError);
    }

    [Fact]
    public void A_sound_memory_has_no_problem_for_any_tool()
    {
        foreach (var importer in Enum.GetValues<Importer>())
        {
            var report = Examine("m.tmx", Tmx("<tu tuid=\"1\"><prop type=\"x-domain\">a</prop><tuv xml:lang=\"zh-CN\"><seg>好</seg></tuv><tuv xml:lang=\"en-US\"><seg>good</seg></tuv></tu>"), importer);
            Assert.Empty(report.Problems);
        }
    }

    [Theory]
    [InlineData("<descrip type=\"subjectField\">x</descrip>", "wrong-level")]
    [InlineData("<termNote type=\"administrativeStatus\">preferred</termNote>", "bad-picklist")]
    [InlineData("<termNote type=\"secret\">x</termNote>", "unknown-category")]
    [InlineData("<strange>x</strange>", "unknown-element")]
    [InlineData("<note from=\"me\">x</note>", "unknown-attribute")]
    public void Levels_and_picklists_of_tbx_are_checked(string inTerm, string code)
    {
        var report = Examine("t.tbx", $"""
            <tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body><conceptEntry id="c">
            <langSec xml:lang="zh"><termSec><term>好</term>{inTerm}</termSec></langSec><langSec xml:lang="en"><termSec><term>good</term></termSec></langSec>
            </conceptEntry></body></text></tbx>
            """, Importer.Any);
        Assert.Equal(code, Assert.Single(report.Problems).Code);
    }

    [Fact]
    public void A_repaired_memory_is_sound()
    {
        var path = Write("m.tmx", Tmx("<tu><tuv xml:lang=\"zh_CN\"><seg>A & B 好<bpt i='1'/></seg></tuv><tuv xml:lang=\"en\"><seg>good</seg></tuv><note>late</note></tu>").Replace("creationtool=\"t\"", "", StringComparison.Ordinal));
        var sound = Path.Combine(_folder, "sound.tmx");
        using (var stream = File.Create(sound))
        {
            Assert.Equal(1, new TmxDoctor().Repair(path, stream, new Termbase.Formats.ReadLog()));
        }

        var report = new DoctorReport(sound);
        new TmxDoctor().Examine(sound, Importer.OmegaT, report);
        Assert.False(report.HasErrors, string.Join("; ", report.Problems));
    }

    [Fact]
    public void What_a_repair_leaves_out_of_a_unit_is_listed()
    {
        var path = Write("m.tmx", Tmx("<tu odd=\"1\" creationdate=\"2020-01-02\"><odd>x</odd><tuv xml:lang=\"zh-CN\"><seg>好</seg></tuv><tuv xml:lang=\"en-US\" even=\"2\"><seg>good</seg></tuv></tu>"));
        var sound = Path.Combine(_folder, "sound.tmx");
        var log = new Termbase.Formats.ReadLog();
        using (var stream = File.Create(sound))
        {
            new TmxDoctor().Repair(path, stream, log);
        }

        var report = new DoctorReport(sound);
        new TmxDoctor().Examine(sound, Importer.OmegaT, report);
        Assert.Empty(report.Problems);
        var left = Assert.Single(log.Problems, static p => p.Code == DoctorReport.LeftOut);
        Assert.Equal(3, left.Location.Line);
        foreach (var piece in (string[])["odd=\"1\"", "creationdate=\"2020-01-02\"", "<odd>x</odd>", "even=\"2\""])
        {
            Assert.Contains(piece, left.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_repaired_termbase_has_an_id_on_each_entry_and_no_strange_element()
    {
        const string Entry = "<conceptEntry id=\"c\"><odd>kept</odd><langSec xml:lang=\"zh\"><termSec><term>好<odd>的</odd></term></termSec></langSec><langSec xml:lang=\"en\"><termSec><term>good</term></termSec></langSec></conceptEntry>";
        var path = Write("t.tbx", $"<tbx type=\"TBX-Basic\" style=\"dca\" xml:lang=\"en\" xmlns=\"urn:iso:std:iso:30042:ed-2\"><text><body>{Entry}{Entry}{Entry.Replace("\"c\"", "\"1 2\"", StringComparison.Ordinal)}</body></text></tbx>");
        var sound = Path.Combine(_folder, "sound.tbx");
        using (var stream = File.Create(sound))
        {
            Assert.Equal(3, new TbxDoctor().Repair(path, stream, new Termbase.Formats.ReadLog()));
        }

        var report = new DoctorReport(sound);
        new TbxDoctor().Examine(sound, Importer.Any, report);
        Assert.Empty(report.Problems);
        var text = File.ReadAllText(sound);
        Assert.Contains("<note>odd: kept</note>", text, StringComparison.Ordinal);
        Assert.Contains("<term>好的</term>", text, StringComparison.Ordinal);
        Assert.Equal(3, text.Split("<conceptEntry id=").Length - 1);
    }

    [Fact]
    public void An_empty_file_is_no_memory() =>
        Assert.Contains("is empty", Assert.Throws<Termbase.Model.InputException>(() => Examine("m.tmx", "", Importer.Any)).Message, StringComparison.Ordinal);

    private static string Tmx(string unit) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="zh-CN" datatype="plaintext"/><body>
        {unit}
        </body></tmx>
        """;

    private DoctorReport Examine(string name, string text, Importer importer)
    {
        var path = Write(name, text);
        var report = new DoctorReport(path);
        DoctorCatalog.ForPath(path)!.Examine(path, importer, report);
        return report;
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
