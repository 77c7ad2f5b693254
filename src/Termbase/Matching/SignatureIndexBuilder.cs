using System.Runtime.InteropServices;
using Termbase.Model;

namespace Termbase.Matching;

/// <summary>
/// Makes a <see cref="SignatureIndex"/> file from a stream of units: texts go straight to disk, tokens to a temporary file beside it, and
/// the signatures are written from that, sorted by length, at the end. Memory grows with the number of units only, by up to 250 bytes each.
/// The file appears under its name, by renaming, when it is complete; killed at any moment, the build leaves what stood there before.
/// Units that are equal in texts and provenance that matters are kept once, with a list of the places. Not thread-safe.
/// </summary>
public sealed class SignatureIndexBuilder : IDisposable
{
    private readonly string _path;
    private readonly string _building;
    private readonly SignatureIndexOptions _options;
    private readonly FileStream _file;
    private readonly RecordWriter _records;
    private readonly SignatureWriter _zh;
    private readonly SignatureWriter _en;
    private readonly Dictionary<UInt128, int> _known = [];
    private readonly List<UnitMeta> _metas = [];
    private readonly List<CopyEntry> _copies = [];
    private readonly List<string> _strings = [];
    private readonly Dictionary<string, int> _stringNumbers = new(StringComparer.Ordinal);
    private readonly List<SourceFile> _sources = [];
    private long _read;
    private bool _done;

    /// <summary>Starts a build. Throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/> where nothing can be written.</summary>
    public SignatureIndexBuilder(string path, SignatureIndexOptions? options = null)
    {
        _path = Path.GetFullPath(path);
        _options = options ?? SignatureIndexOptions.Default;
        _building = _path + ".building";
        _file = new FileStream(_building, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1);
        try
        {
            _records = new RecordWriter(_file);
            _records.Bytes(new byte[IndexLayout.HeaderBytes]);
            _zh = new SignatureWriter(_path + ".zh.building", _options.ZhUnit);
            _en = new SignatureWriter(_path + ".en.building", _options.EnUnit);
        }
        catch
        {
            Dispose();
            throw;
        }

        Intern("");
    }

    /// <summary>Units read so far.</summary>
    public long UnitsRead => _read;

    /// <summary>The units that follow come from this file.</summary>
    public void BeginSource(string path, string stamp = "") => _sources.Add(new SourceFile(path, stamp));

    /// <summary>Adds a unit. A unit with an empty side is kept for the other one.</summary>
    public void Add(TranslationUnit unit)
    {
        if (_sources.Count == 0)
        {
            BeginSource("");
        }

        if ((++_read & 0x3FFF) == 0)
        {
            _options.OnProgress?.Invoke(_read, BuildStage.Reading);
        }

        var zh = MarkedText.Of(unit.Zh.Segment);
        var en = MarkedText.Of(unit.En.Segment);
        var meta = MetaOf(unit);
        var key = new ContentHash();
        key.Add(zh);
        key.Add(en);
        key.Add(unit.Previous);
        key.Add(unit.Next);
        key.Add(((ulong)(uint)meta.Client << 32) | ((ulong)meta.Origin << 24) | ((ulong)meta.Status << 16) | ((ulong)meta.Score << 8) | (ulong)meta.Flags);
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_known, key.Value, out var exists);
        meta.Record = _records.Position;
        if (exists)
        {
            WriteProvenance(unit);
            _copies.Add(new CopyEntry { Unit = known, Record = meta.Record, Date = meta.Date });
            ref var first = ref CollectionsMarshal.AsSpan(_metas)[known];
            first.Flags |= UnitFlags.HasCopies;
            return;
        }

