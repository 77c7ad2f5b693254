namespace Termbase.Tests.Formats.Xliff;

/// <summary>Test data of other projects, read where it lies and never copied; tests skip where it is absent, except in CI.</summary>
internal static class SharedFormats
{

    internal static string? FindFolder(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var found = Path.Combine(folder.FullName, "..", "shared", "formats", relative);
            if (Directory.Exists(found) || File.Exists(found))
            {
                return Path.GetFullPath(found);
            }
        }

        return null;
    }

    internal static string Folder(string relative)
    {
        if (FindFolder(relative) is { } folder)
        {
            return folder;
        }

        if (Environment.GetEnvironmentVariable("CI") is "true")
        {
            Assert.Fail($"../shared/formats/{relative} is missing");
        }

        Assert.Skip($"../shared/formats/{relative} is not here");
        return "";
    }
}
