using Termbase.Model;

namespace Termbase.Recognition;

/// <summary>One term of one language, as <see cref="TermAutomaton.Build"/> takes it. Its number is its place in the list.</summary>
/// <param name="Text">The term as the glossary writes it.</param>
/// <param name="Side">Its language.</param>
/// <param name="Type">What kind of term: names, titles and phrases are not inflected.</param>
/// <param name="Pos">Part of speech as in the glossary; several joined by <c>|</c>; empty counts as noun.</param>
public readonly record struct TermEntry(string Text, TermSide Side, TermType Type = TermType.Full, string Pos = "");
