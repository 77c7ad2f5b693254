using Lucene.Net.Index;
using Lucene.Net.Search;
using Termbase.Matching;

namespace Termbase.Search;

/// <summary>A generation of <see cref="UnitIndex"/>, open. Dispose of it after its readers' last use. Searching is thread-safe, the first <see cref="Searcher"/> is not.</summary>
internal sealed class UnitPostings : IDisposable
{
    private readonly List<UnitPart> _parts;
    private readonly List<DirectoryReader> _readers = [];
    private MultiReader? _all;

    private UnitPostings(List<UnitPart> parts) => _parts = parts;

    /// <summary>Opens the shards of a folder. Throws where one is damaged.</summary>
    public static UnitPostings Open(string folder, bool verify)
    {
        var postings = new UnitPostings(UnitPart.ReadList(folder));
        try
        {
            foreach (var part in postings._parts)
            {
                postings.Add(part, folder, verify);
            }

            return postings;
        }
        catch
        {
            postings.Dispose();
            throw;
        }
    }

    /// <summary>Whether the postings are those of these texts.</summary>
    public bool Fits(MemoryIndexSet set) => set.Indexes.Length == _parts.Count && _parts.Zip(set.Indexes).All(static p => p.First.IsOf(p.Second));

    /// <summary>All shards together; documents are numbered part by part, unit by unit.</summary>
    public IndexSearcher Searcher() => new(_all ??= new MultiReader([.. _readers], closeSubReaders: false));

    private void Add(UnitPart part, string folder, bool verify)
    {
        foreach (var shard in part.Shards)
        {
            var reader = verify ? LuceneWriter.OpenVerified(shard.Folder(folder)) : LuceneWriter.Open(shard.Folder(folder));
            _readers.Add(reader);
            if (reader.MaxDoc != shard.Units)
            {
                throw new InvalidDataException("a shard is not whole");
            }
        }
    }

    public void Dispose()
    {
        // It counts as a user of each shard: without this their files stay mapped.
        _all?.Dispose();
        foreach (var reader in _readers)
        {
            reader.Dispose();
        }
    }
}
