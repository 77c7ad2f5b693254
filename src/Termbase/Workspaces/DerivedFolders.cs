using System.Security.Cryptography;
using System.Text;
using Termbase.Model;

namespace Termbase.Workspaces;

/// <summary>The two folders in which the indexes of a workspace may lie, and the locks of their writers. Immutable and thread-safe.</summary>
internal sealed class DerivedFolders
{
    // How long a waiting writer sleeps between two attempts.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly string _userCache;

    public DerivedFolders(string root, string userCache)
    {
        Root = Path.GetFullPath(root);
        Local = Path.Combine(Root, DerivedStore.FolderName);
        _userCache = userCache;
    }

    /// <summary>Full path of the workspace.</summary>
    public string Root { get; }

    /// <summary>The folder in the workspace.</summary>
    public string Local { get; }

    /// <summary>The folder in the user's cache. Made when asked for: loading the library that hashes is a tenth of a lookup's start.</summary>
    public string Fallback => field ??= Path.Combine(_userCache, "termbase", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Root)).AsSpan(0, 8)));

    /// <summary>The user's cache folder, as the system has it.</summary>
    public static string UserCache()
    {
        var xdg = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (!string.IsNullOrEmpty(xdg) && Path.IsPathRooted(xdg))
        {
            return xdg;
        }

        if (OperatingSystem.IsWindows())
        {
            return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        }

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Caches")
            : home.Length > 0 ? Path.Combine(home, ".cache") : Path.GetTempPath();
    }

    /// <summary>The folder of an index that can be written to: the workspace's, else the user's. Throws <see cref="InputException"/> where there is none.</summary>
    public string Writable(string name)
    {
        if (TryPrepare(Local, name) is null)
        {
            return Path.Combine(Local, name);
        }

        return TryPrepare(Fallback, name) is not { } failure
            ? Path.Combine(Fallback, name)
            : throw new InputException(SourceLocation.File(Root), $"neither {Local} nor {Fallback} can be written: {failure}");
    }

    private static string? TryPrepare(string store, string name)
    {
        try
        {
            var folder = Path.Combine(store, name);
            Directory.CreateDirectory(folder);
            var ignore = Path.Combine(store, ".gitignore");
            if (!File.Exists(ignore))
            {
                File.WriteAllText(ignore, "*\n");
            }

            using var probe = new FileStream(
                Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
            return null;
        }
        catch (IOException e) when (IsHeld(e))
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }

    /// <summary>Opens the lock of a folder for one writer; waits while another has it, and says so once.</summary>
    public static FileStream Acquire(string folder, string waiting, Action<string>? say, CancellationToken cancellation)
    {
        var told = false;
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (IsHeld(e))
            {
                if (!told)
                {
                    told = true;
                    say?.Invoke(waiting);
                }

                cancellation.WaitHandle.WaitOne(Pause);
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    // Sharing and lock violation on Windows; EWOULDBLOCK elsewhere (11 on Linux, 35 on macOS).
    private static bool IsHeld(IOException e) =>
        e.GetType() == typeof(IOException) && (e.HResult & 0xFFFF) is 32 or 33 or 11 or 35;
}
