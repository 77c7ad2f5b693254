using Lucene.Net.Analysis;

namespace Termbase.Search.Analysis;

/// <summary>How Chinese is cut into words. The build chooses one implementation.</summary>
internal interface IWordAnalysis
{
    /// <summary>Recorded in the index; another name rebuilds it.</summary>
    string Name { get; }

    /// <summary>A new analyzer; the caller disposes it.</summary>
    Analyzer Create();
}
