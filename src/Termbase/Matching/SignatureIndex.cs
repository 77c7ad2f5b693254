using System.Collections.Immutable;
using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Termbase.Model;

namespace Termbase.Matching;

/// <summary>
/// A translation memory on disk, mapped into memory: texts, provenance and, for both languages, the signatures by which
/// <see cref="FuzzyMatcher"/> finds similar units. Opening reads the header and the tables of blocks. Made by <see cref="SignatureIndexBuilder"/>; a newer
/// file may be renamed over it while it is open. Immutable and thread-safe; disposing waits for nobody but is safe while others search (they
/// finish on what they hold).
/// </summary>
public sealed unsafe partial class SignatureIndex : IDisposable
{
    private readonly MemoryMappedFile _map;
    private readonly MemoryMappedViewAccessor _view;
    private readonly SafeMemoryMappedViewHandle _handle;
    private readonly IndexHeader _header;
    private readonly byte* _base;
    private readonly Lazy<string[]> _strings;
    private bool _disposed;

    private SignatureIndex(string path, MemoryMappedFile map, MemoryMappedViewAccessor view, IndexHeader header)
    {
        Path = path;
        _map = map;
        _view = view;
        _handle = view.SafeMemoryMappedViewHandle;
        _header = header;
        _handle.AcquirePointer(ref _base);
        try
        {
            _base += view.PointerOffset;
            _strings = new Lazy<string[]>(() => ReadTexts(_header.Strings));
            Zh = new IndexSide(_base, header.Zh, (TokenUnit)header.ZhUnit);
            En = new IndexSide(_base, header.En, (TokenUnit)header.EnUnit);
            IndexCheck.Side(Zh, header.Zh, header.Units);
            IndexCheck.Side(En, header.En, header.Units);
            var sources = ReadTexts(header.Sources);
            Sources = [.. sources.Chunk(2).Where(static s => s.Length == 2).Select(static s => new SourceFile(s[0], s[1]))];
        }
        catch
        {
            _handle.ReleasePointer();
            throw;
        }
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The files it was made from, in order.</summary>
    public ImmutableArray<SourceFile> Sources { get; }

    /// <summary>Units with equal texts and provenance counted once.</summary>
    public int Units => _header.Units;

    /// <summary>Units read when it was made.</summary>
    public long UnitsRead => _header.UnitsRead;

    /// <summary>Unit of comparison of the Chinese sides.</summary>
    public TokenUnit ZhUnit => (TokenUnit)_header.ZhUnit;

    /// <summary>Unit of comparison of the English sides.</summary>
    public TokenUnit EnUnit => (TokenUnit)_header.EnUnit;

    internal IndexSide Zh { get; }

    internal IndexSide En { get; }

    /// <summary>
    /// Opens a file. Throws <see cref="InputException"/> where it is no index, cut off, damaged, or made by another version: its maker
    /// should make it again.
    /// </summary>
    public static SignatureIndex Open(string path)
    {
        FileStream? file = null;
        MemoryMappedFile? map = null;
        MemoryMappedViewAccessor? view = null;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1);
            var header = ReadHeader(file, path);
            map = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
            view = map.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
            return new SignatureIndex(path, map, view, header);
        }
        catch (Exception e)
        {
            view?.Dispose();
            map?.Dispose();
            file?.Dispose();
            if (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                throw new InputException(SourceLocation.File(path), "the match index cannot be opened: " + e.Message, e);
            }

            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Not asked of the handle: it stays open while others hold it, and one more release would be one of theirs.
        if (!Interlocked.Exchange(ref _disposed, true))
        {
            _handle.ReleasePointer();
            _view.Dispose();
            _map.Dispose();
        }
    }

    /// <summary>All units in the order of the files, copies left out. Texts are decoded as they are asked for.</summary>
    public IEnumerable<MemoryUnit> ReadAll()
    {
        for (var i = 0; i < Units; i++)
        {
            MemoryUnit unit;
            using (Use())
            {
                unit = ReadUnit(i);
            }

            yield return unit;
        }
    }

    /// <summary>
    /// Reads the whole file and throws <see cref="InputException"/> where it is not what was written. Without it a changed byte in the body
    /// is seen only where it leads outside the file (<see cref="InvalidDataException"/>); it is never followed there.
    /// </summary>
    public void Verify(CancellationToken cancellation = default)
    {
        const int Part = 1 << 24;
        var check = new BodyCheck();
        using (Use())
        {
            for (long at = IndexLayout.HeaderBytes; at < _header.FileLength; at += Part)
            {
                cancellation.ThrowIfCancellationRequested();
                check.Add(new ReadOnlySpan<byte>(_base + at, (int)Math.Min(Part, _header.FileLength - at)));
            }
        }

        if (check.Value != _header.Body)
        {
            throw new InputException(SourceLocation.File(Path), "the match index is damaged; delete it and it is made again");
        }
    }

