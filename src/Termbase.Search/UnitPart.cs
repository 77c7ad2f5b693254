using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using Termbase.Matching;

namespace Termbase.Search;

/// <summary>The postings of one part of the match index. Immutable.</summary>
/// <param name="Name">The part's name there.</param>
/// <param name="Fingerprint">Its <see cref="SignatureIndex.Fingerprint"/>.</param>
/// <param name="Shards">Where the postings are; the units in their order.</param>
internal sealed record UnitPart(string Name, ulong Fingerprint, ImmutableArray<UnitShard> Shards)
{
    /// <summary>Least units of a shard: enough shards to keep the processors busy, few enough for a query to open all.</summary>
    public const int SmallestShard = 1 << 14;

    private const int LargestShard = 1 << 17;
    private const string ListName = "parts.txt";

    /// <summary>
    /// Divides a part into shards. A shard ends behind a unit whose texts say so by their hash, so units that come, go or change move the
    /// borders beside them only, and all other shards are those of before.
    /// </summary>
    public static UnitPart Of(SignatureIndex index, int smallest = SmallestShard)
    {
        var least = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(index.Units / 16, smallest, Math.Max(smallest, LargestShard)));
        var shards = ImmutableArray.CreateBuilder<UnitShard>();
        using var name = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> bytes = stackalloc byte[16];
        var units = 0;
        for (var i = 0; i < index.Units; i++)
        {
            var hash = index.TextHash(i);
            ((IBinaryInteger<UInt128>)hash).WriteLittleEndian(bytes);
            name.AppendData(bytes);
            units++;
            if (i + 1 == index.Units || units >= 4 * least || (units >= least && ((ulong)hash & (ulong)(least - 1)) == 0))
            {
                shards.Add(new UnitShard(Convert.ToHexStringLower(name.GetHashAndReset().AsSpan(0, 16)), units));
                units = 0;
            }
        }

        return new UnitPart(NameOf(index), index.Fingerprint, shards.ToImmutable());
    }

    /// <summary>Whether it was made of this index.</summary>
    public bool IsOf(SignatureIndex index) => Name == NameOf(index) && Fingerprint == index.Fingerprint;

    /// <summary>The parts of a generation. Throws <see cref="InvalidDataException"/> where the list is damaged.</summary>
    public static List<UnitPart> ReadList(string folder)
    {
        var parts = new List<UnitPart>();
        foreach (var line in File.ReadLines(Path.Combine(folder, ListName)))
        {
            parts.Add(line.Split('\t') is [var name, var print, .. var shards]
                && ulong.TryParse(print, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value)
                ? new UnitPart(name, value, [.. shards.Select(UnitShard.Parse)])
                : throw new InvalidDataException("the list of parts is damaged"));
        }

        return parts;
    }

    public static void WriteList(string folder, IEnumerable<UnitPart> parts) => File.WriteAllLines(
        Path.Combine(folder, ListName), parts.Select(static p => FormattableString.Invariant($"{p.Name}\t{p.Fingerprint:x16}") + string.Concat(p.Shards.Select(static s => "\t" + s))));

    private static string NameOf(SignatureIndex index) => Path.GetFileNameWithoutExtension(index.Path);
}

/// <summary>Units whose postings are in one folder. Immutable.</summary>
/// <param name="Name">Tells what texts they have: shards of one name are the same.</param>
/// <param name="Units">How many they are.</param>
internal sealed record UnitShard(string Name, int Units)
{
    public static UnitShard Parse(string text) =>
        text.Split(':') is [{ Length: 32 } name, var units] && name.All(char.IsAsciiHexDigitLower)
        && int.TryParse(units, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new UnitShard(name, count)
            : throw new InvalidDataException("the list of parts is damaged");

    /// <summary>Its folder in a generation.</summary>
    public string Folder(string generation) => Path.Combine(generation, Name);

    /// <summary>Copies it from another generation after reading every byte; false where it is not there or damaged.</summary>
    public bool TryTake(string from, string to)
    {
        try
        {
            // Damage would else be handed on from one generation to the next.
            LuceneWriter.OpenVerified(Folder(from)).Dispose();
            Directory.CreateDirectory(Folder(to));
            foreach (var file in Directory.GetFiles(Folder(from)))
            {
                File.Copy(file, Path.Combine(Folder(to), Path.GetFileName(file)));
            }

            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (Directory.Exists(Folder(to)))
            {
                Directory.Delete(Folder(to), recursive: true);
            }

            return false;
        }
    }

    public override string ToString() => FormattableString.Invariant($"{Name}:{Units}");
}
