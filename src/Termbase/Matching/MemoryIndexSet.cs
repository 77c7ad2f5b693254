using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Termbase.Model;

namespace Termbase.Matching;

/// <summary>
/// The match index of several memories, a folder of <see cref="SignatureIndex"/> files: one for each large memory, one for all the small ones
/// together. So a changed file costs its own rebuild only. Thread-safe once open.
/// </summary>
public sealed class MemoryIndexSet : IDisposable
{
    /// <summary>Changes when what is in the folder does.</summary>
    public static int SchemaVersion => (IndexLayout.Version * 1000) + TextFold.Version;

    private const string Ending = ".tbm";
    private const string SmallName = "small" + Ending;

    // A memory below this size shares an index with the others.
    private const long Large = 1 << 20;

    private MemoryIndexSet(ImmutableArray<SignatureIndex> indexes)
    {
        Indexes = indexes;
        Matcher = new FuzzyMatcher(indexes);
    }

    /// <summary>The parts.</summary>
    public ImmutableArray<SignatureIndex> Indexes { get; }

    /// <summary>Searches all parts.</summary>
    public FuzzyMatcher Matcher { get; }

    /// <summary>Units in all parts; the same pair in two files counts twice.</summary>
    public long Units => Indexes.Sum(static i => (long)i.Units);

    /// <summary>Opens all parts of a folder. Throws <see cref="InputException"/> where one is damaged.</summary>
    public static MemoryIndexSet Open(string folder)
    {
        var open = ImmutableArray.CreateBuilder<SignatureIndex>();
        try
        {
            foreach (var path in Directory.GetFiles(folder, "*" + Ending).Order(StringComparer.Ordinal))
            {
                open.Add(SignatureIndex.Open(path));
            }

            return new MemoryIndexSet(open.ToImmutable());
        }
        catch
        {
            foreach (var index in open)
            {
                index.Dispose();
            }

            throw;
        }
    }

    /// <summary>Reads all parts whole and throws <see cref="InputException"/> where one is not what was written.</summary>
    public void Verify(CancellationToken cancellation = default)
    {
        foreach (var index in Indexes)
        {
            index.Verify(cancellation);
        }
    }

    /// <summary>Writes the parts into an empty folder; those whose memories have not changed are taken over.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="sources">The memories, full paths.</param>
    /// <param name="previous">A folder written before, or null.</param>
    /// <param name="changed">Those of the memories that are new or changed since.</param>
    /// <param name="read">Reads the units of a memory.</param>
    /// <param name="nameOf">The path under which a memory is recorded and shown; the path itself where null.</param>
    /// <param name="options">How.</param>
    public static void Build(
        string folder,
        IReadOnlyList<string> sources,
        string? previous,
        IReadOnlyCollection<string> changed,
        Func<string, IEnumerable<TranslationUnit>> read,
        Func<string, string>? nameOf = null,
        SignatureIndexOptions? options = null)
    {
        nameOf ??= static path => path;
        var large = sources.Where(static s => new FileInfo(s) is { Exists: true, Length: >= Large }).ToHashSet(StringComparer.Ordinal);
        var small = sources.Where(s => !large.Contains(s)).ToList();
        foreach (var source in large)
        {
            Part(FileFor(nameOf(source)), [source]);
        }

        if (small.Count > 0)
        {
            Part(SmallName, small);
        }

        void Part(string name, List<string> files)
        {
            var target = Path.Combine(folder, name);
            if (previous is null || files.Exists(changed.Contains) || !TryTake(Path.Combine(previous, name), target, files.Select(nameOf)))
            {
                BuildOne(target, files, read, nameOf, options);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var index in Indexes)
        {
            index.Dispose();
        }
    }

    private static void BuildOne(
        string target, List<string> files, Func<string, IEnumerable<TranslationUnit>> read, Func<string, string> nameOf, SignatureIndexOptions? options)
    {
        using var builder = new SignatureIndexBuilder(target, options);
        foreach (var file in files)
        {
            builder.BeginSource(nameOf(file));
            foreach (var unit in ReadAhead.Of(read(file)))
            {
                builder.Add(unit);
            }
        }

        builder.Complete();
    }

    private static bool TryTake(string path, string target, IEnumerable<string> names)
    {
        try
        {
            using (var index = SignatureIndex.Open(path))
            {
                if (!index.Sources.Select(static s => s.Path).SequenceEqual(names, StringComparer.Ordinal))
                {
                    return false;
                }

                // Damage would else be handed on from one generation to the next.
                index.Verify();
            }

            File.Copy(path, target);
            return true;
        }
        catch (Exception e) when (e is InputException or IOException or UnauthorizedAccessException)
        {
            // What cannot be taken over is built again.
            File.Delete(target);
            return false;
        }
    }

    private static string FileFor(string source) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)).AsSpan(0, 12)) + Ending;
}
