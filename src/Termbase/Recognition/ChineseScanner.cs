using System.Runtime.CompilerServices;
using Termbase.Model;

namespace Termbase.Recognition;

/// <summary>Finds Chinese terms, and mixed ones (5G技术, AI芯片), in one pass over the text.</summary>
internal readonly ref struct ChineseScanner(TermAutomaton terms, MatchPolicy policy)
{
    /// <summary>Longest term, in characters.</summary>
    private const int Longest = 200;

    private const int PairBits = 20;

    /// <summary>Words of the bit set of the first two characters of terms.</summary>
    public const int PairWords = 1 << (PairBits - 6);

    private readonly TermAutomaton _terms = terms;
    private readonly MatchPolicy _policy = policy;

    public static void SetPair(ulong[] pairs, char a, char b)
    {
        var bit = Bit(a, b);
        pairs[bit >> 6] |= 1UL << (bit & 63);
    }

    /// <summary>A term of one character is kept as the pair of it and NUL.</summary>
    public static void SetSingle(ulong[] pairs, char c) => SetPair(pairs, c, '\0');

    /// <summary>Whether white space at a place of a term or text counts: not beside a Han character (5G 技术 is 5G技术).</summary>
    public static bool IsWordGap(ReadOnlySpan<char> text, int at)
    {
        var (before, after) = (at, at);
        while (before >= 0 && IsSpace(text[before]))
        {
            before--;
        }

        while (after < text.Length && IsSpace(text[after]))
        {
            after++;
        }

        // One space stands for a run; none at the ends.
        return before == at - 1 && before >= 0 && after < text.Length
            && FoldTable.Kind[text[before]] != CharKind.Han && FoldTable.Kind[text[after]] != CharKind.Han;
    }

    public void Scan(ReadOnlySpan<char> text, List<RawMatch> output)
    {
        var (fold, kinds, pairs) = (FoldTable.Fold, FoldTable.Kind, _terms.ChinesePairs);
        var all = _policy.Nested == NestedTerms.All;
        var lattice = _policy.SegmentationEvidence ? new WordLattice(SegmentationEvidence.Default, text) : default;
        for (var i = 0; i < text.Length;)
        {
            if (text[i] < 128 && !_terms.HasMixedStarts)
            {
                var other = text[i..].IndexOfAnyExceptInRange('\0', '\u007F');
                i = other < 0 ? text.Length : i + other;
                continue;
            }

            var c = fold[text[i]];
            var kind = kinds[text[i]];
            if (kind != CharKind.Han && (kind != CharKind.Sign || c < 0x80)
                && (kind is CharKind.Space or CharKind.LineEnd or CharKind.Nothing || (i > 0 && kind is CharKind.Letter or CharKind.Digit && FoldTable.IsWord(text[i - 1]))))
            {
                i++;
                continue;
            }

            var next = i + 1 < text.Length ? text[i + 1] : '\0';
            if (!Has(pairs, c, fold[next]) && kinds[next] is not (CharKind.Space or CharKind.Nothing or CharKind.LineEnd) && !Has(pairs, c, '\0'))
            {
                i++;
                continue;
            }

            var end = MatchAt(text, i, ref lattice, output);
            i = end < 0 || all ? i + 1 : end;
        }
    }

    // Reports what starts here; the end of the longest, or -1.
    private int MatchAt(ReadOnlySpan<char> text, int start, ref WordLattice lattice, List<RawMatch> output)
    {
        Span<(int End, int State)> ends = stackalloc (int, int)[16];
        var (found, state) = (0, 0);
        var chinese = _terms.Chinese;

        // Up to here folding changes nothing, and nothing was passed over.
        var plain = int.MaxValue;
        for (var i = start; i < text.Length && i - start < Longest; i++)
        {
            var kind = FoldTable.Kind[text[i]];
            if (kind == CharKind.Nothing)
            {
                plain = Math.Min(plain, i);
                continue;
            }

            if (kind == CharKind.LineEnd || (kind == CharKind.Space && !IsWordGap(text, i)))
            {
                // Between Han and Latin a space says nothing; two Han characters with space between are two words.
                if (kind == CharKind.LineEnd || i + 1 >= text.Length || IsSpace(text[i + 1])
                    || (FoldTable.Kind[text[i - 1]] == CharKind.Han && FoldTable.Kind[text[i + 1]] == CharKind.Han))
                {
                    break;
                }

                plain = Math.Min(plain, i);
                continue;
            }

            var folded = FoldTable.Fold[text[i]];
            plain = folded == text[i] ? plain : Math.Min(plain, i);
            state = i == start ? chinese.First(folded) : chinese.Next(chinese[state], folded);
            if (state < 0)
            {
                break;
            }

            ref readonly var reached = ref chinese[state];
            if (reached.IsEnd && found < ends.Length)
            {
                ends[found++] = (i + 1, state);
            }

            if (reached.Filter == 0)
            {
                break;
            }
        }

        var longest = -1;
        while (found-- > 0)
        {
            var (end, last) = ends[found];
            if (IsBoundary(text, end) && !(_policy.SegmentationEvidence && lattice.Cuts(start, end)) && Report(text, start, end, last, end <= plain, output))
            {
                longest = Math.Max(longest, end);
                if (_policy.Nested == NestedTerms.Longest)
                {
                    break;
                }
            }
        }

        return longest;
    }

    private bool Report(ReadOnlySpan<char> text, int start, int end, int state, bool plain, List<RawMatch> output)
    {
        var seen = text[start..end];
        var any = false;
        var form = _terms.Chinese.FirstForm(state);
        for (var has = true; has; has = _terms.Chinese.NextForm(ref form))
        {
            var entry = form.Entry;
            var exact = (plain && form.Is(TermForm.Plain)) || seen.SequenceEqual(_terms.TextOf(entry));
            if (!exact && _policy.CaseByTerm && !LatinAgrees(seen, _terms.TextOf(entry)))
            {
                continue;
            }

            output.Add(new RawMatch(TextSpan.FromBounds(start, end), entry, TermSide.Zh, exact ? MatchForm.Exact : MatchForm.Folded));
            any = true;
        }

        return any;
    }

    // AI in AI芯片 is not ai; a small letter may stand as a capital.
    private static bool LatinAgrees(ReadOnlySpan<char> text, ReadOnlySpan<char> term)
    {
        var i = 0;
        foreach (var wanted in term)
        {
            if (!char.IsUpper(wanted))
            {
                continue;
            }

            while (i < text.Length && FoldTable.Fold[text[i]] != FoldTable.Fold[wanted])
            {
                i++;
            }

            // Several of the same letter: any capital one will do.
            while (i < text.Length && !char.IsUpper(text[i]))
            {
                i++;
            }

            if (i++ >= text.Length)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsBoundary(ReadOnlySpan<char> text, int end) =>
        end >= text.Length || !FoldTable.IsWord(text[end]) || !FoldTable.IsWord(text[end - 1]);

    private static bool IsSpace(char c) => FoldTable.Kind[c] is CharKind.Space or CharKind.LineEnd;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Has(ulong[] pairs, char a, char b)
    {
        var bit = Bit(a, b);
        return (pairs[bit >> 6] & (1UL << (bit & 63))) != 0;
    }

    private static int Bit(char a, char b) => (int)(((((uint)a << 16) | b) * 0x9E3779B1u) >> (32 - PairBits));
}
