namespace Termbase.Workspaces;

/// <summary>
/// A whole generation of an index, held open: while it is not disposed, no writer of any process removes it. Thread-safe.
/// </summary>
public sealed class DerivedGeneration : IDisposable
{
    /// <summary>The file whose lock says that a generation is in use.</summary>
    internal const string LeaseName = "lease";

    private readonly FileStream _lease;

    private DerivedGeneration(string directory, FileStream lease)
    {
        Directory = directory;
        _lease = lease;
    }

    /// <summary>The folder with its files; only to be read.</summary>
    public string Directory { get; }

    /// <inheritdoc/>
    public void Dispose() => _lease.Dispose();

    /// <summary>Null where it is gone or about to be removed.</summary>
    internal static DerivedGeneration? TryOpen(string directory)
    {
        var path = Path.Combine(directory, LeaseName);
        FileStream? lease = null;
        try
        {
            lease = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (File.Exists(path))
            {
                return new DerivedGeneration(directory, lease);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }

        lease?.Dispose();
        return null;
    }

    /// <summary>Removes a generation that nobody reads; whatever stands in the way is left to the next writer.</summary>
    internal static void TryRemove(string directory)
    {
        try
        {
            // The exclusive lock keeps readers out until the lease is gone; a reader that waits then looks again for the current one.
            var path = Path.Combine(directory, LeaseName);
            if (File.Exists(path))
            {
                var share = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;
                using var lease = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, share);
                File.Delete(path);
            }

            System.IO.Directory.Delete(directory, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}
