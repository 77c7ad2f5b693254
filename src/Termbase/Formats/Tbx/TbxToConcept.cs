using System.Collections.Immutable;
using System.Xml.Linq;
using Termbase.Formats.Csv;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Formats.Tbx;

/// <summary>
/// An entry as a concept: a rendering for each pair of <see cref="TermPairs"/>. What a term says about itself and a rendering has no
/// cell for goes to extra cells, <c>zh_…</c>, <c>en_…</c> or by the name of the category, and is written back from there. Not thread-safe.
/// </summary>
internal sealed class TbxToConcept(string path, ReadLog log)
{
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    private long _paired;

    private sealed record Term(string Text, string Id, IReadOnlyCollection<string> Targets, string Status, string Type, string Pos, string Region, string Note, string Client, string By, string Date, ImmutableArray<(string Quote, string Source)> Contexts, ImmutableArray<(string, string)> Extra);

    internal Concept? Read(TbxEntry entry)
    {
        var element = entry.Element;
        List<Term> zh = [], en = [];
        var extra = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var found = new List<string>();
        string zhDefinition = "", enDefinition = "";
        foreach (var language in element.Elements("langSec"))
        {
            var code = (language.Attribute(TbxNames.Lang) ?? language.Attribute("lang"))?.Value ?? "";
            _ = LanguageTag.TryParse(code, out var tag);
            found.Add(code.Length > 0 ? code : "none");
            if (!tag.IsChinese && !tag.IsEnglish)
            {
                Once("other-language", $"terms in '{code}' are left out: a termbase holds Chinese and English");
                continue;
            }

            var terms = language.Elements("termSec").Select(Read).Where(static t => t.Text.Length > 0);
            (tag.IsChinese ? zh : en).AddRange(terms);
            var definition = Text(Described(language, "definition"));
            zhDefinition = tag.IsChinese && zhDefinition.Length == 0 ? definition : zhDefinition;
            enDefinition = tag.IsEnglish && enDefinition.Length == 0 ? definition : enDefinition;
            Rest(language, "definition");
        }

        var fault = zh.Count == 0 && en.Count == 0 ? "no term in Chinese or English" : zh.Count == 0 ? "no Chinese term" : en.Count == 0 ? "no English term" : null;
        if (fault is not null)
        {
            log.Refuse(entry.Location, entry.Id, zh.Count == 0 ? "missing-chinese" : "missing-english", $"{fault}; languages found: {string.Join(", ", found.DefaultIfEmpty("none"))}");
            return null;
        }

        var domain = Text(Described(element, "subjectField") ?? Described(element, "conceptDomain"));
        var definitionHere = Text(Described(element, "definition"));
        var note = string.Join("\n", element.Elements("note").Select(Text));
        Put(extra, "definition_zh", definitionHere.Length + enDefinition.Length > 0 ? zhDefinition : "");
        Put(extra, "definition_en", definitionHere.Length > 0 ? enDefinition : "");
        Put(extra, "project", Text(Of(element, "admin", "projectSubset")));
        Put(extra, "source", Text(element.Elements("admin").FirstOrDefault(static a => Type(a) == "source")));
        Put(extra, "definition_source", Text(Described(element, "definition")?.Parent?.Elements("admin").FirstOrDefault(static a => Type(a) == "source")));
        Put(extra, "xref", string.Join(" ", element.Elements("xref").Where(static x => Type(x) == "externalCrossReference").Select(static x => x.Attribute("target")?.Value ?? "")));
        Rest(element, "conceptDomain", "subjectField", "definition", "projectSubset", "customerSubset", "source", "crossReference", "externalCrossReference");
        var (by, date) = History(element);
        var id = element.Attribute("id")?.Value is { Length: > 0 } said ? said : ConceptId.For(zh[0].Text, domain);
        var renderings = ImmutableArray.CreateBuilder<Rendering>();
        var pairs = TermPairs.Of([.. zh.Select(z => Side(z, entry))], [.. en.Select(e => Side(e, entry))], out var isSaid);
        _paired += zh.Count > 1 && en.Count > 1 && !isSaid ? 1 : 0;
        foreach (var (z, e) in pairs.Select(p => (zh[p.Zh], en[p.En])))
        {
            var cells = extra.ToImmutableSortedDictionary(StringComparer.Ordinal).ToBuilder();
            Own(cells, "zh_", z);
            Own(cells, "en_", e);
            if (note.Length > 0)
            {
                Put(cells, "en_note", e.Note);
            }

            var status = Combine(Status(z, entry), Status(e, entry));
            if (Status(z, entry) is { } zhStatus && zhStatus != status)
            {
                cells["zh_status"] = Word(zhStatus);
            }

            if (z.Pos.Length > 0 && e.Pos.Length > 0 && z.Pos != e.Pos)
            {
                cells["zh_pos"] = z.Pos;
            }

            renderings.Add(new Rendering
            {
                Concept = id,
                Zh = z.Text,
                ZhType = Kind(z, entry),
                En = e.Text,
                EnType = Kind(e, entry),
                Status = status ?? TermStatus.Proposed,
                StatusAsWritten = e.Status.Equals("forbidden", StringComparison.OrdinalIgnoreCase) ? "forbidden" : null,
                Domain = domain,
                Pos = e.Pos.Length > 0 ? e.Pos : z.Pos,
                Region = z.Region,
                Definition = definitionHere.Length > 0 ? definitionHere : enDefinition.Length > 0 ? enDefinition : zhDefinition,
                Note = note.Length > 0 ? note : e.Note,
                See = string.Join("|", element.Elements("ref").Where(static r => Type(r) == "crossReference").Select(static r => r.Attribute("target")?.Value ?? Text(r))),
                Client = Text(Of(element, "admin", "customerSubset")) is { Length: > 0 } client ? client : e.Client.Length > 0 ? e.Client : z.Client,
                By = e.By.Length > 0 ? e.By : by.Length > 0 ? by : z.By,
                Date = e.Date.Length > 0 ? e.Date : date.Length > 0 ? date : z.Date,
                Extra = cells.ToImmutable(),
                Location = entry.Location,
            });
        }

        return new Concept { Id = id, Renderings = renderings.DrainToImmutable(), Evidence = Evidence(id, zh, en, pairs, entry.Location) };
    }

