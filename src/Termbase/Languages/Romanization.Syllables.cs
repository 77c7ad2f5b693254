using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace Termbase.Languages;

// Latin words cut into the syllables of pinyin.
public static partial class Romanization
{
    /// <summary>
    /// Whether a Latin word is made of pinyin syllables from end to end, and which (the fewest; folded as by <see cref="Fold"/>). An
    /// apostrophe, hyphen or space is a syllable boundary. English words can be pinyin by chance ("China", "bang").
    /// </summary>
    public static bool TryParsePinyin(string latin, out ImmutableArray<string> syllables)
    {
        syllables = [];
        if (IsPlain(latin) && CountPinyin(latin) == 0)
        {
            return false;
        }

        var result = ImmutableArray.CreateBuilder<string>();
        foreach (var part in latin.Split([' ', '\'', '’', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            var folded = Fold(part);
            if (!ReferenceEquals(Sound(part), part) || folded.Length != part.Normalize(NormalizationForm.FormC).Length || !Parse(folded, result))
            {
                return false;
            }
        }

        syllables = result.DrainToImmutable();
        return !syllables.IsEmpty;
    }

    // Without what cannot be decomposed, halves of a pair for instance: none of it is a letter. The same instance where there is nothing.
    internal static string Sound(string latin) =>
        latin.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 && latin.AsSpan().IndexOfAnyInRange('\uFFFE', '\uFFFF') < 0
            ? latin
            : string.Concat(latin.Where(static c => !char.IsSurrogate(c) && c < '\uFFFE'));

    /// <summary>
    /// How many syllables <see cref="TryParsePinyin"/> finds in a Latin word; 0 where it is no pinyin. Allocates nothing for a word of ASCII letters.
    /// </summary>
    public static int CountPinyin(ReadOnlySpan<char> latin)
    {
        if (!IsPlain(latin))
        {
            return TryParsePinyin(latin.ToString(), out var syllables) ? syllables.Length : 0;
        }

        Span<char> folded = stackalloc char[LongestOnStack];
        var (total, length) = (0, 0);
        for (var i = 0; i <= latin.Length; i++)
        {
            if (i < latin.Length && !Boundaries.Contains(latin[i]))
            {
                var lower = char.ToLowerInvariant(latin[i]);
                folded[length] = lower == 'v' && length > 0 && folded[length - 1] is 'l' or 'n' ? 'u' : lower;
                length++;
            }
            else if (length > 0)
            {
                var count = Fewest(folded[..length]);
                if (count == 0)
                {
                    return 0;
                }

                (total, length) = (total + count, 0);
            }
        }

        return total;
    }

    private const int LongestOnStack = 64;

    private static bool IsPlain(ReadOnlySpan<char> latin) => latin.Length <= LongestOnStack && !latin.ContainsAnyExcept(Plain);

    private static readonly SearchValues<char> Boundaries = SearchValues.Create(" '’-");

    private static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ '’-");

    // The fewest syllables that letters are made of, or 0: from the front, since most words that are no pinyin show it there.
    private static int Fewest(ReadOnlySpan<char> folded)
    {
        var valid = PinyinTable.Instance.Valid.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<byte> count = stackalloc byte[LongestOnStack + 1];
        count.Clear();
        for (var i = 0; i < folded.Length; i++)
        {
            if (i > 0 && count[i] == 0)
            {
                continue;
            }

            for (var length = 1; length <= 6 && i + length <= folded.Length; length++)
            {
                ref var there = ref count[i + length];
                if ((there == 0 || there > count[i] + 1) && valid.Contains(folded.Slice(i, length)))
                {
                    there = (byte)(count[i] + 1);
                }
            }
        }

        return count[folded.Length];
    }

    private static bool Parse(string folded, ImmutableArray<string>.Builder result)
    {
        // Fewest syllables from the end: count[i] for the rest from i on, step[i] the length of its first syllable.
        var valid = PinyinTable.Instance.Valid.GetAlternateLookup<ReadOnlySpan<char>>();
        var count = new int[folded.Length + 1];
        var step = new int[folded.Length + 1];
        for (var i = folded.Length - 1; i >= 0; i--)
        {
            count[i] = int.MaxValue;
            for (var length = Math.Min(6, folded.Length - i); length > 0; length--)
            {
                if (count[i + length] != int.MaxValue && count[i + length] + 1 < count[i]
                    && valid.Contains(folded.AsSpan(i, length)))
                {
                    count[i] = count[i + length] + 1;
                    step[i] = length;
                }
            }
        }

        if (folded.Length == 0 || count[0] == int.MaxValue)
        {
            return false;
        }

        for (var i = 0; i < folded.Length; i += step[i])
        {
            result.Add(folded.Substring(i, step[i]));
        }

        return true;
    }
}
