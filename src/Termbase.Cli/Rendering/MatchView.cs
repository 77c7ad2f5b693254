using System.Collections.Immutable;
using System.Globalization;
using Termbase.Matching;
using Termbase.Model;

namespace Termbase.Cli.Rendering;

/// <summary>Matches for people, with what differs marked (<c>[-only in the query-]{+only in the unit+}</c>, or colours), or as records.</summary>
internal sealed class MatchView(CliConsole console, MatchHost host, string format, bool wide) : IDisposable
{
    private static readonly string[] s_columns = ["query", "score", "source", "target", "unit", "path", "line"];

    private readonly bool _isWide = wide || format is "json";
    private readonly RecordWriter? _records = RecordWriter.For(console.Out, format, hasHeader: wide, wide || format is "json" ? s_columns : s_columns[..5]);
    private readonly Ansi _ansi = new(console.Color);
    private long _matches;
    private long _matched;

    public void Write(int number, MatchQuery query, ImmutableArray<FuzzyMatch> matches, bool showQuery)
    {
        _matches += matches.Length;
        _matched += matches.IsEmpty ? 0 : 1;
        if (_records is null && showQuery)
        {
            console.Out.WriteLine(_ansi.Bold(string.Create(CultureInfo.InvariantCulture, $"{number}: {query.Segment.Text}")));
            if (matches.IsEmpty)
            {
                console.Out.WriteLine("   -");
            }
        }

        foreach (var match in matches)
        {
            var source = query.IsZh ? match.Unit.Zh : match.Unit.En;
            var target = query.IsZh ? match.Unit.En : match.Unit.Zh;
            if (_records is null)
            {
                WriteText(query, match, source, target);
            }
            else
            {
                object[] row = [number, match.Percent, source.ToDisplay(), target.ToDisplay(), UnitName(match.Unit), PathOf(match.Unit), match.Unit.Line];
                _records.Row(_isWide ? row : row[..5]);
            }
        }
    }

    public void Summary(int queries)
    {
        if (_records is null)
        {
            console.Say(queries == 1
                ? $"{_matches} {(_matches == 1 ? "match" : "matches")}."
                : $"{queries} segments, {_matched} with a match, {_matches} matches.");
        }
    }

    public void Dispose() => _records?.Dispose();

    private string PathOf(MemoryUnit unit) => console.Shown(Path.GetFullPath(unit.Path, host.Root));

    private static string UnitName(MemoryUnit unit) => unit.Id.Length > 0 ? unit.Id : unit.Number.ToString(CultureInfo.InvariantCulture);

    private void WriteText(MatchQuery query, FuzzyMatch match, Segment source, Segment target)
    {
        var marked = string.Concat(SegmentDiff.Compare(query.Segment, source, host.Settings.UnitOf(query.IsZh)).Select(Mark));
        console.Out.WriteLine($"{_ansi.Bold(match.Percent.ToString(CultureInfo.InvariantCulture).PadLeft(3) + "%")} {marked}");
        console.Out.WriteLine("     " + target.ToDisplay());
        var facts = new List<string> { FormattableString.Invariant($"{PathOf(match.Unit)}:{match.Unit.Line}") };
        facts.Add(UnitName(match.Unit));
        if (match.Unit.Date is { } date)
        {
            facts.Add(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        facts.AddRange(new[] { match.Unit.Document, match.Unit.Client }.Where(static f => f.Length > 0));
        facts.AddRange(Reasons(match.Reasons));
        if (!match.Also.IsEmpty)
        {
            facts.Add(FormattableString.Invariant($"also in {match.Also.Length} more"));
        }

        console.Out.WriteLine("     " + _ansi.Dim(string.Join(" · ", facts)));
    }

    private string Mark(DiffPart part) => part.Kind switch
    {
        DiffKind.QueryOnly => console.Color ? _ansi.Red(part.Text) : $"[-{part.Text}-]",
        DiffKind.UnitOnly => console.Color ? _ansi.Green(part.Text) : $"{{+{part.Text}+}}",
        _ => part.Text,
    };

    private IEnumerable<string> Reasons(MatchReason reasons)
    {
        var points = host.Settings.Penalties;
        foreach (var (reason, text, penalty) in new (MatchReason, string, double)[]
        {
            (MatchReason.Numbers, "numbers differ", points.Numbers),
            (MatchReason.Codes, "codes or placeholders differ", points.Codes),
            (MatchReason.Machine, "machine translation", points.Machine),
            (MatchReason.Unreviewed, "draft", points.Unreviewed),
            (MatchReason.LowScore, "low alignment score", points.LowScore),
            (MatchReason.OtherClient, "other client", points.OtherClient),
            (MatchReason.OtherScript, "other script", points.OtherScript),
            (MatchReason.Surface, "case, width or spacing differs", 0),
            (MatchReason.PreviousSame, "same segment before", 0),
            (MatchReason.NextSame, "same segment after", 0),
        })
        {
            if (reasons.HasFlag(reason))
            {
                yield return penalty > 0 ? FormattableString.Invariant($"{text} (-{penalty})") : text;
            }
        }
    }
}
