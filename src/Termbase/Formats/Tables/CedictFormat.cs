using System.Collections.Immutable;
using System.Text;
using Termbase.Formats.Csv;
using Termbase.Model;

namespace Termbase.Formats.Tables;

/// <summary>
/// CC-CEDICT: <c>繁體 简体 [pin1 yin1] /gloss/gloss/</c>, comments after <c>#</c>. The traditional form and the pinyin stay in cells of
/// their own. Stateless and thread-safe.
/// </summary>
public sealed class CedictFormat : ITermFormat
{
    /// <inheritdoc/>
    public string Name => "cedict";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".u8", ".cedict"];

    /// <inheritdoc/>
    public TermFields Carries => TermFields.Pinyin;

    /// <inheritdoc/>
    public IEnumerable<Concept> Read(Stream stream, string path, TermReadOptions options, ReadLog log)
    {
        using var text = TextFile.OpenReader(stream, path, log);
        for (var line = 1; text.ReadLine() is { } content; line++)
        {
            content = content.TrimStart('\uFEFF').Trim();
            if (content.Length == 0 || content[0] == '#')
            {
                continue;
            }

            log.CountRead();
            var place = SourceLocation.AtLine(path, line);
            if (Parse(content) is not var (traditional, simplified, pinyin, glosses) || glosses.Length == 0)
            {
                log.Refuse(place, "", "bad-line", "not of the form: traditional simplified [pinyin] /gloss/gloss/");
                continue;
            }

            var id = ConceptId.For(simplified, pinyin);
            var extra = traditional == simplified
                ? ImmutableSortedDictionary<string, string>.Empty
                : ImmutableSortedDictionary<string, string>.Empty.Add("traditional", traditional);
            yield return new Concept
            {
                Id = id,
                Renderings = [.. glosses.Select(g => new Rendering { Concept = id, Zh = simplified, En = g, Pinyin = pinyin, Extra = extra, Location = place })],
            };
        }
    }

    /// <inheritdoc/>
    public long Write(Stream stream, IEnumerable<Concept> concepts, TermWriteOptions options)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 14, leaveOpen: true) { NewLine = "\n" };
        var count = 0L;
        foreach (var concept in concepts)
        {
            TermFieldCheck.Report(Without(concept), Carries, options.Losses);
            foreach (var group in concept.Renderings.GroupBy(static r => (r.Zh, r.Pinyin)))
            {
                var zh = FlatCell.Of(group.Key.Zh).Replace(' ', '\u3000');
                var traditional = FlatCell.Of(group.First().Extra.GetValueOrDefault("traditional", zh)).Replace(' ', '\u3000');
                writer.WriteLine($"{traditional} {zh} [{FlatCell.Of(group.Key.Pinyin).Replace(']', ')')}] /{string.Join('/', group.Select(static r => FlatCell.Of(r.En).Replace('/', '／')))}/");
                count += group.Count();
            }
        }

        return count;
    }

    private static Concept Without(Concept concept) =>
        concept with { Renderings = [.. concept.Renderings.Select(static r => r with { Extra = r.Extra.Remove("traditional") })] };

    private static (string Traditional, string Simplified, string Pinyin, string[] Glosses)? Parse(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var open = line.IndexOf('[', StringComparison.Ordinal);
        var close = open < 0 ? -1 : line.IndexOf(']', open);
        var slash = close < 0 ? -1 : line.IndexOf('/', close);
        return space > 0 && open > space + 1 && slash > 0
            ? (line[..space], line[(space + 1)..open].Trim(), line[(open + 1)..close], line[slash..].Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            : null;
    }
}
