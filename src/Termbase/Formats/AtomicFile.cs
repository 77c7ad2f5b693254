using Termbase.Model;

namespace Termbase.Formats;

/// <summary>
/// Writes a file beside its place and renames it when it is whole, so that the input may be the output and a failed or cancelled
/// write leaves the old file as it was. Thread-safe for different files.
/// </summary>
public static class AtomicFile
{
    /// <summary>
    /// Lets <paramref name="write"/> fill the file. What it throws goes through, the old file stays, nothing is left beside it. A link is
    /// followed, an existing file keeps its permissions, and what is no ordinary file (a pipe, a terminal) is written directly.
    /// </summary>
    /// <exception cref="InputException">The folder is missing or the place may not be written; one line.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string? beside = null;
        try
        {
            var target = new FileInfo(path).LinkTarget is null
                ? Path.GetFullPath(path)
                : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
            if (Directory.Exists(target))
            {
                throw new InputException(SourceLocation.File(path), "is a folder; name a file to write");
            }

            if (File.Exists(target) && (File.GetAttributes(target) & (FileAttributes.Device | FileAttributes.System)) != 0)
            {
                using var device = new FileStream(target, FileMode.Open, FileAccess.Write);
                write(device);
                return;
            }

            var place = Path.Combine(
                Path.GetDirectoryName(target)!,
                $".{Path.GetFileName(target)}.{Path.GetRandomFileName()[..8]}.tmp");
            using (var stream = Create(place, path))
            {
                beside = place;
                Leftovers.Begin(place);
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows() && File.Exists(target))
            {
                File.SetUnixFileMode(place, File.GetUnixFileMode(target));
            }

            File.Move(place, target, overwrite: true);
            Leftovers.End(place);
            beside = null;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or DirectoryNotFoundException)
        {
            throw Unwritable(path, e);
        }
        catch (IOException e) when (beside is not null && e.Message.Contains(Path.GetFileName(beside), StringComparison.Ordinal))
        {
            // A full disk names the file that grew; the user knows it by another name.
            throw Unwritable(path, e, e.Message.Replace(beside, path, StringComparison.Ordinal));
        }
        finally
        {
            if (beside is not null)
            {
                Leftovers.Remove(beside);
            }
        }
    }

    private static FileStream Create(string beside, string path)
    {
        try
        {
            return new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, e);
        }
    }

    private static InputException Unwritable(string path, Exception e, string? message = null) => new(
        SourceLocation.File(path),
        e switch
        {
            DirectoryNotFoundException => "cannot be written: there is no such folder",
            UnauthorizedAccessException => "cannot be written: permission denied",
            _ => "cannot be written: " + TextFile.OneLine(message ?? e.Message),
        },
        e);
}
