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
                postings.Add(part, shard => part.Shard(folder, shard), verify);
            }

            return postings;
        }
        catch
        {
            postings.Dispose();
            throw;
        }
    }

    /// <summary>Opens the shards of one part, wherever they are.</summary>
    public static UnitPostings OpenShards(UnitPart part, Func<int, string> folderOf)
    {
        var postings = new UnitPostings([part]);
        postings.Add(part, folderOf, verify: false);
        return postings;
    }

    /// <summary>Whether the postings are those of these texts.</summary>
    public bool Fits(MemoryIndexSet set) => set.Indexes.Select(UnitPart.Of).SequenceEqual(_parts);

    /// <summary>All shards together; documents are numbered part by part, unit by unit.</summary>
    public IndexSearcher Searcher() => new(_all ??= new MultiReader([.. _readers], closeSubReaders: false));

    private void Add(UnitPart part, Func<int, string> folderOf, bool verify)
    {
        var units = 0;
        for (var shard = 0; shard < UnitIndex.ShardCount(part.Units); shard++)
        {
            var reader = verify ? LuceneWriter.OpenVerified(folderOf(shard)) : LuceneWriter.Open(folderOf(shard));
            _readers.Add(reader);
            units += reader.MaxDoc;
        }

        if (units != part.Units)
        {
            throw new InvalidDataException("a shard is not whole");
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
