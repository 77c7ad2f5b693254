using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Recognition;

/// <summary>An occurrence of a term of the glossary.</summary>
/// <param name="Span">Where, in the original text (UTF-16 code units).</param>
/// <param name="Side">Language of the term.</param>
/// <param name="Form">How it is written.</param>
/// <param name="Renderings">The rows with this term; of a Chinese term, those whose <c>when</c> holds here.</param>
public readonly record struct TermMatch(TextSpan Span, TermSide Side, MatchForm Form, ImmutableArray<Rendering> Renderings)
{
    /// <summary>The term as the glossary writes it.</summary>
    public string Term => Side == TermSide.Zh ? Renderings[0].Zh : Renderings[0].En;
}
