using System.Globalization;
using System.Text;
using Termbase.Languages;
using Termbase.Model;
using Termbase.Workspaces.Merging;

namespace Termbase.Workspaces;

/// <summary>
/// Adds terms to the glossary files and records decisions. What is not concerned stays byte for byte; files are replaced as a whole.
/// Two processes at once take turns. Every method throws <see cref="InputException"/> where a file cannot be read or written.
/// </summary>
/// <param name="workspace">The workspace.</param>
/// <param name="say">Told when another process has to be waited for.</param>
public sealed class TermEditor(Workspace workspace, Action<string>? say = null)
{
    /// <summary>
    /// Adds a rendering. A Chinese term that has a concept gets its row there; a pair that is there already gets no second row: what is
    /// given fills or replaces its cells. A new preferred rendering makes the former one admitted.
    /// </summary>
    /// <param name="zh">The Chinese term.</param>
    /// <param name="en">The English term.</param>
    /// <param name="status">Status; null leaves that of an existing row, and a new one is proposed.</param>
    /// <param name="note">Translator's note.</param>
    /// <param name="domain">Domain; must be in <c>domains.csv</c> where there is one.</param>
    /// <param name="source">Source id; adds a row of evidence.</param>
    /// <param name="by">Who decided; without it lint does not insist on the row.</param>
    /// <param name="date">yyyy-MM-dd; today where <paramref name="by"/> is given.</param>
    public TermEdit Add(
        string zh, string en, TermStatus? status = null, string note = "", string domain = "", string source = "", string by = "", string date = "")
    {
        (zh, en) = (Clean(zh, "Chinese"), Clean(en, "English"));
        date = date.Length == 0 && by.Length > 0 ? Today() : date;
        return Edit(folder =>
        {
            var messages = new List<string>();
            var siblings = folder.Rows().Where(r => Same(r.Csv[r.Row, "zh"], zh)).ToList();
            var found = siblings.Find(r => Same(r.Csv[r.Row, "en"], en));
            var file = found.File ?? siblings.Select(static r => r.File).FirstOrDefault() ?? folder.FileFor(domain);
            CheckDomain(file, domain);
            var csv = folder.Open(file, GlossaryFolderEdit.Columns);
            var concept = found.Row is not null ? GlossaryFolderEdit.ConceptOf(found.Csv, found.Row)
                : siblings.Count > 0 ? GlossaryFolderEdit.ConceptOf(siblings[0].Csv, siblings[0].Row) : folder.NewId(zh);
            if (status == TermStatus.Preferred)
            {
                Demote(siblings, found.Row, found.Row is null ? "" : found.Csv[found.Row, "when"], by, date, messages);
            }

            int line;
            if (found.Row is { } row)
            {
                Remember(csv, row, status, by);
                SetGiven(csv, row, ("note", note), ("domain", domain), ("by", by), ("date", date));
                if (status is { } wanted)
                {
                    csv.Set(row, "status", Spell(wanted));
                }

                line = csv.LineOf(row);
            }
            else
            {
                line = csv.Append([
                    ("concept", concept), ("zh", zh), ("en", en), ("status", Spell(status ?? TermStatus.Proposed)),
                    ("domain", domain), ("note", note), ("by", by), ("date", date)]);
            }

            if (source.Length > 0)
            {
                if (GlossaryFolderEdit.Ids(file, "sources.csv", "id")?.Contains(source) != true)
                {
                    messages.Add($"the source '{source}' is not in sources.csv yet; add a row there so that it can be cited");
                }

                folder.AddEvidence(file, [
                    ("concept", concept), ("zh", zh), ("en", en), ("document", source), ("kind", "gloss"),
                    ("date", date.Length > 0 ? date : Today()), ("by", by)]);
            }

            return new TermEdit(concept, SourceLocation.AtLine(file, line), found.Row is null, false, [.. messages]);
        });
    }

