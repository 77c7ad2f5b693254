namespace Termbase.Cli;

/// <summary>The files of a folder that a command line names.</summary>
internal static class InputFolder
{
    private static readonly EnumerationOptions Recursive = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    /// <summary>
    /// What <paramref name="accepts"/> takes of it and of the folders below it, in ordinal order, named from <paramref name="path"/> as the
    /// user gave it. Null where it is no folder.
    /// </summary>
    public static List<string>? Files(CliConsole console, string path, Func<string, bool> accepts)
    {
        var full = path == "-" ? path : console.FullPath(path);
        return !Directory.Exists(full) ? null
            : [.. Directory.EnumerateFiles(full, "*", Recursive)
                .Where(f => accepts(f) && !IsHidden(Path.GetRelativePath(full, f)))
                .Select(f => Path.Combine(path, Path.GetRelativePath(full, f)))
                .Order(StringComparer.Ordinal)];
    }

    private static bool IsHidden(string relative) =>
        relative.Split(Path.DirectorySeparatorChar).Any(static part => part.StartsWith('.'));
}
