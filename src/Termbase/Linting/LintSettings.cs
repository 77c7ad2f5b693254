using System.Collections.Immutable;
using Termbase.Linting.Bitext;
using Termbase.Recognition;

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

/// <summary>What holds for a rule in some files only; what is null or not set stays as it is elsewhere. Immutable.</summary>
public sealed record RulePatch
{
    /// <summary>Whether it runs there.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Its severity there.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Options that are set there.</summary>
    public RuleOptions Options { get; init; } = RuleOptions.None;

    internal RuleSettings On(RuleSettings settings) => new()
    {
        Enabled = Enabled ?? settings.Enabled,
        Severity = Severity ?? settings.Severity,
        Options = Options.Values.Count == 0 ? settings.Options : Options.Over(settings.Options),
    };
}

/// <summary>Settings for some files.</summary>
/// <param name="AppliesTo">Whether they hold for a path as it is reported; thread-safe.</param>
/// <param name="Rules">By code or name of the rule.</param>
public sealed record PathSettings(Func<string, bool> AppliesTo, ImmutableDictionary<string, RulePatch> Rules);

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

    /// <summary>Settings for some files, in the order in which they are applied: later ones win.</summary>
    public ImmutableArray<PathSettings> Overrides { get; init; } = [];

    /// <summary>
    /// The folder of the workspace. Files under it count in fingerprints by their path from there, so that a baseline holds on
    /// another machine; files elsewhere by their name. Empty: all by their name.
    /// </summary>
    public string Root { get; init; } = "";

    /// <summary>How the two languages of a bitext go together: learned from the memory, or the built-in figures.</summary>
    public BitextModel Model { get; init; } = BitextModel.BuiltIn;

    /// <summary>Makes matchers of the termbase; compiles them where nothing else is said.</summary>
    public TermCompiler Compiler { get; init; } = static (_, glossary) => TermMatcher.Create(glossary);

    /// <summary>The most threads that rules run on at once, 1 or more; findings do not depend on it.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>The defaults, for one rule alone.</summary>
    public static LintSettings ForRule(string codeOrName) => Default with { Only = [codeOrName] };

    /// <summary>What holds for a rule where no path is looked at.</summary>
    public RuleSettings For(RuleInfo rule) =>
        Rules.TryGetValue(rule.Name, out var settings) || Rules.TryGetValue(rule.Code, out settings)
            ? settings
            : RuleSettings.Default with { Enabled = !rule.IsOptional };

    /// <summary>
    /// What holds for a rule in one file. A rule that compares files takes its options from <see cref="For(RuleInfo)"/>; whether a
    /// file takes part, and the severity there, are the file's.
    /// </summary>
    public RuleSettings For(RuleInfo rule, string path)
    {
        var result = For(rule);
        foreach (var item in Overrides)
        {
            if (item.AppliesTo(path) && (item.Rules.TryGetValue(rule.Name, out var patch) || item.Rules.TryGetValue(rule.Code, out patch)))
            {
                result = patch.On(result);
            }
        }

        return Only.IsEmpty ? result : result with { Enabled = Only.Any(rule.IsCalled) };
    }

    /// <summary>
    /// Whether the rule runs anywhere. A rule named in <see cref="Only"/> runs even where the configuration turns it off.
    /// </summary>
    public bool Runs(RuleInfo rule) =>
        Only.IsEmpty
            ? For(rule).Enabled || Overrides.Any(o => o.Rules.Any(r => rule.IsCalled(r.Key) && r.Value.Enabled == true))
            : Only.Any(rule.IsCalled);
}
