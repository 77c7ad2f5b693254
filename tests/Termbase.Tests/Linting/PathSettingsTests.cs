using System.Collections.Immutable;
using Termbase.Formats;
using Termbase.Linting;
using Termbase.Model;

namespace Termbase.Tests.Linting;

/// <summary>Settings for some files only, in every format.</summary>
public class PathSettingsTests
{
    private static LintSettings Only(string folder, RulePatch patch) => LintSettings.Default with
    {
        Overrides = [new PathSettings(path => path.StartsWith(folder, StringComparison.Ordinal), ImmutableDictionary<string, RulePatch>.Empty.Add("doubled-word", patch).Add("repeated-word", patch))],
    };

    private static ImmutableArray<Finding> Lint(LintSettings settings, string path, string text)
    {
        var linter = new Linter(Glossary.Empty, settings);
        if (FormatCatalog.ForPath(path) is not { } format || Path.GetExtension(path) is ".txt")
        {
            return linter.Findings([Sample.Lintable(path, text)]);
        }

        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        return linter.Findings([], format.Read(stream, path, new ReadLog()).Select(u => new LintUnit(u, path)));
    }

    public static TheoryData<string, string> Texts => new(
        ("a.txt", "Build the the road."),
        ("a.md", "Build the the road."),
        ("a.html", "<p>Build the the road.</p>"),
        ("a.xlf", "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"><file original=\"a\" source-language=\"zh\" target-language=\"en\" datatype=\"plaintext\"><body><trans-unit id=\"1\"><source>修路。</source><target>Build the the road.</target></trans-unit></body></file></xliff>"),
        ("b.xlf", "<xliff version=\"2.1\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" srcLang=\"zh\" trgLang=\"en\"><file id=\"f\"><unit id=\"1\"><segment><source>修路。</source><target>Build the the road.</target></segment></unit></file></xliff>"),
        ("a.po", "msgid \"\"\nmsgstr \"Language: en\\n\"\n\nmsgid \"修路。\"\nmsgstr \"Build the the road.\"\n"),
        ("a.tsv", "修路。\tBuild the the road.\n"),
        ("a.tmx", "<tmx version=\"1.4\"><header srclang=\"zh\"/><body><tu><tuv xml:lang=\"zh\"><seg>修路。</seg></tuv><tuv xml:lang=\"en\"><seg>Build the the road.</seg></tuv></tu></body></tmx>"));

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_rule_is_off_in_one_folder(string path, string text)
    {
        var settings = Only("old/", new RulePatch { Enabled = false });

        Assert.Empty(Lint(settings, "old/" + path, text));
        Assert.Single(Lint(settings, "new/" + path, text));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_severity_holds_in_one_folder(string path, string text)
    {
        var settings = Only("new/", new RulePatch { Severity = Severity.Error });

        Assert.Equal(Severity.Warning, Assert.Single(Lint(settings, "old/" + path, text)).Severity);
        Assert.Equal(Severity.Error, Assert.Single(Lint(settings, "new/" + path, text)).Severity);
    }

    [Fact]
    public void A_rule_that_is_off_can_be_on_in_one_folder()
    {
        var settings = Only("new/", new RulePatch { Enabled = true }) with { Rules = LintSettings.Default.Rules.Add("doubled-word", new RuleSettings { Enabled = false }) };

        Assert.Empty(Lint(settings, "old/a.md", "the the road"));
        Assert.Single(Lint(settings, "new/a.md", "the the road"));
    }

    [Fact]
    public void Later_settings_win()
    {
        var settings = Only("new/", new RulePatch { Enabled = false });
        settings = settings with { Overrides = [.. settings.Overrides, .. Only("new/now/", new RulePatch { Enabled = true }).Overrides] };

        Assert.Empty(Lint(settings, "new/a.md", "the the road"));
        Assert.Single(Lint(settings, "new/now/a.md", "the the road"));
    }

    [Fact]
    public void A_file_in_which_a_rule_is_off_takes_no_part_in_comparisons()
    {
        var documents = Sample.Parse("--- file old/a.md\nThe \"grain reserve\" (粮食储备) is full.\n--- file new/b.md\nThe \"food stock\" (粮食储备) is full.").Documents;
        var settings = LintSettings.Default with
        {
            Overrides = [new PathSettings(static p => p.StartsWith("old/", StringComparison.Ordinal), ImmutableDictionary<string, RulePatch>.Empty.Add("TB101", new RulePatch { Enabled = false }))],
        };

        Assert.Contains(new Linter(Glossary.Empty, LintSettings.Default).Findings(documents), f => f.Rule.Code == "TB101");
        Assert.DoesNotContain(new Linter(Glossary.Empty, settings).Findings(documents), f => f.Rule.Code == "TB101");
    }
}
