using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Termbase.Formats;
using Termbase.Formats.Csv;
using Termbase.Languages;
using Termbase.Mining;
using Termbase.Model;

namespace Termbase.Workspaces;

/// <summary>What writing a review file did: candidates added to it, rows that were in it, and candidates left out.</summary>
/// <param name="Added">Rows written anew.</param>
/// <param name="Kept">Rows that stood in the file and were left as they are.</param>
/// <param name="Rejected">Candidates left out because a person refused them before.</param>
/// <param name="Known">Candidates left out because the termbase has them, with evidence of every place.</param>
public sealed record ReviewCounts(int Added, int Kept, int Rejected, int Known);

/// <summary>
/// The review file: a row for each candidate, which a person fills in a spreadsheet. Writing it again keeps what was filled in and adds
/// what is new, so work can be stopped and taken up again.
/// </summary>
/// <param name="workspace">The workspace whose termbase the candidates are for.</param>
public sealed class CandidateReview(Workspace workspace)
{
    /// <summary>The columns, in order.</summary>
    public const string Columns = "decision,zh,en,en_new,type,concept,status,context,places,conflict,confidence,reason";

    internal const string PlaceSeparator = " | ";

    /// <summary>Writes or completes a review file (UTF-8 with a byte order mark, which spreadsheets need).</summary>
    /// <param name="path">The file.</param>
    /// <param name="candidates">The candidates.</param>
    /// <param name="source">Source id under which evidence is to be recorded; empty: the documents' paths.</param>
    /// <exception cref="InputException">The file is there and is no review file, or cannot be written.</exception>
    public ReviewCounts Write(string path, IReadOnlyList<MinedCandidate> candidates, string source = "")
    {
        var csv = Open(path, mustExist: false);
        var there = csv.Rows.Select(r => Key(csv[r, "zh"], csv[r, "en"])).ToHashSet();
        var kept = there.Count;
        var rejected = Rejected().Select(r => Key(r.Zh, r.En)).ToHashSet();
        var (added, refused, known) = (0, 0, 0);
        var glossary = workspace.Glossary;
        var byZh = glossary.Renderings.ToLookup(r => Normalizer.Key(r.Zh), StringComparer.Ordinal);
        var byEn = glossary.Renderings.ToLookup(r => Normalizer.Key(r.En), StringComparer.Ordinal);
        var mined = candidates.ToLookup(c => Normalizer.Key(c.Zh), StringComparer.Ordinal);
        var evidence = glossary.Evidence.Select(e => (Key(e.Zh, e.En), e.Document, e.Locator)).ToHashSet();
        foreach (var candidate in candidates)
        {
            var key = Key(candidate.Zh, candidate.En);
            var siblings = byZh[key.Zh].ToList();
            var same = siblings.Find(r => Normalizer.Key(r.En).Equals(key.En, StringComparison.Ordinal));
            if (rejected.Contains(key))
            {
                refused++;
            }
            else if (same is not null && candidate.Places.All(p => evidence.Contains((key, DocumentOf(p, source), LocatorOf(p)))))
            {
                known++;
            }
            else if (there.Add(key))
            {
                added++;
                csv.AppendRow([
                    ("decision", ""), ("zh", candidate.Zh), ("en", candidate.En), ("en_new", ""), ("type", Spell(candidate.Type)), ("concept", same?.Concept ?? siblings.FirstOrDefault()?.Concept ?? ""),
                    ("status", same is null ? "" : same.StatusAsWritten ?? same.Status.ToString().ToLowerInvariant()), ("context", candidate.Places[0].Context),
                    ("places", string.Join(PlaceSeparator, candidate.Places.Select(p => DocumentOf(p, source) + ":" + LocatorOf(p)).Distinct(StringComparer.Ordinal))),
                    ("conflict", Conflict(candidate, siblings, [.. byEn[key.En]], [.. mined[key.Zh]])),
                    ("confidence", (Math.Floor(candidate.Confidence * 100) / 100).ToString("0.00", CultureInfo.InvariantCulture)), ("reason", string.Join("; ", candidate.Reasons)),
                ]);
            }
        }

        Save(path, csv);
        return new ReviewCounts(added, kept, refused, known);
    }

    /// <summary>Pairs that a person refused, from the workspace's <c>rejected.csv</c>.</summary>
    public ImmutableArray<RejectedPair> Rejected()
    {
        var pairs = ImmutableArray.CreateBuilder<RejectedPair>();
        foreach (var file in workspace.GlossaryFiles.Where(f => Path.GetFileName(f).Equals("rejected.csv", StringComparison.OrdinalIgnoreCase)))
        {
            using var reader = new StringReader(TextFile.Read(file));
            pairs.AddRange(RejectedFile.Read(reader, file, workspace.GlossaryLog));
        }

        return pairs.ToImmutable();
    }

    internal static CsvText Open(string path, bool mustExist)
    {
        var text = mustExist || File.Exists(path) ? TextFile.Read(path).TrimStart('\uFEFF') : "";
        var csv = CsvText.Of(text.Length == 0 ? Columns + "\r\n" : text, path);
        foreach (var wanted in (string[])["decision", "zh", "en"])
        {
            if (!csv.Header.Contains(wanted, StringComparer.OrdinalIgnoreCase))
            {
                throw new InputException(SourceLocation.AtLine(path, 1), $"is no review file: it has no column '{wanted}'; give a file that mine --review wrote, saved as CSV with commas");
            }
        }

        return csv;
    }

    internal static (string Zh, string En) Key(string zh, string en) => (Normalizer.Key(zh), Normalizer.Key(en));

    // As seen from the workspace where it stands in it, so that the file means the same on another machine.
    private string DocumentOf(CandidatePlace place, string source)
    {
        var path = place.Location.Path;
        return source.Length > 0 ? source : Path.IsPathRooted(path) && workspace.Relative(path) is var relative && !relative.StartsWith("..", StringComparison.Ordinal) ? relative : path;
    }

    private static string LocatorOf(CandidatePlace place) => "line " + place.Location.Line.ToString(CultureInfo.InvariantCulture);

    // Other English for the Chinese and other Chinese for the English, in the termbase; other English mined for the Chinese.
    private static string Conflict(MinedCandidate candidate, List<Rendering> sameZh, List<Rendering> sameEn, List<MinedCandidate> mined)
    {
        var en = Normalizer.Key(candidate.En);
        var zh = Normalizer.Key(candidate.Zh);
        return string.Join("; ",
            sameZh.Where(r => !Normalizer.Key(r.En).Equals(en, StringComparison.Ordinal)).Select(r => $"termbase: {r.En} ({r.Status.ToString().ToLowerInvariant()})")
                .Concat(sameEn.Where(r => !Normalizer.Key(r.Zh).Equals(zh, StringComparison.Ordinal)).Select(r => $"termbase: {r.Zh} is {r.En} too"))
                .Concat(mined.Where(m => m.Type != TermType.Acronym && candidate.Type != TermType.Acronym && !Normalizer.Key(m.En).Equals(en, StringComparison.Ordinal)).Select(m => $"mined: {m.En}"))
                .Distinct(StringComparer.Ordinal));
    }

    private static string Spell(TermType type) => type == TermType.Full ? "" : type.ToString().ToLowerInvariant();

    private static void Save(string path, CsvText csv)
    {
        try
        {
            AtomicFile.Write(path, stream =>
            {
                using var writer = new StreamWriter(stream, new UTF8Encoding(true), leaveOpen: true);
                writer.Write(csv.ToString());
            });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(SourceLocation.File(path), "cannot be written; close it in the spreadsheet, or name another file (" + e.Message + ")", e);
        }
    }
}
