using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Workspaces.Quality;

namespace Termbase.Cli.Rendering;

/// <summary>
/// Doubtful units, the most doubtful first: text, JSON (<c>{checked,doubtful:[{file,line,unit,score,reasons:[{reason,score,message}],source,target}]}</c>) or TSV
/// (<c>score reason file line unit source target message</c>, with a header).
/// </summary>
internal sealed partial class DoubtView(CliConsole console, IReadOnlyList<DoubtfulUnit> found, long units)
{
    public void Write(string format, int most)
    {
        switch (format)
        {
            case "json":
                Json();
                break;
            case "tsv":
                console.Out.WriteLine("score\treason\tfile\tline\tunit\tsource\ttarget\tmessage");
                foreach (var d in found)
                {
                    var (file, line) = Place(d);
                    console.Out.WriteLine(Tsv.Row(Score(d.Score), Name(d.Doubts[0].Reason), file, line, d.Unit.Id, d.Unit.Source.Segment.ToDisplay(), d.Unit.Target.Segment.ToDisplay(), d.Doubts[0].Message));
                }

                break;
            default:
                Text(most);
                break;
        }
    }

    private void Text(int most)
    {
        var ansi = new Ansi(console.Color);
        foreach (var d in found.Take(most))
        {
            var (file, line) = Place(d);
            console.Out.WriteLine($"{ansi.Bold(string.Create(CultureInfo.InvariantCulture, $"{file}:{line}"))}{(d.Unit.Id.Length > 0 ? $" unit {d.Unit.Id}" : "")}");
            foreach (var doubt in d.Doubts)
            {
                console.Out.WriteLine($"  {ansi.Yellow($"{Score(doubt.Score)} {Name(doubt.Reason)}")}: {doubt.Message}");
            }

            console.Out.WriteLine("  " + d.Unit.Source.Segment.ToDisplay().ReplaceLineEndings(" "));
            console.Out.WriteLine("  " + d.Unit.Target.Segment.ToDisplay().ReplaceLineEndings(" "));
        }

        if (found.Count > most)
        {
            console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"… and {found.Count - most} more; --list N shows more, --format tsv all."));
        }

        var reasons = found.GroupBy(static d => d.Doubts[0].Reason).OrderByDescending(static g => g.Count()).Select(static g => $"{g.Count()} {Name(g.Key)}");
        console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{units} units, {found.Count} doubtful{(found.Count > 0 ? ": " + string.Join(", ", reasons) : "")}."));
    }

    private void Json() => JsonOutput.Write(console.Out, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("checked", units);
        json.WriteStartArray("doubtful");
        foreach (var d in found)
        {
            var (file, line) = Place(d);
            json.WriteStartObject();
            json.WriteString("file", file);
            json.WriteNumber("line", line);
            json.Member("unit", d.Unit.Id);
            json.WriteNumber("score", Floor(d.Score));
            json.WriteStartArray("reasons");
            foreach (var doubt in d.Doubts)
            {
                json.WriteStartObject();
                json.WriteString("reason", Name(doubt.Reason));
                json.WriteNumber("score", Floor(doubt.Score));
                json.WriteString("message", doubt.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("source", d.Unit.Source.Segment.ToDisplay());
            json.WriteString("target", d.Unit.Target.Segment.ToDisplay());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private (string File, int Line) Place(DoubtfulUnit d) => d.Unit.Location is { } at ? (console.Shown(at.Path), at.Line) : ("", 0);

    // WrongLanguage is wrong-language.
    private static string Name(DoubtReason reason) => Upper().Replace(reason.ToString(), static m => (m.Index > 0 ? "-" : "") + m.Value.ToLowerInvariant());

    private static decimal Floor(double score) => Math.Floor((decimal)score * 100) / 100;

    private static string Score(double score) => Floor(score).ToString("0.00", CultureInfo.InvariantCulture);

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Upper();
}
