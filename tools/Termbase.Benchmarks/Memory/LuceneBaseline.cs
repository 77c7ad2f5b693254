using System.Diagnostics;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Termbase.Matching;
using LuceneDocument = Lucene.Net.Documents.Document;

namespace Termbase.Benchmarks.Memory;

/// <summary>
/// The usual way: an inverted index (StandardAnalyzer: English words, single Chinese characters), the 50 best by BM25, compared with the
/// query by the same distance as ours and with the same bit-parallel code.
/// </summary>
internal sealed class LuceneBaseline : IDisposable
{
    private readonly FSDirectory _directory;
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;
    private readonly StandardAnalyzer _analyzer = new(LuceneVersion.LUCENE_48, Lucene.Net.Analysis.Util.CharArraySet.Empty);
    private readonly PreparedQuery _prepared = new();

    public LuceneBaseline(string folder)
    {
        _directory = FSDirectory.Open(folder);
        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader) { Similarity = new BM25Similarity() };
    }

    public static void Build(string tsv, string folder)
    {
        var watch = Stopwatch.StartNew();
        using var directory = FSDirectory.Open(folder);
        using var analyzer = new StandardAnalyzer(LuceneVersion.LUCENE_48, Lucene.Net.Analysis.Util.CharArraySet.Empty);
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer)
        {
            OpenMode = OpenMode.CREATE,
            RAMBufferSizeMB = 128,
            Similarity = new BM25Similarity(),
        };
        using var writer = new IndexWriter(directory, config);
        var type = new FieldType(TextField.TYPE_STORED) { IndexOptions = IndexOptions.DOCS_AND_FREQS };
        type.Freeze();
        var number = 0;
        foreach (var (zh, en) in Corpus.ReadTsv(tsv))
        {
            writer.AddDocument(new LuceneDocument { new Field("zh", zh, type), new Field("en", en, type), new StoredField("n", ++number) });
        }

        writer.ForceMerge(1);
        writer.Commit();
        MemoryWorker.Print("seconds", watch.Elapsed.TotalSeconds);
        MemoryWorker.Print("rate", number / watch.Elapsed.TotalSeconds);
        MemoryWorker.Print("disk", System.IO.Directory.EnumerateFiles(folder).Sum(static f => new FileInfo(f).Length) / 1048576.0);
    }

    public List<(int Unit, double Score)> Find(bool zh, string text)
    {
        var field = zh ? "zh" : "en";
        var query = new BooleanQuery();
        var terms = new HashSet<string>(StringComparer.Ordinal);
        using (var stream = _analyzer.GetTokenStream(field, text))
        {
            var term = stream.GetAttribute<ICharTermAttribute>();
            stream.Reset();
            while (stream.IncrementToken())
            {
                if (terms.Add(term.ToString()!) && terms.Count <= BooleanQuery.MaxClauseCount)
                {
                    query.Add(new TermQuery(new Term(field, term.ToString()!)), Occur.SHOULD);
                }
            }

            stream.End();
        }

        _prepared.Prepare(text, zh ? TokenUnit.Characters : TokenUnit.Words);
        var found = new List<(int Unit, double Score)>();
        foreach (var hit in _searcher.Search(query, 50).ScoreDocs)
        {
            var document = _searcher.Doc(hit.Doc);
            if (_prepared.Length > 0 && _prepared.TryCompare(System.Text.Encoding.UTF8.GetBytes(document.GetField(field).GetStringValue(System.Globalization.CultureInfo.InvariantCulture)!), 70, out var result))
            {
                var score = result.Score - (result.NumbersDiffer ? MatchPenalties.Default.Numbers : 0) - (result.ScriptsDiffer ? MatchPenalties.Default.OtherScript : 0);
                if (score >= 70)
                {
                    found.Add((document.GetField("n").GetInt32Value()!.Value, score));
                }
            }
        }

        found.Sort(static (a, b) => b.Score.CompareTo(a.Score));
        return found.Count > 5 ? found[..5] : found;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
        _analyzer.Dispose();
    }
}
