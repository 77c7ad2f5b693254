namespace Termbase.Matching;

/// <content>The texts by number, for other indexes of the same units.</content>
public sealed unsafe partial class SignatureIndex
{
    /// <summary>Tells one content from another: what was made from this index belongs to no index with another value.</summary>
    public ulong Fingerprint => _header.Body;

    /// <summary>Whether some unit was read more than once.</summary>
    public bool HasCopies => _header.Copies > 0;

    /// <summary>Both texts of a unit, without inline codes.</summary>
    /// <param name="number">0 to <see cref="Units"/> - 1.</param>
    public (string Zh, string En) Texts(int number)
    {
        using (Use())
        {
            var reader = At(Meta(number).Record);
            var zh = reader.Number();
            var en = reader.Number();
            return (Plain(reader.Bytes(zh)), Plain(reader.Bytes(en)));
        }

        static string Plain(ReadOnlySpan<byte> bytes)
        {
            var text = System.Text.Encoding.UTF8.GetString(bytes);
            return text.Contains(Tokenizer.CodeStart, StringComparison.Ordinal) ? MarkedText.ToSegment(text).Text : text;
        }
    }

    /// <summary>Tells the texts of a unit, inline codes and all, from other texts: equal in every run where they are equal.</summary>
    /// <param name="number">0 to <see cref="Units"/> - 1.</param>
    public UInt128 TextHash(int number)
    {
        using (Use())
        {
            var reader = At(Meta(number).Record);
            var zh = reader.Number();
            var en = reader.Number();
            var hash = new ContentHash();
            hash.Add(reader.Bytes(zh));
            hash.Add(reader.Bytes(en));
            return hash.Value;
        }
    }

    /// <summary>At how many places a unit was read; 1 or more.</summary>
    public int PlaceCount(int number)
    {
        using (Use())
        {
            return (Meta(number).Flags & UnitFlags.HasCopies) == 0 ? 1 : 1 + ReadCopies(number, ReadUnit(number)).Count;
        }
    }

    /// <summary>A unit, once for each place where it was read, in the order of reading.</summary>
    public IReadOnlyList<MemoryUnit> Places(int number)
    {
        using (Use())
        {
            var unit = ReadUnit(number);
            return (Meta(number).Flags & UnitFlags.HasCopies) == 0 ? [unit] : [unit, .. ReadCopies(number, unit)];
        }
    }
}
