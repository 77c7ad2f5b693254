using Termbase.Workspaces;

namespace Termbase.Tests.Workspaces;

public sealed class GlobPatternTests
{
    [Fact]
    public void A_linked_folder_is_not_entered()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "making a link needs rights there");
        using var folder = new TempFolder().With("tmx/a.tmx", "").With("tmx/deep/b.tmx", "");
        Directory.CreateSymbolicLink(folder.PathOf("tmx/deep/round"), folder.PathOf("tmx"));
        Assert.Equal([folder.PathOf("tmx/a.tmx"), folder.PathOf("tmx/deep/b.tmx")], new GlobPattern("tmx/**/*.tmx").Files(folder.Root));
    }

    [Fact]
    public void A_name_with_a_dot_is_found_where_the_pattern_names_it()
    {
        using var folder = new TempFolder().With(".terms/.own.csv", "").With(".terms/b.csv", "").With("c.csv", "");
        Assert.Equal([folder.PathOf(".terms/.own.csv")], new GlobPattern(".terms/.own.csv").Files(folder.Root));
        Assert.Equal([folder.PathOf(".terms/b.csv")], new GlobPattern(".ter*/*.csv").Files(folder.Root));
        Assert.Equal([folder.PathOf("c.csv")], new GlobPattern("**/*.csv").Files(folder.Root));
    }
}
