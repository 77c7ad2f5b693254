using System.Collections.Immutable;
using Termbase.Linting;

namespace Termbase.Workspaces;

/// <summary>What lint runs with, from the workspace's configuration.</summary>
public static class LintSettingsFactory
{
    /// <summary>
    /// Settings of the rules as <c>termbase.toml</c> has them; <paramref name="only"/> (codes or names) runs these rules alone. A rule that is both
    /// enabled and disabled runs.
    /// </summary>
    public static LintSettings Create(Workspace workspace, IEnumerable<string>? only = null)
    {
        var config = workspace.Config;
        var rules = ImmutableDictionary.CreateBuilder<string, RuleSettings>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in config.Disable)
        {
            rules[name.Name] = RuleSettings.Default with { Enabled = false };
        }

        foreach (var rule in config.Rules)
        {
            var before = rules.GetValueOrDefault(rule.Name, RuleSettings.Default);
            rules[rule.Name] = new RuleSettings { Enabled = rule.Enable ?? before.Enabled, Severity = rule.Severity, Options = rule.Options };
        }

        foreach (var name in config.Enable)
        {
            rules[name.Name] = rules.GetValueOrDefault(name.Name, RuleSettings.Default) with { Enabled = true };
        }

        return new LintSettings { Rules = rules.ToImmutable(), Only = [.. only ?? []], Root = workspace.Root };
    }
}
