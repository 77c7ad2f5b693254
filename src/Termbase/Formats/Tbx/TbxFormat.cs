using System.Xml.Linq;
using Termbase.Model;

namespace Termbase.Formats.Tbx;

/// <summary>
/// TBX: reads v3 (Core, Min, Basic and other dialects, DCA and DCT) and martif of 2008; writes the dialect that it was made for, valid
/// TBX-Basic. Stateless and thread-safe.
/// </summary>
public sealed class TbxFormat(TbxDialect dialect) : ITermFormat
{
    /// <inheritdoc/>
    public string Name => dialect switch { TbxDialect.BasicDct => "tbx-dct", TbxDialect.Legacy => "tbx-legacy", _ => "tbx" };

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".tbx"];

    /// <inheritdoc/>
    public TermFields Carries =>
        TermFields.Concepts | TermFields.Status | TermFields.Domain | TermFields.Pos | TermFields.Region | TermFields.Definition | TermFields.Note
        | TermFields.See | TermFields.Client | TermFields.History | TermFields.Types | TermFields.Evidence;

    /// <inheritdoc/>
    public IEnumerable<Concept> Read(Stream stream, string path, TermReadOptions options, ReadLog log)
    {
        using var reader = new TbxReader(stream, path, log);
        var concepts = new TbxToConcept(path, log);
        while (reader.Next() is { } entry)
        {
            if (concepts.Read(entry) is { } concept)
            {
                yield return concept;
            }
        }

        concepts.End();
    }

    /// <inheritdoc/>
    public long Write(Stream stream, IEnumerable<Concept> concepts, TermWriteOptions options)
    {
        var all = concepts.ToList();
        var entries = new ConceptToTbx(all, options, dialect == TbxDialect.Legacy);
        using var writer = new TbxWriter(stream, dialect, options.Title, options.Losses);
        var count = 0L;
        for (var i = 0; i < all.Count; i++)
        {
            TermFieldCheck.Report(WithoutOwnCells(all[i]), Carries, options.Losses);
            writer.Write(entries.Entry(all[i], entries.Ids[i]), entries.Known);
            count += all[i].Renderings.Length;
        }

        writer.Finish();
        return count;
    }

    /// <summary>
    /// From TBX to TBX without the detour over concepts: all languages, categories and history stay, in the dialect of this format; what
    /// TBX-Basic has no place for becomes a note and is told. Returns the number of entries.
    /// </summary>
    public long Copy(Stream input, string path, ReadLog log, Stream output, TermWriteOptions options) =>
        Copy(input, path, log, output, options, _ => dialect);

    /// <summary>The same into a dialect chosen by that of the file.</summary>
    internal static long Copy(Stream input, string path, ReadLog log, Stream output, TermWriteOptions options, Func<(string Root, string Type, string Style), TbxDialect> choose)
    {
        using var reader = new TbxReader(input, path, log);
        var kept = new List<XElement>();
        while (reader.Next() is { } entry)
        {
            if (!entry.Element.Descendants("term").Any(static t => !string.IsNullOrWhiteSpace(t.Value)))
            {
                log.Refuse(entry.Location, entry.Id, "empty-term", "the entry holds no term");
                continue;
            }

            kept.Add(entry.Element);
        }

        // A target may name what comes later, so nothing is written before all is read.
        var ids = TbxFitter.Ids(kept, options.Losses);
        ids.UnionWith(reader.Matter.Ids);
        var dialect = choose(reader.Dialect);

        // From martif to martif the categories that its XCS lists stay; TBX-Basic holds its own only.
        var source = TbxBasicRules.ScopeOf(reader.Dialect, reader.Matter);
        TbxScope? scope = dialect == TbxDialect.Legacy && reader.Dialect.Root == "martif" && source == TbxScope.Other ? TbxScope.Other : null;
        using var writer = new TbxWriter(output, dialect, options.Title, options.Losses, reader.Matter, scope);
        foreach (var entry in kept)
        {
            writer.Write(entry, ids);
        }

        writer.Finish();
        return kept.Count;
    }

    // Extra cells that TBX gave and takes back are no loss.
    private static Concept WithoutOwnCells(Concept concept) =>
        concept.Renderings.All(static r => r.Extra.IsEmpty)
            ? concept
            : concept with { Renderings = [.. concept.Renderings.Select(static r => r with { Extra = r.Extra.RemoveRange(r.Extra.Keys.Where(IsOwn)) })] };

    private static bool IsOwn(string column) =>
        column is "definition_zh" or "definition_en" or "definition_source" or "project" or "source" or "xref" or "zh_note" or "en_note" or "zh_status" or "zh_pos" or "en_region"
        || (column.Length > 3 && column[..3] is "zh_" or "en_" && TbxNames.Category(column[3..]) is { Element: "termNote" });
}