    /// <summary>Tells, once all was read, in how many entries it was not said which terms belong together.</summary>
    internal void End()
    {
        if (_paired > 0)
        {
            log.Note(
                SourceLocation.File(path), "", "paired",
                FormattableString.Invariant($"{_paired} {(_paired == 1 ? "entry has" : "entries have")} several terms in both languages and {(_paired == 1 ? "does" : "do")} not say which belong together: the main Chinese term is paired with every English one, each further Chinese one with the main English one (short forms with short forms)"));
        }
    }

    private TermPairs.Side Side(Term term, TbxEntry entry) =>
        new(TermPairs.RankOf(Status(term, entry)), Kind(term, entry) is TermType.Short or TermType.Acronym, term.Id, term.Targets);

    private static ImmutableArray<Evidence> Evidence(string id, List<Term> zh, List<Term> en, List<(int Zh, int En)> pairs, SourceLocation place) =>
    [
        .. zh.SelectMany((z, i) => z.Contexts.Select(c => new Evidence { Concept = id, Zh = z.Text, En = en[pairs.Find(p => p.Zh == i).En].Text, Document = c.Source, QuoteZh = c.Quote, Location = place })),
        .. en.SelectMany((e, i) => e.Contexts.Select(c => new Evidence { Concept = id, Zh = zh[pairs.Find(p => p.En == i).Zh].Text, En = e.Text, Document = c.Source, QuoteEn = c.Quote, Location = place })),
    ];

    private Term Read(XElement section)
    {
        var (by, date) = History(section);
        var contexts = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var context in section.Descendants("descrip").Where(static d => Type(d) is "context" or "example" or "sampleSentence"))
        {
            var source = context.Parent!.Name.LocalName == "descripGrp" ? context.Parent.Elements("admin").FirstOrDefault(static a => Type(a) == "source") : null;
            contexts.Add((Text(context), Text(source)));
        }

        foreach (var source in section.Elements("admin").Where(static a => Type(a) == "source"))
        {
            contexts.Add(("", Text(source)));
        }

