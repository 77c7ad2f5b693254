using System.Globalization;
using System.Text;
using Termbase.Formats.Csv;
using Termbase.Model;

namespace Termbase.Formats.Tables;

/// <summary>
/// UTX 1.11 (AAMT): a first line <c>#UTX 1.11; en-US/zh-CN; …</c>, a line that names the columns, tab-separated rows with part of speech
/// and status (approved, provisional, non-standard, forbidden). Stateless and thread-safe.
/// </summary>
public sealed class UtxFormat : ITermFormat
{
    /// <inheritdoc/>
    public string Name => "utx";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".utx"];

    /// <inheritdoc/>
    public TermFields Carries => TermFields.Concepts | TermFields.Status | TermFields.Pos | TermFields.Domain | TermFields.Note | TermFields.Extra;

    /// <inheritdoc/>
    public IEnumerable<Concept> Read(Stream stream, string path, TermReadOptions options, ReadLog log)
    {
        using var text = TextFile.OpenReader(stream, path, log);
        var rows = new List<TableRow>();
        var line = 0;
        var zhFirst = false;
        while (text.ReadLine() is { } content)
        {
            line++;
            content = content.TrimStart('\uFEFF');
            if (line == 1 && content.StartsWith("#UTX", StringComparison.OrdinalIgnoreCase))
            {
                var languages = content.Split(';').ElementAtOrDefault(1)?.Split('/')[0].Trim() ?? "";
                zhFirst = Languages.LanguageTag.TryParse(languages, out var tag) && tag.IsChinese;
                var others = content.Split(';', StringSplitOptions.TrimEntries).Skip(2).Where(static c => c.Length > 0).ToList();
                if (others.Count > 0)
                {
                    log.Note(SourceLocation.AtLine(path, 1), "", "header-dropped", $"the first line also says: {string.Join("; ", others)}; that is not kept");
                }
            }
            else if (content.StartsWith("#src", StringComparison.OrdinalIgnoreCase))
            {
                rows.Add(new TableRow([.. content[1..].Split('\t').Select(c => RoleOf(c.Trim(), zhFirst))], line));
            }
            else if (content.Trim().Length > 0 && content[0] != '#')
            {
                rows.Add(new TableRow(content.Split('\t'), line));
            }
        }

        return TermTable.Read(rows, path, options, log);
    }

    /// <inheritdoc/>
    public long Write(Stream stream, IEnumerable<Concept> concepts, TermWriteOptions options)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 14, leaveOpen: true) { NewLine = "\n" };
        var (first, second) = options.ZhFirst ? (options.ZhTag, options.EnTag) : (options.EnTag, options.ZhTag);
        writer.WriteLine($"#UTX 1.11; {first}/{second}; ; {FlatCell.Of(options.Title).Replace(';', ',')}");
        var all = concepts.ToList();
        var extra = all.SelectMany(static c => c.Renderings).SelectMany(static r => r.Extra.Keys).Distinct(StringComparer.Ordinal).ToList();
        writer.WriteLine(string.Join('\t', ["#src", "tgt", "src:pos", "term status", "concept ID", "domain", "comment", .. extra.Select(FlatCell.Of)]));
        var count = 0L;
        foreach (var concept in all)
        {
            TermFieldCheck.Report(concept, Carries, options.Losses);
            foreach (var row in concept.Renderings)
            {
                var (source, target) = options.ZhFirst ? (row.Zh, row.En) : (row.En, row.Zh);
                if (FlatCell.Of(source) is not { Length: > 0 } flat || flat[0] == '#')
                {
                    options.Losses?.Add("a term that starts with # (a comment to UTX)", row.Zh, row.Location);
                    continue;
                }

                writer.WriteLine(string.Join('\t', flat, FlatCell.Of(target), row.Pos.Length > 0 ? FlatCell.Of(row.Pos) : "noun", Status(row, options.Losses), FlatCell.Of(concept.Id), FlatCell.Of(row.Domain), FlatCell.Of(row.Note)) + string.Concat(extra.Select(e => "\t" + FlatCell.Of(row.Extra.GetValueOrDefault(e, "")))));
                count++;
            }
        }

        return count;
    }

    private static string Status(Rendering row, LossReport? losses)
    {
        if (row.Status == TermStatus.Superseded)
        {
            losses?.Add("status superseded (written as forbidden)", row.Zh, row.Location);
        }

        return row.Status switch
        {
            TermStatus.Preferred => "approved",
            TermStatus.Admitted => "non-standard",
            TermStatus.Deprecated or TermStatus.Superseded => "forbidden",
            _ => "provisional",
        };
    }

    private static string RoleOf(string column, bool zhFirst) => column.ToLowerInvariant() switch
    {
        "src" => zhFirst ? "zh" : "en",
        "tgt" => zhFirst ? "en" : "zh",
        "src:pos" => "pos",
        "term status" => "status",
        var other => other,
    };
}
