using Termbase.Model;

namespace Termbase.Cli;

/// <summary>Which documents belong together: by the order in which they are named, or by their names in folders.</summary>
internal static class DocumentPairs
{
    private static readonly string[] s_zhMarks = [".zh", "_zh", "-zh", ".zh-cn", "_zh-cn", "-zh-cn"];
    private static readonly string[] s_enMarks = [".en", "_en", "-en", ".en-us", "_en-us", "-en-us"];

    /// <summary>The pairs that the arguments name. A document of a folder without its other half is told.</summary>
    /// <exception cref="InputException">An odd number of files, or no pair at all.</exception>
    public static List<(string Zh, string En)> Of(string[] paths, CliConsole console, InputDocuments inputs)
    {
        var folders = paths.Count(p => Directory.Exists(console.FullPath(p)));
        if (folders == 0)
        {
            return paths.Length % 2 == 0
                ? [.. paths.Chunk(2).Select(static p => (p[0], p[1]))]
                : throw new InputException("documents are aligned in pairs: name a Chinese one, then its English translation");
        }

        if (folders != paths.Length || paths.Length > 2)
        {
            throw new InputException("name either files in pairs, one folder with both languages, or two folders (Chinese, English)");
        }

        List<(string Zh, string En)> pairs = paths.Length == 2 ? TwoFolders(paths[0], paths[1], inputs) : OneFolder(paths[0], inputs);
        return pairs.Count > 0 ? pairs : throw new InputException($"{string.Join(", ", paths)}: no two documents with the same name (NAME.zh.txt and NAME.en.txt, or NAME in both folders)");
    }

    private static List<(string, string)> TwoFolders(string zh, string en, InputDocuments inputs)
    {
        var english = ByName(inputs.Expand([en], IsText), path => Key(Path.GetRelativePath(en, path)));
        return Pair(inputs.Expand([zh], IsText).Select(path => (path, Key(Path.GetRelativePath(zh, path)))), english, inputs);
    }

    private static List<(string, string)> OneFolder(string folder, InputDocuments inputs)
    {
        var files = inputs.Expand([folder], IsText).ToList();
        var english = ByName(files.Where(static f => Marked(f, s_enMarks)), Key);
        return Pair(files.Where(static f => Marked(f, s_zhMarks)).Select(static f => (f, Key(f))), english, inputs);
    }

    private static List<(string, string)> Pair(IEnumerable<(string Path, string Key)> chinese, Dictionary<string, string> english, InputDocuments inputs)
    {
        var pairs = new List<(string, string)>();
        foreach (var (path, key) in chinese)
        {
            if (english.Remove(key, out var other))
            {
                pairs.Add((path, other));
            }
            else
            {
                inputs.Fail($"{path}: no English document of the same name");
            }
        }

        foreach (var path in english.Values)
        {
            inputs.Fail($"{path}: no Chinese document of the same name");
        }

        return pairs;
    }

    private static Dictionary<string, string> ByName(IEnumerable<string> paths, Func<string, string> key)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            result.TryAdd(key(path), path);
        }

        return result;
    }

    private static bool IsText(string path) => Path.GetExtension(path) is ".zh" or ".en";

    private static bool Marked(string path, string[] marks) => marks.Any(m => Stem(path).EndsWith(m, StringComparison.OrdinalIgnoreCase));

    // Without the extension, but for NAME.zh, where the extension is the mark.
    private static string Stem(string path) => IsText(path) ? path : Path.ChangeExtension(path, null);

    private static string Key(string path)
    {
        var stem = Stem(path);
        var mark = s_zhMarks.Concat(s_enMarks).Where(m => stem.EndsWith(m, StringComparison.OrdinalIgnoreCase)).MaxBy(static m => m.Length);
        return mark is null ? stem : stem[..^mark.Length];
    }
}