        known = _metas.Count;
        _metas.Add(meta);
        _records.Number((ulong)System.Text.Encoding.UTF8.GetByteCount(zh));
        _records.Number((ulong)System.Text.Encoding.UTF8.GetByteCount(en));
        _records.Raw(zh);
        _records.Raw(en);
        WriteProvenance(unit);
        _zh.Add(zh);
        _en.Add(en);
    }

    /// <summary>Finishes the file and puts it in its place. Nothing can be added afterwards.</summary>
    public void Complete()
    {
        _options.OnProgress?.Invoke(_read, BuildStage.Signing);
        var header = new IndexHeader
        {
            Magic = IndexLayout.Magic,
            Version = IndexLayout.Version,
            FoldVersion = TextFold.Version,
            ZhUnit = (int)_options.ZhUnit,
            EnUnit = (int)_options.EnUnit,
            Units = _metas.Count,
            Copies = _copies.Count,
            UnitsRead = _read,
            Records = new IndexSection { Offset = IndexLayout.HeaderBytes, Length = _records.Position - IndexLayout.HeaderBytes },
        };
        header.Metas = _records.Section<UnitMeta>(CollectionsMarshal.AsSpan(_metas));
        var copies = _copies.OrderBy(static c => c.Unit).ToArray();
        header.CopyTable = _records.Section<CopyEntry>(copies);
        header.Strings = Texts(_strings);
        header.Sources = Texts(_sources.SelectMany(static s => new[] { s.Path, s.Stamp }));
        header.Zh = _zh.Write(_records, _options.SignatureBuffer);
        header.En = _en.Write(_records, _options.SignatureBuffer);
        _records.Align();
        _records.Flush();
        header.FileLength = _records.Position;
        _file.Position = IndexLayout.HeaderBytes;
        header.Body = BodyCheck.Of(_file);
        var bytes = MemoryMarshal.AsBytes(new Span<IndexHeader>(ref header));
        header.Check = IndexLayout.Check(bytes[..^8]);
        _file.Position = 0;
        _file.Write(bytes);
        _file.Flush(flushToDisk: true);
        _file.Dispose();
        File.Move(_building, _path, overwrite: true);
        _done = true;
    }

    /// <summary>Gives up what is not complete.</summary>
    public void Dispose()
    {
        _file.Dispose();
        _zh?.Dispose();
        _en?.Dispose();
        if (!_done)
        {
            File.Delete(_building);
        }
    }

    private UnitMeta MetaOf(TranslationUnit unit) => new()
    {
        Date = (unit.Changed ?? unit.Created) is { } date ? StoredDate.From(date) : StoredDate.None,
        Client = Intern(unit.Client),
        Origin = (byte)unit.Origin,
        Status = (byte)unit.Status,
        Score = unit.Score is { } score ? (byte)Math.Clamp(Math.Round(score * 100), 0, 100) : byte.MaxValue,
        Flags = (unit.ZhIsSource ? UnitFlags.ZhIsSource : 0) | (unit.Confidential ? UnitFlags.Confidential : 0),
    };

    private void WriteProvenance(TranslationUnit unit)
    {
        _records.Number((ulong)(_sources.Count - 1));
        _records.Number((ulong)Math.Max(0, unit.Location?.Line ?? 0));
        _records.Number((ulong)Math.Max(0, unit.Number));
        _records.Text(unit.Id);
        _records.Number((ulong)Intern(unit.ChangedBy.Length > 0 ? unit.ChangedBy : unit.CreatedBy));
        _records.Number((ulong)Intern(unit.Document));
        _records.Number((ulong)Intern(unit.Domain));
        _records.Text(unit.Previous);
        _records.Text(unit.Next);
    }

    private int Intern(string text)
    {
        if (!_stringNumbers.TryGetValue(text, out var number))
        {
            number = _strings.Count;
            _strings.Add(text);
            _stringNumbers.Add(text, number);
        }

        return number;
    }

    private IndexSection Texts(IEnumerable<string> texts)
    {
        _records.Align();
        var start = _records.Position;
        foreach (var text in texts)
        {
            _records.Text(text);
        }

        return new IndexSection { Offset = start, Length = _records.Position - start };
    }
}
