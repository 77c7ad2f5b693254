using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Workspaces;

/// <summary>What an edit of the glossary did. Immutable.</summary>
/// <param name="Concept">The concept's id.</param>
/// <param name="Location">File and line of the row.</param>
/// <param name="IsNew">Whether a row was added.</param>
/// <param name="IsChanged">Whether anything was written.</param>
/// <param name="Messages">What else happened or is worth knowing, a line each.</param>
public sealed record TermEdit(
    string Concept, SourceLocation Location, bool IsNew, bool IsChanged, ImmutableArray<string> Messages);
