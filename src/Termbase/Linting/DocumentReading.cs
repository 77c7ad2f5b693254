using System.Collections.Immutable;
using Termbase.Documents;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Linting;

/// <summary>What several rules want to know of a document, each thing read once, when first asked for. Thread-safe.</summary>
internal sealed class DocumentReading(LintDocument document)
{
    private readonly Lazy<ImmutableArray<GlossUse>> _uses = new(() => [.. document.Pairs.Select(pair => new GlossUse(pair, document.IsPublished))]);
    private readonly Lazy<ImmutableArray<NameRun>> _names = new(() => [.. NameRun.Of(document.Document)]);
    private readonly Lazy<ImmutableArray<AcronymPlace>> _acronyms = new(() => [.. AcronymScan.In(document.Document)]);
    private readonly Lazy<ImmutableArray<IssuedTitle>> _titles = new(() => [.. IssuedTitle.In(document)]);
    private readonly ImmutableArray<TextSpan>[] _sentences = new ImmutableArray<TextSpan>[document.Document.Blocks.Length];
    private readonly BracketLevels?[] _levels = new BracketLevels?[document.Document.Blocks.Length];

    /// <summary>The document that was read.</summary>
    public LintDocument Document => document;

    /// <summary>Its glosses with the forms by which they are compared, in the order of <see cref="LintDocument.Pairs"/>.</summary>
    public ImmutableArray<GlossUse> Uses => _uses.Value;

    /// <summary>Its capitalised words in a row, in order.</summary>
    public ImmutableArray<NameRun> Names => _names.Value;

    /// <summary>Its acronyms but those that every reader knows, in order.</summary>
    public ImmutableArray<AcronymPlace> Acronyms => _acronyms.Value;

    /// <summary>The titles of issued documents in it, in order.</summary>
    public ImmutableArray<IssuedTitle> Titles => _titles.Value;

    /// <summary>The sentences of one of its blocks.</summary>
    public ImmutableArray<TextSpan> Sentences(Block block)
    {
        // Read twice at worst, with the same result.
        ref var sentences = ref _sentences[block.Index];
        return sentences.IsDefault ? sentences = SentenceSplitter.Split(block.Text) : sentences;
    }

    /// <summary>The brackets of one of its blocks.</summary>
    public BracketLevels Levels(Block block) => _levels[block.Index] ??= new BracketLevels(block.Text);
}
