using Termbase.Model;

namespace Termbase.Formats.Csv;

/// <summary>Loads glossary files with their evidence, sources and domains, and checks what no single row can show. Thread-safe.</summary>
public static class GlossaryFolder
{
    /// <summary>Whether a file is a glossary by its name, and none of the four that stand beside it; letter case does not count.</summary>
    public static bool HoldsTerms(string path) =>
        Path.GetFileName(path).ToLowerInvariant() is not ("evidence.csv" or "sources.csv" or "domains.csv" or "rejected.csv");

    /// <summary>
    /// Reads the files; <c>evidence.csv</c>, <c>sources.csv</c>, <c>domains.csv</c> and <c>rejected.csv</c> are known by name, the others
    /// are glossaries. A file that cannot be read at all is one refused entry of the log with the code <c>unreadable-file</c>, and the
    /// others are still read. Contradictions between rows are noted and change nothing. <paramref name="other"/> may read a glossary of another format;
    /// it gives null for what is none.
    /// </summary>
    public static Glossary Load(IEnumerable<string> files, ReadLog log, Func<string, ReadLog, IEnumerable<Rendering>?>? other = null)
    {
        var renderings = new List<Rendering>();
        var evidence = new List<Evidence>();
        var sources = new List<Source>();
        var domains = new List<GlossaryDomain>();
        foreach (var file in files)
        {
            try
            {
                var name = Path.GetFileName(file).ToLowerInvariant();
                if (name is not ("evidence.csv" or "sources.csv" or "domains.csv" or "rejected.csv") && other?.Invoke(file, log) is { } rows)
                {
                    renderings.AddRange(rows);
                    continue;
                }

                using var stream = TextFile.OpenStream(file);
                using var text = TextFile.OpenReader(stream, file, log);
                switch (name)
                {
                    case "evidence.csv":
                        evidence.AddRange(EvidenceFile.Read(text, file, log));
                        break;
                    case "sources.csv":
                        sources.AddRange(SourcesFile.Read(text, file, log));
                        break;
                    case "domains.csv":
                        domains.AddRange(DomainsFile.Read(text, file, log));
                        break;
                    case "rejected.csv":
                        _ = RejectedFile.Read(text, file, log).Count();
                        break;
                    default:
                        renderings.AddRange(GlossaryFile.Read(text, file, log));
                        break;
                }
            }
            catch (InputException e)
            {
                log.CountRead();
                log.Refuse(e.Location ?? SourceLocation.File(file), "", ReadLog.UnreadableFile, e.Message);
            }
        }

        var glossary = new Glossary(renderings, evidence, sources);
        CheckPreferred(glossary, log);
        CheckConcepts(glossary, log);
        CheckDomains(glossary, domains, log);
        CheckSources(glossary, log);
        return glossary;
    }

    private static void CheckPreferred(Glossary glossary, ReadLog log)
    {
        var first = new Dictionary<(string, string, string, string, string), Rendering>();
        foreach (var row in glossary.Renderings.Where(static r => r.Status == TermStatus.Preferred && r.EnType is not (TermType.Short or TermType.Acronym)))
        {
            // Rows for different clients, domains or parts of speech do not meet.
            var key = (row.Zh, string.Join('|', row.When.Order(StringComparer.Ordinal)), row.Client, row.Pos, row.Domain);
            if (!first.TryAdd(key, row) && !string.Equals(first[key].En, row.En, StringComparison.Ordinal))
            {
                Note(log, row, "two-preferred", $"{row.Zh} has two preferred renderings: '{first[key].En}' ({first[key].Location}) and '{row.En}'; make one of them admitted, or tell them apart by 'when'");
            }
        }
    }

    private static void CheckConcepts(Glossary glossary, ReadLog log)
    {
        foreach (var concept in glossary.Concepts.Where(static c => c.Renderings.Length > 1))
        {
            Contradiction("definition", static r => r.Definition);
            Contradiction("domain", static r => r.Domain);

            void Contradiction(string column, Func<Rendering, string> cell)
            {
                var said = concept.Renderings.Where(r => cell(r).Length > 0).DistinctBy(cell, StringComparer.Ordinal).Take(2).ToList();
                if (said.Count == 2)
                {
                    Note(log, said[1], "contradiction", $"concept {concept.Id} has another {column} at {said[0].Location}; keep one of them");
                }
            }
        }
    }

    private static void CheckDomains(Glossary glossary, List<GlossaryDomain> domains, ReadLog log)
    {
        var known = domains.Select(static d => d.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var row in known.Count == 0 ? [] : glossary.Renderings.Where(r => r.Domain.Length > 0 && !known.Contains(r.Domain)))
        {
            Note(log, row, "unknown-domain", $"domain '{row.Domain}' is not in domains.csv");
        }
    }

    private static void CheckSources(Glossary glossary, ReadLog log)
    {
        foreach (var item in glossary.Sources.Count == 0 ? [] : glossary.Evidence.Where(e => e.Document.Length > 0 && !glossary.Sources.ContainsKey(e.Document)))
        {
            log.Note(item.Location!, item.Zh, "unknown-source", $"document '{item.Document}' is not in sources.csv");
        }

        foreach (var item in glossary.Evidence.Where(e => e.Concept.Length > 0 && glossary.Find(e.Concept) is null))
        {
            log.Note(item.Location!, item.Zh, "unknown-concept", $"concept '{item.Concept}' is in no glossary file");
        }
    }

    private static void Note(ReadLog log, Rendering row, string code, string message) =>
        log.Note(row.Location!, row.Zh, code, message);
}
