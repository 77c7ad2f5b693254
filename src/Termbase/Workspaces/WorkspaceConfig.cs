using System.Collections.Immutable;
using System.Text;
using Termbase.Formats;
using Termbase.Linting;
using Termbase.Linting.Custom;
using Termbase.Matching;
using Termbase.Model;

namespace Termbase.Workspaces;

/// <summary>What <c>termbase.toml</c> says about one lint rule. Immutable.</summary>
/// <param name="Name">The rule's name or code, as written.</param>
/// <param name="Severity">Its severity, or null where it is not set.</param>
/// <param name="Enable">Whether it runs, or null where it is not set.</param>
/// <param name="Options">The other keys of its table.</param>
/// <param name="Location">Where the name stands.</param>
public sealed record RuleSetting(string Name, Severity? Severity, bool? Enable, RuleOptions Options, SourceLocation? Location)
{
    /// <summary>Where each option stands, by its key.</summary>
    public ImmutableDictionary<string, SourceLocation> Places { get; init; } = ImmutableDictionary<string, SourceLocation>.Empty;
}

/// <summary>A rule's name in a list, with its place, so that a name nobody knows can be reported where it stands.</summary>
public sealed record RuleName(string Name, SourceLocation? Location);

/// <summary>Settings for some files (<c>[[overrides]]</c>); later ones win. Immutable.</summary>
/// <param name="Paths">Patterns, relative to the workspace; one of them must fit.</param>
/// <param name="Enable">Rules to run.</param>
/// <param name="Disable">Rules not to run.</param>
/// <param name="Rules">Severity and options by rule.</param>
public sealed record PathOverride(
    ImmutableArray<GlobPattern> Paths,
    ImmutableArray<RuleName> Enable,
    ImmutableArray<RuleName> Disable,
    ImmutableArray<RuleSetting> Rules)
{
    /// <summary>Whether a path relative to the workspace is meant.</summary>
    public bool AppliesTo(string relativePath)
    {
        foreach (var pattern in Paths)
        {
            if (pattern.IsMatch(relativePath))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>The contents of <c>termbase.toml</c>, checked. Immutable and thread-safe.</summary>
public sealed record WorkspaceConfig
{
    /// <summary>The file's name.</summary>
    public const string FileName = "termbase.toml";

    /// <summary>What holds where there is no file.</summary>
    public static WorkspaceConfig Default { get; } = new();

    /// <summary>The commented file that <c>init</c> writes; reading it gives <see cref="Default"/>.</summary>
    public static string Template => ConfigTemplate.Text;

    /// <summary>The file it was read from, or null.</summary>
    public string? Path { get; init; }

    /// <summary>BCP 47 tag of the Chinese.</summary>
    public string ZhTag { get; init; } = "zh-CN";

    /// <summary>BCP 47 tag of the English.</summary>
    public string EnTag { get; init; } = "en-US";

    /// <summary>Glossary files.</summary>
    public ImmutableArray<GlobPattern> Glossary { get; init; } = [new("glossary/*.csv")];

    /// <summary>Translation memories.</summary>
    public ImmutableArray<GlobPattern> Memory { get; init; } = [new("tmx/**/*.tmx"), new("tmx/**/*.tsv")];

    /// <summary>CSV files with the user's own rules.</summary>
    public ImmutableArray<GlobPattern> RuleFiles { get; init; } = [];

    /// <summary>The user's own rules of this file (<c>[[rules.custom]]</c>).</summary>
    public ImmutableArray<CustomRule> Custom { get; init; } = [];

    /// <summary>Documents that are being worked on: findings stand there.</summary>
    public ImmutableArray<GlobPattern> Draft { get; init; } = [];

    /// <summary>Documents that cannot be changed any more: evidence only.</summary>
    public ImmutableArray<GlobPattern> Published { get; init; } = [];

    /// <summary>How matches are scored.</summary>
    public MatchSettings Match { get; init; } = MatchSettings.Default;

    /// <summary>The lowest severity that makes <c>lint</c> end with status 1; null for <c>never</c>.</summary>
    public Severity? FailOn { get; init; } = Severity.Error;

    /// <summary>Rules to run besides those that run by default.</summary>
    public ImmutableArray<RuleName> Enable { get; init; } = [];

    /// <summary>Rules not to run.</summary>
    public ImmutableArray<RuleName> Disable { get; init; } = [];

    /// <summary>Settings of single rules.</summary>
    public ImmutableArray<RuleSetting> Rules { get; init; } = [];

    /// <summary>Settings for some paths, in the order of the file; later ones win.</summary>
    public ImmutableArray<PathOverride> Overrides { get; init; } = [];

    /// <summary>
    /// Reads and checks a file. Problems go to <paramref name="problems"/>, and what is sound is kept; where none is given, the
    /// first problem is thrown as an <see cref="InputException"/> with its place. A file that cannot be read at all always throws.
    /// </summary>
    public static WorkspaceConfig Load(string path, ICollection<ReadProblem>? problems = null)
    {
        try
        {
            using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            return Parse(reader.ReadToEnd(), path, problems);
        }
        catch (DecoderFallbackException e)
        {
            throw new InputException(SourceLocation.File(path), "is not UTF-8; save it as UTF-8", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(SourceLocation.File(path), "cannot be read: " + e.Message, e);
        }
    }

    /// <summary>Like <see cref="Load"/>, from text.</summary>
    public static WorkspaceConfig Parse(string text, string path, ICollection<ReadProblem>? problems = null)
    {
        var found = new List<ReadProblem>();
        var config = ConfigReader.Read(new SourceText(path, text), found) with { Path = path };
        if (problems is not null)
        {
            foreach (var problem in found)
            {
                problems.Add(problem);
            }
        }
        else if (found.Count > 0)
        {
            var more = found.Count == 1 ? "" : FormattableString.Invariant($" (and {found.Count - 1} more in this file)");
            throw new InputException(found[0].Location, found[0].Message + more);
        }

        return config;
    }

    /// <summary>
    /// Names of rules, anywhere in the file, that are neither name nor code of a known rule; keys that are no option of their rule, and
    /// options whose value is of the wrong kind.
    /// </summary>
    public IReadOnlyList<ReadProblem> UnknownRules(IReadOnlyCollection<RuleInfo> known)
    {
        var problems = new List<ReadProblem>();
        Names(Enable.Concat(Disable).Concat(Overrides.SelectMany(static o => o.Enable.Concat(o.Disable))));
        Names(Rules.Concat(Overrides.SelectMany(static o => o.Rules)).Select(static r => new RuleName(r.Name, r.Location)));
        foreach (var setting in Rules.Concat(Overrides.SelectMany(static o => o.Rules)))
        {
            if (known.FirstOrDefault(r => r.IsCalled(setting.Name)) is { } rule)
            {
                Options(setting, rule);
            }
        }

        return problems;

        void Report(SourceLocation? place, string code, string message) =>
            problems.Add(new ReadProblem(place ?? SourceLocation.File(Path ?? FileName), "", code, message, ProblemOutcome.Refused));

        void Names(IEnumerable<RuleName> names)
        {
            foreach (var name in names.Where(n => !known.Any(r => r.IsCalled(n.Name))))
            {
                Report(name.Location, "unknown-rule", $"there is no rule '{name.Name}'{Nearest.Hint(name.Name, known.Select(static r => r.Name))}");
            }
        }

        void Options(RuleSetting setting, RuleInfo rule)
        {
            foreach (var (key, value) in setting.Options.Values)
            {
                var place = setting.Places.GetValueOrDefault(key, setting.Location!);
                if (rule.Options.FirstOrDefault(o => o.Key == key) is not { } option)
                {
                    var there = rule.Options.Select(static o => o.Key).Concat(["severity", "enable"]);
                    Report(place, "unknown-option", $"rule {rule.Name} has no option '{key}'{Nearest.Hint(key, there)}");
                }
                else if (!Fits(option.Default, value))
                {
                    Report(place, "wrong-type", $"'{key}' must be {Kind(option.Default)}");
                }
            }
        }
    }

    private static bool Fits(object standard, object value) => standard switch
    {
        double => value is double or long,
        string[] => value is IReadOnlyList<string>,
        _ => value.GetType() == standard.GetType(),
    };

    private static string Kind(object standard) => standard switch
    {
        double or long => "a number",
        bool => "true or false",
        string[] => "a list of strings",
        _ => "a string",
    };
}
