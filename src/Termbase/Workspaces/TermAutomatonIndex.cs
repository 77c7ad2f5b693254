using Termbase.Model;
using Termbase.Recognition;

namespace Termbase.Workspaces;

/// <summary>
/// The compiled terms of a glossary of the workspace, kept in <c>.termbase/automaton…</c>. They hold for one build of the library,
/// and are compared with the glossary when they are read, so stale ones are never used.
/// </summary>
public sealed class TermAutomatonIndex : IDerivedIndex
{
    private const string FileName = "terms.bin";

    private readonly Workspace _workspace;
    private readonly Glossary _glossary;

    /// <summary>Of the workspace's whole glossary, or of a part of its rows.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="part">A short lower-case name for the part; empty for the whole.</param>
    /// <param name="rows">The rows of the part; null for <see cref="Workspace.Glossary"/>.</param>
    public TermAutomatonIndex(Workspace workspace, string part = "", Glossary? rows = null)
    {
        _workspace = workspace;
        _glossary = rows ?? workspace.Glossary;
        Name = part.Length == 0 ? "automaton" : "automaton-" + part;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>
    /// Another for every build of the library: which forms a term may take is code, and a list of them made by other code is stale.
    /// </summary>
    public int SchemaVersion => BitConverter.ToInt32(typeof(TermAutomaton).Module.ModuleVersionId.ToByteArray());

    /// <inheritdoc/>
    public string Analyzer => "all forms";

    /// <inheritdoc/>
    public IReadOnlyList<string> Sources => _workspace.GlossaryFiles;

    /// <summary>
    /// The matcher, compiled first where a glossary file changed. Where no cache can be written anywhere it is compiled all the same.
    /// </summary>
    public TermMatcher Open(
        MatchPolicy? policy = null, Action<string>? say = null, IProgress<DerivedProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (_glossary.Renderings.IsEmpty || Sources.Count == 0)
        {
            return TermMatcher.Create(_glossary, policy);
        }

        try
        {
            var (generation, matcher) = _workspace.Derived.Open(this, Load, say, progress, cancellation);
            generation.Dispose();
            return matcher;
        }
        catch (Exception e) when (e is InputException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return TermMatcher.Create(_glossary, policy);
        }

        TermMatcher Load(string folder)
        {
            // Large arrays are read straight into their place; a buffer would be a copy.
            using var file = new FileStream(Path.Combine(folder, FileName), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
            return TermMatcher.Create(_glossary, TermAutomaton.Load(file), policy);
        }
    }

    /// <inheritdoc/>
    public void Build(DerivedBuild build)
    {
        ArgumentNullException.ThrowIfNull(build);
        using var file = File.Create(Path.Combine(build.Directory, FileName));
        TermMatcher.Create(_glossary).Automaton.Save(file);
    }
}
