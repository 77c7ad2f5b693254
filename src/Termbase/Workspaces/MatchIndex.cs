using System.Security.Cryptography;
using System.Text;
using Termbase.Formats;
using Termbase.Matching;
using Termbase.Model;

namespace Termbase.Workspaces;

/// <summary>The match index of the workspace's memories, kept in <c>.termbase/match</c>.</summary>
public sealed class MatchIndex : IDerivedIndex
{
    private readonly Workspace _workspace;
    private readonly IReadOnlyList<string>? _sources;

    /// <summary>
    /// Of the workspace's memories, or of <paramref name="sources"/> (full paths) where given; these have an index of their own in the
    /// same cache.
    /// </summary>
    public MatchIndex(Workspace workspace, IReadOnlyList<string>? sources = null)
    {
        _workspace = workspace;
        _sources = sources;
        Name = sources is null
            ? "match"
            : "match-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', sources.Select(workspace.Relative)))).AsSpan(0, 6));
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public int SchemaVersion => MemoryIndexSet.SchemaVersion;

    /// <inheritdoc/>
    public string Analyzer => $"zh {_workspace.Config.Match.ZhUnit}, en {_workspace.Config.Match.EnUnit}".ToLowerInvariant();

    /// <inheritdoc/>
    public IReadOnlyList<string> Sources => _sources ?? _workspace.MemoryFiles;

    /// <summary>
    /// Opens the index, built or refreshed first where a memory changed; null where there is no memory at all. Dispose of both.
    /// With <paramref name="verify"/> every byte is read, and what is damaged is built again.
    /// </summary>
    public (DerivedGeneration Generation, MemoryIndexSet Set)? Open(
        Action<string>? say = null, IProgress<DerivedProgress>? progress = null, bool verify = false, CancellationToken cancellation = default)
    {
        return Sources.Count == 0 ? null : _workspace.Derived.Open(this, OpenSet, say, progress, cancellation);

        MemoryIndexSet OpenSet(string folder)
        {
            var set = MemoryIndexSet.Open(folder);
            try
            {
                if (verify)
                {
                    set.Verify(cancellation);
                }

                return set;
            }
            catch
            {
                set.Dispose();
                throw;
            }
        }
    }

    /// <inheritdoc/>
    public void Build(DerivedBuild build)
    {
        var log = new ReadLog();
        long units = 0;
        // Paths from the root: a workspace that is moved keeps its index.
        var options = new SignatureIndexOptions { ZhUnit = _workspace.Config.Match.ZhUnit, EnUnit = _workspace.Config.Match.EnUnit };
        MemoryIndexSet.Build(build.Directory, build.Sources, build.Previous, build.Changed.ToHashSet(StringComparer.Ordinal), Read, _workspace.Relative, options);
        if (log.Refused > 0)
        {
            build.Say?.Invoke(FormattableString.Invariant(
                $"{log.Refused} of {log.Read} units of the memories were refused; 'termbase doctor' on the files says why"));
        }

        IEnumerable<TranslationUnit> Read(string file)
        {
            foreach (var unit in Workspace.ReadMemory([file], log))
            {
                build.Cancellation.ThrowIfCancellationRequested();
                if (++units % 5000 == 0)
                {
                    build.Progress?.Report(new DerivedProgress(Name, file, units));
                }

                yield return unit;
            }
        }
    }
}
