using System.Collections.Immutable;
using System.Globalization;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Workspaces;

/// <summary>What carrying out a review did. Immutable.</summary>
/// <param name="Added">Renderings added.</param>
/// <param name="Known">Accepted ones that were in the termbase.</param>
/// <param name="Evidence">Rows of evidence added.</param>
/// <param name="Rejected">Pairs added to <c>rejected.csv</c>.</param>
/// <param name="Left">Rows with no decision, or <c>later</c>.</param>
/// <param name="Problems">Rows that could not be carried out, a line each; the others were.</param>
/// <param name="Conflicts">Rows that met another decision of the termbase and did not touch it, a line each.</param>
public sealed record AcceptanceResult(
    int Added, int Known, int Evidence, int Rejected, int Left, ImmutableArray<string> Problems, ImmutableArray<string> Conflicts);

/// <summary>
/// Carries out the decisions of a review file: accepted and edited pairs become rows of the glossary with their evidence, rejected ones
/// rows of <c>rejected.csv</c>. No row is added twice and none that is there is changed, so the same file can be carried out again.
/// </summary>
/// <param name="workspace">The workspace.</param>
/// <param name="say">Told when another process has to be waited for.</param>
public sealed class CandidateAcceptance(Workspace workspace, Action<string>? say = null)
{
    private const string RejectedColumns = "zh,en,reason,date,by";
    private static readonly string[] Statuses = ["preferred", "admitted", "deprecated", "superseded", "proposed"];
    private static readonly string[] Types = ["full", "short", "acronym", "variant", "phrase", "title", "name"];

    /// <summary>Carries out a review file. Throws <see cref="InputException"/> where a file cannot be read or written; nothing is changed then.</summary>
    /// <param name="path">The file, as <see cref="CandidateReview"/> wrote it and a person filled it in.</param>
    /// <param name="by">Who decided.</param>
    /// <param name="date">yyyy-MM-dd; today where empty.</param>
    public AcceptanceResult Accept(string path, string by, string date = "")
    {
        var review = CandidateReview.Open(path, mustExist: true);
        date = date.Length > 0 ? date : DateTime.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        using var held = workspace.Derived.Lock("edit", say);
        var run = new Run(new GlossaryFolderEdit(workspace), by, date);
        foreach (var (row, line) in review.NumberedRows())
        {
            run.Row(review, row, $"{path}:{line}: ");
        }

        run.Folder.Save();
        workspace.Forget();
        return run.Result();
    }

    private sealed class Run
    {
        private readonly string _by;
        private readonly string _date;
        private readonly ILookup<string, (string File, CsvText Csv, CsvRow Row)> _rows;
        private readonly Dictionary<string, List<(string File, CsvText Csv, CsvRow Row)>> _new = new(StringComparer.Ordinal);
        private readonly List<string> _problems = [];
        private readonly List<string> _conflicts = [];
        private HashSet<(string, string)>? _refused;
        private int _added;
        private int _known;
        private int _evidence;
        private int _rejected;
        private int _left;

        public Run(GlossaryFolderEdit folder, string by, string date)
        {
            (Folder, _by, _date) = (folder, by, date);
            _rows = folder.Rows().ToLookup(r => Normalizer.Key(r.Csv[r.Row, "zh"]), StringComparer.Ordinal);
        }

        public GlossaryFolderEdit Folder { get; }

        public AcceptanceResult Result() => new(_added, _known, _evidence, _rejected, _left, [.. _problems], [.. _conflicts]);

