using System.Collections.Concurrent;

namespace Termbase.Formats;

/// <summary>Files that a write or a copy has begun and that nobody may find later; a process that is ended on the spot removes them. Thread-safe.</summary>
public static class Leftovers
{
    private static readonly ConcurrentDictionary<string, bool> s_files = new(StringComparer.Ordinal);

    /// <summary>A file is begun.</summary>
    public static void Begin(string path) => s_files.TryAdd(path, true);

    /// <summary>It is whole and in its place, or was removed.</summary>
    public static void End(string path) => s_files.TryRemove(path, out _);

    /// <summary>Removes all that were begun and not ended; what cannot be removed stays.</summary>
    public static void Remove()
    {
        foreach (var path in s_files.Keys)
        {
            Remove(path);
        }
    }

    /// <summary>Removes one; what cannot be removed stays, since why it is given up is the news.</summary>
    internal static void Remove(string path)
    {
        try
        {
            File.Delete(path);
            End(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}
