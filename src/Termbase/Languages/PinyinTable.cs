using System.Text;

namespace Termbase.Languages;

/// <summary>
/// The readings of the characters of the basic plane. A character's readings are packed in one number, <see cref="Bits"/> bits for
/// each, the usual one lowest, so that the whole table is one array that fills in about a millisecond. Immutable and thread-safe.
/// </summary>
internal sealed class PinyinTable
{
    public const int Bits = 10;
    public const ulong Mask = (1UL << Bits) - 1;
    private const int MostReadings = 64 / Bits;
    private const int First = 0x3400;
    private const int Last = 0x9FFF;

    private static readonly Lazy<PinyinTable> Lazily = new(() => new PinyinTable());

    private readonly ulong[] _packed = new ulong[Last - First + 1];

    private PinyinTable()
    {
        // A line: syllable, TAB, characters of which it is the usual reading, TAB, characters of which it is another.
        var syllables = new List<string> { "" };
        var others = new List<(int Syllable, string Characters)>();
        var valid = new HashSet<string>(StringComparer.Ordinal);
        using var reader = new StreamReader(LanguageData.Open("pinyin.txt"), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            var cells = line.Split('\t');
            foreach (var c in cells[1])
            {
                _packed[c - First] = (ulong)syllables.Count;
            }

            others.Add((syllables.Count, cells[2]));
            syllables.Add(cells[0]);
            if (cells[1].Length > 2 && cells[0].Any(c => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'ü'))
            {
                valid.Add(cells[0].Replace('ü', 'u'));
            }
        }

        foreach (var (syllable, characters) in others)
        {
            foreach (var c in characters)
            {
                var used = (64 - System.Numerics.BitOperations.LeadingZeroCount(_packed[c - First]) + Bits - 1) / Bits;
                if (used < MostReadings)
                {
                    _packed[c - First] |= (ulong)syllable << (used * Bits);
                }
            }
        }

        Syllables = [.. syllables];
        Folded = [.. syllables.Select(s => s.Replace('ü', 'u'))];
        Valid = valid;
    }

    public static PinyinTable Instance => Lazily.Value;

    /// <summary>Syllables by number; 0 is none.</summary>
    public string[] Syllables { get; }

    public string[] Folded { get; }

    /// <summary>Syllables of the standard language, folded. Never changed once filled (a frozen set takes longer to make than to load the rest).</summary>
    public HashSet<string> Valid { get; }

    public ulong Packed(char c) => c is >= (char)First and <= (char)Last ? _packed[c - First] : 0;
}
