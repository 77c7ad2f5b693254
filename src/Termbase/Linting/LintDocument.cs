using System.Collections.Immutable;
using System.Runtime.CompilerServices;
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

    private DocumentReading? _reading;

    /// <summary>Whether it is the Chinese side of a unit: what looks English in it is quoted.</summary>
    public bool IsChinese { get; init; }

    /// <summary>A document is itself alone, whatever was read of it so far.</summary>
    public bool Equals(LintDocument? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>What several rules want to know of it; a copy with other content reads anew.</summary>
    internal DocumentReading Reading
    {
        get
        {
            var read = Volatile.Read(ref _reading);
            if (!ReferenceEquals(read?.Document, this))
            {
                var made = new DocumentReading(this);
                read = ReferenceEquals(Interlocked.CompareExchange(ref _reading, made, read), read) ? made : _reading!;
            }

            return read!;
        }
    }
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
