using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace Termbase.Search.Analysis;

/// <summary>The default: what the common analyzers offer, bigrams for words.</summary>
internal sealed class CjkWordAnalysis : IWordAnalysis
{
    public string Name => "Cjk";

    public Analyzer Create() => new CJKAnalyzer(LuceneVersion.LUCENE_48, CharArraySet.Empty);
}
