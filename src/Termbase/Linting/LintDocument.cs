using System.Collections.Immutable;
using Termbase.Documents;
using Termbase.Linting.Bitext;
using Termbase.Mining;
using Termbase.Model;

namespace Termbase.Linting;

/// <summary>A document with what was read out of it once for all rules. Immutable and thread-safe.</summary>
/// <param name="Document">The document.</param>
/// <param name="Pairs">The glosses mined from it, in the order of the text.</param>
/// <param name="IsPublished">Whether it cannot be changed: it serves as evidence and as related places only.</param>
public sealed record LintDocument(Document Document, ImmutableArray<MinedPair> Pairs, bool IsPublished)
{
    /// <summary>The path under which it is reported.</summary>
    public string Path => Document.Path;

    /// <summary>Whether it is the Chinese side of a unit: what looks English in it is quoted.</summary>
    public bool IsChinese { get; init; }
}

/// <summary>A unit of a bitext as rules see it. Immutable.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Path">The file.</param>
public sealed record LintUnit(TranslationUnit Unit, string Path)
{
    private UnitReading? _reading;

    /// <summary>What several rules want to know of it, read once, when first asked for; not thread-safe.</summary>
    internal UnitReading Reading => _reading ??= new UnitReading(Unit);
}