        public void Row(CsvText csv, CsvRow row, string place)
        {
            string Cell(string column) => csv[row, column].ReplaceLineEndings(" ").Trim();
            var (zh, en, edited) = (Cell("zh"), Cell("en"), Cell("en_new"));
            var decision = Cell("decision").ToLowerInvariant();
            switch (decision)
            {
                case "" or "later":
                    _left++;
                    return;
                case "accept" or "edit" or "reject" when zh.Length == 0 || en.Length == 0:
                    _problems.Add(place + "zh or en is empty; fill it in or take the decision out");
                    return;
                case "reject":
                    Reject(zh, en, Cell("reason"));
                    return;
                case "edit" when edited.Length == 0:
                    _problems.Add(place + "edit needs the right English in en_new");
                    return;
                case "accept" or "edit":
                    break;
                default:
                    _problems.Add($"{place}the decision '{decision}' is none of accept, reject, edit, later");
                    return;
            }

            var (status, type) = (Cell("status").ToLowerInvariant(), Cell("type").ToLowerInvariant());
            if ((status.Length > 0 && !Statuses.Contains(status, StringComparer.Ordinal)) || (type.Length > 0 && !Types.Contains(type, StringComparer.Ordinal)))
            {
                _problems.Add($"{place}status must be one of {string.Join(", ", Statuses)} or empty, type one of {string.Join(", ", Types)} or empty");
                return;
            }

            Add(zh, edited.Length > 0 ? edited : en, Cell, status, type, place);
        }

        private void Reject(string zh, string en, string reason)
        {
            var csv = Folder.Open(GlossaryFolderEdit.Beside(Folder.FileFor(""), "rejected.csv"), RejectedColumns);
            _refused ??= csv.Rows.Select(r => CandidateReview.Key(csv[r, "zh"], csv[r, "en"])).ToHashSet();
            if (!_refused.Add(CandidateReview.Key(zh, en)))
            {
                return;
            }

            csv.AppendRow([("zh", zh), ("en", en), ("reason", reason), ("date", _date), ("by", _by)]);
            _rejected++;
        }

        private void Add(string zh, string en, Func<string, string> cell, string status, string type, string place)
        {
            var key = Normalizer.Key(zh);
            if (!_new.TryGetValue(key, out var fresh))
            {
                _new.Add(key, fresh = []);
            }

            var siblings = _rows[key].Concat(fresh).ToList();
            var (file, csv, row) = siblings.Find(r => Normalizer.Key(r.Csv[r.Row, "en"]).Equals(Normalizer.Key(en), StringComparison.Ordinal));
            if (row is not null)
            {
                _known++;
            }
            else
            {
                // What a person decided before stays: there is one preferred rendering, and it is not taken away here.
                var preferred = siblings.Find(r => r.Csv[r.Row, "status"].Equals("preferred", StringComparison.OrdinalIgnoreCase) && r.Csv[r.Row, "when"].Length == 0);
                if (preferred.Row is not null && type != "acronym")
                {
                    _conflicts.Add($"{place}{zh} is '{preferred.Csv[preferred.Row, "en"]}' in the termbase; '{en}' was added as {(status is "" or "preferred" ? "admitted" : status)}");
                }

                status = status is "" or "preferred" ? preferred.Row is null ? "preferred" : "admitted" : status;
                file = siblings.Select(r => r.File).FirstOrDefault() ?? Folder.FileFor(cell("domain"));
                csv = Folder.Open(file, GlossaryFolderEdit.Columns);
                var concept = siblings.Count > 0 ? GlossaryFolderEdit.ConceptOf(siblings[0].Csv, siblings[0].Row) : cell("concept") is { Length: > 0 } given ? given : Folder.NewId(zh);
                row = csv.AppendRow([("concept", concept), ("zh", zh), ("en", en), ("en_type", type == "full" ? "" : type), ("status", status), ("domain", cell("domain")), ("by", _by), ("date", _date)]);
                fresh.Add((file, csv, row));
                _added++;
            }

            Evidence(file, GlossaryFolderEdit.ConceptOf(csv, row), zh, en, cell);
        }

        private void Evidence(string file, string concept, string zh, string en, Func<string, string> cell)
        {
            foreach (var at in cell("places").Split(CandidateReview.PlaceSeparator.Trim(), StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var colon = at.LastIndexOf(':');
                _evidence += Folder.AddEvidence(file, [
                    ("concept", concept), ("zh", zh), ("en", en), ("document", colon < 0 ? at : at[..colon]), ("locator", colon < 0 ? "" : at[(colon + 1)..]),
                    ("kind", cell("type") == "title" ? "title" : "gloss"), ("date", _date), ("by", _by)]) ? 1 : 0;
            }
        }
    }
}
