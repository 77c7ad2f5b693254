using System.Collections.Immutable;
using FsCheck.Xunit;
using Termbase.Formats;
using Termbase.Formats.Csv;
using Termbase.Model;

namespace Termbase.Tests.Formats;

public sealed class GlossaryFileTests
{
    private static (List<Rendering> Rows, ReadLog Log) Read(string csv)
    {
        var log = new ReadLog();
        return ([.. GlossaryFile.Read(new StringReader(csv), "g.csv", log)], log);
    }

    private static string Write(IEnumerable<Rendering> rows)
    {
        using var writer = new StringWriter();
        GlossaryFile.Write(writer, rows);
        return writer.ToString();
    }

    [Theory]
    [InlineData("EN,Zh\nsocial capital,社会资本\n")]
    [InlineData("en;zh\nsocial capital;社会资本\n")]
    [InlineData("zh\ten\r\n社会资本\tsocial capital\r\n")]
    [InlineData("\uFEFFzh,en\n社会资本,\"social capital\"")]
    public void Any_column_order_and_delimiter(string csv) =>
        Assert.Equal(("社会资本", "social capital"), Read(csv).Rows.Select(r => (r.Zh, r.En)).Single());

    [Theory]
    [InlineData(",x,,", "empty-zh")]
    [InlineData("中,,,", "empty-en")]
    [InlineData("中,x,best,", "bad-status")]
    [InlineData("中,x,,maybe", "bad-check")]
    [InlineData("abc,x,,", "no-chinese")]
    [InlineData("中,x", "cell-count")]
    [InlineData("中,x,,,extra", "cell-count")]
    [InlineData("中,\"x,,", "broken-quotes")]
    [InlineData("中,\"x\"y,,", "broken-quotes")]
    public void A_bad_row_is_refused_with_line_and_reason_and_costs_no_other(string bad, string code)
    {
        var (rows, log) = Read($"zh,en,status,check\n前,a,,\n{bad}\n后,\"b\nc\",,\n尾,d,,\n");
        Assert.Equal(["a", "b\nc", "d"], rows.Select(r => r.En));
        var problem = Assert.Single(log.Problems);
        Assert.Equal((code, 3), (problem.Code, problem.Location.Line));
        Assert.Equal(6, rows[2].Location!.Line);
    }

    [Fact]
    public void A_wrong_header_names_what_is_missing_and_what_was_found()
    {
        var error = Assert.Throws<InputException>(() => Read("chinese,en\n中,x\n"));
        Assert.Contains("no column zh", error.Message, StringComparison.Ordinal);
        Assert.Contains("found: chinese, en", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Forbidden_and_unknown_columns_are_written_back()
    {
        var (rows, _) = Read("zh,zeta,en,status,alpha\n中,1,x,forbidden,2\n");
        var lines = Write(rows).Split('\n');
        Assert.EndsWith(",date,zeta,alpha", lines[0], StringComparison.Ordinal);
        Assert.Contains(",forbidden,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",1,2", lines[1], StringComparison.Ordinal);
    }

    [Property(MaxTest = 200)]
    public void Hostile_text_comes_back(string? a, string? b)
    {
        var row = new Rendering { Concept = "c", Zh = "中" + a + "\"\u202E文", En = "x" + b + ",\r\n\uD800𠀀y", Note = a + "\"\n" + b };
        var (rows, log) = Read(Write([row]));
        Assert.Empty(log.Problems);
        var back = Assert.Single(rows);
        Assert.Equal((CsvOutput.Clean(row.Zh), CsvOutput.Clean(row.En), CsvOutput.Clean(row.Note)), (back.Zh, back.En, back.Note));
    }

    [Fact]
    public void A_folder_tells_contradictions_and_unknown_names()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            string Put(string name, string text)
            {
                var path = Path.Combine(folder.FullName, name);
                File.WriteAllText(path, text);
                return path;
            }

            var log = new ReadLog();
            var glossary = GlossaryFolder.Load(
                [
                    Put("a.csv", "concept,zh,en,status,domain,definition\nc1,中,x,preferred,tech,one\nc1,中,y,preferred,tech,two\nc2,国,z,,zoo,\n"),
                    Put("evidence.csv", "concept,zh,en,document\nc1,中,x,nowhere\n"), Put("sources.csv", "id,title_en\ns,T\n"),
                    Put("domains.csv", "id\ntech\n"), Put("bad.csv", "foo\n1\n"), Path.Combine(folder.FullName, "missing.csv"),
                ],
                log);
            Assert.Equal(2, glossary.Concepts.Length);
            Assert.Equal(
                ["contradiction", "two-preferred", "unknown-domain", "unknown-source", "unreadable-file", "unreadable-file"],
                log.Problems.Select(p => p.Code).Order(StringComparer.Ordinal));
        }
        finally
        {
            folder.Delete(true);
        }
    }

    [Fact]
    public void A_decision_that_rests_on_no_document_names_no_unknown_source()
    {
        var folder = Directory.CreateTempSubdirectory("termbase-glossary-").FullName;
        try
        {
            (string Name, string Text)[] files =
            [
                ("terms.csv", "concept,zh,en\nc1,甲,A\n"), ("sources.csv", "id,title_zh\nx-2020,乙\n"),
                ("evidence.csv", "concept,zh,en,document,kind,by\nc1,甲,A,,decision,li\nc1,甲,A,y-2021,gloss,li\n"),
            ];
            foreach (var (name, text) in files)
            {
                File.WriteAllText(Path.Combine(folder, name), text);
            }

            var log = new ReadLog();
            GlossaryFolder.Load(Directory.GetFiles(folder).Order(StringComparer.Ordinal), log);
            Assert.Equal(["document 'y-2021' is not in sources.csv"], log.Problems.Select(static p => p.Message));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
