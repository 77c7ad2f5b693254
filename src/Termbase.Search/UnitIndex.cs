using System.Globalization;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Termbase.Formats;
using Termbase.Languages;
using Termbase.Model;
using Termbase.Search.Analysis;
using Termbase.Workspaces;

namespace Termbase.Search;

/// <summary>
/// Index of the memories for the concordance: grams and words as postings without positions or frequencies, and the text itself,
/// on which hits are verified. One document per unit, in the order of the files.
/// </summary>
public sealed class UnitIndex(Workspace workspace) : IDerivedIndex
{
    internal const string Gram = "gram";

    private static readonly FieldType Posting = new(StringField.TYPE_NOT_STORED) { IndexOptions = IndexOptions.DOCS_ONLY };

    /// <inheritdoc/>
    public string Name => "units";

    /// <inheritdoc/>
    public int SchemaVersion => 2;

    /// <inheritdoc/>
    public string Analyzer => SearchAnalysis.Words.Name;

    /// <inheritdoc/>
    public IReadOnlyList<string> Sources => workspace.MemoryFiles;

    /// <inheritdoc/>
    public void Build(DerivedBuild build)
    {
        var log = new ReadLog();
        using var words = SearchAnalysis.Words.Create();
        using var lucene = new LuceneWriter(build.Directory);
        long units = 0;
        foreach (var unit in Workspace.ReadMemory(build.Sources, log))
        {
            build.Cancellation.ThrowIfCancellationRequested();
            lucene.Writer.AddDocument(Fields(unit, words, workspace));
            if (++units % 1000 == 0)
            {
                build.Progress?.Report(new DerivedProgress(Name, unit.Location?.Path ?? "", units));
            }
        }

        lucene.Commit();
        if (log.Refused > 0)
        {
            build.Say?.Invoke(FormattableString.Invariant(
                $"{log.Refused} of {log.Read} units of the memories were refused; 'termbase doctor' on the files says why"));
        }
    }

    private static List<IIndexableField> Fields(TranslationUnit unit, Lucene.Net.Analysis.Analyzer words, Workspace workspace)
    {
        var fields = new List<IIndexableField>
        {
            new StoredField("unit", unit.Id.Length > 0 ? unit.Id : unit.Number.ToString(CultureInfo.InvariantCulture)),
            // From the root: a workspace that is moved keeps its index.
            new StoredField("file", unit.Location is { } at ? workspace.Relative(at.Path) : ""),
            new StoredField("line", unit.Location?.Line ?? 0),
            new StoredField("source", unit.Source.Segment.Text),
            new StoredField("target", unit.Target.Segment.Text),
        };
        var zh = Normalizer.Normalize(unit.Zh.Segment.Text, NormalizerOptions.Text).Text;
        var grams = SearchAnalysis.Grams(zh);
        grams.UnionWith(SearchAnalysis.Grams(Normalizer.Normalize(unit.En.Segment.Text, NormalizerOptions.Text).Text));
#if SMARTCN
        grams.UnionWith(SearchAnalysis.ChineseWords(words, zh));
#else
        // The words of the default analysis are the bigrams that are there already.
        _ = words;
#endif
        foreach (var gram in grams)
        {
            if (gram.Length < 8000)
            {
                fields.Add(new Field(Gram, gram, Posting));
            }
        }

        return fields;
    }
}
