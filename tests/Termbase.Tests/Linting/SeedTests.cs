using System.Collections.Immutable;
using Termbase.Linting;
using Termbase.Model;

namespace Termbase.Tests.Linting;

/// <summary>The rules on three published translations, with an empty termbase.</summary>
public class SeedTests
{
    [Fact]
    public void Finds_a_term_in_two_renderings_across_documents()
    {
        var finding = Assert.Single(Lint(), f => f.Zh.Contains("民参军"));

        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Contains("private sector participation in the military sector", finding.En);
        Assert.Contains(finding.En, en => en.Equals("civilian participation in military industries", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(3, finding.Related.Select(r => r.Location.Path).Append(finding.Location.Path).Distinct().Count());
    }

    [Fact]
    public void Finds_the_two_English_titles_of_one_plan()
    {
        var finding = Assert.Single(Lint(), f => f.Zh.Any(zh => zh.Contains("科技军民融合发展专项规划", StringComparison.Ordinal)));

        Assert.Equal((Severity.Warning, 2), (finding.Severity, finding.En.Length));
        Assert.Equal(2, finding.Related.Select(r => r.Location.Path).Append(finding.Location.Path).Distinct().Count());
    }

    [Fact]
    public void Does_not_cry_wolf_over_signs_and_doubled_words() =>
        Assert.DoesNotContain(Lint(), f => f.Rule.Code is "TB201" or "TB202" && f.Severity > Severity.Info);

    [Theory]
    [InlineData("unglossed-name-variant", "平安电工", "Pamica Electric Material")]
    [InlineData("unglossed-name-variant", "厚福医疗", "Houfu Medical")]
    [InlineData("place-mismatch", "河北省军民融合新兴产业核心区", "Hubei Provincial Military-Civil Fusion Emerging Industry Core Area")]
    [InlineData("romanization-mismatch", "卫汉", "Weihai")]
    [InlineData("unusual-equivalent", "光线无源器件", "fiber-optic passive components")]
    [InlineData("spelling-variant", "", "focii")]
    public void Finds_what_a_careful_editor_finds(string rule, string zh, string en) =>
        Assert.Contains(Lint(), f => f.Rule.Name == rule && f.Severity >= Severity.Warning && (zh.Length == 0 || f.Zh.Contains(zh)) && f.En.Contains(en));

    private static ImmutableArray<Finding> Lint()
    {
        var seeds = Folder();
        if (seeds is null)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "../shared is not here");
            Assert.Fail("../shared is not here");
        }

        var findings = new Linter(Glossary.Empty, LintSettings.Default).Findings(
            [.. Directory.GetFiles(seeds, "*.txt").Order(StringComparer.Ordinal).Select(file => Sample.Lintable(file, File.ReadAllText(file)))]);
        foreach (var f in findings)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{Path.GetFileName(f.Location.Path)[..3]}:{f.Location.Line}:{f.Location.Column} {f.Severity} {f.Message}");
        }

        return findings;
    }

    private static string? Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var seeds = Path.Combine(at.FullName, "..", "shared", "seeds");
            if (File.Exists(Path.Combine(at.FullName, "Termbase.sln")) && Directory.Exists(seeds))
            {
                return Path.GetFullPath(seeds);
            }
        }

        return null;
    }
}
