using Termbase.Formats;
using Termbase.Formats.Doctoring;
using Termbase.Formats.Tbx;
using Termbase.Formats.Tmx;
using Termbase.Model;

namespace Termbase.Tests.Formats;

public sealed class ExportProfileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("termbase-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(Importer.OmegaT)]
    [InlineData(Importer.Trados)]
    [InlineData(Importer.MemoQ)]
    [InlineData(Importer.Weblate)]
    [InlineData(Importer.Okapi)]
    public void What_is_exported_for_a_tool_its_doctor_finds_sound(Importer tool)
    {
        var bold = new InlineCode(0, InlineKind.Begin, "bpt", "<b>", [new("i", "1")]);
        TranslationUnit[] units =
        [
            TmxWriterTests.Unit("好", "good") with { Id = "a", Properties = [new UnitProperty("file", "a.docx"), new UnitProperty("x-file", "b")], Previous = "前" },
            TmxWriterTests.Unit("好的", "good") with { Id = "b", Zh = new UnitSide { Language = "zh", Segment = new Segment("好的", [bold]) } },
            TmxWriterTests.Unit("123", "123") with { Id = "c" },
            TmxWriterTests.Unit(new string('长', 9000), "long") with { Id = "d" },
        ];
        var concept = new Concept
        {
            Id = "c1",
            Renderings =
            [
                new Rendering { Concept = "c1", Zh = "社会资本", En = "private capital", Status = TermStatus.Preferred, By = "li" },
                new Rendering { Concept = "c1", Zh = "社会资本", En = "social capital", Status = TermStatus.Deprecated, By = "li" },
            ],
        };
        var profile = ExportProfile.For(tool);
        var told = new List<string>();
        string tmx = Path.Combine(_folder, "m.tmx"), tbx = Path.Combine(_folder, "t.tbx");
        AtomicFile.Write(tmx, stream => new TmxFormat().Write(stream, profile.Apply(units, (unit, why) => told.Add(unit.Id + ": " + why)), new UnitWriteOptions { OnProblem = (unit, why) => told.Add(unit.Id + ": " + why) }));
        AtomicFile.Write(tbx, stream => new TbxFormat(profile.Tbx).Write(stream, profile.Apply([concept], includeProposed: false), new TermWriteOptions()));

        foreach (var path in (string[])[tmx, tbx])
        {
            var report = new DoctorReport(path);
            DoctorCatalog.ForPath(path)!.Examine(path, tool, report);
            Assert.False(report.HasErrors, string.Join("; ", report.Problems));
        }

        // Whatever was changed or left out for the tool is told by unit.
        var kept = new TmxFormat().Read(File.OpenRead(tmx), tmx, new ReadLog()).Select(static u => u.Id).ToList();
        Assert.All(units.Where(u => !kept.Contains(u.Id)), u => Assert.Contains(told, line => line.StartsWith(u.Id + ": left out", StringComparison.Ordinal)));
        Assert.Equal(tool == Importer.Trados ? ["a", "b"] : ["a", "b", "c", "d"], kept);
    }
}
