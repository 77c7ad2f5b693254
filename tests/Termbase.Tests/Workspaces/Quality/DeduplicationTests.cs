using Termbase.Model;
using Termbase.Workspaces.Quality;

namespace Termbase.Tests.Workspaces.Quality;

public sealed class DeduplicationTests
{
    private static readonly DateTimeOffset s_old = new(2019, 5, 1, 0, 0, 0, TimeSpan.Zero);

    private static (Deduplication Found, List<TranslationUnit> Units) Run(params TranslationUnit[] units)
    {
        var found = new Deduplication(() => units);
        found.Count(cancellation: TestContext.Current.CancellationToken);
        return (found, [.. found.Units(cancellation: TestContext.Current.CancellationToken)]);
    }

    private static TranslationUnit Road => Pairs.Unit("公路很长。", "The road is long.", 1);

    private static string Also(TranslationUnit unit) => string.Join(" | ", unit.Properties.Where(static p => p.Type == UnitMerger.AlsoProperty).Select(static p => p.Value));

    [Fact]
    public void Equal_pairs_become_one_and_where_else_they_stood_is_kept()
    {
        var draft = Road with { Status = UnitStatus.Draft, Document = "d1", Created = s_old, CreatedBy = "li", Url = "http://a", Id = "7" };
        var published = Road with { Status = UnitStatus.Published, Document = "d2", Created = s_old.AddYears(1), CreatedBy = "wang" };

        var (found, units) = Run(draft, published, Pairs.Unit("桥", "bridge"));

        Assert.Equal((3, 2, 1, 1), (found.Read, found.Kept, found.Removed, found.Repeated));
        Assert.Equal("d2", units[0].Document);
        Assert.Equal("wang", units[0].CreatedBy);
        Assert.Equal("id=7; document=d1; url=http://a; created=20190501T000000Z; created-by=li; status=draft", Also(units[0]));
    }

    [Fact]
    public void Notes_properties_attributes_and_further_languages_of_all_copies_are_kept()
    {
        var french = new UnitSide { Language = "fr", Segment = Segment.Plain("La route est longue.") };
        var first = Road with { Properties = [new UnitProperty("", "first note"), new UnitProperty("x-a", "1")], Attributes = [new("usagecount", "3")] };
        var second = Road with { Properties = [new UnitProperty("", "second note"), new UnitProperty("x-a", "1")], Attributes = [new("usagecount", "5")], Others = [french] };

        var unit = Assert.Single(Run(first, second).Units);

        Assert.Equal(["first note", "1", "second note"], unit.Properties.Take(3).Select(static p => p.Value));
        Assert.Equal("usagecount=5", Also(unit));
        Assert.Equal("La route est longue.", Assert.Single(unit.Others).Segment.Text);
    }

    [Fact]
    public void A_copy_that_says_nothing_new_leaves_no_trace() => Assert.Empty(Assert.Single(Run(Road, Road, Road).Units).Properties);

    [Fact]
    public void Doing_it_again_changes_nothing()
    {
        var once = Assert.Single(Run(Road with { Document = "a" }, Road with { Document = "b" }, Road with { Document = "c" }).Units);
        var twice = Assert.Single(Run(once).Units);

        Assert.Equal("document=b | document=c", Also(once));
        Assert.Same(once, twice);
    }

    [Fact]
    public void The_published_then_the_human_then_the_newest_stands()
    {
        string Winner(params TranslationUnit[] units) => Assert.Single(Run(units).Units).Document;
        var human = Road with { Document = "human", Origin = UnitOrigin.Human, Created = s_old };
        var mt = Road with { Document = "mt", Origin = UnitOrigin.Mt, Created = s_old.AddYears(9) };

        Assert.Equal("human", Winner(mt, human));
        Assert.Equal("mt", Winner(human, mt with { Status = UnitStatus.Published }));
        Assert.Equal("human", Winner(human, Road with { Document = "aligned", Origin = UnitOrigin.Aligned, Score = 1 }));
        Assert.Equal("new", Winner(human, human with { Document = "new", Changed = s_old.AddYears(1) }));
        Assert.Equal("human", Winner(human, human with { Document = "later" }));
    }

    [Fact]
    public void Width_and_spacing_make_no_difference_but_case_codes_client_and_confidentiality_do()
    {
        var code = new Segment("The road is long.", [new InlineCode(4, InlineKind.Begin, "bpt", "<b>", [])]);

        Assert.Single(Run(Road, Pairs.Unit("公路很长。", "The  road is long．")).Units);
        Assert.Equal(2, Run(Road, Pairs.Unit("公路很长。", "The Road is long.")).Units.Count);
        Assert.Equal(2, Run(Road, Road with { En = Road.En with { Segment = code } }).Units.Count);
        Assert.Equal(2, Run(Road, Road with { Client = "A" }).Units.Count);
        Assert.Equal(2, Run(Road, Road with { Confidential = true }).Units.Count);
        Assert.Equal(2, Run(Road, Road with { ZhIsSource = false }).Units.Count);
    }

    [Fact]
    public void One_source_with_several_translations_is_listed_and_kept()
    {
        var (found, units) = Run(Road, Pairs.Unit("公路很长。", "It is a long highway.", 2), Road, Pairs.Unit("桥", "bridge"));

        Assert.Equal(3, units.Count);
        var source = Assert.Single(found.Divergent);
        Assert.Equal("公路很长。", source.Source);
        Assert.Equal([("The road is long.", 2, 1), ("It is a long highway.", 1, 2)], source.Targets.Select(static t => (t.Target, t.Units, t.Place!.Line)));
    }

    [Fact]
    public void Nearly_equal_pairs_are_listed_once_with_both_scores_and_their_files()
    {
        var folder = Directory.CreateTempSubdirectory("termbase-near-").FullName;
        try
        {
            TranslationUnit[] units =
            [
                Pairs.Unit("政府去年修建了三座新的大桥。", "Last year the government built three new large bridges.", 1),
                Pairs.Unit("公路很长。", "The road is long.", 2),
                Pairs.Unit("政府去年修建了三座新的大桥！", "Last year the government built three new large bridges!", 3) with { Location = SourceLocation.AtLine("b.tmx", 3) },
                Pairs.Unit("政府去年修建了三座新的大桥？", "Something else.", 4),
            ];

            var near = Assert.Single(NearDuplicates.Find(units, folder, 90, cancellation: TestContext.Current.CancellationToken).ToList());

            Assert.Equal(("m.tmx", 1, "b.tmx", 3), (near.First.Path, near.First.Line, near.Second.Path, near.Second.Line));
            Assert.InRange(near.SourceScore, 90, 99);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_pair_that_stands_for_two_clients_is_listed_once()
    {
        var folder = Directory.CreateTempSubdirectory("termbase-near-").FullName;
        try
        {
            var first = Pairs.Unit("政府去年修建了三座新的大桥。", "Last year the government built three new large bridges.", 1);
            TranslationUnit[] units =
            [
                first,
                Pairs.Unit("政府去年修建了三座新的大桥！", "Last year the government built three new large bridges!", 2),
                first with { Client = "B", Changed = new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero) },
            ];

            Assert.Equal([(1, 2)], NearDuplicates.Find(units, folder, 90, cancellation: TestContext.Current.CancellationToken).Select(static n => (n.First.Number, n.Second.Number)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