    /// <summary>
    /// Records which English is preferred for a Chinese term. The former preferred rendering for the same <paramref name="when"/>
    /// becomes admitted; one that is no row yet is added. The choice gets a row of evidence of kind <c>decision</c> with the reason.
    /// Throws <see cref="InputException"/> where the glossary does not have the Chinese term.
    /// </summary>
    /// <param name="zh">The Chinese term.</param>
    /// <param name="preferEn">The English to prefer; null where only <paramref name="others"/> is decided.</param>
    /// <param name="by">Who decides; needed, since nothing else is enforced.</param>
    /// <param name="date">yyyy-MM-dd; today where empty.</param>
    /// <param name="reason">Why, in a few words.</param>
    /// <param name="when">Collocates, as in the column <c>when</c>.</param>
    /// <param name="others">Other renderings and the status they get.</param>
    public TermEdit Decide(
        string zh, string? preferEn, string by, string date = "", string reason = "", string when = "",
        IReadOnlyCollection<(string En, TermStatus Status)>? others = null)
    {
        zh = Clean(zh, "Chinese");
        if (string.IsNullOrWhiteSpace(by))
        {
            throw new InputException("a decision needs a person; say who decides");
        }

        date = date.Length == 0 ? Today() : date;
        var decisions = (others ?? []).Where(o => preferEn is null || !Same(o.En, preferEn)).ToList();
        if (preferEn is not null)
        {
            decisions.Add((Clean(preferEn, "English"), TermStatus.Preferred));
        }

        if (decisions.Count(static d => d.Status == TermStatus.Preferred) > 1)
        {
            throw new InputException($"{zh} can have one preferred rendering only; give the others another status");
        }

        return Edit(folder =>
        {
            var siblings = folder.Rows().Where(r => Same(r.Csv[r.Row, "zh"], zh)).ToList();
            if (siblings.Count == 0)
            {
                throw new InputException($"the glossary has no {zh}; add it first");
            }

            var messages = new List<string>();
            var (home, csv, first) = siblings[0];
            var result = new TermEdit(GlossaryFolderEdit.ConceptOf(csv, first), SourceLocation.AtLine(home, csv.LineOf(first)), false, false, []);
            foreach (var (en, status) in decisions)
            {
                var same = siblings.Where(r => Same(r.Csv[r.Row, "en"], en)).ToList();
                var found = same.Find(r => r.Csv[r.Row, "when"] == when);
                if (found.Row is null && when.Length == 0 && same.Count > 0)
                {
                    found = same[0];
                }

                if (status == TermStatus.Preferred)
                {
                    Demote(siblings, found.Row, found.Row is null ? when : found.Csv[found.Row, "when"], by, date, messages);
                }

                // A new rendering goes where the term stands first, whatever file the one before it was found in.
                var (file, concept) = (home, GlossaryFolderEdit.ConceptOf(csv, first));
                int line;
                if (found.Row is { } row)
                {
                    Remember(found.Csv, row, status, by);
                    SetGiven(found.Csv, row, ("status", Spell(status)), ("by", by), ("date", date));
                    line = found.Csv.LineOf(row);
                    (file, concept) = (found.File, GlossaryFolderEdit.ConceptOf(found.Csv, row));
                }
                else
                {
                    // It may be a slip of the pen.
                    if (same.Count == 0)
                    {
                        messages.Add($"'{en}' is new: it was not among the renderings: {string.Join(", ", siblings.Select(static r => r.Csv[r.Row, "en"]).Distinct(StringComparer.Ordinal))}");
                    }

                    line = csv.Append([
                        ("concept", concept), ("zh", zh), ("en", en), ("status", Spell(status)), ("when", when), ("by", by), ("date", date)]);
                }

                folder.AddEvidence(file, [
                    ("concept", concept), ("zh", zh), ("en", en), ("document", ""), ("locator", reason), ("kind", "decision"), ("date", date), ("by", by)]);
                result = new TermEdit(concept, SourceLocation.AtLine(file, line), found.Row is null, false, []);
            }

            return result with { Messages = [.. messages] };
        });
    }

    private static void Demote(
        List<(string File, CsvText Csv, CsvRow Row)> siblings, CsvRow? keep, string when, string by, string date, List<string> messages)
    {
        foreach (var (_, csv, row) in siblings)
        {
            if (row != keep && csv[row, "when"] == when && csv[row, "status"].Equals("preferred", StringComparison.OrdinalIgnoreCase))
            {
                Remember(csv, row, TermStatus.Admitted, by);
                SetGiven(csv, row, ("status", "admitted"), ("by", by), ("date", date));
                messages.Add($"'{csv[row, "en"]}' was preferred and is admitted now");
            }
        }
    }

    // Another decision or another person: the former one stays readable in the row's history.
    private static void Remember(CsvText csv, CsvRow row, TermStatus? status, string by)
    {
        var (before, who) = (csv[row, "status"], csv[row, "by"]);
        if (who.Length > 0 && ((status is { } now && !Spell(now).Equals(before, StringComparison.OrdinalIgnoreCase)) || (by.Length > 0 && by != who)))
        {
            var entry = OverruledDecisions.Entry(csv[row, "date"], who, before);
            csv.Set(row, OverruledDecisions.Column, OverruledDecisions.Union(csv[row, OverruledDecisions.Column], entry));
        }
    }

    private static void SetGiven(CsvText csv, CsvRow row, params (string Column, string Value)[] cells)
    {
        foreach (var (column, value) in cells)
        {
            if (value.Length > 0)
            {
                csv.Set(row, column, value);
            }
        }
    }

    private static void CheckDomain(string file, string domain)
    {
        if (domain.Length > 0 && GlossaryFolderEdit.Ids(file, "domains.csv", "id", "domain") is { } known && !known.Contains(domain))
        {
            throw new InputException($"there is no domain '{domain}' in domains.csv{Nearest.Hint(domain, known)}");
        }
    }

    private static bool Same(string a, string b) =>
        string.Equals(a, b, StringComparison.Ordinal) || string.Equals(Normalizer.Key(a), Normalizer.Key(b), StringComparison.Ordinal);

    private static string Clean(string term, string language)
    {
        var clean = string.Join(' ', term.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return clean.Length > 0 ? clean : throw new InputException($"the {language} term is empty");
    }

    private static string Spell(TermStatus status) => status switch
    {
        TermStatus.Preferred => "preferred",
        TermStatus.Admitted => "admitted",
        TermStatus.Deprecated => "deprecated",
        TermStatus.Superseded => "superseded",
        _ => "proposed",
    };

    private static string Today() => DateTime.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private TermEdit Edit(Func<GlossaryFolderEdit, TermEdit> edit)
    {
        using var held = workspace.Derived.Lock("edit", say);
        var folder = new GlossaryFolderEdit(workspace);
        var result = edit(folder);
        var saved = folder.Save();
        workspace.Forget();
        return result with { IsChanged = saved };
    }
}
