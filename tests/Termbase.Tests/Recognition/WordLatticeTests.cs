using Termbase.Recognition;

namespace Termbase.Tests.Recognition;

public sealed class WordLatticeTests
{
    private static readonly string[] Pieces = ["研究", "研究生", "生命", "命", "起源", "国家", "的", "家", "第", "三", "3", "点", "月", "日", "人工智能", "，", "a", "和"];

    [Fact]
    public void A_match_cuts_words_just_where_a_search_over_the_whole_text_says_so()
    {
        var evidence = SegmentationEvidence.Default;
        var random = new Random(11);
        for (var round = 0; round < 60; round++)
        {
            var text = string.Concat(Enumerable.Range(0, 9).Select(_ => Pieces[random.Next(Pieces.Length)]));
            var lattice = new WordLattice(evidence, text);
            for (var start = 0; start < text.Length; start++)
            {
                for (var end = start + 1; end <= Math.Min(text.Length, start + 6); end++)
                {
                    var asked = evidence.Joined(text, start) || evidence.Joined(text, end);
                    var cut = asked && Cost(evidence, text, start, end, true) > Cost(evidence, text, start, end, false);
                    Assert.True(cut == lattice.Cuts(start, end), $"{text}: {text[start..end]} at {start}");
                }
            }
        }
    }

    // The cheapest division of the text, the term among the words; with boundaries at its ends if wanted.
    private static int Cost(SegmentationEvidence evidence, string text, int start, int end, bool bound)
    {
        var costs = new int[text.Length + 1];
        Array.Fill(costs, int.MaxValue / 2);
        costs[0] = 0;
        var words = new (int Length, int Cost)[SegmentationEvidence.MostArcs];
        for (var i = 0; i < text.Length; i++)
        {
            var count = evidence.Words(text.AsSpan(i), words);
            foreach (var (length, cost) in words.Take(count).Append((1, evidence.CostOf(text[i]))).Concat(i == start ? [(end - start, SegmentationEvidence.TermCost)] : []))
            {
                var to = i + length;
                if (!bound || ((to <= start || i >= start) && (to <= end || i >= end)))
                {
                    costs[to] = Math.Min(costs[to], costs[i] + cost);
                }
            }
        }

        return costs[^1];
    }
}
