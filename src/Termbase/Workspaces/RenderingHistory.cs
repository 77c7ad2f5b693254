using System.Collections.Immutable;
using System.Globalization;
using Termbase.Documents;
using Termbase.Languages;
using Termbase.Linting;
using Termbase.Mining;
using Termbase.Model;

namespace Termbase.Workspaces;

/// <summary>One English rendering of a term with everything known of its use. Immutable.</summary>
/// <param name="En">The English.</param>
/// <param name="Entry">The glossary row, or null where only evidence has it.</param>
/// <param name="Uses">Where it was seen, oldest document first.</param>
public sealed record RenderingUse(string En, Rendering? Entry, ImmutableArray<Evidence> Uses);

/// <summary>Every rendering of a Chinese term, by document and date, so that a person can decide. Immutable.</summary>
/// <param name="Zh">The Chinese term.</param>
/// <param name="Rows">Preferred first, then by number of places.</param>
/// <param name="Sources">The documents named in the uses, by id.</param>
public sealed record RenderingHistory(string Zh, ImmutableArray<RenderingUse> Rows, IReadOnlyDictionary<string, Source> Sources)
{
    /// <summary>
    /// Gathers entries and evidence of <paramref name="zh"/>, compared by normalised key; and the glosses in <paramref name="documents"/>, which
    /// stand under their path, with the month of issue that their front matter tells.
    /// </summary>
    public static RenderingHistory Of(Glossary glossary, string zh, IReadOnlyList<Document>? documents = null)
    {
        if (documents is { Count: > 0 })
        {
            glossary = With(glossary, zh, documents);
        }

        var key = Normalizer.Key(zh);
        bool Same(string other) => string.Equals(Normalizer.Key(other), key, StringComparison.Ordinal);
        var entries = glossary.Renderings.Where(r => Same(r.Zh)).ToLookup(static r => Normalizer.Key(r.En), StringComparer.Ordinal);
        var uses = glossary.Evidence.Where(e => e.Document.Length > 0 && Same(e.Zh)).ToLookup(static e => Normalizer.Key(e.En), StringComparer.Ordinal);
        var rows = entries.Select(static g => g.Key).Union(uses.Select(static g => g.Key), StringComparer.Ordinal)
            .Select(en => new RenderingUse(
                entries[en].FirstOrDefault()?.En ?? uses[en].First().En,
                entries[en].FirstOrDefault(),
                [.. uses[en].OrderBy(e => Issued(glossary, e), StringComparer.Ordinal).ThenBy(static e => e.Locator, StringComparer.Ordinal)]))
            .OrderBy(static r => r.Entry?.Status switch
            {
                TermStatus.Preferred => 0,
                TermStatus.Admitted => 1,
                null or TermStatus.Proposed => 2,
                _ => 3,
            })
            .ThenByDescending(static r => r.Uses.Length)
            .ThenBy(static r => r.En, StringComparer.Ordinal);
        return new RenderingHistory(zh, [.. rows], glossary.Sources);
    }

    private static string Issued(Glossary glossary, Evidence evidence) =>
        glossary.Sources.TryGetValue(evidence.Document, out var source) ? source["date_issued"] : "";

    private static Glossary With(Glossary glossary, string zh, IReadOnlyList<Document> documents)
    {
        var key = Normalizer.Key(zh);
        var seen = GlossMiner.Mine(documents, glossary).Where(p => p.En.Length > 0 && string.Equals(Normalizer.Key(p.Zh), key, StringComparison.Ordinal)).Select(static p => new Evidence
        {
            Zh = p.Zh,
            En = p.En,
            Document = p.Document.Path,
            Locator = string.Create(CultureInfo.InvariantCulture, $"line {p.EnLocation.Line}"),
            Location = p.EnLocation,
        });
        var sources = documents.Select(static d => new Source
        {
            Id = d.Path,
            Cells = DocumentDate.Of(d) is { } issued
                ? new Dictionary<string, string> { ["date_issued"] = issued.ToString("yyyy-MM", CultureInfo.InvariantCulture) }
                : new Dictionary<string, string>(),
        });
        return new Glossary(glossary.Renderings, glossary.Evidence.Concat(seen), glossary.Sources.Values.Concat(sources));
    }
}
