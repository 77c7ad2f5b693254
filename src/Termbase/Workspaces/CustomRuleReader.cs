using System.Collections.Immutable;
using Termbase.Formats;
using Termbase.Formats.Csv;
using Termbase.Linting;
using Termbase.Linting.Custom;
using Termbase.Model;

namespace Termbase.Workspaces;

/// <summary>Reads a user's own rules: <c>[[rules.custom]]</c> of <c>termbase.toml</c>, and CSV files. Thread-safe.</summary>
public static class CustomRuleReader
{
    private static readonly ImmutableArray<string> Columns = ["name", "kind", "find", "write", "severity", "message", "fix", "hit", "miss"];
    private static readonly string[] Keys = ["name", "severity", "message", "fix", "substitute", "forbid", "gloss", "hit", "miss"];

    /// <summary>
    /// Reads a CSV file: a row is a line of a rule, rows of one name are one rule; <c>kind</c> is substitute, forbid or gloss; several
    /// examples in <c>hit</c> or <c>miss</c> are parted by <c>|</c>. Mistakes go to <paramref name="problems"/>.
    /// </summary>
    /// <exception cref="InputException">The header is wrong.</exception>
    public static ImmutableArray<CustomRule> ReadCsv(TextReader reader, string path, ICollection<ReadProblem> problems)
    {
        var log = new ReadLog(problems.Add);
        var rules = new List<CustomRule>();
        foreach (var row in new CsvTable(reader, path, Columns, "name", "kind", "find").Rows(log))
        {
            void Tell(string message) => problems.Add(new ReadProblem(row.Location, "", "bad-rule", message, ProblemOutcome.Refused));
            if (!IsName(row["name"]) || row["find"].Length == 0)
            {
                Tell(row["find"].Length == 0 ? "the cell find is empty" : $"'{row["name"]}' is no name for a rule; write one like plain-words");
            }
            else if (EnumWord.Parse<CustomKind>(row["kind"]) is not { } kind)
            {
                Tell($"'{row["kind"]}' is no kind of rule; there is substitute, forbid and gloss");
            }
            else if (row["severity"] is var severity && severity.Length > 0 && severity is not ("error" or "warning" or "info"))
            {
                Tell($"'{severity}' is no severity; write error, warning or info");
            }
            else
            {
                var rule = new CustomRule
                {
                    Name = row["name"],
                    Kind = kind,
                    Items = [new CustomItem(row["find"], row["write"], row.Location)],
                    Severity = severity.Length > 0 ? Enum.Parse<Severity>(severity, ignoreCase: true) : Severity.Warning,
                    Message = row["message"],
                    Fix = row["fix"] is "true" or "yes" or "1",
                    Examples = [.. Split(row["hit"], true, row.Location), .. Split(row["miss"], false, row.Location)],
                    Place = row.Location,
                };
                var at = rules.FindIndex(r => string.Equals(r.Name, rule.Name, StringComparison.Ordinal));
                if (at < 0)
                {
                    rules.Add(rule);
                }
                else if (rules[at].Kind != kind)
                {
                    Tell($"rule {rule.Name} is of kind {rules[at].Kind.ToString().ToLowerInvariant()} above; give this line another name");
                }
                else
                {
                    rules[at] = rules[at] with { Items = [.. rules[at].Items, .. rule.Items], Examples = [.. rules[at].Examples, .. rule.Examples] };
                }
            }
        }

        return [.. rules];
    }

    /// <summary>Reads one <c>[[rules.custom]]</c>; null where it cannot be used.</summary>
    internal static CustomRule? Read(TomlTable table, SourceLocation place, Action<SourceLocation, string> problem)
    {
        var sound = true;
        void Tell(SourceLocation at, string message)
        {
            sound = false;
            problem(at, message);
        }

        foreach (var item in table.Items.Where(static i => Array.IndexOf(Keys, i.Key) < 0))
        {
            Tell(item.KeyPlace, $"unknown key '{item.Key}' in [[rules.custom]]{Nearest.Hint(item.Key, Keys)}");
        }

        var kinds = table.Items.Where(static i => i.Key is "substitute" or "forbid" or "gloss").ToList();
        var name = Text(table, "name", Tell);
        if (!IsName(name))
        {
            Tell(table.Find("name")?.Place ?? place, "[[rules.custom]] needs name = \"like-this\", in small letters with hyphens");
        }

        if (kinds.Count != 1)
        {
            Tell(place, "[[rules.custom]] needs one of substitute = { \"utilise\" = \"use\" }, forbid = ['pattern'] or gloss = { \"social capital\" = \"社会资本\" }");
        }

        var severity = Text(table, "severity", Tell);
        if (severity is not ("" or "error" or "warning" or "info"))
        {
            Tell(table.Find("severity")!.Place, $"'{severity}' is no severity; write error, warning or info");
        }

        if (table.Find("fix") is { Value: not bool } fix)
        {
            Tell(fix.Place, "'fix' must be true or false");
        }

        var items = kinds.Count == 1 ? Items(kinds[0], Tell) : [];
        ImmutableArray<CustomExample> examples = [.. Texts(table.Find("hit"), Tell).Select(static t => new CustomExample(t.Text, true, t.Place)),
            .. Texts(table.Find("miss"), Tell).Select(static t => new CustomExample(t.Text, false, t.Place))];
        return !sound ? null : new CustomRule
        {
            Name = name,
            Kind = Enum.Parse<CustomKind>(kinds[0].Key, ignoreCase: true),
            Items = [.. items],
            Severity = severity.Length > 0 ? Enum.Parse<Severity>(severity, ignoreCase: true) : Severity.Warning,
            Message = Text(table, "message", Tell),
            Fix = table.Find("fix")?.Value is true,
            Examples = examples,
            Place = place,
        };
    }

    private static bool IsName(string name) =>
        name.Length > 0 && char.IsAsciiLetterLower(name[0]) && name.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && RuleCatalog.Find(name) is null;

    private static IEnumerable<CustomExample> Split(string cell, bool isHit, SourceLocation place) =>
        cell.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(text => new CustomExample(text, isHit, place));

    private static IEnumerable<CustomItem> Items(TomlItem item, Action<SourceLocation, string> tell)
    {
        if (item.Key == "forbid")
        {
            return Texts(item, tell).Select(static t => new CustomItem(t.Text, "", t.Place));
        }

        if (item.Value is not TomlTable pairs || pairs.Items.Exists(static p => p.Value is not string))
        {
            tell(item.Place, $"'{item.Key}' must be a table of strings: {item.Key} = {{ \"find\" = \"write\" }}");
            return [];
        }

        return pairs.Items.Select(static p => new CustomItem(p.Key, (string)p.Value, p.KeyPlace));
    }

    private static string Text(TomlTable table, string key, Action<SourceLocation, string> tell)
    {
        if (table.Find(key) is { Value: not string } wrong)
        {
            tell(wrong.Place, $"'{key}' must be a string");
        }

        return table.Find(key)?.Value as string ?? "";
    }

    private static IEnumerable<(string Text, SourceLocation Place)> Texts(TomlItem? item, Action<SourceLocation, string> tell)
    {
        switch (item?.Value)
        {
            case null:
                return [];
            case string one:
                return [(one, item.Place)];
            case List<TomlItem> list when !list.Exists(static x => x.Value is not string):
                return list.Select(static x => ((string)x.Value, x.Place));
            default:
                tell(item!.Place, $"'{item.Key}' must be a list of strings");
                return [];
        }
    }
}
