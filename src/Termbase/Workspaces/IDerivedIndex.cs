namespace Termbase.Workspaces;

/// <summary>
/// Something that is computed from source files and kept in <c>.termbase/</c>: a search index, match signatures, an automaton.
/// <see cref="DerivedStore"/> decides when it is built and where; the implementation only builds.
/// </summary>
public interface IDerivedIndex
{
    /// <summary>Short lower-case name; a folder of <c>.termbase/</c> is called so.</summary>
    string Name { get; }

    /// <summary>Raised with every change of what is written; another number is rebuilt.</summary>
    int SchemaVersion { get; }

    /// <summary>What analysed the text; another one is rebuilt.</summary>
    string Analyzer { get; }

    /// <summary>Full paths of the files it is computed from, as they are now.</summary>
    IReadOnlyList<string> Sources { get; }

    /// <summary>Writes a whole new generation into <see cref="DerivedBuild.Directory"/>.</summary>
    void Build(DerivedBuild build);
}

/// <summary>What an index is given to build a generation.</summary>
/// <param name="Directory">An empty folder.</param>
/// <param name="Sources">The files to read, full paths.</param>
/// <param name="Previous">Folder of the last sound generation of the same schema and analyzer, or null; for builds that go file by file.</param>
/// <param name="Changed">Those of <paramref name="Sources"/> that are new or changed against <paramref name="Previous"/>.</param>
/// <param name="Say">One line for people.</param>
/// <param name="Progress">Told how much was read.</param>
/// <param name="Cancellation">Ends the build; the last generation stays.</param>
public sealed record DerivedBuild(
    string Directory,
    IReadOnlyList<string> Sources,
    string? Previous,
    IReadOnlyList<string> Changed,
    Action<string>? Say,
    IProgress<DerivedProgress>? Progress,
    CancellationToken Cancellation);

/// <summary>How far a build is.</summary>
/// <param name="Index">Name of the index.</param>
/// <param name="File">The file being read.</param>
/// <param name="Units">Units or rows done so far.</param>
public sealed record DerivedProgress(string Index, string File, long Units);
