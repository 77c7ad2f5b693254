using System.Globalization;
using System.Text;
using Termbase.Model;

namespace Termbase.Workspaces;

/// <summary>
/// The one owner of <c>.termbase/</c>. Each index has a folder with numbered generations, a small file <c>current</c> that names the
/// one that holds, and a file <c>lock</c> that a writer keeps open. A generation is built aside and becomes current by one rename,
/// so readers see whole states only, and a build that is killed leaves the last one. A workspace that cannot be written to keeps its
/// cache in the user's cache folder. Everything here may be deleted at any time. Thread-safe.
/// </summary>
public sealed class DerivedStore
{
    /// <summary>The folder's name.</summary>
    public const string FolderName = ".termbase";

    private readonly DerivedFolders _folders;

    /// <summary>The store of the workspace at <paramref name="root"/>.</summary>
    public DerivedStore(string root)
        : this(root, DerivedFolders.UserCache())
    {
    }

    internal DerivedStore(string root, string userCache) => _folders = new DerivedFolders(root, userCache);

    /// <summary>
    /// Opens the current generation of an index, after building it where there is none, where a source was changed, added or removed,
    /// or where what is there is damaged or of another make (said in one line). While another process builds, waits for it, saying so
    /// once, and then reads what that one made. Throws <see cref="InputException"/> where no cache can be written anywhere.
    /// </summary>
    /// <typeparam name="T">What is opened, for example an index reader.</typeparam>
    /// <param name="index">The index.</param>
    /// <param name="open">Opens the files; an exception other than cancellation means that they are damaged: they are rebuilt once.</param>
    /// <param name="say">Gets lines for people.</param>
    /// <param name="progress">Told how a build goes.</param>
    /// <param name="cancellation">Ends waiting and building.</param>
    public (DerivedGeneration Generation, T Opened) Open<T>(
        IDerivedIndex index,
        Func<string, T> open,
        Action<string>? say = null,
        IProgress<DerivedProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        var sources = Stat(index.Sources);
        var isDamaged = false;
        while (true)
        {
            var generation = (isDamaged ? null : Fresh(_folders.Local, index, sources) ?? Fresh(_folders.Fallback, index, sources))
                ?? Refresh(index, isDamaged, say, progress, cancellation);
            try
            {
                return (generation, open(generation.Directory));
            }
            catch (Exception e) when (!isDamaged && e is not OperationCanceledException)
            {
                generation.Dispose();
                isDamaged = true;
            }
            catch
            {
                generation.Dispose();
                throw;
            }
        }
    }

    /// <summary>
    /// Keeps other processes of the same workspace out until disposed, for edits of the sources. Waits, saying so once.
    /// </summary>
    public IDisposable Lock(string name, Action<string>? say = null, CancellationToken cancellation = default)
    {
        var folder = _folders.Writable(name);
        return DerivedFolders.Acquire(folder, "another termbase is writing to this workspace; waiting for it", say, cancellation);
    }

    private List<DerivedFile> Stat(IReadOnlyList<string> paths) =>
        [.. paths.Select(path => DerivedManifest.Stat(path, Path.GetRelativePath(_folders.Root, path).Replace('\\', '/')))];

    private static DerivedGeneration? Fresh(string store, IDerivedIndex index, List<DerivedFile> sources)
    {
        // A generation may be removed between the look at "current" and the lease: then there is a newer one.
        for (var attempt = 0; attempt < 20; attempt++)
        {
            if (Current(Path.Combine(store, index.Name)) is not { } directory)
            {
                return null;
            }

            if (DerivedGeneration.TryOpen(directory) is not { } generation)
            {
                if (!Directory.Exists(directory))
                {
                    continue;
                }

                return null;
            }

            if (Judge(directory, index) is (null, { } manifest) && manifest.Sources.SequenceEqual(sources))
            {
                return generation;
            }

            generation.Dispose();
            return null;
        }

        return null;
    }

