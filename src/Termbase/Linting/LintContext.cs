using Termbase.Model;

namespace Termbase.Linting;

/// <summary>What a rule is given besides its subject: the termbase, its options, and the sink for what it finds.</summary>
public sealed class LintContext
{
    private readonly Action<Finding> _sink;

    /// <summary>Made by the linter for each rule.</summary>
    public LintContext(RuleInfo rule, Severity severity, Glossary glossary, RuleOptions options, Action<Finding> sink)
    {
        Rule = rule;
        Severity = severity;
        Glossary = glossary;
        Options = options;
        _sink = sink;
    }

    /// <summary>The rule that is running.</summary>
    public RuleInfo Rule { get; }

    /// <summary>Its severity after configuration.</summary>
    public Severity Severity { get; }

    /// <summary>The termbase; may be empty.</summary>
    public Glossary Glossary { get; }

    /// <summary>The rule's options from <c>termbase.toml</c>.</summary>
    public RuleOptions Options { get; }

    /// <summary>Reports a finding; rule and severity are filled in here unless <paramref name="atMost"/> lowers the severity.</summary>
    public void Report(SourceLocation location, string message, Func<Finding, Finding>? with = null, Severity? atMost = null)
    {
        var severity = atMost is { } limit && limit < Severity ? limit : Severity;
        var finding = new Finding { Rule = Rule, Severity = severity, Location = location, Message = message };
        _sink(with is null ? finding : with(finding));
    }
}

/// <summary>Options of one rule: the keys of its table in <c>termbase.toml</c>. Immutable.</summary>
/// <param name="Values">By key; values are string, long, double, bool or a list of strings.</param>
public sealed record RuleOptions(IReadOnlyDictionary<string, object> Values)
{
    /// <summary>No options.</summary>
    public static RuleOptions None { get; } = new(new Dictionary<string, object>());

    /// <summary>The option's value, or <paramref name="fallback"/> where it is not set.</summary>
    public T Get<T>(string key, T fallback) => Values.TryGetValue(key, out var value) && value is T typed ? typed : fallback;
}
