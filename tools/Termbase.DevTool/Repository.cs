namespace Termbase.DevTool;

/// <summary>Where the repository is: the nearest folder upwards with Termbase.sln.</summary>
internal static class Repository
{
    public static string Root()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Termbase.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Termbase.sln was not found in this folder or above it; run this from inside the repository.");
    }
}
