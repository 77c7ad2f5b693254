using System.Numerics;

namespace Termbase.Linting;

/// <summary>
/// Finds the strings of a list that differ in exactly one character from a given one: each is kept under as many hashes as it has
/// characters, each hash leaving one out, so that a search costs its length and not the length of the list. Immutable and thread-safe.
/// </summary>
internal sealed class OneOffIndex
{
    // Odd, so that each power has an inverse and no character is lost.
    private const ulong Base = 0x9E3779B97F4A7C15UL;

    private static readonly List<int> None = [];

    private readonly IReadOnlyList<string> _texts;

    // A bit for each hash that is there, 16 and more bits a hash: most that are not there end here.
    private readonly ulong[] _seen;
    private readonly Dictionary<ulong, List<int>> _numbers = [];

    public OneOffIndex(IReadOnlyList<string> texts)
    {
        _texts = texts;
        _seen = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, texts.Sum(static t => t.Length) / 4))];
        for (var number = 0; number < texts.Count; number++)
        {
            var (text, sum, power) = (texts[number], Sum(texts[number]), 1UL);
            for (var at = 0; at < text.Length; at++, power *= Base)
            {
                var key = Key(sum - (text[at] * power), at, text.Length);
                (_numbers.TryGetValue(key, out var list) ? list : _numbers[key] = new List<int>(1)).Add(number);
                _seen[Slot(key)] |= 1UL << (int)(key & 63);
            }
        }
    }

    private int Slot(ulong key) => (int)((key >> 20) & (ulong)(_seen.Length - 1));

    /// <summary>The numbers of the strings as long as <paramref name="text"/> that differ from it in one character, each once.</summary>
    public IReadOnlyList<int> Near(ReadOnlySpan<char> text)
    {
        var found = (List<int>?)null;
        var (sum, power) = (Sum(text), 1UL);
        for (var at = 0; at < text.Length; at++, power *= Base)
        {
            var key = Key(sum - (text[at] * power), at, text.Length);
            if ((_seen[Slot(key)] & (1UL << (int)(key & 63))) == 0 || !_numbers.TryGetValue(key, out var numbers))
            {
                continue;
            }

            foreach (var number in numbers)
            {
                var other = _texts[number].AsSpan();
                if (other.Length == text.Length && other[at] != text[at] && other[..at].SequenceEqual(text[..at]) && other[(at + 1)..].SequenceEqual(text[(at + 1)..]))
                {
                    (found ??= []).Add(number);
                }
            }
        }

        return found ?? None;
    }

    private static ulong Sum(ReadOnlySpan<char> text)
    {
        var (sum, power) = (0UL, 1UL);
        foreach (var c in text)
        {
            sum += c * power;
            power *= Base;
        }

        return sum;
    }

    private static ulong Key(ulong sum, int at, int length) => sum ^ ((ulong)((at << 16) | length) * 0x9FB21C651E98DF25UL);
}
