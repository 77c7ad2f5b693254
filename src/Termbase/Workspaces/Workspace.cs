using Termbase.Formats;
using Termbase.Formats.Csv;
using Termbase.Linting.Custom;
using Termbase.Model;

namespace Termbase.Workspaces;

/// <summary>
/// The one way into a folder with glossaries and memories, for the command line and every other host. Nothing is read before it is
/// asked for. Files are looked up when asked for, so a long-lived workspace sees new ones; <see cref="Glossary"/> is read once.
/// Not thread-safe while the lazy members are first used.
/// </summary>
public sealed class Workspace
{
    private WorkspaceConfig? _config;
    private Glossary? _glossary;

    private Workspace(string root) : this(root, new DerivedStore(root))
    {
    }

    internal Workspace(string root, DerivedStore derived)
    {
        Root = root;
        Derived = derived;
    }

    /// <summary>Full path of its folder.</summary>
    public string Root { get; }

    /// <summary>What is computed from its files.</summary>
    public DerivedStore Derived { get; }

    /// <summary>Path of its <c>termbase.toml</c>, or null where there is none.</summary>
    public string? ConfigPath => Path.Combine(Root, WorkspaceConfig.FileName) is var path && File.Exists(path) ? path : null;

    /// <summary>Its settings; throws <see cref="InputException"/> at the first mistake in the file.</summary>
    public WorkspaceConfig Config => _config ??= ConfigPath is { } path ? WorkspaceConfig.Load(path) : WorkspaceConfig.Default;

    /// <summary>What was met while <see cref="Glossary"/> was read.</summary>
    public ReadLog GlossaryLog { get; private set; } = new();

    /// <summary>The termbase, read at first use; bad rows are in <see cref="GlossaryLog"/>.</summary>
    public Glossary Glossary => _glossary ??= GlossaryFolder.Load(GlossaryFiles, GlossaryLog);

    /// <summary>Its glossary files with those for evidence, sources and domains; full paths in ordinal order.</summary>
    public IReadOnlyList<string> GlossaryFiles => Files(Config.Glossary);

    /// <summary>Its memories; full paths in ordinal order.</summary>
    public IReadOnlyList<string> MemoryFiles => Files(Config.Memory);

    /// <summary>
    /// The user's own rules, of <c>termbase.toml</c> and of its rule files, in that order; throws <see cref="InputException"/> at the
    /// first mistake, with its line.
    /// </summary>
    public IReadOnlyList<CustomRule> CustomRules
    {
        get
        {
            var problems = new List<ReadProblem>();
            var rules = Config.Custom.ToList();
            foreach (var file in Files(Config.RuleFiles))
            {
                using var text = new StringReader(TextFile.Read(file));
                rules.AddRange(CustomRuleReader.ReadCsv(text, file, problems));
            }

            if (problems.Count > 0)
            {
                throw new InputException(problems[0].Location, problems[0].Message);
            }

            return rules.GroupBy(static r => r.Name, StringComparer.Ordinal).FirstOrDefault(static g => g.Count() > 1) is { } twice
                ? throw new InputException(twice.Last().Place ?? SourceLocation.File(WorkspaceConfig.FileName), $"there are two rules called {twice.Key}; give one another name")
                : rules;
        }
    }

    /// <summary>The documents being worked on.</summary>
    public IReadOnlyList<string> DraftFiles => Files(Config.Draft);

    /// <summary>The documents that cannot be changed any more.</summary>
    public IReadOnlyList<string> PublishedFiles => Files(Config.Published);

    /// <summary>
    /// Opens <paramref name="directory"/>; where none is given, the nearest folder from the current one upwards that has a
    /// <c>termbase.toml</c>, else the current folder with default patterns. Throws <see cref="InputException"/> where the folder
    /// does not exist.
    /// </summary>
    public static Workspace Open(string? directory, string? startIn = null)
    {
        if (directory is not null)
        {
            return Directory.Exists(directory)
                ? new Workspace(Path.GetFullPath(directory))
                : throw new InputException(SourceLocation.File(directory), "there is no such folder; give the folder of the workspace");
        }

        var here = startIn ?? Directory.GetCurrentDirectory();
        for (var at = here; at is not null; at = Path.GetDirectoryName(at))
        {
            if (File.Exists(Path.Combine(at, WorkspaceConfig.FileName)))
            {
                return new Workspace(at);
            }
        }

        return new Workspace(here);
    }

    /// <summary>
    /// All units of all memories, streamed. A file that cannot be read at all is one refused entry of the log; the others follow.
    /// </summary>
    public IEnumerable<TranslationUnit> ReadMemory(ReadLog log) => ReadMemory(MemoryFiles, log);

    /// <summary>Like <see cref="ReadMemory(ReadLog)"/>, of some files.</summary>
    public static IEnumerable<TranslationUnit> ReadMemory(IEnumerable<string> files, ReadLog log)
    {
        foreach (var file in files)
        {
            IEnumerator<TranslationUnit>? units = null;
            try
            {
                while (Next(file, log, ref units))
                {
                    yield return units!.Current;
                }
            }
            finally
            {
                units?.Dispose();
            }
        }
    }

    /// <summary>Published where a pattern of published documents fits and none of drafts; else draft.</summary>
    public DocumentRole RoleOf(string path)
    {
        var relative = Relative(path);
        return Config.Published.Any(p => p.IsMatch(relative)) && !Config.Draft.Any(p => p.IsMatch(relative))
            ? DocumentRole.Published
            : DocumentRole.Draft;
    }

    /// <summary>A path as seen from the workspace, with forward slashes.</summary>
    public string Relative(string path) => Path.GetRelativePath(Root, Path.GetFullPath(path)).Replace('\\', '/');

    /// <summary>Forgets what was read, after an edit.</summary>
    internal void Forget()
    {
        _glossary = null;
        GlossaryLog = new ReadLog();
    }

    private static bool Next(string file, ReadLog log, ref IEnumerator<TranslationUnit>? units)
    {
        try
        {
            units ??= FormatCatalog.ReadUnits(file, log).GetEnumerator();
            return units.MoveNext();
        }
        catch (Exception e) when (e is InputException or IOException or UnauthorizedAccessException)
        {
            log.CountRead();
            log.Refuse((e as InputException)?.Location ?? SourceLocation.File(file), "", ReadLog.UnreadableFile, e.Message);
            return false;
        }
    }

    private List<string> Files(IEnumerable<GlobPattern> patterns)
    {
        var files = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var pattern in patterns)
        {
            files.UnionWith(pattern.Files(Root));
        }

        return [.. files];
    }
}
