namespace Termbase.Cli.Tests;

/// <summary>The material beside the repository that some tests measure on; where it is absent they skip, in CI they fail.</summary>
internal static class SharedFolder
{
    public static string Root { get; } = Find();

    public static string Repository => Path.GetDirectoryName(Find("Termbase.sln"))!;

    /// <summary>The path of a file or folder there; skips the test where it is absent, fails it in CI.</summary>
    public static string Need(string relative)
    {
        var path = Path.Combine(Root, relative);
        NeedThat(Root.Length > 0 && (File.Exists(path) || Directory.Exists(path)), $"../shared/{relative} is not here");
        return path;
    }

    /// <summary>Skips the test where a condition of the machine is not met; fails it in CI.</summary>
    public static void NeedThat(bool met, string reason)
    {
        if (!met)
        {
            Assert.False(string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.Ordinal), reason);
            Assert.Skip(reason);
        }
    }

    /// <summary>Skips the test where a program is not installed; fails it in CI.</summary>
    public static void NeedProgram(string name) => NeedThat(
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name))),
        $"{name} is not installed");

    private static string Find()
    {
        var repository = Find("Termbase.sln");
        var shared = repository.Length > 0 ? Path.Combine(Path.GetDirectoryName(repository)!, "..", "shared") : "";
        return Directory.Exists(shared) ? Path.GetFullPath(shared) : "";
    }

    private static string Find(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, file);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return "";
    }
}
