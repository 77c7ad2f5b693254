using Lucene.Net.Index;
using Termbase.Model;
using Termbase.Workspaces;

namespace Termbase.Search;

/// <summary>
/// The search indexes of a workspace, opened when first asked for and brought up to date then. While it is not disposed, it sees one
/// state. Asking is thread-safe; the first use of <see cref="Terms"/> and <see cref="Units"/> is not.
/// </summary>
public sealed class SearchHost : IDisposable
{
    private readonly Workspace _workspace;
    private readonly Action<string>? _say;
    private readonly IProgress<DerivedProgress>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly bool _verify;
    private readonly List<IDisposable> _open = [];
    private TermLookup? _terms;
    private Concordance? _units;

    private SearchHost(Workspace workspace, Action<string>? say, IProgress<DerivedProgress>? progress, bool verify, CancellationToken cancellation)
    {
        _workspace = workspace;
        _say = say;
        _progress = progress;
        _cancellation = cancellation;
        _verify = verify;
    }

    /// <summary>Lookup in the glossary.</summary>
    public TermLookup Terms => _terms ??= new TermLookup(Reader(new TermIndex(_workspace)));

    /// <summary>Search in the memories.</summary>
    public Concordance Units => _units ??= OpenUnits();

    /// <summary>Opens nothing yet.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="say">Gets lines for people: rebuilding, waiting.</param>
    /// <param name="progress">Told how a build goes.</param>
    /// <param name="verify">Whether every byte is read and what is damaged is built again.</param>
    /// <param name="cancellation">Ends waiting and building.</param>
    public static SearchHost Open(
        Workspace workspace,
        Action<string>? say = null,
        IProgress<DerivedProgress>? progress = null,
        bool verify = false,
        CancellationToken cancellation = default) =>
        new(workspace, say, progress, verify, cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            _open[i].Dispose();
        }

        _open.Clear();
    }

    private Concordance OpenUnits()
    {
        var index = new UnitIndex(_workspace);

        // The postings and the texts are two indexes. A memory that changes between opening the one and the other leaves two that do not belong
        // together: then the next look finds both renewed; if not, the postings are made again.
        for (var attempt = 0; attempt < 10 && index.Sources.Count > 0; attempt++)
        {
            var isForeign = attempt > 2;
            var (generation, postings) = _workspace.Derived.Open(index, Open, _say, _progress, _cancellation);
            _open.Add(generation);
            _open.Add(postings);
            if (new MatchIndex(_workspace).Open(_say, _progress, _verify, _cancellation) is var (texts, set))
            {
                _open.Add(texts);
                _open.Add(set);
                if (postings.Fits(set))
                {
                    return new Concordance(postings.Searcher(), set.Indexes);
                }
            }

            UnitPostings Open(string folder)
            {
                if (isForeign)
                {
                    isForeign = false;
                    throw new InvalidDataException("the postings of other texts");
                }

                return UnitPostings.Open(folder, _verify);
            }
        }

        return index.Sources.Count == 0
            ? new Concordance(null, [])
            : throw new InputException(SourceLocation.File(_workspace.Root), "the memories change faster than they can be read; try again");
    }

    // Where there is nothing to index, no cache folder is made either.
    private DirectoryReader? Reader(IDerivedIndex index)
    {
        if (index.Sources.Count == 0)
        {
            return null;
        }

        var (generation, reader) = _workspace.Derived.Open<DirectoryReader>(index, _verify ? LuceneWriter.OpenVerified : LuceneWriter.Open, _say, _progress, _cancellation);
        _open.Add(generation);
        _open.Add(reader);
        return reader;
    }
}
