namespace Termbase.Linting;

/// <summary>What a rule is called. A code is never used again for another rule.</summary>
/// <param name="Code">Stable code: TB1xx terms and glosses, TB2xx writing, TB3xx documents, TB4xx bitexts, TB9xx the lint itself.</param>
/// <param name="Name">Kebab-case name of the defect (<c>inconsistent-rendering</c>); "allow inconsistent-rendering" must read well.</param>
/// <param name="Zh">What it finds, in Chinese, in a few words.</param>
/// <param name="En">What it finds, in English, in a few words.</param>
/// <param name="Severity">Severity where nothing is configured.</param>
public sealed record RuleInfo(string Code, string Name, string Zh, string En, Severity Severity);
