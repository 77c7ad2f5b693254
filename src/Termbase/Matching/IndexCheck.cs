using System.Runtime.CompilerServices;

namespace Termbase.Matching;

/// <summary>
/// What must hold of an index before a pointer is followed: every section inside the file, every block inside its columns. What is not
/// checked here (numbers of units, records, texts) is checked where it is read. Reads the tables of blocks and lengths only.
/// </summary>
internal static class IndexCheck
{
    /// <summary>Throws <see cref="InvalidDataException"/> where a section leads outside the file.</summary>
    public static void Sections(in IndexHeader header)
    {
        Inside(header.Records, 1, header);
        Inside(header.Strings, 1, header);
        Inside(header.Sources, 1, header);
        Inside(header.Metas, Unsafe.SizeOf<UnitMeta>(), header);
        Inside(header.CopyTable, Unsafe.SizeOf<CopyEntry>(), header);
        Require(header.Units >= 0 && header.Metas.Length == (long)header.Units * Unsafe.SizeOf<UnitMeta>());
        Require(header.Copies >= 0 && header.CopyTable.Length == (long)header.Copies * Unsafe.SizeOf<CopyEntry>());
        foreach (var side in new[] { header.Zh, header.En })
        {
            Inside(side.Order, sizeof(int), header);
            Inside(side.Blocks, Unsafe.SizeOf<BlockInfo>(), header);
            Inside(side.Groups, Unsafe.SizeOf<LengthGroup>(), header);
            Inside(side.Columns, Signature.ColumnBytes, header);
        }

        Require(Enum.IsDefined((TokenUnit)header.ZhUnit) && Enum.IsDefined((TokenUnit)header.EnUnit));
    }

    /// <summary>Throws <see cref="InvalidDataException"/> where a block leads outside the columns or the tables are not in order.</summary>
    public static void Side(IndexSide side, in DirectionSections sections, int units)
    {
        var blocks = side.Blocks;
        var groups = side.Groups;
        var count = side.Order.Length;
        Require(count <= units && blocks.Length == (count + Signature.BlockUnits - 1) / Signature.BlockUnits);
        Require(groups.IsEmpty == (count == 0) && (groups.IsEmpty || groups[0].Start == 0));
        for (var i = 0; i < groups.Length; i++)
        {
            Require(groups[i].Length > 0 && groups[i].Start < count);
            Require(i == 0 || (groups[i].Start > groups[i - 1].Start && groups[i].Length > groups[i - 1].Length));
        }

        var shortest = 1;
        foreach (ref readonly var block in blocks)
        {
            Require(block.Shortest >= shortest && block.Longest >= block.Shortest && block.Width == Signature.WidthFor(block.Longest));
            var bytes = (long)block.Width * Signature.ColumnBytes;
            Require(block.Offset >= 0 && block.Offset % Signature.ColumnBytes == 0 && block.Offset <= sections.Columns.Length - bytes);
            shortest = block.Longest;
        }
    }

    private static void Inside(in IndexSection section, int item, in IndexHeader header) => Require(
        section.Offset >= IndexLayout.HeaderBytes && section.Offset % 64 == 0 && section.Length >= 0
        && section.Offset <= header.FileLength && section.Length <= header.FileLength - section.Offset && section.Length % item == 0
        && section.Length / item <= (item == 1 ? long.MaxValue : int.MaxValue));

    private static void Require(bool holds)
    {
        if (!holds)
        {
            throw RecordReader.Damaged();
        }
    }
}
