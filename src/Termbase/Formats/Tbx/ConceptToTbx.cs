using System.Globalization;
using System.Xml.Linq;
using XmlText = Termbase.Formats.Tmx.XmlText;
using Termbase.Model;

namespace Termbase.Formats.Tbx;

/// <summary>A concept as an entry that is valid TBX-Basic: levels, picklists, order. Not thread-safe; one for a file.</summary>
internal sealed class ConceptToTbx
{
    private readonly TermWriteOptions _options;
    private readonly bool _legacy;
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    internal ConceptToTbx(IReadOnlyList<Concept> concepts, TermWriteOptions options, bool legacy)
    {
        (_options, _legacy) = (options, legacy);
        foreach (var concept in concepts)
        {
            var id = concept.Id;
            if (!TbxBasicRules.IsId(id) || !Known.Add(id))
            {
                for (var n = Known.Count + 1; ; n++)
                {
                    id = "entry-" + n.ToString(CultureInfo.InvariantCulture);
                    if (Known.Add(id))
                    {
                        break;
                    }
                }

                options.Losses?.Add("concept id (no XML id, or used twice; numbered anew)", concept.Id, concept.Renderings[0].Location);
            }

            _ids.TryAdd(concept.Id, id);
            Ids.Add(id);
        }
    }

    /// <summary>The id of each concept, by its place.</summary>
    internal List<string> Ids { get; } = [];

    /// <summary>All ids that references may name: those of concepts, and of terms once their entry was made.</summary>
    internal HashSet<string> Known { get; } = new(StringComparer.Ordinal);

    internal XElement Entry(Concept concept, string id)
    {
        var rows = concept.Renderings;
        var entry = new XElement("conceptEntry", new XAttribute("id", id));
        foreach (var domain in rows.Select(static r => r.Domain).Where(static d => d.Length > 0).Distinct(StringComparer.Ordinal))
        {
            entry.Add(Typed("descrip", "subjectField", domain));
        }

        AddDefinition(entry, concept);
        foreach (var client in rows.Select(static r => r.Client).Where(static d => d.Length > 0).Distinct(StringComparer.Ordinal))
        {
            entry.Add(Typed("admin", "customerSubset", client));
        }

        Add(entry, "admin", "projectSubset", First(rows, "project"));
        Add(entry, "admin", "source", First(rows, "source"));
        var links = First(rows, "xref").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Concat(rows.SelectMany(static r => r.See.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal));
        foreach (var link in links)
        {
            AddLink(entry, link, rows[0]);
        }

        // A note that all rows share is the concept's; else each belongs to its term.
        var sharedNote = rows.All(r => r.Note == rows[0].Note) ? rows[0].Note : "";
        Add(entry, "note", null, sharedNote);
        var (first, second) = (Language(concept, zh: _options.ZhFirst, sharedNote), Language(concept, zh: !_options.ZhFirst, sharedNote));
        entry.Add(first, second);
        SayPairs(rows, entry, id);
        return entry;
    }

    // Where both sides have several terms, which are pairs is said by references: nothing else in TBX does.
    private void SayPairs(IReadOnlyList<Rendering> rows, XElement entry, string id)
    {
        var (zh, en) = (Terms(entry, _options.ZhTag), Terms(entry, _options.EnTag));
        if (zh.Count < 2 || en.Count < 2)
        {
            return;
        }

        foreach (var row in rows)
        {
            var (to, from) = (zh[XmlText.Clean(row.Zh)], en[XmlText.Clean(row.En)]);
            if (to.Attribute("id") is not { } own)
            {
                var n = 1;
                while (!Known.Add(FormattableString.Invariant($"{id}-zh{n}")))
                {
                    n++;
                }

                to.Add(own = new XAttribute("id", FormattableString.Invariant($"{id}-zh{n}")));
            }

            if (!from.Elements("ref").Any(r => r.Attribute("target")!.Value == own.Value))
            {
                from.Add(new XElement("ref", new XAttribute("type", "crossReference"), new XAttribute("target", own.Value), XmlText.Clean(row.Zh)));
            }
        }
    }