        var extra = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var note in Notes(section).Where(static n => Type(n) is not ("administrativeStatus" or "normativeAuthorization" or "usageStatus" or "processStatus" or "partOfSpeech" or "termType" or "geographicalUsage" or "forbidden" or "preferred")))
        {
            extra.Add((Type(note), Text(note)));
        }

        foreach (var other in section.Elements().Where(static e => e.Name.LocalName is "descrip" or "admin" && Type(e) is not ("context" or "example" or "sampleSentence" or "source" or "customerSubset" or "createdBy" or "createdAt" or "lastModifiedBy" or "lastModifiedAt")))
        {
            extra.Add((Type(other), Text(other)));
        }

        return new Term(
            Text(section.Element("term")).Trim(),
            section.Attribute("id")?.Value ?? "",
            [.. section.Elements("ref").Where(static r => Type(r) == "crossReference").Select(static r => r.Attribute("target")?.Value ?? "")],
            Judgement(section),
            NoteText(section, "termType"), NoteText(section, "partOfSpeech"), NoteText(section, "geographicalUsage"),
            string.Join("\n", section.Elements("note").Select(Text)), Text(Of(section, "admin", "customerSubset")), by, date,
            contexts.DrainToImmutable(), extra.DrainToImmutable());
    }

    private TermStatus? Status(Term term, TbxEntry entry)
    {
        if (term.Status.Length > 0 && TbxNames.Status(term.Status) is null && _told.Add("status " + term.Status))
        {
            log.Note(entry.Location, entry.Id, "bad-picklist", $"administrativeStatus '{term.Status}' is not known; read as proposed");
        }

        return term.Status.Length > 0 ? TbxNames.Status(term.Status) : null;
    }

    private TermType Kind(Term term, TbxEntry entry)
    {
        if (term.Type.Length > 0 && TbxNames.Kind(term.Type) is null && _told.Add("type " + term.Type))
        {
            log.Note(entry.Location, entry.Id, "bad-picklist", $"termType '{term.Type}' is not known; read as full form");
        }

        return TbxNames.Kind(term.Type) ?? TermType.Full;
    }

    // A pair is as bad as its worse half; else what is said of the English decides.
    private static TermStatus? Combine(TermStatus? zh, TermStatus? en) =>
        zh is TermStatus.Deprecated or TermStatus.Superseded ? zh : en ?? zh;

    private static void Own(IDictionary<string, string> cells, string prefix, Term term)
    {
        foreach (var (type, value) in term.Extra)
        {
            Put(cells, prefix + type, value);
        }

        if (prefix == "zh_")
        {
            Put(cells, "zh_note", term.Note);
        }
        else
        {
            Put(cells, "en_region", term.Region);
        }
    }

    // Says once for each kind what of an element has no place in a concept.
    private void Rest(XElement element, params ReadOnlySpan<string> known)
    {
        foreach (var child in element.Elements())
        {
            var inner = child.Name.LocalName.EndsWith("Grp", StringComparison.Ordinal) ? child.Elements().FirstOrDefault() ?? child : child;
            var type = Type(inner);
            if (child.Name.LocalName is "langSec" or "termSec" or "note" or "transacGrp" or "transac" || known.Contains(type))
            {
                continue;
            }

            var name = type.Length > 0 ? type : child.Name.LocalName;
            Once("left-out", $"{name} at the level of the {(element.Name.LocalName == "langSec" ? "language" : "concept")} has no place in a concept; kept only from TBX to TBX");
        }
    }

    private void Once(string code, string message)
    {
        if (_told.Add(message))
        {
            log.Note(SourceLocation.File(path), "", code, message);
        }
    }

    // Some tools say forbidden and preferred in two notes of their own, and whether the entry was approved.
    private static string Judgement(XElement section)
    {
        static bool Yes(string text) => text.ToLowerInvariant() is "true" or "yes" or "1";
        return NoteText(section, "administrativeStatus", "normativeAuthorization", "usageStatus") is { Length: > 0 } said ? said
            : Yes(NoteText(section, "forbidden")) ? "forbidden"
            : Yes(NoteText(section, "preferred")) ? "preferred"
            : NoteText(section, "status").Equals("approved", StringComparison.OrdinalIgnoreCase) ? "admitted" : "";
    }

    private static (string By, string Date) History(XElement element)
    {
        var last = element.Elements("transacGrp").LastOrDefault(static g => Text(g.Element("transac")) is "modification" or "revision")
            ?? element.Elements("transacGrp").LastOrDefault();
        if (last is not null)
        {
            return (Text(last.Element("transacNote")), Text(last.Element("date")));
        }

        // Not in a history, but each by itself.
        var (by, date) = (Text(Of(element, "admin", "lastModifiedBy") ?? Of(element, "admin", "createdBy")), Text(Of(element, "admin", "lastModifiedAt") ?? Of(element, "admin", "createdAt")));
        return (by, TbxBasicRules.DayOf(date) ?? date);
    }

    private static IEnumerable<XElement> Notes(XElement section) =>
        section.Elements("termNote").Concat(section.Elements("termNoteGrp").Elements("termNote"));

    private static string NoteText(XElement section, params string[] types)
    {
        foreach (var type in types)
        {
            if (Notes(section).FirstOrDefault(n => Type(n) == type) is { } note)
            {
                return Text(note).Trim();
            }
        }

        return "";
    }

    private static XElement? Described(XElement element, string type) =>
        Of(element, "descrip", type) ?? element.Elements("descripGrp").Elements("descrip").FirstOrDefault(d => Type(d) == type);

    private static XElement? Of(XElement element, string name, string type) => element.Elements(name).FirstOrDefault(e => Type(e) == type);

    private static string Type(XElement element) => element.Attribute("type")?.Value ?? "";

    private static string Text(XElement? element) => element?.Value ?? "";

    private static void Put(IDictionary<string, string> cells, string name, string value)
    {
        if (value.Length > 0)
        {
            cells[name] = value;
        }
    }

    private static string Word(TermStatus status) => status.ToString().ToLowerInvariant();
}
