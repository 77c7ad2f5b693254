using System.Text;
using Termbase.Formats;
using Termbase.Formats.Po;
using Termbase.Model;

namespace Termbase.Tests.Formats.Po;

/// <summary>Writing a file back changes what was changed and not a byte more.</summary>
public class PoRewriterTests
{
    private const string Text = """
        # head
        msgid ""
        msgstr ""
        "Language: zh_CN\n"
        "Content-Type: text/plain; charset=UTF-8\n"

        #, fuzzy, c-format
        #| msgid "Opn %s"
        msgid "Open %s"
        msgstr ""
        "打 "
        "开 %s"
        msgid   "no blank line before"
          msgstr "前面没有空行"
        #: a.c:3
        msgid "file"
        msgid_plural "files"
        msgstr[0] ""

        #~ msgid "gone"
        #~ msgstr "没了"

        """;

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Only_the_changed_translation_differs(string lineEnd)
    {
        var text = Text.Replace("\n", lineEnd, StringComparison.Ordinal);
        var output = Rewrite(text, static u => u.Id == "file[0]" ? With(u, "文件\n两行") : null);
        Assert.Equal(text.Replace("msgstr[0] \"\"", $"msgstr[0] \"\"{lineEnd}\"文件\\n\"{lineEnd}\"两行\"", StringComparison.Ordinal), output);
    }

    [Fact]
    public void A_state_is_a_flag()
    {
        var output = Rewrite(Text, static u => u.Id switch
        {
            "Open %s" => With(u, "打开 %s") with { Status = UnitStatus.Reviewed },
            "file[0]" => With(u, "文件") with { Status = UnitStatus.Draft },
            _ => null,
        });
        Assert.Contains("#, c-format\n#| msgid", output, StringComparison.Ordinal);
        Assert.Contains("msgstr \"打开 %s\"\nmsgid   \"no blank", output, StringComparison.Ordinal);
        Assert.Contains("#: a.c:3\n#, fuzzy\nmsgid \"file\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_encoding_cannot_hold_is_left_as_it_was_aloud()
    {
        var text = Text.Replace("UTF-8", "GB2312", StringComparison.Ordinal);
        var bytes = Encoding.GetEncoding("gb18030").GetBytes(text);
        var output = new MemoryStream();
        PoRewriter.Rewrite(new MemoryStream(bytes), output, static u => u.Id == "file[0]" ? With(u, "文件") : null);
        Assert.Contains("msgstr[0] \"文件\"", Encoding.GetEncoding("gb18030").GetString(output.ToArray()), StringComparison.Ordinal);
        var log = new ReadLog();
        var latin = Encoding.Latin1.GetBytes(Text.Replace("UTF-8", "ISO-8859-1", StringComparison.Ordinal));
        output = new MemoryStream();
        PoRewriter.Rewrite(new MemoryStream(latin), output, static u => u.Id == "file[0]" ? With(u, "文件") : null, "a.po", log);
        Assert.Equal(latin, output.ToArray());
        Assert.Contains(log.Problems, static p => p.Code == "not-encodable");
    }

    [Fact]
    public void Line_feeds_at_the_ends_follow_the_source()
    {
        var text = Text.Replace("msgid \"file\"", "msgid \"file\\n\"", StringComparison.Ordinal);
        Assert.Contains("msgstr[0] \"文件\\n\"", Rewrite(text, static u => u.Id.StartsWith("file", StringComparison.Ordinal) ? With(u, "文件") : null), StringComparison.Ordinal);
    }

    private static TranslationUnit With(TranslationUnit unit, string zh) => unit with { Zh = unit.Zh with { Segment = Segment.Plain(zh) } };

    private static string Rewrite(string text, Func<TranslationUnit, TranslationUnit?> change)
    {
        var output = new MemoryStream();
        PoRewriter.Rewrite(new MemoryStream(Encoding.UTF8.GetBytes(text)), output, change, "a.po");
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
