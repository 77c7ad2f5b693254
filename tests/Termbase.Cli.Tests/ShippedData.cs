namespace Termbase.Cli.Tests;

/// <summary>The termbase and memory of the repository, copied so that a test leaves no cache behind.</summary>
internal static class ShippedData
{
    public static void CopyTo(string folder)
    {
        foreach (var name in new[] { "glossary", "tmx" })
        {
            Directory.CreateDirectory(Path.Combine(folder, name));
            foreach (var file in Directory.EnumerateFiles(Path.Combine(SharedFolder.Repository, name)))
            {
                File.Copy(file, Path.Combine(folder, name, Path.GetFileName(file)));
            }
        }
    }
}