    private static Dictionary<string, XElement> Terms(XElement entry, string language)
    {
        var terms = new Dictionary<string, XElement>(StringComparer.Ordinal);
        foreach (var term in entry.Elements("langSec").Where(s => s.Attribute(TbxNames.Lang)!.Value == language).Elements("termSec"))
        {
            terms.TryAdd(term.Element("term")!.Value, term);
        }

        return terms;
    }

    private XElement Language(Concept concept, bool zh, string sharedNote)
    {
        var section = new XElement("langSec", new XAttribute(TbxNames.Lang, zh ? _options.ZhTag : _options.EnTag));
        Add(section, "descrip", "definition", First(concept.Renderings, zh ? "definition_zh" : "definition_en"));
        foreach (var group in concept.Renderings.GroupBy(r => zh ? r.Zh : r.En, StringComparer.Ordinal))
        {
            section.Add(Term(concept, [.. group], zh, sharedNote));
        }

        return section;
    }

    private XElement Term(Concept concept, List<Rendering> rows, bool zh, string sharedNote)
    {
        var row = rows[0];
        var prefix = zh ? "zh_" : "en_";
        var section = new XElement("termSec", new XElement("term", XmlText.Clean(zh ? row.Zh : row.En)));
        var pos = zh ? First(rows, "zh_pos") is { Length: > 0 } own ? own : row.Pos : row.Pos;
        if (pos.Length > 0)
        {
            section.Add(Typed("termNote", "partOfSpeech", TbxNames.Pos(pos)));
            if (TbxNames.Category("partOfSpeech")!.Values.Contains(pos) is false)
            {
                _options.Losses?.Add($"part of speech '{pos}' (written as {TbxNames.Pos(pos)})", row.Zh, row.Location);
            }
        }

        var statuses = rows.Select(static r => r.Status).Distinct().ToList();
        var status = !zh
            ? TbxNames.Status(statuses.MinBy(Rank))
            : First(rows, "zh_status") is { Length: > 0 } said && EnumWord.Parse<TermStatus>(said) is { } parsed
                ? TbxNames.Status(parsed)
                : statuses is [TermStatus.Deprecated or TermStatus.Superseded] && concept.Renderings.Any(r => r.Zh != row.Zh && r.En == row.En && r.IsAcceptable) ? TbxNames.Status(statuses[0]) : "";
        Add(section, "termNote", "administrativeStatus", status);
        if (!zh && rows.Exists(static r => r.StatusAsWritten == "forbidden"))
        {
            _options.Losses?.Add("status 'forbidden' (written as deprecated)", row.En, row.Location, isChanged: true);
        }

        if (!zh && statuses.Count > 1)
        {
            _options.Losses?.Add("different statuses of one English term beside different Chinese terms", row.En, row.Location);
        }

        var type = zh ? row.ZhType : row.EnType;
        Add(section, "termNote", "termType", TbxNames.Kind(type));
        if (type is TermType.Title or TermType.Name)
        {
            _options.Losses?.Add($"type of term '{type.ToString().ToLowerInvariant()}'", row.Zh, row.Location);
        }

        Add(section, "termNote", "geographicalUsage", zh ? row.Region : First(rows, "en_region"));
        foreach (var (key, value) in rows.SelectMany(static r => r.Extra).Where(e => e.Key.StartsWith(prefix, StringComparison.Ordinal)).DistinctBy(static e => e.Key))
        {
            if (TbxNames.Category(key[3..]) is { Element: "termNote", Type: not ("administrativeStatus" or "partOfSpeech" or "termType" or "geographicalUsage") } category)
            {
                if (category.Values.Length == 0 || category.Values.Contains(value))
                {
                    section.Add(Typed("termNote", category.Type, value));
                }
                else
                {
                    _options.Losses?.Add($"{category.Type} '{value}'", row.Zh, row.Location);
                }
            }
        }

        AddContexts(section, concept, zh ? row.Zh : row.En, zh);
        if (!zh && row.By.Length + row.Date.Length > 0)
        {
            AddHistory(section, row);
        }

        var notes = (zh ? [] : rows.Select(static r => r.Note).Where(n => n != sharedNote))
            .Append(First(rows, prefix + "note")).Where(static n => n.Length > 0).Distinct(StringComparer.Ordinal);
        foreach (var note in notes)
        {
            Add(section, "note", null, note);
        }

        return section;
    }