    /// <summary>Keeps the mapping alive while pointers into it are in use.</summary>
    internal IndexLease Use() => new(_handle);

    internal ref readonly UnitMeta Meta(int unit)
    {
        if ((uint)unit >= (uint)_header.Units)
        {
            throw RecordReader.Damaged();
        }

        return ref ((UnitMeta*)(_base + _header.Metas.Offset))[unit];
    }

    internal string Client(in UnitMeta meta) => String((ulong)meta.Client);

    /// <summary>The text of one side, with marks for its codes, as UTF-8 in the mapping.</summary>
    internal ReadOnlySpan<byte> Text(in UnitMeta meta, bool zh)
    {
        var reader = At(meta.Record);
        var zhLength = reader.Number();
        var enLength = reader.Number();
        var first = reader.Bytes(zhLength);
        return zh ? first : reader.Bytes(enLength);
    }

    internal MemoryUnit ReadUnit(int number)
    {
        ref readonly var meta = ref Meta(number);
        var reader = At(meta.Record);
        var zhLength = reader.Number();
        var enLength = reader.Number();
        var zh = Encoding.UTF8.GetString(reader.Bytes(zhLength));
        var en = Encoding.UTF8.GetString(reader.Bytes(enLength));
        var unit = new MemoryUnit
        {
            Zh = MarkedText.ToSegment(zh),
            En = MarkedText.ToSegment(en),
            Client = Client(meta),
            Origin = (UnitOrigin)meta.Origin,
            Status = (UnitStatus)meta.Status,
            Score = meta.Score == byte.MaxValue ? null : meta.Score / 100.0,
            ZhIsSource = (meta.Flags & UnitFlags.ZhIsSource) != 0,
            Confidential = (meta.Flags & UnitFlags.Confidential) != 0,
        };
        return ReadProvenance(unit, ref reader, meta.Date);
    }

    /// <summary>The further places where the unit was read.</summary>
    internal List<MemoryUnit> ReadCopies(int number, MemoryUnit unit)
    {
        var table = new ReadOnlySpan<CopyEntry>(_base + _header.CopyTable.Offset, _header.Copies);
        var low = 0;
        var high = table.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = table[middle].Unit < number ? (middle + 1, high) : (low, middle);
        }

        var copies = new List<MemoryUnit>();
        for (; low < table.Length && table[low].Unit == number; low++)
        {
            var reader = At(table[low].Record);
            copies.Add(ReadProvenance(unit, ref reader, table[low].Date));
        }

        return copies;
    }

    private MemoryUnit ReadProvenance(MemoryUnit unit, ref RecordReader reader, int date)
    {
        var source = reader.Number();
        return unit with
        {
            Date = StoredDate.ToDate(date),
            Path = source < (ulong)Sources.Length ? Sources[(int)source].Path : "",
            Line = (int)reader.Number(),
            Number = (int)reader.Number(),
            Id = reader.Text(),
            By = String(reader.Number()),
            Document = String(reader.Number()),
            Domain = String(reader.Number()),
            Previous = reader.Text(),
            Next = reader.Text(),
        };
    }

    private RecordReader At(long record) => record >= _header.Records.Offset && record < _header.Records.End
        ? new RecordReader(_base + record, _header.Records.End - record)
        : throw RecordReader.Damaged();

    private string String(ulong number) => number < (ulong)_strings.Value.Length ? _strings.Value[number] : throw RecordReader.Damaged();

    private string[] ReadTexts(IndexSection section)
    {
        var texts = new List<string>();
        var reader = new RecordReader(_base + section.Offset, section.Length);
        for (var read = 0L; read < section.Length;)
        {
            var length = reader.Number();
            texts.Add(Encoding.UTF8.GetString(reader.Bytes(length)));
            read = reader.Position;
        }

        return [.. texts];
    }

    private static IndexHeader ReadHeader(FileStream file, string path)
    {
        var header = default(IndexHeader);
        var bytes = MemoryMarshal.AsBytes(new Span<IndexHeader>(ref header));
        if (file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length || header.Magic != IndexLayout.Magic)
        {
            throw new InputException(SourceLocation.File(path), "is not a match index; delete it and it is made again");
        }

        if (header.Check != IndexLayout.Check(bytes[..^8]) || header.FileLength != file.Length)
        {
            throw new InputException(SourceLocation.File(path), "the match index is damaged or cut off; delete it and it is made again");
        }

        if (header.Version != IndexLayout.Version || header.FoldVersion != TextFold.Version)
        {
            throw new InputException(SourceLocation.File(path), "the match index was made by another version; delete it and it is made again");
        }

        IndexCheck.Sections(header);

        return header;
    }
}
