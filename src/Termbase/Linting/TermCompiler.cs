using Termbase.Model;
using Termbase.Recognition;

namespace Termbase.Linting;

/// <summary>
/// Makes the matcher of a glossary, or of a part of its rows, for rules; a host may take it from a cache. Thread-safe.
/// </summary>
/// <param name="part">A short lower-case name of the part, the same for the same choice of rows; empty for the whole glossary.</param>
/// <param name="glossary">The rows.</param>
public delegate TermMatcher TermCompiler(string part, Glossary glossary);
