using System.Text;
using Termbase.Formats;
using Termbase.Formats.Po;

namespace Termbase.Tests.Formats.Po;

/// <summary>The doctor's verdict on PO, beside msgfmt's.</summary>
public class PoCheckerTests
{
    private const string Fields = "\"Project-Id-Version: a\\n\"\n\"PO-Revision-Date: 2024-01-01 00:00+0000\\n\"\n\"Last-Translator: a\\n\"\n\"Language-Team: a\\n\"\n\"MIME-Version: 1.0\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Content-Transfer-Encoding: 8bit\\n\"\n";

    [Theory]
    [InlineData("msgid \"a\"\nmsgstr \"甲\"", "")]
    [InlineData("msgid \"a\\n\"\nmsgstr \"甲\"", "newline-mismatch")]
    [InlineData("msgid \"\\na\"\nmsgstr \"甲\"", "newline-mismatch")]
    [InlineData("#, fuzzy\nmsgid \"a\\n\"\nmsgstr \"甲\"", "")]
    [InlineData("msgid \"a\"\nmsgstr \"\"\n\nmsgid \"a\"\nmsgstr \"\"", "duplicate-entry")]
    [InlineData("msgctxt \"x\"\nmsgid \"a\"\nmsgstr \"\"\n\nmsgid \"a\"\nmsgstr \"\"", "")]
    [InlineData("#, c-format\nmsgid \"%d %s\"\nmsgstr \"%s %d\"", "format-mismatch")]
    [InlineData("#, c-format\nmsgid \"%d %s\"\nmsgstr \"%2$s %1$d\"", "")]
    [InlineData("#, c-format\nmsgid \"%d\"\nmsgstr \"甲\"", "format-mismatch")]
    [InlineData("#, c-format\nmsgid \"100%% %ld\"\nmsgstr \"%ld 100%%\"", "")]
    [InlineData("#, c-format\nmsgid \"%d\"\nmsgstr \"%ld\"", "format-mismatch")]
    [InlineData("#, c-format\nmsgid \"%d\"\nmsgstr \"%d %\"", "format-mismatch")]
    [InlineData("#, python-format\nmsgid \"%(a)s %(b)d\"\nmsgstr \"%(b)d %(a)s\"", "")]
    [InlineData("#, python-format\nmsgid \"%(a)s\"\nmsgstr \"%(b)s\"", "format-mismatch")]
    [InlineData("#, python-brace-format\nmsgid \"{a} {b}\"\nmsgstr \"{b} {a}\"", "")]
    [InlineData("#, python-brace-format\nmsgid \"{a}\"\nmsgstr \"{c}\"", "format-mismatch")]
    [InlineData("#, csharp-format\nmsgid \"{0} {1}\"\nmsgstr \"{0}\"", "format-mismatch")]
    [InlineData("#, no-c-format\nmsgid \"%d\"\nmsgstr \"甲\"", "")]
    [InlineData("msgid \"%d\"\nmsgstr \"甲\"", "")]
    [InlineData("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"甲\"\nmsgstr[1] \"乙\"", "wrong-plural-count")]
    [InlineData("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"甲\"", "")]
    [InlineData("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[1] \"甲\"", "wrong-plural-count")]
    [InlineData("#, c-format\nmsgid \"%d a\"\nmsgid_plural \"%d b\"\nmsgstr[0] \"甲\"", "format-mismatch")]
    [InlineData("msgid \"a\"\nmsgstr \"甲", "unterminated-string")]
    [InlineData("msgid \"a\"\nmsgstr \"甲\\q\"", "bad-escape")]
    [InlineData("msgid \"a\"\nmsgstr \"甲\" x", "syntax-error")]
    [InlineData("msgid \"a\"\nmsgtr \"甲\"", "syntax-error|missing-msgstr")]
    public void Msgfmt_and_we_agree(string entry, string code)
    {
        var text = $"msgid \"\"\nmsgstr \"\"\n{Fields}\"Language: zh_CN\\n\"\n\"Plural-Forms: nplurals=1; plural=0;\\n\"\n\n{entry}\n";
        Agree(text, code);
    }

    [Theory]
    [InlineData("nplurals=2; plural=n != 1;", "")]
    [InlineData("nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);", "")]
    [InlineData("nplurals=1; plural=n != 1;", "bad-plural-forms")]
    [InlineData("nplurals=2; plural=n !;", "bad-plural-forms")]
    [InlineData("nplurals=2; plural=1/(n-5);", "bad-plural-forms")]
    [InlineData("plural=0;", "bad-plural-forms")]
    public void Plural_forms_are_computed(string forms, string code)
    {
        var count = forms.Contains("=3", StringComparison.Ordinal) ? 3 : forms.Contains("s=1", StringComparison.Ordinal) ? 1 : 2;
        var strings = string.Concat(Enumerable.Range(0, count).Select(static i => $"msgstr[{i}] \"x\"\n"));
        Agree($"msgid \"\"\nmsgstr \"\"\n{Fields}\"Language: ru\\n\"\n\"Plural-Forms: {forms}\\n\"\n\nmsgid \"a\"\nmsgid_plural \"b\"\n{strings}", code);
    }

    [Fact]
    public void Damaged_bytes_are_told_with_their_line()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes($"msgid \"\"\nmsgstr \"\"\n{Fields}\nmsgid \"a\"\nmsgstr \""), 0xC3, 0x28, .. "\"\n"u8];
        var problem = Assert.Single(PoChecker.Check(new MemoryStream(bytes), "a.po"), static p => p.Outcome == ProblemOutcome.Refused);
        Assert.Equal(("damaged-encoding", 12), (problem.Code, problem.Location.Line));
    }

    private static void Agree(string text, string code)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var refused = PoChecker.Check(new MemoryStream(bytes), "a.po").Where(static p => p.Outcome == ProblemOutcome.Refused).Select(static p => p.Code).ToList();
        Assert.True(code.Length == 0 ? refused.Count == 0 : code.Split('|').Intersect(refused).Any(), string.Join(", ", refused));
        using var file = new Clients.TemporaryFile("a.po", bytes);
        var (status, _, error) = Clients.Run("msgfmt", ["-c", "-o", "/dev/null", file.Path]);
        Assert.True((status == 0) == (code.Length == 0), error);
    }
}
