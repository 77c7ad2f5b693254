using System.Numerics;
using Termbase.Model;

namespace Termbase.Matching;

/// <summary>What a search did, for benchmarks and tests.</summary>
internal record struct SearchCost(long Blocks, long Survivors, long Compared);

/// <summary>One query over one index. Not thread-safe; the caller holds the mapping.</summary>
internal sealed unsafe class IndexSearch(
    SignatureIndex index,
    IndexSide side,
    MatchQuery query,
    PreparedQuery prepared,
    MatchPenalties penalties,
    MatchCollector collector,
    LaneWidth width)
{
    private readonly int _length = prepared.Length;

    public void Run(ref SearchCost cost)
    {
        var blocks = side.Blocks;
        if (_length == 0 || blocks.IsEmpty)
        {
            return;
        }

        // Nearest length first: the sooner good matches are known, the fewer blocks can still hold better ones.
        var up = side.FirstBlock(_length);
        var down = up - 1;
        while (true)
        {
            var upBest = up < blocks.Length ? BestPossible(blocks[up]) : -1;
            var downBest = down >= 0 ? BestPossible(blocks[down]) : -1;
            if (Math.Max(upBest, downBest) < collector.Least)
            {
                return;
            }

            if (upBest >= downBest)
            {
                Scan(blocks, up, Math.Min(up + 1, blocks.Length - 1), ref cost);
                up++;
            }
            else
            {
                Scan(blocks, down, Math.Max(down - 1, 0), ref cost);
                down--;
            }
        }
    }

    private double BestPossible(in BlockInfo block) =>
        block.Shortest > _length ? Similarity.ScoreOf(block.Shortest - _length, block.Shortest)
        : block.Longest < _length ? Similarity.ScoreOf(_length - block.Longest, _length)
        : 100;

    private void Scan(ReadOnlySpan<BlockInfo> blocks, int number, int next, ref SearchCost cost)
    {
        ref readonly var block = ref blocks[number];

        // A unit of length m is further from the query than the number of query tokens it lacks, and than that plus m - length. What is
        // left of the limit falls as m grows, so the block's shortest unit, or the query's own length, has the most.
        var length = Math.Max(block.Shortest, _length);
        var lacking = Similarity.LimitFor(length, collector.Least) - (length - _length);
        if (lacking < 0)
        {
            return;
        }

        cost.Blocks++;
        var mask = stackalloc ulong[8];
        var order = side.Order;
        var ahead = blocks[next].Width == block.Width ? side.Columns(blocks[next]) : side.Columns(block);
        SignatureScan.Run(side.Columns(block), prepared.Columns(block.Width), _length - lacking, mask, ahead, width);
        for (var word = 0; word < 8; word++)
        {
            for (var bits = mask[word]; bits != 0; bits &= bits - 1)
            {
                var position = (number * Signature.BlockUnits) + (word * 64) + BitOperations.TrailingZeroCount(bits);
                if (position >= order.Length)
                {
                    return;
                }

                cost.Survivors++;
                Verify(position, order[position], block.Shortest == block.Longest ? block.Shortest : side.LengthAt(position), ref cost);
            }
        }
    }

    private void Verify(int position, int number, int length, ref SearchCost cost)
    {
        var longer = Math.Max(length, _length);
        if (Similarity.ScoreOf(Math.Abs(length - _length), longer) < collector.Least)
        {
            return;
        }

        ref readonly var meta = ref index.Meta(number);
        var known = KnownPenalty(meta, out var reasons);
        if (100 - known < collector.Least)
        {
            return;
        }

        cost.Compared++;
        var text = index.Text(meta, query.IsZh);

        // The sum may be off by a rounding; what counts is the score below.
        if (!prepared.TryCompare(text, Math.Min(100, collector.Least + known - 1e-9), out var similarity))
        {
            return;
        }

        var penalty = known;
        if (similarity.NumbersDiffer)
        {
            penalty += penalties.Numbers;
            reasons |= MatchReason.Numbers;
        }

        if (similarity.CodesDiffer)
        {
            penalty += penalties.Codes;
            reasons |= MatchReason.Codes;
        }

        if (similarity.ScriptsDiffer)
        {
            penalty += penalties.OtherScript;
            reasons |= MatchReason.OtherScript;
        }

        var score = Math.Max(0, similarity.Score - penalty);
        if (score < collector.Least)
        {
            return;
        }

        if (similarity is { Distance: 0, NumbersDiffer: false, CodesDiffer: false, ScriptsDiffer: false } && !prepared.IsVerbatim(text))
        {
            reasons |= MatchReason.Surface;
        }

        var unit = index.ReadUnit(number);
        if (score == 100)
        {
            score += Context(unit, ref reasons);
        }

        var match = new FuzzyMatch { Score = score, Similarity = similarity, Reasons = reasons, Unit = unit };
        if ((meta.Flags & UnitFlags.HasCopies) != 0)
        {
            var copies = index.ReadCopies(number, unit);
            copies.Add(unit);
            copies.Sort(MemoryUnit.NewestFirst);
            match = match with { Unit = copies[0], Also = [.. copies.Skip(1)] };
        }

        collector.Add(match);
    }

    private double KnownPenalty(in UnitMeta meta, out MatchReason reasons)
    {
        reasons = MatchReason.None;
        var sum = 0.0;
        if (meta.Origin == (byte)UnitOrigin.Mt)
        {
            reasons |= MatchReason.Machine;
            sum += penalties.Machine;
        }

        if (meta.Status == (byte)UnitStatus.Draft)
        {
            reasons |= MatchReason.Unreviewed;
            sum += penalties.Unreviewed;
        }

        if (meta.Score != byte.MaxValue && meta.Score < penalties.LowScoreBelow * 100)
        {
            reasons |= MatchReason.LowScore;
            sum += penalties.LowScore;
        }

        if (meta.Client != 0 && query.Client.Length > 0 && !string.Equals(index.Client(meta), query.Client, StringComparison.OrdinalIgnoreCase))
        {
            reasons |= MatchReason.OtherClient;
            sum += penalties.OtherClient;
        }

        return sum;
    }

    // The neighbours are those of the source: they say something only where the query is in the unit's source language.
    private int Context(MemoryUnit unit, ref MatchReason reasons)
    {
        if (unit.ZhIsSource != query.IsZh)
        {
            return 0;
        }

        var points = 0;
        if (Same(query.Previous, unit.Previous))
        {
            reasons |= MatchReason.PreviousSame;
            points++;
        }

        if (Same(query.Next, unit.Next))
        {
            reasons |= MatchReason.NextSame;
            points++;
        }

        return points;
    }

    private bool Same(string a, string b) =>
        a.Length > 0 && b.Length > 0 && Similarity.Compare(a, b, side.Unit) is { Distance: 0, NumbersDiffer: false, CodesDiffer: false };
}
