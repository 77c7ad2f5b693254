using System.Runtime.InteropServices;

namespace Termbase.Matching;

/// <summary>Where things stand in an index file. All numbers little-endian, all sections aligned to 64 bytes.</summary>
internal static class IndexLayout
{
    /// <summary>First eight bytes of the file.</summary>
    public const ulong Magic = 0x3130474953424D54; // "TMBSIG01"

    /// <summary>Changes with the layout; an index of another version is rebuilt.</summary>
    public const int Version = 2;

    public const int HeaderBytes = 512;

    public static int Align(int value) => (value + 63) & ~63;

    public static long Align(long value) => (value + 63) & ~63L;

    /// <summary>A check over the header, so that a torn one is seen.</summary>
    public static ulong Check(ReadOnlySpan<byte> bytes)
    {
        var check = 0xCBF29CE484222325UL;
        foreach (var b in bytes)
        {
            check = (check ^ b) * 0x100000001B3;
        }

        return check;
    }
}

[StructLayout(LayoutKind.Sequential)]
internal struct IndexSection
{
    public long Offset;
    public long Length;

    public readonly long End => Offset + Length;
}

/// <summary>The sections of one direction.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct DirectionSections
{
    /// <summary><see cref="int"/> unit numbers, shortest unit first.</summary>
    public IndexSection Order;

    /// <summary><see cref="BlockInfo"/>.</summary>
    public IndexSection Blocks;

    /// <summary><see cref="LengthGroup"/>, ascending.</summary>
    public IndexSection Groups;

    /// <summary>The columns of the blocks.</summary>
    public IndexSection Columns;
}

[StructLayout(LayoutKind.Sequential)]
internal struct IndexHeader
{
    public ulong Magic;
    public int Version;
    public int FoldVersion;
    public long FileLength;
    public int ZhUnit;
    public int EnUnit;
    public int Units;
    public int Copies;
    public long UnitsRead;
    public IndexSection Records;
    public IndexSection Metas;
    public IndexSection CopyTable;
    public IndexSection Strings;
    public IndexSection Sources;
    public DirectionSections Zh;
    public DirectionSections En;

    /// <summary><see cref="BodyCheck"/> of all after the header.</summary>
    public ulong Body;

    /// <summary><see cref="IndexLayout.Check"/> of all before this.</summary>
    public ulong Check;
}

/// <summary>512 units and their columns.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct BlockInfo
{
    /// <summary>From the start of the direction's columns.</summary>
    public long Offset;
    public int Shortest;
    public int Longest;
    public int Width;
    public int Reserved;
}

/// <summary>Units of one length start at this place of the order.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LengthGroup
{
    public int Length;
    public int Start;
}

/// <summary>What is needed of every candidate, before its text is read.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct UnitMeta
{
    /// <summary>From the start of the file.</summary>
    public long Record;

    /// <summary>Minutes since 2000-01-01 UTC; <see cref="int.MinValue"/> if not said.</summary>
    public int Date;

    /// <summary>Number in the string table.</summary>
    public int Client;
    public byte Origin;
    public byte Status;

    /// <summary>Alignment score in hundredths, 255 if none.</summary>
    public byte Score;
    public UnitFlags Flags;
    public int Reserved;
}

[Flags]
internal enum UnitFlags : byte
{
    None = 0,
    ZhIsSource = 1,
    Confidential = 2,
    HasCopies = 4,
}

/// <summary>A further place where a unit was read.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct CopyEntry
{
    public long Record;
    public int Unit;
    public int Date;
}
