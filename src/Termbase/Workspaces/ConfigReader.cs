using System.Collections.Immutable;
using Termbase.Formats;
using Termbase.Linting;
using Termbase.Linting.Custom;
using Termbase.Model;

namespace Termbase.Workspaces;

/// <summary>Checks the tree of a <c>termbase.toml</c> key by key. What is wrong is reported and left out; the rest is kept.</summary>
internal sealed partial class ConfigReader
{
    private static readonly string[] Severities = ["error", "warning", "info"];

    private readonly List<ReadProblem> _problems;

    private ConfigReader(List<ReadProblem> problems) => _problems = problems;

    public static WorkspaceConfig Read(SourceText source, List<ReadProblem> problems)
    {
        var reader = new ConfigReader(problems);
        return reader.Root(TomlTree.Parse(source, (place, message) => reader.Report(place, "bad-toml", message)));
    }

    private WorkspaceConfig Root(TomlTable root)
    {
        var config = WorkspaceConfig.Default;
        foreach (var item in Known(root, "", "languages", "files", "documents", "match", "lint", "rules", "overrides"))
        {
            if (item.Key == "overrides")
            {
                config = config with { Overrides = Overrides(item) };
            }
            else if (Table(item) is { } table)
            {
                config = item.Key switch
                {
                    "languages" => Languages(config, table),
                    "files" => Files(config, table),
                    "documents" => Documents(config, table),
                    "match" => config with { Match = Match(table) },
                    "lint" => Lint(config, table),
                    _ => config with { Rules = Rules(table), Custom = Custom(table) },
                };
            }
        }

        return config;
    }

