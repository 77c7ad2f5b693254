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
}
