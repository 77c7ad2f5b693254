using System.Text;
using Termbase.Formats;
using Termbase.Formats.Xliff;

namespace Termbase.Tests.Formats.Xliff;

/// <summary>A file that other tools refuse as a whole opens again, with its words as they were.</summary>
public class XliffRepairerTests
{
    private const string Text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.2\"><file original=\"a\" source-language=\"zh\" target-language=\"en\" datatype=\"plaintext\"><body>\n<trans-unit id=\"1\"><source>科技</source><target>S&T</target></trans-unit></body></file></xliff>\n";

    [Fact]
    public void Characters_that_xml_forbids_and_bare_ampersands_are_mended()
    {
        var (repaired, repairs, log) = Repair(Encoding.UTF8.GetBytes(Text.Replace("科技", "科\u0008技", StringComparison.Ordinal)));
        Assert.Equal(Text.Replace("S&T", "S&amp;T", StringComparison.Ordinal), repaired);
        Assert.Equal((2, 2), (repairs, log.Problems.Count));
        Assert.All(log.Problems, static p => Assert.Equal((ProblemOutcome.Repaired, 3), (p.Outcome, p.Location.Line)));
    }

    [Fact]
    public void An_old_encoding_becomes_utf_8()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var sound = Text.Replace("S&T", "S", StringComparison.Ordinal);
        var (repaired, _, _) = Repair(Encoding.GetEncoding("gb18030").GetBytes(sound.Replace("UTF-8", "GB18030", StringComparison.Ordinal)));
        Assert.Equal(sound, repaired);
    }

    [Fact]
    public void A_sound_file_stays_as_it_is()
    {
        var sound = Text.Replace("S&T", "S &amp; T", StringComparison.Ordinal);
        var (repaired, repairs, _) = Repair(Encoding.UTF8.GetBytes(sound));
        Assert.Equal((sound, 0), (repaired, repairs));
    }

    private static (string Text, long Repairs, ReadLog Log) Repair(byte[] bytes)
    {
        var (output, log) = (new MemoryStream(), new ReadLog());
        var repairs = XliffRepairer.Repair(new MemoryStream(bytes), output, "a.xlf", log);
        return (Encoding.UTF8.GetString(output.ToArray()), repairs, log);
    }
}
