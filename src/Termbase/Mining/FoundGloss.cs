using System.Collections.Immutable;
using Termbase.Documents;
using Termbase.Model;

namespace Termbase.Mining;

/// <summary>A gloss with the places where its English may begin, before the documents as a whole have been asked.</summary>
internal sealed class FoundGloss
{
    public required Document Document { get; init; }

    public required Block Block { get; init; }

    public required GlossKind Kind { get; init; }

    public required GlossContent Content { get; init; }

    /// <summary>What marks in the text decide (quotes, italics, a title line); null where <see cref="Candidates"/> are to be weighed.</summary>
    public BoundaryChoice? Fixed { get; init; }

    public Block? EnBlock { get; init; }

    public List<BoundaryCandidate> Candidates { get; init; } = [];

    /// <summary>Most confidence that its shape allows: nothing between Chinese and English is less sure than a bracket.</summary>
    public double Ceiling { get; init; } = 1;

    /// <summary>Share of the Chinese that must be explained for the English to count at all.</summary>
    public double LeastCoverage { get; init; }

    public BoundaryChoice? Choice
    {
        get
        {
            var choice = Fixed ?? BoundaryScorer.Choose(Candidates);
            return choice is null || choice.Coverage < LeastCoverage ? null : choice with { Confidence = Math.Min(choice.Confidence, Ceiling) };
        }
    }

    public string Zh => Content.Chinese[0].Of(Block.Text);

    public IEnumerable<MinedPair> Pairs()
    {
        var choice = Choice;
        foreach (var span in Content.Chinese)
        {
            yield return new MinedPair
            {
                Zh = span.Of(Block.Text),
                En = choice?.Span.Of((EnBlock ?? Block).Text) ?? "",
                Kind = Kind,
                Document = Document,
                Block = Block,
                ZhSpan = span,
                EnBlock = choice is null ? null : EnBlock,
                EnSpan = choice?.Span ?? new TextSpan(span.Start, 0),
                Acronym = Content.Acronym,
                Pinyin = Content.Pinyin,
                OtherEnglish = Content.English,
                Confidence = choice?.Confidence ?? 0,
                Reasons = choice?.Reasons ?? ["no English beside it"],
            };
        }
    }
}
