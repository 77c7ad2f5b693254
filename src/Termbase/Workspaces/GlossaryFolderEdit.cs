using System.Security.Cryptography;
using System.Text;
using Termbase.Formats;
using Termbase.Formats.Csv;
using Termbase.Model;
using Termbase.Workspaces.Merging;

namespace Termbase.Workspaces;

/// <summary>The glossary files of a workspace as raw text, read for one edit and written back where they changed.</summary>
internal sealed class GlossaryFolderEdit
{
    public const string Columns =
        "concept,zh,zh_type,en,en_type,status,when,check,domain,pos,region,pinyin,definition,note,see,client,by,date";

    private const string EvidenceColumns = "concept,zh,en,document,locator,quote_zh,quote_en,kind,date,by";

    private readonly Workspace _workspace;
    private readonly Dictionary<string, (CsvText Csv, string Before, bool Bom)> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Path, string Columns), HashSet<string>> _evidence = [];
    private HashSet<string>? _ids;

    public GlossaryFolderEdit(Workspace workspace)
    {
        _workspace = workspace;
        TermFiles = [.. workspace.GlossaryFiles.Where(GlossaryFolder.HoldsTerms)];
    }

    /// <summary>The files that hold terms.</summary>
    public List<string> TermFiles { get; }

    public IEnumerable<(string File, CsvText Csv, CsvRow Row)> Rows()
    {
        foreach (var file in TermFiles)
        {
            var csv = Open(file, Columns);
            foreach (var row in csv.Rows)
            {
                yield return (file, csv, row);
            }
        }
    }

    /// <summary>The concept of a row, which needs no id in the file: then it is the one that reading gives it.</summary>
    public static string ConceptOf(CsvText csv, CsvRow row) =>
        csv[row, "concept"] is { Length: > 0 } id ? id : ConceptId.For(csv[row, "zh"], csv[row, "domain"]);

    /// <summary>
    /// An id that no concept has, made from the term itself, so that two people who add the same one on two branches give it the same id.
    /// </summary>
    public string NewId(string zh)
    {
        _ids ??= Rows().Select(static r => r.Csv[r.Row, "concept"]).ToHashSet(StringComparer.Ordinal);
        for (var salt = zh; ; salt += "+")
        {
            var id = "c" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(salt)).AsSpan(0, 4));
            if (_ids.Add(id))
            {
                return id;
            }
        }
    }

    /// <summary>The file for a new concept: that of its domain, where one is named so or holds it; else the first; else a new one.</summary>
    public string FileFor(string domain)
    {
        if (domain.Length > 0)
        {
            var named = TermFiles.Find(f => string.Equals(Path.GetFileNameWithoutExtension(f), domain, StringComparison.Ordinal))
                ?? Rows().FirstOrDefault(r => r.Csv[r.Row, "domain"] == domain).File;
            if (named is not null)
            {
                return named;
            }
        }

        if (TermFiles.Count > 0)
        {
            return TermFiles.Find(static f => Path.GetFileName(f) == "terms.csv") ?? TermFiles[0];
        }

        var pattern = _workspace.Config.Glossary.Select(static g => g.Pattern)
            .FirstOrDefault(static p => p.IndexOfAny(['*', '?']) < 0 || p.EndsWith("*.csv", StringComparison.Ordinal)) ?? "glossary/*.csv";
        var file = pattern.Replace("**/", "", StringComparison.Ordinal).Replace("*.csv", "terms.csv", StringComparison.Ordinal);
        return Path.Combine(_workspace.Root, file.Replace('/', Path.DirectorySeparatorChar));
    }

    /// <summary>Opens a file, or starts it with the given header.</summary>
    public CsvText Open(string path, string columns)
    {
        if (_files.TryGetValue(path, out var known))
        {
            return known.Csv;
        }

        var (text, bom) = Read(path);
        var csv = CsvText.Of(text.Length == 0 ? columns + "\n" : text, path);
        if (csv.Header is [var header] && header.IndexOfAny([';', '\t']) is >= 0 and var at)
        {
            throw new InputException(SourceLocation.AtLine(path, 1), $"is parted by {(header[at] == ';' ? "semicolons" : "tabs")}, which is read but not edited; save it with commas, or move the file away");
        }

        foreach (var wanted in columns == Columns ? new[] { "concept", "zh", "en" } : ["zh", "en"])
        {
            if (!csv.Header.Contains(wanted, StringComparer.OrdinalIgnoreCase))
            {
                throw new InputException(SourceLocation.AtLine(path, 1), $"has no column '{wanted}' in its header row; add it, or move the file away");
            }
        }

        _files[path] = (csv, text, bom);
        return csv;
    }

    /// <summary>Adds a row of evidence; false where there is one that says the same, person and date aside.</summary>
    public bool AddEvidence(string glossaryFile, (string Column, string Value)[] cells)
    {
        var path = Beside(glossaryFile, "evidence.csv");
        var csv = Open(path, EvidenceColumns);
        var columns = cells.Select(static c => c.Column).Where(static c => c is not ("date" or "by")).ToList();
        var index = (path, string.Join(',', columns));
        if (!_evidence.TryGetValue(index, out var known))
        {
            _evidence.Add(index, known = [.. csv.Rows.Select(row => Said(columns, column => csv[row, column]))]);
        }

        if (!known.Add(Said(columns, column => Array.Find(cells, c => c.Column == column).Value)))
        {
            return false;
        }

        csv.AppendRow(cells);
        return true;
    }

    /// <summary>The ids in a file beside the glossary, or null where there is none.</summary>
    public static List<string>? Ids(string glossaryFile, string name, params string[] columns)
    {
        var path = Beside(glossaryFile, name);
        if (!File.Exists(path))
        {
            return null;
        }

        var csv = new CsvText(Read(path).Text);
        var column = Array.Find(columns, c => csv.Header.Contains(c, StringComparer.OrdinalIgnoreCase)) ?? csv.Header.FirstOrDefault();
        return column is null ? [] : [.. csv.Rows.Select(r => csv[r, column]).Where(static v => v.Length > 0)];
    }

    /// <summary>Writes what changed; true if anything did.</summary>
    public bool Save()
    {
        var saved = false;
        foreach (var (path, (csv, before, bom)) in _files)
        {
            var after = csv.ToString();
            if (string.Equals(after, before, StringComparison.Ordinal) || (before.Length == 0 && !csv.Rows.Any()))
            {
                continue;
            }

            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                AtomicFile.Write(path, stream =>
                {
                    using var writer = new StreamWriter(stream, new UTF8Encoding(bom), leaveOpen: true);
                    writer.Write(after);
                });
                saved = true;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new InputException(
                    SourceLocation.File(path), "cannot be written; make the folder writable or work on a copy (" + e.Message + ")", e);
            }
        }

        return saved;
    }

    internal static string Beside(string file, string name) => Path.Combine(Path.GetDirectoryName(file)!, name);

    private static string Said(List<string> columns, Func<string, string> cell) => string.Join('\u001f', columns.Select(cell));

    private static (string Text, bool Bom) Read(string path) => File.Exists(path) ? MergeFile.Read(path) : ("", false);
}
