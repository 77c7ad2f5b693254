using System.Collections.Immutable;

namespace Termbase.Linting;

/// <summary>What a rule is called. A code is never used again for another rule.</summary>
/// <param name="Code">Stable code: TB1xx terms and glosses, TB2xx writing, TB3xx documents, TB4xx bitexts, TB9xx the lint itself.</param>
/// <param name="Name">Kebab-case name of the defect (<c>inconsistent-rendering</c>); "allow inconsistent-rendering" must read well.</param>
/// <param name="Zh">What it finds, in Chinese, in a few words.</param>
/// <param name="En">What it finds, in English, in a few words.</param>
/// <param name="Severity">Severity where nothing is configured.</param>
public sealed record RuleInfo(string Code, string Name, string Zh, string En, Severity Severity)
{
    /// <summary>The options it understands; any other key in its table of <c>termbase.toml</c> is a mistake.</summary>
    public ImmutableArray<RuleOption> Options { get; init; } = [];

    /// <summary>Whether it runs only where it is enabled.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether <paramref name="codeOrName"/> means this rule; letter case does not matter.</summary>
    public bool IsCalled(string codeOrName) =>
        string.Equals(Code, codeOrName, StringComparison.OrdinalIgnoreCase)
        || string.Equals(Name, codeOrName, StringComparison.OrdinalIgnoreCase);
}

/// <summary>An option of a rule.</summary>
/// <param name="Key">Its key in the rule's table of <c>termbase.toml</c>, kebab-case.</param>
/// <param name="Default">Its value where it is not set; also says its type: string, long, double, bool or an array of strings.</param>
/// <param name="Summary">What it does, in a few words.</param>
public sealed record RuleOption(string Key, object Default, string Summary);
