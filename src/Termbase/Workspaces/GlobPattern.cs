using System.IO.Enumeration;

namespace Termbase.Workspaces;

/// <summary>
/// A file pattern with forward slashes, relative to the workspace: <c>*</c> and <c>?</c> within a name, <c>**</c> for any number of
/// folders, none included. Case counts, on every system, so that a workspace means the same everywhere. Immutable and thread-safe.
/// </summary>
public sealed class GlobPattern
{
    private readonly string[] _parts;

    /// <summary>Takes a pattern apart.</summary>
    public GlobPattern(string pattern)
    {
        Pattern = pattern;
        var clean = pattern.StartsWith("./", StringComparison.Ordinal) ? pattern[2..] : pattern;
        _parts = clean.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (clean.EndsWith('/'))
        {
            _parts = [.. _parts, "**"];
        }
    }

    /// <summary>The pattern as written.</summary>
    public string Pattern { get; }

    /// <summary>Whether a path relative to the workspace (either kind of slash) fits.</summary>
    public bool IsMatch(string relativePath) =>
        IsMatch(relativePath.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries), 0, 0);

    /// <summary>
    /// The files under <paramref name="root"/> that fit, as full paths in ordinal order. Files and folders whose names start with a dot
    /// are left out unless the pattern names them with it; linked folders always are. A folder that cannot be read counts as empty.
    /// </summary>
    public IEnumerable<string> Files(string root)
    {
        var found = new List<string>();
        Collect(root, 0, found);
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    private bool IsMatch(string[] path, int at, int part)
    {
        if (part == _parts.Length)
        {
            return at == path.Length;
        }

        if (_parts[part] == "**")
        {
            if (part == _parts.Length - 1)
            {
                return at < path.Length;
            }

            for (var skip = at; skip <= path.Length; skip++)
            {
                if (IsMatch(path, skip, part + 1))
                {
                    return true;
                }
            }

            return false;
        }

        return at < path.Length && Fits(part, path[at]) && IsMatch(path, at + 1, part + 1);
    }

    private bool Shows(int part, string name) => (!name.StartsWith('.') || _parts[part].StartsWith('.')) && Fits(part, name);

    private bool Fits(int part, string name) => FileSystemName.MatchesSimpleExpression(_parts[part], name, ignoreCase: false);

    private void Collect(string folder, int part, List<string> found)
    {
        var isLast = part == _parts.Length - 1;
        if (part >= _parts.Length)
        {
            return;
        }

        if (_parts[part] == "**")
        {
            if (isLast)
            {
                AddFiles(folder, static name => !name.StartsWith('.'), found);
            }
            else
            {
                Collect(folder, part + 1, found);
            }

            foreach (var child in Folders(folder))
            {
                if (!Path.GetFileName(child).StartsWith('.'))
                {
                    Collect(child, part, found);
                }
            }
        }
        else if (isLast)
        {
            AddFiles(folder, name => Shows(part, name), found);
        }
        else if (_parts[part].AsSpan().IndexOfAny('*', '?') < 0)
        {
            Collect(Path.Combine(folder, _parts[part]), part + 1, found);
        }
        else
        {
            foreach (var child in Folders(folder))
            {
                if (Shows(part, Path.GetFileName(child)))
                {
                    Collect(child, part + 1, found);
                }
            }
        }
    }

    private static void AddFiles(string folder, Func<string, bool> fits, List<string> found)
    {
        foreach (var file in List(folder, Directory.GetFiles))
        {
            if (fits(Path.GetFileName(file)))
            {
                found.Add(file);
            }
        }
    }

    // Linked folders are not entered: they lead in circles, or to files that are found elsewhere too.
    private static string[] Folders(string folder) => List(
        folder,
        static f => Directory.GetDirectories(f, "*", new EnumerationOptions { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true }));

    private static string[] List(string folder, Func<string, string[]> list)
    {
        try
        {
            return Directory.Exists(folder) ? list(folder) : [];
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return [];
        }
    }
}
