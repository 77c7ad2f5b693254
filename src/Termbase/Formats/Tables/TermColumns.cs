using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Formats.Tables;

/// <summary>Which column of a table holds what. Found by the words of a header, by what the user said, else by the script of the cells.</summary>
internal sealed partial class TermColumns
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["concept"] = "concept",
        ["concept id"] = "concept",
        ["entry id"] = "concept",
        ["entry_id"] = "concept",
        ["id"] = "concept",
        ["索引编号"] = "concept",
        ["编号"] = "concept",
        ["序号"] = "concept",
        ["zh"] = "zh",
        ["chinese term"] = "zh",
        ["中文术语"] = "zh",
        ["中文翻译"] = "zh",
        ["中文名称"] = "zh",
        ["汉语术语"] = "zh",
        ["中文名"] = "zh",
        ["chn"] = "zh",
        ["en"] = "en",
        ["english term"] = "en",
        ["英文术语"] = "en",
        ["英文翻译"] = "en",
        ["英文名称"] = "en",
        ["英文名"] = "en",
        ["英译"] = "en",
        ["zh_type"] = "zh_type",
        ["en_type"] = "en_type",
        ["term type"] = "en_type",
        ["status"] = "status",
        ["term status"] = "status",
        ["english status"] = "status",
        ["usage status"] = "status",
        ["状态"] = "status",
        ["when"] = "when",
        ["check"] = "check",
        ["domain"] = "domain",
        ["subject"] = "domain",
        ["subject field"] = "domain",
        ["subjectfield"] = "domain",
        ["领域"] = "domain",
        ["学科"] = "domain",
        ["pos"] = "pos",
        ["part of speech"] = "pos",
        ["partofspeech"] = "pos",
        ["词性"] = "pos",
        ["src:pos"] = "pos",
        ["region"] = "region",
        ["pinyin"] = "pinyin",
        ["拼音"] = "pinyin",
        ["definition"] = "definition",
        ["定义"] = "definition",
        ["释义"] = "definition",
        ["description"] = "definition",
        ["concept definition"] = "definition",
        ["concept subject"] = "domain",
        ["concept note"] = "note",
        ["forbidden"] = "forbidden",
        ["禁用"] = "forbidden",
        ["note"] = "note",
        ["notes"] = "note",
        ["comment"] = "note",
        ["comments"] = "note",
        ["remark"] = "note",
        ["备注"] = "note",
        ["注释"] = "note",
        ["说明"] = "note",
        ["see"] = "see",
        ["cross reference"] = "see",
        ["参见"] = "see",
        ["client"] = "client",
        ["customer"] = "client",
        ["客户"] = "client",
        ["by"] = "by",
        ["created by"] = "by",
        ["modified by"] = "by",
        ["creator"] = "by",
        ["date"] = "date",
        ["modified on"] = "date",
        ["lastmodified"] = "date",
        ["created on"] = "date",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, int> _at = new(StringComparer.Ordinal);
    private readonly ImmutableArray<(string Name, int Index)> _rest;

    // Further columns with the header of the first: synonyms, as memoQ writes them.
    private readonly Dictionary<string, ImmutableArray<int>> _more = new(StringComparer.Ordinal);

    private TermColumns(string[] header, Dictionary<string, int> at)
    {
        _at = at;
        foreach (var role in (ReadOnlySpan<string>)["zh", "en"])
        {
            if (at.TryGetValue(role, out var first) && first < header.Length && header[first].Length > 0)
            {
                _more[role] = [.. header.Select(static (name, index) => (name, index)).Where(c => c.index != first && c.name.Equals(header[first], StringComparison.OrdinalIgnoreCase)).Select(static c => c.index)];
            }
        }

        // Two columns of one name are two columns, and none may be called like what a glossary file has.
        var names = Csv.GlossaryFile.Columns.Concat(at.Values.Where(i => i < header.Length).Select(i => header[i])).Where(static n => n.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase).ToDictionary(static n => n, static _ => 1, StringComparer.OrdinalIgnoreCase);
        _rest = [.. header.Select(static (name, index) => (name, index))
            .Where(c => c.name.Length > 0 && !at.ContainsValue(c.index) && !_more.Values.Any(m => m.Contains(c.index)))
            .Select(c => ((names[c.name] = names.GetValueOrDefault(c.name) + 1) is > 1 and var n ? FormattableString.Invariant($"{c.name} ({n})") : c.name, c.index))];
    }

    internal bool IsWhole => _at.ContainsKey("zh") && _at.ContainsKey("en");

    /// <summary>The columns that have no role, by name.</summary>
    internal IEnumerable<(string Name, int Index)> Rest => _rest;

    /// <summary>The role that a header cell names, or null.</summary>
    internal static string? Role(string header)
    {
        var word = header.Trim();
        return Known(word) ?? Known(Plain(word)) ?? OfLanguage(word);
    }

    // Term (English), Status [en], zh_CN_description, 术语（中文）: what a column holds and of which language, in either order.
    private static string? OfLanguage(string word)
    {
        var parts = Bracketed().Match(word) is { Success: true } match ? (match.Groups[1].Value, match.Groups[2].Value)
            : word.LastIndexOfAny(['_', ' ']) is > 0 and var cut ? (word[..cut], word[(cut + 1)..]) : ("", "");
        return Of(parts.Item1, parts.Item2) ?? Of(parts.Item2, parts.Item1);

        static string? Of(string what, string language) => Known(language) is not ("zh" or "en") || Known(language) is not { } side ? null
            : what.Trim().ToLowerInvariant() switch
            {
                "term" or "terms" or "word" or "translation" or "术语" or "词条" or "词" or "译文" => side,
                "status" or "usage" or "状态" => side == "en" ? "status" : null,
                "type" or "term type" or "类型" => side + "_type",
                "note" or "comment" or "备注" => side == "en" ? "note" : null,
                "definition" or "description" or "定义" => "definition",
                _ => null,
            };
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"^(.+?)\s*[(（\[【](.+?)[)）\]】]$", System.Text.RegularExpressions.RegexOptions.CultureInvariant)]
    private static partial System.Text.RegularExpressions.Regex Bracketed();

    private static string? Known(string word)
    {
        const string Definition = " def";
        return Words.TryGetValue(word, out var role) ? role
            : word.EndsWith(Definition, StringComparison.OrdinalIgnoreCase) && Known(word[..^Definition.Length]) is "zh" or "en" ? "definition"
            : LanguageTag.TryParse(word, out var tag) && (tag.IsChinese || tag.IsEnglish) && word.Length > 1 ? tag.IsChinese ? "zh" : "en"
            : null;
    }

    // Entry_Subject, 備註: as memoQ writes its columns, and in traditional characters.
    private static string Plain(string word)
    {
        var plain = ChineseScript.ToSimplified(word).Replace('_', ' ');
        return plain.StartsWith("entry ", StringComparison.OrdinalIgnoreCase) && !Words.ContainsKey(plain) ? plain["entry ".Length..] : plain;
    }

    /// <summary>Roles by the words of a header. "source" and "target" say nothing about the language: the cells do.</summary>
    internal static TermColumns ByHeader(string[] header)
    {
        var at = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < header.Length; i++)
        {
            if (Role(header[i]) is { } role)
            {
                at.TryAdd(role, i);
            }
        }

        // A status for each language: the one behind the English is that of the rendering.
        if (at.TryGetValue("en", out var en) && en + 1 < header.Length && Role(header[en + 1]) == "status")
        {
            at["status"] = en + 1;
        }

        return new TermColumns(header, at);
    }

    /// <summary>Roles as the user said them: a header or a 1-based number for each.</summary>
    /// <exception cref="InputException">A column or role that is not there.</exception>
    internal static TermColumns Asked(string[] header, IReadOnlyDictionary<string, string> asked, string path)
    {
        var at = ByHeader(header)._at;
        foreach (var (role, column) in asked)
        {
            var index = Array.FindIndex(header, h => h.Trim().Equals(column, StringComparison.OrdinalIgnoreCase));
            if (index < 0 && int.TryParse(column, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= header.Length)
            {
                index = number - 1;
            }

            if (index < 0 || !Words.Values.Contains(role))
            {
                throw new InputException(
                    SourceLocation.File(path),
                    index < 0 ? $"has no column '{column}'; its columns: {string.Join(", ", header)}" : $"'{role}' is no role of a column; roles: {string.Join(", ", Words.Values.Distinct())}");
            }

            foreach (var other in at.Where(c => c.Value == index).Select(static c => c.Key).ToList())
            {
                at.Remove(other);
            }

            at[role] = index;
        }

        return new TermColumns(header, at);
    }

    /// <summary>Completes the two languages by the script of the cells; false where it is not clear.</summary>
    internal static TermColumns ByScript(string[] header, TermColumns byHeader, IReadOnlyList<TableRow> sample)
    {
        var at = new Dictionary<string, int>(byHeader._at, StringComparer.Ordinal);
        var columns = sample.Count == 0 ? 0 : sample.Max(static r => r.Cells.Length);
        var share = new double[columns];
        var letters = new double[columns];
        foreach (var cell in sample.SelectMany(static r => r.Cells.Select(static (c, i) => (c, i))).Where(static c => c.c.Trim().Length > 0))
        {
            share[cell.i] += Han.Contains(cell.c) ? 1 : 0;
            letters[cell.i] += !Han.Contains(cell.c) && cell.c.Any(char.IsAsciiLetter) ? 1 : 0;
        }

        Pick("zh", share);
        Pick("en", letters);
        return new TermColumns(header, at);

        // The first column of the script: terms stand before comments.
        void Pick(string role, double[] votes)
        {
            for (var i = 0; i < columns && !at.ContainsKey(role); i++)
            {
                if (!at.ContainsValue(i) && votes[i] > 0.6 * sample.Count)
                {
                    at.Add(role, i);
                }
            }
        }
    }

    internal bool Has(string role) => _at.ContainsKey(role);

    /// <summary>The cell of a role, trimmed; synonyms of further columns are joined by <c>|</c>.</summary>
    internal string Cell(TableRow row, string role)
    {
        var cell = Single(row, role);
        return _more.TryGetValue(role, out var more) && !more.IsEmpty
            ? string.Join('|', more.Where(i => i < row.Cells.Length).Select(i => row.Cells[i].Trim()).Prepend(cell).Where(static c => c.Length > 0))
            : cell;
    }

    /// <summary>The one cell of a role, trimmed.</summary>
    internal string Single(TableRow row, string role) => _at.TryGetValue(role, out var at) && at < row.Cells.Length ? row.Cells[at].Trim() : "";

    internal bool IsBefore(string role, string other) => _at[role] < _at[other];

    /// <summary>Which columns are read as what, for people; columns of a table without header have no names.</summary>
    internal string Describe(string[] header, bool hasHeader) =>
        string.Join(", ", _at.OrderBy(static c => c.Value).Select(c => FormattableString.Invariant($"{c.Key} = column {c.Value + 1}{(hasHeader && c.Value < header.Length && header[c.Value].Length > 0 ? " '" + header[c.Value] + "'" : "")}"))) + (hasHeader ? "" : " (the first row is no header)");
}
