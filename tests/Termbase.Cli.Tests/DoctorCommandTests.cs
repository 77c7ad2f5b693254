using System.Text;

namespace Termbase.Cli.Tests;

/// <summary>What <c>doctor</c> says and writes.</summary>
public sealed class DoctorCommandTests : IDisposable
{
    private const string Xliff = "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n<file original=\"a\" source-language=\"zh-CN\" target-language=\"en\" datatype=\"plaintext\"><body>\n{0}</body></file></xliff>\n";
    private const string Sound = "<trans-unit id=\"1\"><source>泊位</source><target>berth</target></trans-unit>\n";

    private readonly CliRun _cli = new();

    public DoctorCommandTests()
    {
        _cli.Write("ok.xlf", Xliff.Replace("{0}", Sound, StringComparison.Ordinal));
        _cli.Write("ok.po", "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Language: en\\n\"\n\nmsgid \"泊位\"\nmsgstr \"berth\"\n");
        _cli.Write("bitext.tsv", "泊位\tberth\n");
        _cli.Write("terms.csv", "concept,zh,en,status,by\nc1,泊位,berth,preferred,liu\nc1,泊位,bed,deprecated,liu\n");
    }

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("ok.xlf", "okapi", "nothing is checked for Okapi: what it makes of .xlf files is not known here")]
    [InlineData("ok.po", "weblate", "nothing is checked for Weblate")]
    [InlineData("bitext.tsv", "omegat", "nothing is checked for OmegaT")]
    [InlineData("terms.csv", "trados", "nothing is checked for Trados")]
    public void A_tool_about_whose_import_nothing_is_known_is_not_called_content(string file, string tool, string said)
    {
        Assert.Equal(CliApp.Fine, _cli.Run("doctor", file, "--for", tool));

        Assert.Contains(said, _cli.Out, StringComparison.Ordinal);
        Assert.EndsWith("0 refused; sound as a file.\n", _cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_omegat_makes_of_a_glossary_is_foretold_in_our_own_format_too()
    {
        Assert.Equal(CliApp.Findings, _cli.Run("doctor", "terms.csv", "--for", "omegat"));

        Assert.Contains("'bed' must not be used, but OmegaT suggests it like any other [omegat-forbidden]", _cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_repair_that_changes_nothing_says_so()
    {
        Assert.Equal(CliApp.Fine, _cli.Run("doctor", "ok.xlf", "--for", "okapi", "--repair", "out.xlf"));

        Assert.Contains("out.xlf: written, the same as ok.xlf: there was nothing to repair.", _cli.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ok.xlf", "out.tmx", ".xlf")]
    [InlineData("bitext.tsv", "out.csv", ".tsv")]
    public void A_repair_is_not_written_under_the_name_of_another_format(string file, string output, string ending)
    {
        Assert.Equal(CliApp.BadInput, _cli.Run("doctor", file, "--repair", output));

        Assert.Equal($"termbase: {file}: --repair {output}: a repair stays in the format of {file}; name a file with the ending {ending}, and convert that\n", _cli.Error);
        Assert.False(File.Exists(Path.Combine(_cli.Folder, output)));
    }

    [Fact]
    public void A_long_list_of_one_kind_is_cut_unless_all_is_asked_for()
    {
        var broken = string.Concat(Enumerable.Range(0, 20).Select(static n => $"<trans-unit id=\"u{n}\"><source>坏</sauce></trans-unit>\n"));
        _cli.Write("many.xlf", Xliff.Replace("{0}", broken + Sound, StringComparison.Ordinal));

        _cli.Run("doctor", "many.xlf");
        Assert.Contains("\nmany.xlf: and 17 more of [ill-formed], lines 6 to 22; --all lists them\n", _cli.Out, StringComparison.Ordinal);
        Assert.Equal(5, _cli.Out.Count(static c => c == '\n'));

        _cli.Run("doctor", "many.xlf", "--all");
        Assert.Contains("many.xlf:22: unit u19: ", _cli.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".xlf", "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"><file original=\"a\" source-language=\"zh\" target-language=\"en\" datatype=\"plaintext\"><body><trans-unit id=\"1\"><source>a</source></trans-unit><trans-unit id=\"2\"><source>泊位")]
    [InlineData(".tmx", "<tmx version=\"1.4\"><header creationtool=\"x\" creationtoolversion=\"1\" segtype=\"sentence\" o-tmf=\"x\" adminlang=\"en\" srclang=\"zh\" datatype=\"plaintext\"/><body><tu><tuv xml:lang=\"zh\"><seg>泊位")]
    [InlineData(".tbx", "<martif type=\"TBX\" xml:lang=\"en\"><martifHeader/><text><body><termEntry id=\"c1\"><langSet xml:lang=\"zh\"><tig><term>泊位")]
    public void A_file_cut_off_inside_a_character_is_told_as_cut_off(string ending, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        _cli.Write("cut" + ending, bytes[..^1]);

        _cli.Run("doctor", "cut" + ending);

        Assert.Contains("the file ends in the middle (cut off?)", _cli.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("encoding", _cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_repair_names_units_not_lines()
    {
        _cli.Write("off.xlf", Xliff.Replace("{0}</body></file></xliff>\n", Sound, StringComparison.Ordinal));

        _cli.Run("doctor", "off.xlf", "--repair", "out.xlf");

        Assert.Contains("out.xlf: from off.xlf:4: the file breaks off; </body></file></xliff> is added [mended]", _cli.Error, StringComparison.Ordinal);
    }
}
