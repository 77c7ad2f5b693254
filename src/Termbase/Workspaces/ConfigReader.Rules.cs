using System.Collections.Immutable;
using Termbase.Linting;
using Termbase.Linting.Custom;
using Termbase.Model;

namespace Termbase.Workspaces;

// What a workspace says of rules: on, off, how severe, with which options, in which files, and rules of its own.
internal sealed partial class ConfigReader
{
    private static readonly string[] Severities = ["error", "warning", "info"];

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
}
