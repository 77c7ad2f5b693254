using Termbase.Formats;
using Termbase.Model;

namespace Termbase.Cli.Tests;

/// <summary>Files as translation tools write them (made for these tests, in each tool's habits): what a user gets when they are converted.</summary>
public class WildInputTests
{
    [Theory]
    [InlineData("memoq.tmx", 1, "港口夜间不停靠渡轮。", "Ferries do not call at the port at night.")]
    [InlineData("trados.tmx", 1, "第条 泊位收费标准", "Article  Fees for berths")]
    [InlineData("phrase.mxliff", 1, "码头{1>关闭<1}。", "The pier is {1>closed<1}.")]
    [InlineData("crowdin.xliff", 2, "打开闸门", "Open the gate")]
    [InlineData("xcode.xliff", 3, "%lld 张船票", "%lld tickets")]
    [InlineData("angular.xlf", 2, "，欢迎登船！", "Welcome aboard !")]
    [InlineData("drupal.xlf", 2, "码头 & 航线", "Piers & routes")]
    [InlineData("memoq.mqxliff", 3, "泊位收费。", "Fees for berths.")]
    [InlineData("revision.sdlxliff", 1, "渡轮夜间停航。", "Ferries stop at night.")]
    [InlineData("poedit.po", 4, "%d 名乘客", "%d passengers")]
    [InlineData("domains.po", 2, "码头", "pier")]
    public void A_memory_has_its_units(string name, int count, string zh, string en)
    {
        using var cli = new CliRun();
        var units = Units(cli, name);
        Assert.Equal((count, zh, en), (units.Count, units[0].Zh.Segment.Text, units[0].En.Segment.Text));
    }

    [Theory]
    [InlineData("excel.txt", "泊位=berth:proposed 引航,员=pilot:proposed")]
    [InlineData("semicolon.csv", "泊位=berth:preferred 潮汐=tide; tidal:deprecated")]
    [InlineData("lokalise.csv", "泊位=berth:proposed 系泊=mooring:forbidden")]
    [InlineData("crowdin.csv", "泊位=berth:preferred 泊位=parking place:deprecated")]
    [InlineData("glossaryconverter.csv", "泊位=berth:preferred 泊位=mooring place:admitted")]
    [InlineData("gbk.csv", "泊位=berth:proposed 潮汐表=tide table:proposed 轮渡码头=ferry pier:proposed")]
    [InlineData("iate.tbx", "泊位=berth:preferred")]
    [InlineData("phrase.tbx", "泊位=berth:preferred 泊位=parking place:forbidden")]
    public void A_termbase_has_its_renderings_with_their_status(string name, string renderings)
    {
        using var cli = new CliRun();
        Assert.Equal(renderings, string.Join(' ', Terms(cli, name).Select(static r => $"{r.Zh}={r.En}:{r.StatusAsWritten ?? r.Status.ToString().ToLowerInvariant()}")));
    }

    [Fact]
    public void Who_changed_a_unit_and_how_far_it_is_comes_along()
    {
        using var cli = new CliRun();
        var phrase = Units(cli, "phrase.mxliff")[0];
        Assert.Equal(("liu", new DateTimeOffset(2024, 3, 11, 7, 1, 40, TimeSpan.Zero)), (phrase.ChangedBy, phrase.Changed));
        var memoq = Units(cli, "memoq.mqxliff");
        Assert.Equal([UnitStatus.Unknown, UnitStatus.Draft, UnitStatus.Draft], memoq.Select(static u => u.Status));
        Assert.Equal("wang", memoq[0].ChangedBy);
        Assert.Equal(UnitStatus.Published, Units(cli, "crowdin.xliff")[0].Status);
    }

    [Fact]
    public void A_placeholder_of_a_program_is_seen_in_the_memory()
    {
        using var cli = new CliRun();
        Assert.Equal(["<strong>", "{{name}}", "</strong>"], Units(cli, "angular.xlf")[0].Zh.Segment.Codes.Select(static c => c.Content));
    }

    [Fact]
    public void The_domain_of_an_entry_tells_two_of_one_text_apart()
    {
        using var cli = new CliRun();
        Assert.Equal(["ferry", "ticket"], Units(cli, "domains.po").Select(static u => u.Properties.Single(static p => p.Type == "x-po-domain").Value));
    }

    [Fact]
    public void Columns_beside_the_terms_are_kept()
    {
        using var cli = new CliRun();
        var row = Terms(cli, "semicolon.csv")[0];
        Assert.Equal("Hafen", row.Extra["Kunde"]);
        var phrase = Terms(cli, "phrase.tbx")[0];
        Assert.Equal(("port", "liu", "2024-03-11", "from the board"), (phrase.Domain, phrase.By, phrase.Date, phrase.Note));
        Assert.Equal(("3", "2"), (Terms(cli, "iate.tbx")[0].Extra["en_reliabilityCode"], Terms(cli, "iate.tbx")[0].Extra["zh_reliabilityCode"]));
    }

    [Theory]
    [InlineData("multiterm.xml", "is MultiTerm XML")]
    [InlineData("wordfast.txt", "is a Wordfast memory")]
    public void What_is_not_read_is_called_by_its_name(string name, string said)
    {
        using var cli = new CliRun();
        Assert.Equal(CliApp.BadInput, cli.Run("convert", Path(name), "out.tmx", "-w", cli.Folder));
        Assert.Contains(said, cli.Error, StringComparison.Ordinal);
        Assert.Equal(CliApp.BadInput, cli.Run("doctor", Path(name)));
        Assert.Contains(said, cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Lint_and_doctor_go_through_all_of_them()
    {
        using var cli = new CliRun();
        foreach (var path in Directory.EnumerateFiles(Path("")).Where(static p => !p.EndsWith("multiterm.xml", StringComparison.Ordinal) && !p.EndsWith("wordfast.txt", StringComparison.Ordinal)))
        {
            Assert.InRange(cli.Run("doctor", path), CliApp.Fine, CliApp.Findings);
            if (FormatCatalog.ForPath(path) is not null)
            {
                Assert.InRange(cli.Run("lint", path, "-w", cli.Folder), CliApp.Fine, CliApp.Findings);
            }
        }
    }

    private static string Path(string name) => System.IO.Path.Combine(SharedFolder.Repository, "tests", "data", "wild", name);

    private static List<TranslationUnit> Units(CliRun cli, string name)
    {
        Assert.Equal(CliApp.Fine, cli.Run("convert", Path(name), "out.tmx", "-w", cli.Folder));
        return [.. FormatCatalog.ReadUnits(System.IO.Path.Combine(cli.Folder, "out.tmx"), new ReadLog())];
    }

    private static List<Model.Rendering> Terms(CliRun cli, string name)
    {
        Assert.Equal(CliApp.Fine, cli.Run("convert", Path(name), "out.csv", "-w", cli.Folder));
        using var stream = File.OpenRead(System.IO.Path.Combine(cli.Folder, "out.csv"));
        return [.. TermFormats.ByName("csv")!.Read(stream, "out.csv", TermReadOptions.Default, new ReadLog()).SelectMany(static c => c.Renderings)];
    }
}