    private static string? Current(string folder)
    {
        try
        {
            var name = File.ReadAllText(Path.Combine(folder, "current")).Trim();
            return name.Length > 0 && name.All(char.IsAsciiDigit) ? Path.Combine(folder, name) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Why a generation cannot be used, whatever its sources; or null and its manifest.
    private static (string? Reason, DerivedManifest? Manifest) Judge(string directory, IDerivedIndex index)
    {
        if (DerivedManifest.Read(directory) is not { Format: 1 } manifest || manifest.Sources is null || manifest.Files is null)
        {
            return ("is damaged", null);
        }

        if (manifest.SchemaVersion != index.SchemaVersion)
        {
            return ("was made by another version", null);
        }

        if (!string.Equals(manifest.Analyzer, index.Analyzer, StringComparison.Ordinal))
        {
            return ($"was made with the analyzer {manifest.Analyzer}, not {index.Analyzer}", null);
        }

        foreach (var file in manifest.Files)
        {
            var info = new FileInfo(Path.Combine(directory, file.Path));
            if (!info.Exists || info.Length != file.Length)
            {
                return ("is damaged", null);
            }
        }

        return (null, manifest);
    }

    private DerivedGeneration Refresh(
        IDerivedIndex index, bool isDamaged, Action<string>? say, IProgress<DerivedProgress>? progress, CancellationToken cancellation)
    {
        var folder = _folders.Writable(index.Name);
        using var held = DerivedFolders.Acquire(folder, $"another termbase is building the {index.Name} index; waiting for it", say, cancellation);
        // One look at the folder: a file that comes or goes while this builds is the next refresh's.
        var paths = index.Sources;
        var sources = Stat(paths);
        if (!isDamaged && Fresh(Path.GetDirectoryName(folder)!, index, sources) is { } made)
        {
            return made;
        }

        var current = Current(folder);
        DerivedManifest? previous = null;
        if (current is not null || File.Exists(Path.Combine(folder, "current")))
        {
            var reason = isDamaged || current is null ? "is damaged" : null;
            if (reason is null)
            {
                (reason, previous) = Judge(current!, index);
            }

            if (reason is not null)
            {
                say?.Invoke($"the {index.Name} index in {folder} {reason}; rebuilding it");
            }
        }

        var number = Numbers(folder).DefaultIfEmpty(0).Max() + 1;
        var directory = Path.Combine(folder, number.ToString("D6", CultureInfo.InvariantCulture));
        try
        {
            Directory.CreateDirectory(directory);
            var changed = paths.Where((_, i) => previous?.Sources.Contains(sources[i]) != true).ToList();
            index.Build(new DerivedBuild(
                directory, paths, previous is null ? null : current, changed, say, progress, cancellation));
            var files = Directory.GetFiles(directory, "*", SearchOption.AllDirectories)
                .Select(path => DerivedManifest.Stat(path, Path.GetRelativePath(directory, path).Replace('\\', '/'))).ToList();
            File.WriteAllBytes(Path.Combine(directory, DerivedGeneration.LeaseName), []);
            new DerivedManifest { SchemaVersion = index.SchemaVersion, Analyzer = index.Analyzer, Sources = sources, Files = files }
                .Write(directory);
            Switch(folder, Path.GetFileName(directory));
        }
        catch (Exception e)
        {
            DerivedGeneration.TryRemove(directory);
            if (e is IOException or UnauthorizedAccessException)
            {
                throw new InputException(SourceLocation.File(folder), "the index could not be built, the one before is kept: " + e.Message, e);
            }

            throw;
        }

        var opened = DerivedGeneration.TryOpen(directory)
            ?? throw new InputException(SourceLocation.File(directory), "the index was removed while it was opened; try again");
        foreach (var old in Numbers(folder).Where(n => n != number))
        {
            DerivedGeneration.TryRemove(Path.Combine(folder, old.ToString("D6", CultureInfo.InvariantCulture)));
        }

        return opened;
    }

    private static void Switch(string folder, string name)
    {
        var next = Path.Combine(folder, "current.new");
        using (var stream = File.Create(next))
        {
            stream.Write(Encoding.ASCII.GetBytes(name));
            stream.Flush(flushToDisk: true);
        }

        File.Move(next, Path.Combine(folder, "current"), overwrite: true);
    }

    private static IEnumerable<int> Numbers(string folder)
    {
        foreach (var path in Directory.GetDirectories(folder))
        {
            if (int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                yield return number;
            }
        }
    }
}
