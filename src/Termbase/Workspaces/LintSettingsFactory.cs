using System.Collections.Immutable;
using Termbase.Linting;
using Termbase.Model;

namespace Termbase.Workspaces;

/// <summary>What lint runs with, from the workspace's configuration.</summary>
public static class LintSettingsFactory
{
    /// <summary>
    /// The rules to choose from: those of <see cref="RuleCatalog"/> and the user's own, whose examples are checked here.
    /// </summary>
    /// <exception cref="InputException">A rule of the user's own has a mistake; with its line.</exception>
    public static IReadOnlyList<Func<LintRule>> Rules(Workspace workspace) =>
    [
        .. RuleCatalog.Factories,
        .. workspace.CustomRules.Select(static rule => rule.Build(static (place, message) => throw new InputException(place ?? SourceLocation.File(WorkspaceConfig.FileName), message))!),
    ];

    /// <summary>
    /// Settings of the rules as <c>termbase.toml</c> has them; <paramref name="only"/> (codes or names) runs these rules alone. A rule that is both
    /// enabled and disabled runs.
    /// </summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="only">The only rules to run; none: all that are enabled.</param>
    /// <param name="known">All rules, to check the names in the file against; null: those of <see cref="RuleCatalog"/>.</param>
    /// <param name="fullPath">Makes a path absolute; null: from the current folder.</param>
    /// <exception cref="InputException">The file names a rule or option that there is not; with its line.</exception>
    public static LintSettings Create(
        Workspace workspace, IEnumerable<string>? only = null, IReadOnlyCollection<RuleInfo>? known = null, Func<string, string>? fullPath = null)
    {
        var config = workspace.Config;
        if (config.UnknownRules(known ?? RuleCatalog.Rules) is { Count: > 0 } problems)
        {
            var more = problems.Count == 1 ? "" : FormattableString.Invariant($" (and {problems.Count - 1} more in this file)");
            throw new InputException(problems[0].Location, problems[0].Message + more);
        }

        string Name(string called) => (known ?? RuleCatalog.Rules).FirstOrDefault(r => r.IsCalled(called))?.Name ?? called;
        var rules = Patches(config.Disable, config.Rules, config.Enable, Name).ToImmutableDictionary(
            static p => p.Key,
            static p => new RuleSettings { Enabled = p.Value.Enabled ?? true, Severity = p.Value.Severity, Options = p.Value.Options },
            StringComparer.OrdinalIgnoreCase);
        return new LintSettings
        {
            Rules = rules,
            Overrides =
            [
                .. config.Overrides.Select(o => new PathSettings(
                    path => o.AppliesTo(workspace.Relative(fullPath?.Invoke(path) ?? path)), Patches(o.Disable, o.Rules, o.Enable, Name))),
            ],
            Only = [.. only ?? []],
            Root = workspace.Root,
        };
    }

    private static ImmutableDictionary<string, RulePatch> Patches(
        ImmutableArray<RuleName> disable, ImmutableArray<RuleSetting> settings, ImmutableArray<RuleName> enable, Func<string, string> nameOf)
    {
        var patches = ImmutableDictionary.CreateBuilder<string, RulePatch>(StringComparer.OrdinalIgnoreCase);
        RulePatch Get(string name) => patches.GetValueOrDefault(nameOf(name)) ?? new RulePatch();
        foreach (var name in disable)
        {
            patches[nameOf(name.Name)] = Get(name.Name) with { Enabled = false };
        }

        foreach (var rule in settings)
        {
            var before = Get(rule.Name);
            patches[nameOf(rule.Name)] = new RulePatch { Enabled = rule.Enable ?? before.Enabled, Severity = rule.Severity, Options = rule.Options };
        }

        foreach (var name in enable)
        {
            patches[nameOf(name.Name)] = Get(name.Name) with { Enabled = true };
        }

        return patches.ToImmutable();
    }
}
