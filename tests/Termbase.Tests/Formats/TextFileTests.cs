using System.Text;
using Termbase.Formats;
using Termbase.Formats.Csv;
using Termbase.Formats.OmegaT;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Tests.Formats;

public sealed class TextFileTests
{
    private const string Simplified = "社会资本参与科技创新，推动军民融合发展。\n第二行 text 123\n";
    private const string Traditional = "社會資本參與科技創新，推動產業發展與國際合作。\n第二行 text 123\n";

    [Theory]
    [InlineData("utf-8", Simplified, "UTF-8")]
    [InlineData("gb18030", Simplified, "GB18030")]
    [InlineData("big5", Traditional, "Big5")]
    [InlineData("utf-16le", Simplified, "UTF-16LE")]
    [InlineData("utf-16be", Simplified, "UTF-16BE")]
    [InlineData("windows-1252", "A caf\u00e9 \u2013 \u201cthe\u201d na\u00efve one", "Windows-1252")]
    public void Undeclared_bytes_are_read_right(string encoding, string text, string name)
    {
        TextFile.Decode("x"u8, "x", out _);
        Assert.Equal(text, TextFile.Decode(Encoding.GetEncoding(encoding).GetBytes(text), "f", out var guess));
        Assert.Equal(name, guess.Name);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Half_a_character_of_two_bytes_at_the_end_is_damage_and_not_binary(bool hasMark)
    {
        byte[] bytes = [.. hasMark ? Encoding.Unicode.GetPreamble() : [], .. Encoding.Unicode.GetBytes(Simplified)];
        Assert.Equal(Simplified[..^1] + "\uFFFD", TextFile.Decode(bytes.AsSpan(0, bytes.Length - 1), "f", out var guess));
        Assert.True(guess is { Name: "UTF-16LE", Damaged: true });
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public void Small_numbers_of_two_bytes_are_binary_whatever_their_count(int length)
    {
        byte[] bytes = [1, 0, 2, 0, 3, 0, 4, 0];
        Assert.Contains("binary", Assert.Throws<InputException>(() => TextFile.Decode(bytes.AsSpan(0, length), "f", out _)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_target_folder_is_one_clear_line()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "out.tmx");
        var e = Assert.Throws<InputException>(() => AtomicFile.Write(path, static s => s.WriteByte(1)));
        Assert.Contains("no such folder", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_write_throws_its_own_error_and_leaves_the_folder_as_it_was()
    {
        var folder = Directory.CreateTempSubdirectory("termbase-").FullName;
        try
        {
            var path = Path.Combine(folder, "out.tmx");
            File.WriteAllText(path, "old");
            Assert.Throws<NotSupportedException>(() => AtomicFile.Write(path, static _ => throw new NotSupportedException()));
            Assert.Equal((path, "old"), (Assert.Single(Directory.GetFiles(folder)), File.ReadAllText(path)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_write_that_the_disk_refuses_names_the_file_that_the_user_named()
    {
        var folder = Directory.CreateTempSubdirectory("termbase-").FullName;
        try
        {
            var path = Path.Combine(folder, "out.tmx");

            // As the system says it of a full disk, where the file beside the place is what grew.
            var e = Assert.Throws<InputException>(() => AtomicFile.Write(path, static s => throw new IOException($"No space left on device : '{((FileStream)s).Name}'")));

            Assert.Equal($"cannot be written: No space left on device : '{path}'", e.Message);
            Assert.Equal(path, e.Location?.Path);
            Assert.Empty(Directory.GetFiles(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Empty_bytes_are_the_empty_text() => Assert.Equal("", TextFile.Decode([], "f", out _));

    [Fact]
    public void Binary_bytes_and_missing_files_are_one_clear_line()
    {
        Assert.Contains("binary", Assert.Throws<InputException>(() => TextFile.Decode([1, 0, 0, 2, 7, 0], "f", out _)).Message, StringComparison.Ordinal);
        Assert.Equal("no such file", Assert.Throws<InputException>(() => TextFile.Read("/no/such/file.txt")).Message);
    }

    [Theory]
    [InlineData("zh_CN", "zh-CN")]
    [InlineData("ZH-cn", "zh-CN")]
    [InlineData("chi", "zh")]
    [InlineData("zho", "zh")]
    [InlineData("cmn", "zh")]
    [InlineData("Chinese", "zh")]
    [InlineData("zh-hans-cn", "zh-Hans-CN")]
    [InlineData("zh-CHT", "zh-Hant")]
    [InlineData("Chinese (Simplified)", "zh-Hans")]
    [InlineData("eng", "en")]
    [InlineData("en_US", "en-US")]
    [InlineData("en-latn-us", "en-Latn-US")]
    [InlineData("English", "en")]
    public void Language_codes_become_canonical(string code, string canonical)
    {
        Assert.True(LanguageTag.TryParse(code, out var tag));
        Assert.Equal(canonical, tag.ToString());
        Assert.True(tag.IsChinese ^ tag.IsEnglish);
    }

    [Theory]
    [InlineData("*all*")]
    [InlineData("")]
    [InlineData("---")]
    [InlineData(null)]
    public void What_is_no_language_is_refused(string? code) => Assert.False(LanguageTag.TryParse(code, out _));

    [Fact]
    public void A_failed_write_leaves_the_old_file_and_nothing_else()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "f");
            AtomicFile.Write(path, s => s.Write("old"u8));
            Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(path, _ => throw new InvalidOperationException()));
            Assert.Equal("old", File.ReadAllText(path));
            Assert.Single(folder.GetFiles());
        }
        finally
        {
            folder.Delete(true);
        }
    }

    [Fact]
    public void Tsv_lines_are_read_in_either_order_and_bad_ones_told()
    {
        var log = new ReadLog();
        var text = "中文\tChinese\nEnglish (中) text\t英文\nno tab\n";
        var units = new BitextTsvFormat().Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "m.tsv", log).ToList();
        Assert.Equal([("中文", "Chinese"), ("英文", "English (中) text")], units.Select(u => (u.Zh.Segment.Text, u.En.Segment.Text)));
        Assert.Equal(3, Assert.Single(log.Problems).Location.Line);
    }

    [Fact]
    public void OmegaT_gets_only_what_may_be_used()
    {
        static Rendering Row(string zh, string en, TermStatus status) => new() { Concept = "c", Zh = zh, En = en, Status = status };
        using var writer = new StringWriter();
        var told = new List<string>();
        OmegaTGlossaryWriter.Write(
            writer,
            [Row("中", "x\ty", TermStatus.Preferred), Row("国", "z", TermStatus.Deprecated), Row("#号", "h", TermStatus.Admitted)],
            onProblem: (_, what) => told.Add(what));
        Assert.Equal("# Glossary in tab-separated format -*- coding: utf-8 -*-\n中\tx y\t\n", writer.ToString());
        Assert.Single(told);
    }

    [Fact]
    public void Confidential_units_pass_only_when_asked_for()
    {
        static UnitSide Side(string language, string text) => new() { Language = language, Segment = Segment.Plain(text) };
        var unit = new TranslationUnit { Zh = Side("zh", "中"), En = Side("en", "x"), Confidential = true };
        var withheld = 0;
        Assert.Empty(new UnitFilter().Apply([unit], _ => withheld++));
        Assert.Equal(1, withheld);
        Assert.Single(new UnitFilter { IncludeConfidential = true }.Apply([unit]));
    }

    [Fact]
    public void Many_comments_before_text_do_not_keep_it_from_being_told()
    {
        var text = string.Concat(Enumerable.Repeat("<!-- note -->\n", 400)) + "a,b\n甲,A\n乙,B\n丙,C\n";
        Assert.Equal(".csv", ContentSniffer.Extension(Encoding.UTF8.GetBytes(text.Replace("<!-- note -->\n", "<!-- , -->\n", StringComparison.Ordinal))));
        Assert.Equal(".tmx", ContentSniffer.Extension(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<!-- note -->\n", 400)) + "<tmx version=\"1.4\">")));
    }

    [Fact]
    public void A_note_above_a_refused_line_is_no_note_of_the_next()
    {
        var units = new BitextTsvFormat().Read(new MemoryStream("# of the bad line\nno tab\n甲\tA\n"u8.ToArray()), "m.tsv", new ReadLog()).ToList();
        Assert.Empty(Assert.Single(units).Properties);
    }
}
