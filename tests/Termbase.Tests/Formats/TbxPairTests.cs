using System.Text;
using Termbase.Formats;
using Termbase.Formats.Tbx;
using Termbase.Model;

namespace Termbase.Tests.Formats;

/// <summary>Which terms of a TBX entry become a row together.</summary>
public sealed class TbxPairTests
{
    [Fact]
    public void Terms_side_by_side_become_one_row_each_not_all_combinations()
    {
        var log = new ReadLog();
        var rows = Pairs(Entry("<termSec><term>泊位</term></termSec><termSec><term>锚位</term></termSec>", "<termSec><term>berth</term></termSec><termSec><term>mooring</term></termSec>"), log);

        Assert.Equal(["泊位=berth", "泊位=mooring", "锚位=berth"], rows);
        var told = Assert.Single(log.Problems);
        Assert.Equal(("paired", ProblemOutcome.Noted), (told.Code, told.Outcome));
        Assert.StartsWith("1 entry has several terms in both languages and does not say which belong together", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_form_goes_with_the_short_form_and_the_preferred_term_leads()
    {
        const string Short = "<termNote type='termType'>shortForm</termNote>", Acronym = "<termNote type='termType'>acronym</termNote>";
        const string Preferred = "<termNote type='administrativeStatus'>preferredTerm-admn-sts</termNote>";
        var rows = Pairs(Entry(
            $"<termSec><term>港航委</term>{Short}</termSec><termSec><term>港口航运委员会</term></termSec>",
            $"<termSec><term>PNC</term>{Acronym}</termSec><termSec><term>Port Commission</term></termSec><termSec><term>Port and Navigation Commission</term>{Preferred}</termSec>"));

        Assert.Equal(["港航委=PNC", "港口航运委员会=PNC", "港口航运委员会=Port Commission", "港口航运委员会=Port and Navigation Commission"], rows);
    }

    [Theory]
    [InlineData(TbxDialect.BasicDca)]
    [InlineData(TbxDialect.BasicDct)]
    [InlineData(TbxDialect.Legacy)]
    public void A_table_comes_back_from_tbx_as_it_was(TbxDialect dialect)
    {
        var random = new Random(11);
        for (var round = 0; round < 200; round++)
        {
            var concepts = Enumerable.Range(0, 4).Select(n => Concept(random, FormattableString.Invariant($"c{n}"))).ToList();
            var losses = new LossReport();
            using var tbx = new MemoryStream();
            new TbxFormat(dialect).Write(tbx, concepts, new TermWriteOptions { Losses = losses });
            tbx.Position = 0;
            var log = new ReadLog();
            List<Concept> back = [.. new TbxFormat(dialect).Read(tbx, "t.tbx", TermReadOptions.Default, log)];

            Assert.Empty(losses.Lines());
            Assert.Empty(log.Problems);
            Assert.Equal(Table(concepts), Table(back));
        }
    }

    // What TBX can carry: each term says the same of itself in all its rows; which terms are rows together is free, but none stands alone.
    private static Concept Concept(Random random, string id)
    {
        var zh = Enumerable.Range(0, random.Next(1, 4)).Select(n => (Text: $"词{id}{n}", Type: (TermType)random.Next(0, 4), Region: random.Next(3) == 0 ? "TW" : "")).ToList();
        var en = Enumerable.Range(0, random.Next(1, 4)).Select(n => new Rendering
        {
            Concept = id,
            Zh = "",
            En = $"term {id} {n}",
            EnType = (TermType)random.Next(0, 4),
            Status = (TermStatus)random.Next(0, 2),
            Pos = "noun",
            Domain = id == "c1" ? "port" : "",
            Definition = id == "c2" ? "where ships lie" : "",
            Note = random.Next(3) == 0 ? $"note {n}" : "",
            By = "liu",
            Date = $"2026-01-0{n + 1}",
        }).ToList();
        var pairs = new HashSet<(int, int)>();
        for (var i = 0; i < Math.Max(zh.Count, en.Count); i++)
        {
            pairs.Add((i % zh.Count, random.Next(2) == 0 ? i % en.Count : random.Next(en.Count)));
        }

        foreach (var e in Enumerable.Range(0, en.Count).Where(e => !pairs.Any(p => p.Item2 == e)).ToList())
        {
            pairs.Add((random.Next(zh.Count), e));
        }

        return new Concept { Id = id, Renderings = [.. pairs.Order().Select(p => en[p.Item2] with { Zh = zh[p.Item1].Text, ZhType = zh[p.Item1].Type, Region = zh[p.Item1].Region })] };
    }

    private static List<string> Table(IEnumerable<Concept> concepts)
    {
        using var stream = new MemoryStream();
        FormatCatalog.TermsForPath("t.csv")!.Write(stream, concepts, new TermWriteOptions());
        return [.. Encoding.UTF8.GetString(stream.ToArray()).Split('\n').Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Pairs(string tbx, ReadLog? log = null) =>
        new TbxFormat(TbxDialect.BasicDca).Read(new MemoryStream(Encoding.UTF8.GetBytes(tbx)), "t.tbx", TermReadOptions.Default, log ?? new ReadLog())
            .SelectMany(static c => c.Renderings).Select(static r => $"{r.Zh}={r.En}");

    private static string Entry(string zh, string en) =>
        "<tbx type='TBX-Basic' style='dca' xml:lang='en' xmlns='urn:iso:std:iso:30042:ed-2'><tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body>"
        + $"<conceptEntry id='c1'><langSec xml:lang='zh-CN'>{zh}</langSec><langSec xml:lang='en'>{en}</langSec></conceptEntry></body></text></tbx>";
}