    private void AddContexts(XElement section, Concept concept, string term, bool zh)
    {
        foreach (var evidence in concept.Evidence)
        {
            var quote = zh ? evidence.QuoteZh : evidence.QuoteEn;
            var isPlain = !zh && evidence.QuoteZh.Length + evidence.QuoteEn.Length == 0;
            if ((zh ? evidence.Zh : evidence.En) != term || (quote.Length == 0 && !isPlain))
            {
                continue;
            }

            var source = string.Join(", ", new[] { evidence.Document, evidence.Locator }.Where(static s => s.Length > 0));
            if (quote.Length == 0)
            {
                Add(section, "admin", "source", source);
            }
            else
            {
                section.Add(source.Length == 0
                    ? Typed("descrip", "context", quote)
                    : new XElement("descripGrp", Typed("descrip", "context", quote), Typed("admin", "source", source)));
            }

            if (evidence.Kind is not ("gloss" or "") || evidence.By.Length + evidence.Date.Length > 0)
            {
                _options.Losses?.Add("kind, date and person of evidence", evidence.Zh, evidence.Location);
            }
        }
    }

    private void AddHistory(XElement section, Rendering row)
    {
        var group = new XElement("transacGrp", Typed("transac", "transactionType", "modification"));
        if (DateOnly.TryParseExact(row.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            group.Add(new XElement("date", row.Date));
        }
        else if (row.Date.Length > 0)
        {
            _options.Losses?.Add($"date '{row.Date}' (not yyyy-MM-dd)", row.Zh, row.Location);
        }

        if (row.By.Length > 0)
        {
            group.Add(Typed("transacNote", "responsibility", row.By));
        }

        section.Add(group);
    }

    private static void AddDefinition(XElement entry, Concept concept)
    {
        var source = First(concept.Renderings, "definition_source");
        foreach (var definition in concept.Renderings.Select(static r => r.Definition).Where(static d => d.Length > 0).Distinct(StringComparer.Ordinal))
        {
            entry.Add(source.Length == 0
                ? Typed("descrip", "definition", definition)
                : new XElement("descripGrp", Typed("descrip", "definition", definition), Typed("admin", "source", source)));
        }
    }

    private void AddLink(XElement entry, string link, Rendering row)
    {
        if (_ids.TryGetValue(link, out var id))
        {
            entry.Add(new XElement("ref", new XAttribute("type", "crossReference"), new XAttribute("target", id), XmlText.Clean(link)));
        }
        else if (!_legacy && (link.StartsWith("http://", StringComparison.Ordinal) || link.StartsWith("https://", StringComparison.Ordinal)) && Uri.IsWellFormedUriString(link, UriKind.Absolute))
        {
            entry.Add(new XElement("xref", new XAttribute("type", "externalCrossReference"), new XAttribute("target", link), XmlText.Clean(link)));
        }
        else
        {
            _options.Losses?.Add("see (names no concept of this file)", row.Zh, row.Location);
        }
    }

    // One English term, several statuses: the one that allows most, what nobody judged last.
    private static int Rank(TermStatus status) => status == TermStatus.Proposed ? int.MaxValue : (int)status;

    private static string First(IEnumerable<Rendering> rows, string column) =>
        rows.Select(r => r.Extra.GetValueOrDefault(column, "")).FirstOrDefault(static v => v.Length > 0) ?? "";

    private static void Add(XElement parent, string name, string? type, string text)
    {
        if (text.Length > 0)
        {
            parent.Add(type is null ? new XElement(name, XmlText.Clean(text)) : Typed(name, type, text));
        }
    }

    private static XElement Typed(string name, string type, string text) => new(name, new XAttribute("type", type), XmlText.Clean(text));
}
