using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Termbase.Search;

/// <summary>
/// A writer into an empty folder. Lucene's own lock is off: it does not keep a second process out, and
/// <see cref="Workspaces.DerivedStore"/> does.
/// </summary>
internal sealed class LuceneWriter : IDisposable
{
    private readonly FSDirectory _directory;

    /// <param name="path">The folder.</param>
    /// <param name="keepOrder">Whether documents keep the numbers they are added under: nothing is merged.</param>
    public LuceneWriter(string path, bool keepOrder = false)
    {
        _directory = FSDirectory.Open(path, NoLockFactory.GetNoLockFactory());
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())
        {
            OpenMode = OpenMode.CREATE,
            RAMBufferSizeMB = 96,
        };
        if (keepOrder)
        {
            config.MergePolicy = NoMergePolicy.COMPOUND_FILES;
        }

        Writer = new IndexWriter(_directory, config);
    }

    public IndexWriter Writer { get; }

    public void Commit()
    {
        Writer.Commit();
    }

    public void Dispose()
    {
        Writer.Dispose();
        _directory.Dispose();
    }

    /// <summary>As <see cref="Open"/>, after reading every file and comparing its checksum; a damaged one is an <see cref="IOException"/>.</summary>
    public static DirectoryReader OpenVerified(string path)
    {
        var reader = Open(path);
        try
        {
            foreach (var leaf in reader.Leaves)
            {
                leaf.AtomicReader.CheckIntegrity();
            }

            return reader;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>Opens what was written, for reading; the caller disposes it.</summary>
    public static DirectoryReader Open(string path) => DirectoryReader.Open(FSDirectory.Open(path, NoLockFactory.GetNoLockFactory()));
}
