using Termbase.Model;

namespace Termbase.Recognition;

/// <summary>An occurrence as the automaton sees it.</summary>
/// <param name="Span">Where, in the original text.</param>
/// <param name="Entry">Number of the <see cref="TermEntry"/>.</param>
/// <param name="Side">Language of the term.</param>
/// <param name="Form">How it is written.</param>
public readonly record struct RawMatch(TextSpan Span, int Entry, TermSide Side, MatchForm Form);