    private WorkspaceConfig Languages(WorkspaceConfig config, TomlTable table)
    {
        foreach (var item in Known(table, "languages", "zh", "en"))
        {
            if (Text(item) is not { } tag)
            {
                continue;
            }

            var isRight = tag.Equals(item.Key, StringComparison.OrdinalIgnoreCase)
                || (tag.StartsWith(item.Key + "-", StringComparison.OrdinalIgnoreCase)
                    && tag.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-'));
            if (!isRight)
            {
                Report(item.Place, "bad-value", $"'{tag}' is not a language tag for {item.Key}; write one like {(item.Key == "zh" ? "zh-CN" : "en-US")}");
            }
            else
            {
                config = item.Key == "zh" ? config with { ZhTag = tag } : config with { EnTag = tag };
            }
        }

        return config;
    }

    private WorkspaceConfig Files(WorkspaceConfig config, TomlTable table)
    {
        foreach (var item in Known(table, "files", "glossary", "memory", "rules"))
        {
            if (Globs(item) is { } globs)
            {
                config = item.Key switch
                {
                    "glossary" => config with { Glossary = globs },
                    "memory" => config with { Memory = globs },
                    _ => config with { RuleFiles = globs },
                };
            }
        }

        return config;
    }

    private WorkspaceConfig Documents(WorkspaceConfig config, TomlTable table)
    {
        foreach (var item in Known(table, "documents", "draft", "published"))
        {
            if (Globs(item) is { } globs)
            {
                config = item.Key == "draft" ? config with { Draft = globs } : config with { Published = globs };
            }
        }

        return config;
    }

    private WorkspaceConfig Lint(WorkspaceConfig config, TomlTable table)
    {
        foreach (var item in Known(table, "lint", "fail-on", "enable", "disable"))
        {
            config = item.Key switch
            {
                "enable" => config with { Enable = RuleNames(item) },
                "disable" => config with { Disable = RuleNames(item) },
                _ when item.Value is "never" => config with { FailOn = null },
                _ => SeverityOf(item, [.. Severities, "never"]) is { } severity ? config with { FailOn = severity } : config,
            };
        }

        return config;
    }

    private ImmutableArray<RuleSetting> Rules(TomlTable table)
    {
        var rules = ImmutableArray.CreateBuilder<RuleSetting>();
        foreach (var item in table.Items)
        {
            if (item is { Key: "custom", Value: List<TomlItem> } || Table(item) is not { } keys)
            {
                continue;
            }

            var setting = new RuleSetting(item.Key, null, null, RuleOptions.None, item.KeyPlace);
            var options = new Dictionary<string, object>(StringComparer.Ordinal);
            foreach (var key in keys.Items)
            {
                switch (key.Key)
                {
                    case "severity":
                        setting = setting with { Severity = SeverityOf(key, Severities) };
                        break;
                    case "enable":
                        if (key.Value is bool enable)
                        {
                            setting = setting with { Enable = enable };
                        }
                        else
                        {
                            WrongType(key, "true or false");
                        }

                        break;
                    default:
                        if (Option(key) is { } value)
                        {
                            options[key.Key] = value;
                        }

                        break;
                }
            }

            rules.Add(setting with
            {
                Options = options.Count == 0 ? RuleOptions.None : new RuleOptions(options),
                Places = keys.Items.ToImmutableDictionary(static k => k.Key, static k => k.KeyPlace, StringComparer.Ordinal),
            });
        }

        return rules.ToImmutable();
    }

    private ImmutableArray<CustomRule> Custom(TomlTable rules)
    {
        var made = ImmutableArray.CreateBuilder<CustomRule>();
        foreach (var entry in rules.Find("custom")?.Value as List<TomlItem> ?? [])
        {
            if (entry.Value is TomlTable table
                && CustomRuleReader.Read(table, entry.KeyPlace, (place, message) => Report(place, "bad-rule", message)) is { } rule)
            {
                made.Add(rule);
            }
        }

        return made.ToImmutable();
    }

    private ImmutableArray<PathOverride> Overrides(TomlItem item)
    {
        if (item.Value is not List<TomlItem> list || list.Exists(static x => x.Value is not TomlTable))
        {
            Report(item.KeyPlace, "wrong-type", "'overrides' is a list of tables; write [[overrides]]");
            return [];
        }

        var overrides = ImmutableArray.CreateBuilder<PathOverride>();
        foreach (var entry in list)
        {
            var made = new PathOverride([], [], [], []);
            foreach (var key in Known((TomlTable)entry.Value, "overrides", "paths", "enable", "disable", "rules"))
            {
                made = key.Key switch
                {
                    "paths" => made with { Paths = Globs(key) ?? [] },
                    "enable" => made with { Enable = RuleNames(key) },
                    "disable" => made with { Disable = RuleNames(key) },
                    _ => Table(key) is { } rules ? made with { Rules = Rules(rules) } : made,
                };
            }

            if (made.Paths.IsEmpty)
            {
                Report(entry.KeyPlace, "missing-key", "[[overrides]] needs paths = [\"…\"], else it holds for no file");
            }

            overrides.Add(made);
        }

        return overrides.ToImmutable();
    }

    private IEnumerable<TomlItem> Known(TomlTable table, string name, params string[] keys)
    {
        foreach (var item in table.Items)
        {
            if (Array.IndexOf(keys, item.Key) >= 0)
            {
                yield return item;
            }
            else
            {
                var where = name.Length == 0 ? "" : $" in [{name}]";
                Report(item.KeyPlace, "unknown-key", $"unknown key '{item.Key}'{where}{Nearest.Hint(item.Key, keys)}");
            }
        }
    }

    private TomlTable? Table(TomlItem item)
    {
        if (item.Value is TomlTable table)
        {
            return table;
        }

        WrongType(item, "a table");
        return null;
    }

    private string? Text(TomlItem item)
    {
        if (item.Value is string text)
        {
            return text;
        }

        WrongType(item, "a string");
        return null;
    }

    private List<(string Text, SourceLocation Place)>? Texts(TomlItem item)
    {
        if (item.Value is string one)
        {
            return [(one, item.Place)];
        }

        if (item.Value is not List<TomlItem> list || list.Exists(static x => x.Value is not string))
        {
            WrongType(item, "a list of strings");
            return null;
        }

        return list.ConvertAll(static x => ((string)x.Value, x.Place));
    }

    private ImmutableArray<GlobPattern>? Globs(TomlItem item)
    {
        if (Texts(item) is not { } texts)
        {
            return null;
        }

        var globs = ImmutableArray.CreateBuilder<GlobPattern>();
        foreach (var (text, place) in texts)
        {
            if (text.Length == 0 || text.Contains('\\', StringComparison.Ordinal) || Path.IsPathRooted(text))
            {
                Report(place, "bad-value", $"'{text}' is not a pattern relative to this file; write one like \"glossary/*.csv\", with forward slashes");
            }
            else
            {
                globs.Add(new GlobPattern(text));
            }
        }

        return globs.ToImmutable();
    }

    private ImmutableArray<RuleName> RuleNames(TomlItem item) =>
        Texts(item) is { } texts ? [.. texts.Select(static t => new RuleName(t.Text, t.Place))] : [];

    private Severity? SeverityOf(TomlItem item, string[] allowed)
    {
        if (Text(item) is not { } text)
        {
            return null;
        }

        switch (text)
        {
            case "error":
                return Severity.Error;
            case "warning":
                return Severity.Warning;
            case "info":
                return Severity.Info;
            default:
                Report(item.Place, "bad-value", $"'{text}' is no value for '{item.Key}'{Nearest.Hint(text, allowed)}");
                return null;
        }
    }

    private object? Option(TomlItem item)
    {
        switch (item.Value)
        {
            case TomlTable:
                WrongType(item, "a string, a number, true, false or a list of strings");
                return null;
            case List<TomlItem>:
                return Texts(item)?.ConvertAll(static t => t.Text);
            default:
                return item.Value;
        }
    }

    private void WrongType(TomlItem item, string wanted)
    {
        var got = item.Value switch
        {
            string => "a string",
            bool => "true or false",
            long or double => "a number",
            TomlTable => "a table",
            _ => "a list",
        };
        Report(item.Place, "wrong-type", $"'{item.Key}' must be {wanted}, not {got}");
    }

    private void Report(SourceLocation place, string code, string message) =>
        _problems.Add(new ReadProblem(place, "", code, message, ProblemOutcome.Refused));
}
