using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cn.Smart;
using Lucene.Net.Util;

namespace Termbase.Search.Analysis;

/// <summary>Words by SmartCn's hidden Markov model; compiled with <c>-p:ChineseAnalyzer=SmartCn</c> only.</summary>
internal sealed class SmartCnWordAnalysis : IWordAnalysis
{
    public string Name => "SmartCn";

    public Analyzer Create() => new SmartChineseAnalyzer(LuceneVersion.LUCENE_48, useDefaultStopWords: false);
}
