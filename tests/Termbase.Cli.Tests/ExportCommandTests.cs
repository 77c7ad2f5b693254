using System.Diagnostics;

namespace Termbase.Cli.Tests;

public class ExportCommandTests
{
    [Fact]
    public void The_exported_tmx_is_valid_by_dtd_and_schema()
    {
        var check = SharedFolder.Need("formats/checks/tmx-check.sh");
        SharedFolder.NeedProgram("xmllint");
        using var cli = new CliRun();
        ShippedData.CopyTo(cli.Folder);

        Assert.Equal(CliApp.Fine, cli.Run("export", "tmx", "-o", "all.tmx", "--terms", "-w", cli.Folder));

        Assert.Contains("dtd:valid|xsd:valid", Shell("sh", check, Path.Combine(cli.Folder, "all.tmx")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN", "en-US", "zh")]
    [InlineData("en-US", "zh-CN", "en")]
    public void OmegaT_loads_every_unit_and_translates_from_it(string source, string target, string from)
    {
        var check = SharedFolder.Need("formats/checks/omegat-roundtrip-assert.sh");
        SharedFolder.NeedThat(File.Exists("/usr/share/omegat/OmegaT.jar"), "OmegaT is not installed");
        using var cli = new CliRun();
        ShippedData.CopyTo(cli.Folder);
        Assert.Equal(CliApp.Fine, cli.Run("export", "tmx", "-o", "all.tmx", "--from", from, "-w", cli.Folder));

        var (status, output) = Shell("bash", check, Path.Combine(cli.Folder, "all.tmx"), source, target);

        Assert.True(status == 0, output);
    }

    [Fact]
    public void Confidential_units_stay_at_home_unless_asked_for()
    {
        using var cli = new CliRun();
        cli.Write("tmx/secret.tmx", """
            <?xml version="1.0" encoding="UTF-8"?>
            <tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="zh-CN" datatype="plaintext"/>
            <body><tu><prop type="x-confidential">yes</prop><tuv xml:lang="zh-CN"><seg>机密</seg></tuv><tuv xml:lang="en-US"><seg>secret</seg></tuv></tu>
            <tu><tuv xml:lang="zh-CN"><seg>公开</seg></tuv><tuv xml:lang="en-US"><seg>public</seg></tuv></tu></body></tmx>
            """);

        cli.Run("export", "tmx", "-o", "out.tmx", "-w", cli.Folder);
        Assert.DoesNotContain("secret", File.ReadAllText(Path.Combine(cli.Folder, "out.tmx")), StringComparison.Ordinal);

        cli.Run("export", "tmx", "-o", "out.tmx", "--include-confidential", "-w", cli.Folder);
        Assert.Contains("secret", File.ReadAllText(Path.Combine(cli.Folder, "out.tmx")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_tmx_cut_in_the_middle_keeps_the_units_before_the_cut_and_says_where()
    {
        using var cli = new CliRun();
        cli.Write("cut.tmx", """
            <?xml version="1.0" encoding="UTF-8"?>
            <tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="zh-CN" datatype="plaintext"/>
            <body><tu><tuv xml:lang="zh-CN"><seg>第一</seg></tuv><tuv xml:lang="en-US"><seg>first</seg></tuv></tu>
            <tu><tuv xml:lang="zh-CN"><seg>第
            """);

        cli.Run("convert", "cut.tmx", "whole.tmx", "-w", cli.Folder);

        Assert.Contains("first", File.ReadAllText(Path.Combine(cli.Folder, "whole.tmx")), StringComparison.Ordinal);
        Assert.Contains("cut.tmx:4", cli.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_omegat_project_gets_reviewed_units_in_tm_and_the_glossary_without_deprecated_terms()
    {
        using var cli = new CliRun();
        ShippedData.CopyTo(cli.Folder);

        Assert.Equal(CliApp.Fine, cli.Run("export", "omegat", "-o", "project", "-w", cli.Folder));

        var glossary = File.ReadAllText(Path.Combine(cli.Folder, "project", "glossary", "termbase.txt"));
        Assert.Contains("社会资本\tsocial capital", glossary, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(cli.Folder, "project", "tm"), "*.tmx"));
        Assert.False(Directory.Exists(Path.Combine(cli.Folder, "project", "tm", "auto")));
    }

    private static (int Status, string Output) Shell(string program, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
