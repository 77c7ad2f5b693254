using Termbase.Alignment;

namespace Termbase.Tests.Alignment;

public class SentenceAlignerTests
{
    private static readonly List<string> s_zh = [.. Bitexts.Harbour.Select(static p => p.Zh)];
    private static readonly List<string> s_en = [.. Bitexts.Harbour.Select(static p => p.En)];

    [Fact]
    public void Sentences_that_translate_each_other_one_by_one_are_linked_so()
    {
        var links = SentenceAligner.Align(s_zh, s_en);

        Assert.Equal(Enumerable.Range(0, s_zh.Count).Select(static i => $"[{i}]:[{i}]"), links.Select(static l => l.ToString()));
    }

    [Fact]
    public void A_sentence_translated_by_two_is_linked_with_both()
    {
        var en = s_en.ToList();
        en[6] = "The river flooded the whole village.";
        en.Insert(7, "The school was closed too.");

        var links = SentenceAligner.Align(s_zh, en);

        Assert.Contains("[6]:[6,7]", links.Select(static l => l.ToString()));
        Assert.Contains("[7]:[8]", links.Select(static l => l.ToString()));
    }

    [Fact]
    public void Two_sentences_translated_by_one_are_linked_with_it()
    {
        var en = s_en.ToList();
        en[7] = "The government sent doctors and grain, and people lived on the mountain for ten days.";
        en.RemoveAt(8);

        var links = SentenceAligner.Align(s_zh, en);

        Assert.Contains("[7,8]:[7]", links.Select(static l => l.ToString()));
        Assert.Contains("[19]:[18]", links.Select(static l => l.ToString()));
    }

    [Fact]
    public void A_sentence_without_translation_is_a_gap()
    {
        var en = s_en.ToList();
        en.RemoveAt(14);

        var links = SentenceAligner.Align(s_zh, en);

        Assert.Contains("[14]:[]", links.Select(static l => l.ToString()));
        Assert.Contains("[15]:[14]", links.Select(static l => l.ToString()));
    }

    [Fact]
    public void Every_sentence_is_in_exactly_one_link()
    {
        var links = SentenceAligner.Align(s_zh, Bitexts.Music);

        Assert.Equal(Enumerable.Range(0, s_zh.Count), links.SelectMany(static l => Enumerable.Range(l.ZhStart, l.ZhCount)));
        Assert.Equal(Enumerable.Range(0, Bitexts.Music.Length), links.SelectMany(static l => Enumerable.Range(l.EnStart, l.EnCount)));
    }

    [Fact]
    public void An_empty_side_gives_gaps_alone()
    {
        Assert.All(SentenceAligner.Align(s_zh, []), static l => Assert.True(l.IsGap));
        Assert.All(SentenceAligner.Align([], s_en), static l => Assert.True(l.IsGap));
    }

    [Fact]
    public void Most_of_the_links_of_novels_are_exactly_right()
    {
        var folder = Path.Combine(Root(), "..", "shared", "corpora", "align", "dev");
        if (!Directory.Exists(folder) && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip("The gold alignments are not here: " + folder);
        }

        var (right, counted) = (0, 0);
        foreach (var file in Directory.EnumerateFiles(folder, "*.gold"))
        {
            var gold = File.ReadLines(file).Where(static l => l.Length > 0 && !l.Contains("[]", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
            var links = SentenceAligner.Align(File.ReadAllLines(Path.ChangeExtension(file, "zh")), File.ReadAllLines(Path.ChangeExtension(file, "en")))
                .Where(static l => !l.IsGap).Select(static l => l.ToString()).ToList();
            right += links.Count(gold.Contains);
            counted += links.Count + gold.Count;
        }

        Assert.True(2.0 * right / counted >= 0.85, $"strict F1 {2.0 * right / counted}");
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Termbase.sln")))
            {
                return folder.FullName;
            }
        }

        return AppContext.BaseDirectory;
    }
}
