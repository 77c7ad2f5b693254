using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Matching;

/// <summary>What became of a stretch of text between a query and a unit.</summary>
public enum DiffKind
{
    /// <summary>In both (case, width and the like aside); a number or code may be another one.</summary>
    Same,

    /// <summary>In the query only.</summary>
    QueryOnly,

    /// <summary>In the unit only.</summary>
    UnitOnly,
}

/// <summary>A stretch of text.</summary>
/// <param name="Kind">Where it stands.</param>
/// <param name="Text">As the unit has it; for <see cref="DiffKind.QueryOnly"/> as the query has it.</param>
public sealed record DiffPart(DiffKind Kind, string Text);

/// <summary>Shows where a unit differs from a query: along one of the shortest ways of editing one into the other. Thread-safe.</summary>
public static class SegmentDiff
{
    // Beyond this many cells of the table only the common start and end are told apart.
    private const long MaxCells = 16_000_000;

    /// <summary>The unit's text in parts, with what only the query has in between. Inline codes show as <c>{1}</c>.</summary>
    public static ImmutableArray<DiffPart> Compare(Segment query, Segment unit, TokenUnit by)
    {
        var a = new TokenBuffer();
        var b = new TokenBuffer();
        var queryText = MarkedText.Clean(query.ToDisplay());
        var unitText = MarkedText.Clean(unit.ToDisplay());
        Tokenizer.Tokenize(queryText, by, a);
        Tokenizer.Tokenize(unitText, by, b);
        var parts = ImmutableArray.CreateBuilder<DiffPart>();
        var at = 0;
        var queryAt = 0;
        foreach (var (inQuery, inUnit) in Steps(a, b))
        {
            if (inUnit >= 0)
            {
                // White space goes with what follows it.
                var end = b.OriginalEnd(inUnit);
                var same = inQuery >= 0 && SameText(a, inQuery, b, inUnit);
                if (inQuery >= 0 && !same)
                {
                    Append(parts, DiffKind.QueryOnly, queryText[queryAt..a.OriginalEnd(inQuery)]);
                }

                Append(parts, same ? DiffKind.Same : DiffKind.UnitOnly, unitText[at..end]);
                at = end;
            }
            else
            {
                Append(parts, DiffKind.QueryOnly, queryText[queryAt..a.OriginalEnd(inQuery)]);
            }

            queryAt = inQuery >= 0 ? a.OriginalEnd(inQuery) : queryAt;
        }

        Append(parts, DiffKind.Same, unitText[at..]);
        return Ordered(parts);
    }

    private static bool SameText(TokenBuffer a, int i, TokenBuffer b, int j) =>
        a.SameToken(i, b, j) && (a.Kinds[i] == TokenKind.Word || a[i].SequenceEqual(b[j]));

    private static void Append(ImmutableArray<DiffPart>.Builder parts, DiffKind kind, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (parts.Count > 0 && parts[^1].Kind == kind)
        {
            parts[^1] = parts[^1] with { Text = parts[^1].Text + text };
        }
        else
        {
            parts.Add(new DiffPart(kind, text));
        }
    }

    // A replaced stretch reads better as one: all of the query's, then all of the unit's.
    private static ImmutableArray<DiffPart> Ordered(ImmutableArray<DiffPart>.Builder parts)
    {
        var ordered = ImmutableArray.CreateBuilder<DiffPart>();
        for (var i = 0; i < parts.Count;)
        {
            if (parts[i].Kind == DiffKind.Same)
            {
                ordered.Add(parts[i++]);
                continue;
            }

            var end = i;
            while (end < parts.Count && parts[end].Kind != DiffKind.Same)
            {
                end++;
            }

            foreach (var kind in new[] { DiffKind.QueryOnly, DiffKind.UnitOnly })
            {
                Append(ordered, kind, string.Concat(parts.Skip(i).Take(end - i).Where(p => p.Kind == kind).Select(static p => p.Text)));
            }

            i = end;
        }

        return ordered.ToImmutable();
    }

    // Pairs of token numbers; -1 where one side has nothing.
    private static List<(int Query, int Unit)> Steps(TokenBuffer a, TokenBuffer b)
    {
        var start = 0;
        while (start < a.Count && start < b.Count && a.SameToken(start, b, start))
        {
            start++;
        }

        var end = 0;
        while (end < a.Count - start && end < b.Count - start && a.SameToken(a.Count - 1 - end, b, b.Count - 1 - end))
        {
            end++;
        }

        var steps = new List<(int Query, int Unit)>();
        steps.AddRange(Enumerable.Range(0, start).Select(static i => (i, i)));
        steps.AddRange(Middle(a, b, start, a.Count - end - start, b.Count - end - start));
        for (var i = end; i > 0; i--)
        {
            steps.Add((a.Count - i, b.Count - i));
        }

        return steps;
    }

    private static IEnumerable<(int Query, int Unit)> Middle(TokenBuffer a, TokenBuffer b, int start, int n, int m)
    {
        if ((long)(n + 1) * (m + 1) > MaxCells)
        {
            return Enumerable.Range(start, n).Select(static i => (i, -1)).Concat(Enumerable.Range(start, m).Select(static j => (-1, j)));
        }

        var cost = new int[n + 1, m + 1];
        for (var i = 0; i <= n; i++)
        {
            for (var j = 0; j <= m; j++)
            {
                cost[i, j] = i == 0 ? j : j == 0 ? i : Math.Min(
                    cost[i - 1, j - 1] + (a.SameToken(start + i - 1, b, start + j - 1) ? 0 : 1),
                    Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
            }
        }

        var steps = new List<(int Query, int Unit)>();
        for (int i = n, j = m; i > 0 || j > 0;)
        {
            if (i > 0 && j > 0 && cost[i, j] == cost[i - 1, j - 1] + (a.SameToken(start + i - 1, b, start + j - 1) ? 0 : 1))
            {
                steps.Add((start + --i, start + --j));
            }
            else if (i > 0 && cost[i, j] == cost[i - 1, j] + 1)
            {
                steps.Add((start + --i, -1));
            }
            else
            {
                steps.Add((-1, start + --j));
            }
        }

        steps.Reverse();
        return steps;
    }
}
