using System.Collections.Immutable;

namespace Termbase.Linting;

/// <summary>What was configured for one rule. Immutable.</summary>
public sealed record RuleSettings
{
    /// <summary>Nothing configured.</summary>
    public static RuleSettings Default { get; } = new();

    /// <summary>Whether it runs.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Its severity, or null for the rule's own.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Its options.</summary>
    public RuleOptions Options { get; init; } = RuleOptions.None;
}

/// <summary>What a lint runs with, as made from <c>termbase.toml</c> and the command line. Immutable and thread-safe.</summary>
public sealed record LintSettings
{
    /// <summary>Every rule with its own severity and options.</summary>
    public static LintSettings Default { get; } = new();

    /// <summary>By code or name of the rule (letter case does not matter); a rule that is not named keeps its defaults.</summary>
    public ImmutableDictionary<string, RuleSettings> Rules { get; init; } =
        ImmutableDictionary.Create<string, RuleSettings>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Codes or names of the only rules to run; empty: all that are enabled.</summary>
    public ImmutableArray<string> Only { get; init; } = [];

    /// <summary>
    /// The folder of the workspace. Files under it count in fingerprints by their path from there, so that a baseline holds on
    /// another machine; files elsewhere by their name. Empty: all by their name.
    /// </summary>
    public string Root { get; init; } = "";

    /// <summary>The defaults, for one rule alone.</summary>
    public static LintSettings ForRule(string codeOrName) => Default with { Only = [codeOrName] };

    /// <summary>What holds for a rule.</summary>
    public RuleSettings For(RuleInfo rule) =>
        Rules.TryGetValue(rule.Name, out var settings) || Rules.TryGetValue(rule.Code, out settings) ? settings : RuleSettings.Default;

    /// <summary>Whether the rule runs. A rule named in <see cref="Only"/> runs even where the configuration turns it off.</summary>
    public bool Runs(RuleInfo rule) => Only.IsEmpty ? For(rule).Enabled : Only.Any(rule.IsCalled);
}
