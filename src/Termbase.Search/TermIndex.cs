using Lucene.Net.Documents;
using Lucene.Net.Index;
using Termbase.Formats;
using Termbase.Formats.Csv;
using Termbase.Languages;
using Termbase.Model;
using Termbase.Search.Analysis;
using Termbase.Workspaces;

namespace Termbase.Search;

/// <summary>Index of the glossary: one document per rendering, for finding it, and one per concept, for showing it.</summary>
public sealed class TermIndex(Workspace workspace) : IDerivedIndex
{
    internal const string Exact = "key";
    internal const string Stem = "stem";
    internal const string Gram = "gram";
    internal const string Word = "word";
    internal const string StemWord = "stems";
    internal const string Pinyin = "pinyin";
    internal const string PinyinPart = "syllables";
    internal const string Length = "length";
    internal const string ConceptId = "concept";
    internal const string Payload = "payload";

    /// <inheritdoc/>
    public string Name => "terms";

    /// <inheritdoc/>
    public int SchemaVersion => 1;

    /// <inheritdoc/>
    public string Analyzer => SearchAnalysis.Words.Name;

    /// <inheritdoc/>
    public IReadOnlyList<string> Sources => workspace.GlossaryFiles;

    /// <inheritdoc/>
    public void Build(DerivedBuild build)
    {
        var log = new ReadLog();
        var glossary = GlossaryFolder.Load(build.Sources, log);
        if (log.Refused > 0)
        {
            build.Say?.Invoke(FormattableString.Invariant(
                $"{log.Refused} of {log.Read} glossary rows were refused; 'termbase doctor' on the files says why"));
        }

        using var words = SearchAnalysis.Words.Create();
        using var lucene = new LuceneWriter(build.Directory);
        long units = 0;
        foreach (var concept in glossary.Concepts)
        {
            build.Cancellation.ThrowIfCancellationRequested();
            lucene.Writer.AddDocument([new StringField("id", concept.Id, Field.Store.NO), new StoredField(Payload, ConceptCodec.Write(concept, glossary.Sources))]);
            for (var i = 0; i < concept.Renderings.Length; i++)
            {
                lucene.Writer.AddDocument(Fields(concept.Renderings[i], i, words));
            }

            build.Progress?.Report(new DerivedProgress(Name, concept.Renderings[0].Location?.Path ?? "", units += concept.Renderings.Length));
        }

        lucene.Commit();
    }

    private static List<IIndexableField> Fields(Rendering rendering, int number, Lucene.Net.Analysis.Analyzer analyzer)
    {
        var zh = SearchAnalysis.Key(rendering.Zh);
        var en = SearchAnalysis.Key(rendering.En);
        var enWords = SearchAnalysis.LatinWords(en);
        var stems = SearchAnalysis.Stems(enWords);
        var fields = new List<IIndexableField>
        {
            new StoredField(ConceptId, rendering.Concept),
            new StoredField("number", number),
            new NumericDocValuesField(Length, zh.Length),
        };
        Add(Exact, [zh, en]);
        Add(Stem, [string.Join(' ', stems)]);
        Add(StemWord, stems);
        Add(Word, enWords.Concat(SearchAnalysis.LatinWords(zh)));
        Add(Gram, SearchAnalysis.Grams(zh).Concat(SearchAnalysis.Grams(en)).Concat(SearchAnalysis.ChineseWords(analyzer, zh)));
        var syllables = rendering.Pinyin.Length > 0
            ? rendering.Pinyin.Split([' ', '\'', '-'], StringSplitOptions.RemoveEmptyEntries).Select(Romanization.Fold).ToList()
            : Romanization.PinyinSyllables(rendering.Zh).Select(Romanization.Fold).ToList();
        Add(Pinyin, [string.Concat(syllables)]);
        Add(PinyinPart, syllables.Select((_, i) => string.Concat(syllables.Skip(i))));
        return fields;

        void Add(string name, IEnumerable<string> terms)
        {
            foreach (var term in terms.Where(static t => t.Length is > 0 and < 8000).Distinct(StringComparer.Ordinal))
            {
                fields.Add(new StringField(name, term, Field.Store.NO));
            }
        }
    }
}
