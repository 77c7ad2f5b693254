using System.Globalization;
using System.Text;
using Termbase.Linting.Bitext;
using Termbase.Workspaces;

namespace Termbase.Tests.Workspaces;

/// <summary>What lint learns from a workspace's own memory.</summary>
public sealed class BitextModelIndexTests
{
    private sealed class Day(string date) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.Parse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }

    // Memories whose English is of one length for each, and ends with a semicolon where the Chinese has a full stop.
    private static string Memory(int units, int letters)
    {
        var text = new StringBuilder();
        for (var i = 0; i < units; i++)
        {
            text.Append("修路造桥开山引水。\t").Append(new string((char)('a' + (i % 26)), letters)).Append(";\n");
        }

        return text.ToString();
    }

    private static TempFolder Folder(string memory) => new TempFolder().With("termbase.toml", "[files]\nmemory = [\"m.tsv\"]\n").With("m.tsv", memory);

    [Fact]
    public void The_memory_says_what_is_usual()
    {
        using var folder = Folder(Memory(1200, 60));

        var model = new BitextModelIndex(folder.Open(), new Day("2026-02-03")).Open(cancellation: TestContext.Current.CancellationToken);

        Assert.Equal((1200, new DateOnly(2026, 2, 3)), (model.Units, model.Learned));
        Assert.True(model.LengthMean > BitextModel.BuiltIn.LengthMean + 0.5);
        Assert.True(model.EndShare(EndMark.Stop, EndMark.Semicolon, givenIsChinese: true) > 0.9);
    }

    [Fact]
    public void It_is_learned_once_and_again_when_the_memory_changes()
    {
        using var folder = Folder(Memory(1200, 60));
        var workspace = folder.Open();
        var first = new BitextModelIndex(workspace, new Day("2026-02-03")).Open(cancellation: TestContext.Current.CancellationToken);

        var second = new BitextModelIndex(workspace, new Day("2026-03-04")).Open(cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(first.Learned, second.Learned);
        Assert.Equal(Text(first), Text(second));

        folder.With("m.tsv", Memory(1500, 60));
        var third = new BitextModelIndex(workspace, new Day("2026-03-04")).Open(cancellation: TestContext.Current.CancellationToken);
        Assert.Equal((1500, new DateOnly(2026, 3, 4)), (third.Units, third.Learned));
    }

    [Fact]
    public void A_small_memory_leaves_the_built_in_figures()
    {
        using var folder = Folder(Memory(BitextModelBuilder.Enough - 1, 60));

        Assert.Same(BitextModel.BuiltIn, new BitextModelIndex(folder.Open()).Open(cancellation: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void No_memory_leaves_the_built_in_figures_and_writes_nothing()
    {
        using var folder = new TempFolder();

        Assert.Same(BitextModel.BuiltIn, new BitextModelIndex(folder.Open()).Open(cancellation: TestContext.Current.CancellationToken));
        Assert.False(Directory.Exists(folder.PathOf(".termbase")));
    }

    [Fact]
    public void A_damaged_file_is_learned_anew()
    {
        using var folder = Folder(Memory(1200, 60));
        var workspace = folder.Open();
        new BitextModelIndex(workspace).Open(cancellation: TestContext.Current.CancellationToken);
        var file = Assert.Single(Directory.GetFiles(folder.PathOf(".termbase"), "model.txt", SearchOption.AllDirectories));
        var length = (int)new FileInfo(file).Length;
        File.WriteAllText(file, new string('x', length));

        Assert.Equal(1200, new BitextModelIndex(workspace).Open(cancellation: TestContext.Current.CancellationToken).Units);
    }

    [Fact]
    public void The_text_holds_all_figures()
    {
        var text = Text(BitextModel.BuiltIn);

        Assert.Equal(text, Text(BitextModelText.Read(new StringReader(text))));
        Assert.Throws<FormatException>(() => BitextModelText.Read(new StringReader("learned\t2026-01-01\n")));
    }

    private static string Text(BitextModel model)
    {
        using var writer = new StringWriter();
        BitextModelText.Write(writer, model);
        return writer.ToString();
    }
}
