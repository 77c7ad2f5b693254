using Termbase.Languages;

namespace Termbase.Tests.Languages;

public class SentenceCasesTests
{
    private const char End = '‖';

    public static IEnumerable<TheoryDataRow<string>> Cases() =>
        File.ReadLines(Path.Combine(Termbase.Cli.Tests.SharedFolder.Repository, "tests", "data", "sentences", "cases.txt"))
            .Where(static l => l.Length > 0 && l[0] != '#').Select(static l => new TheoryDataRow<string>(l));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_text_is_cut_where_its_sentences_end(string line)
    {
        var marked = line.Replace('⏎', '\n');
        var text = marked.Replace(End.ToString(), "", StringComparison.Ordinal);

        var cut = SentenceSplitter.Split(text).Select(s => s.Of(text));

        Assert.Equal(marked.Split(End).Select(static s => s.Trim()), cut);
    }
}
