using System.Collections.Immutable;
using Termbase.Formats;
using Termbase.Linting;
using Termbase.Model;

namespace Termbase.Workspaces;

/// <summary>Checks the tree of a <c>termbase.toml</c> key by key. What is wrong is reported and left out; the rest is kept.</summary>
internal sealed partial class ConfigReader
{
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
