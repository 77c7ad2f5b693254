using Termbase.Model;
using Termbase.Workspaces.Quality;

namespace Termbase.Tests.Workspaces.Quality;

public sealed class DoubtfulUnitsTests
{
    private static List<DoubtfulUnit> Find(List<TranslationUnit> units, DoubtOptions? options = null) =>
        [.. new DoubtfulUnits(() => units, options).Find(cancellation: TestContext.Current.CancellationToken)];

    [Fact]
    public void A_sound_text_is_not_doubted() => Assert.Empty(Find(Pairs.Text()));

    [Fact]
    public void Targets_that_slipped_by_one_line_are_misaligned_and_the_neighbour_is_named()
    {
        var units = Pairs.Text();
        var shifted = units.Select((u, i) => i is >= 1 and <= 3 ? u with { En = units[i == 3 ? 1 : i + 1].En } : u).ToList();

        var found = Find(shifted);

        Assert.Equal([2, 3, 4], found.Select(static d => d.Unit.Number));
        Assert.All(found, static d => Assert.Equal(DoubtReason.Misaligned, d.Doubts[0].Reason));
        Assert.Contains(found, static d => d.Doubts[0].Message.Contains("fits the Chinese of the unit after it better", StringComparison.Ordinal));
    }

    [Fact]
    public void Neighbours_of_another_file_are_no_evidence()
    {
        var units = Pairs.Text().Select(static u => u with { Location = SourceLocation.AtLine($"{u.Number}.tmx", 1) }).ToList();
        units[1] = units[1] with { En = units[2].En };

        Assert.DoesNotContain("unit after", string.Concat(Find(units, new DoubtOptions { Min = 0 }).SelectMany(static d => d.Doubts).Select(static d => d.Message)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Students can now walk to school.", "学生们现在可以步行上学。", DoubtReason.WrongLanguage)]
    [InlineData("学生们现在可以步行上学。", "学生们现在可以步行上学。", DoubtReason.Untranslated)]
    [InlineData("学生们现在可以步行上学。", "学生们现在能够走路去上学。", DoubtReason.WrongLanguage)]
    [InlineData("Students can now walk to their school.", "Students may walk to school now.", DoubtReason.WrongLanguage)]
    [InlineData("学生们现在可以步行上学。", "Теперь ученики могут ходить в школу пешком.", DoubtReason.WrongLanguage)]
    [InlineData("学生们现在可以步行上学。", "Les élèves peuvent désormais se rendre à l’école à pied.", DoubtReason.WrongLanguage)]
    [InlineData("生徒たちは今、歩いて学校に通えます。", "Students can now walk to school.", DoubtReason.WrongLanguage)]
    [InlineData("学生们现在可以步行上学。", "", DoubtReason.Empty)]
    [InlineData("学生们现在可以步行上学。", "Students can now walk to walk to walk to walk to school.", DoubtReason.Loop)]
    [InlineData("政府去年修建了三座新桥，这些桥把两个村庄和县城连接起来，学生们现在可以步行上学，农民更容易把蔬菜卖到市场。", "Last year the government built bridges.", DoubtReason.Length)]
    public void What_is_wrong_is_named(string zh, string en, DoubtReason reason)
    {
        var found = Assert.Single(Find([Pairs.Unit(zh, en)]));

        Assert.Contains(found.Doubts, d => d.Reason == reason);
    }

    [Theory]
    [InlineData("iPhone 15 Pro", "iPhone 15 Pro")]
    [InlineData("不，不，不！", "No, no, no!")]
    [InlineData("哈哈哈哈哈哈哈哈", "Ha ha ha ha ha ha ha ha!")]
    [InlineData("“社会资本”一词译自英文。", "The Chinese term 社会资本 is translated from English.")]
    [InlineData("是的。", "Yes.")]
    public void What_people_write_is_not_doubted(string zh, string en) => Assert.Empty(Find([Pairs.Unit(zh, en)]));

    [Fact]
    public void One_translation_under_many_sources_that_it_does_not_fit_is_told_with_their_number()
    {
        var units = Pairs.Text().Select(static u => u with { En = u.En with { Segment = Segment.Plain("Please see the annex for further details.") } }).ToList();

        var found = Find(units);

        Assert.Equal(6, found.Count);
        Assert.Contains(found[0].Doubts, static d => d.Reason == DoubtReason.RepeatedTarget && d.Message.Contains("6 different sources", StringComparison.Ordinal));
    }

    [Fact]
    public void The_order_of_the_file_is_kept_over_many_parts_and_every_unit_is_looked_at_once()
    {
        var units = Enumerable.Range(1, 5000).Select(i => Pairs.Unit("学生们现在可以步行上学。", i % 500 == 0 ? "" : "Students can now walk to school.", i)).ToList();
        var finder = new DoubtfulUnits(() => units);

        var found = finder.Find(cancellation: TestContext.Current.CancellationToken).Select(static d => d.Unit.Number).ToList();

        Assert.Equal(Enumerable.Range(1, 10).Select(static i => i * 500), found);
        Assert.Equal(5000, finder.Checked);
    }
}
