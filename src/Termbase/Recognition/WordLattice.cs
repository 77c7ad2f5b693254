namespace Termbase.Recognition;

/// <summary>
/// The words that <see cref="SegmentationEvidence"/> sees in one text, for the matches of that text. A stretch of characters that may
/// stand together in words is divided once, from both ends; then a match in it costs a look at its ends, and at its inside where both
/// are on a best path. The answer is that of a search over the whole text. Of one thread, for one text.
/// </summary>
internal ref struct WordLattice(SegmentationEvidence evidence, ReadOnlySpan<char> text)
{
    [ThreadStatic]
    private static Scratch? Spare;

    private readonly SegmentationEvidence _evidence = evidence;
    private readonly ReadOnlySpan<char> _text = text;
    private readonly Scratch _scratch = Spare ??= new Scratch();
    private int _from;
    private int _to;

    /// <summary>
    /// Whether a match cuts words: no likeliest division of the stretch around it has boundaries at both its ends, though the term
    /// itself may be a word of it, if a rare one.
    /// </summary>
    public bool Cuts(int start, int end)
    {
        if ((!_evidence.Joined(_text, start) && !_evidence.Joined(_text, end)) || end - start > SegmentationEvidence.LongestTerm)
        {
            return false;
        }

        if (start < _from || end > _to)
        {
            Divide(start, end);
        }

        var (forward, backward) = (_scratch.Forward, _scratch.Backward);
        var (s, e, best) = (start - _from, end - _from, backward[0]);
        if (forward[s] + SegmentationEvidence.TermCost + backward[e] <= best)
        {
            return false;
        }

        // Then a best path has to come by both ends.
        return forward[s] + backward[s] > best || forward[e] + backward[e] > best || forward[s] + Inside(s, e) + backward[e] > best;
    }

    // The cheapest way through the match by other words.
    private readonly int Inside(int s, int e)
    {
        Span<int> costs = stackalloc int[SegmentationEvidence.LongestTerm + 1];
        costs = costs[..(e - s + 1)];
        costs.Fill(int.MaxValue / 2);
        costs[0] = 0;
        for (var i = s; i < e; i++)
        {
            for (var arc = _scratch.First[i]; arc < _scratch.First[i + 1]; arc++)
            {
                var to = i + _scratch.Arcs[arc].Length;
                if (to <= e)
                {
                    costs[to - s] = Math.Min(costs[to - s], costs[i - s] + _scratch.Arcs[arc].Cost);
                }
            }
        }

        return costs[^1];
    }

    private void Divide(int start, int end)
    {
        (_from, _to) = (start, end);
        while (_evidence.Joined(_text, _from))
        {
            _from--;
        }

        while (_evidence.Joined(_text, _to))
        {
            _to++;
        }

        var length = _to - _from;
        var scratch = _scratch;
        scratch.Ensure(length);
        var folded = scratch.Folded.AsSpan(0, length);
        var (forward, backward, first) = (scratch.Forward, scratch.Backward, scratch.First);
        for (var i = 0; i < length; i++)
        {
            folded[i] = FoldTable.Fold[_text[_from + i]];
        }

        forward.AsSpan(0, length + 1).Fill(int.MaxValue / 2);
        forward[0] = 0;
        Span<(int Length, int Cost)> words = stackalloc (int, int)[SegmentationEvidence.MostArcs + 1];
        var arcs = 0;
        for (var i = 0; i < length; i++)
        {
            words[0] = (1, _evidence.CostOf(folded[i]));
            var count = 1 + _evidence.Words(folded[i..], words[1..]);
            scratch.EnsureArcs(arcs + count);
            first[i] = arcs;
            foreach (var word in words[..count])
            {
                scratch.Arcs[arcs++] = word;
                forward[i + word.Length] = Math.Min(forward[i + word.Length], forward[i] + word.Cost);
            }
        }

        (first[length], backward[length]) = (arcs, 0);
        for (var i = length - 1; i >= 0; i--)
        {
            var least = int.MaxValue;
            for (var arc = first[i]; arc < first[i + 1]; arc++)
            {
                var (steps, cost) = scratch.Arcs[arc];
                least = Math.Min(least, cost + backward[i + steps]);
            }

            backward[i] = least;
        }
    }

    private sealed class Scratch
    {
        public char[] Folded = new char[64];
        public int[] Forward = new int[65];
        public int[] Backward = new int[65];
        public int[] First = new int[65];
        public (int Length, int Cost)[] Arcs = new (int, int)[512];

        public void Ensure(int length)
        {
            if (Folded.Length < length)
            {
                var size = Math.Max(length, Folded.Length * 2);
                (Folded, Forward, Backward, First) = (new char[size], new int[size + 1], new int[size + 1], new int[size + 1]);
            }
        }

        public void EnsureArcs(int count)
        {
            if (Arcs.Length < count)
            {
                Array.Resize(ref Arcs, Math.Max(count, Arcs.Length * 2));
            }
        }
    }
}
