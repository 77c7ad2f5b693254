using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Termbase.Matching;
using Termbase.Reporting;

namespace Termbase.Cli.Rendering;

/// <summary>
/// An analysis as text, HTML, JSON (<c>{files:[{file,bands:[{band,segments,words,han,characters}]}],total:[…]}</c>) or CSV
/// (<c>file,band,segments,words,han,characters</c>).
/// </summary>
internal sealed class AnalysisView(CliConsole console, string memory)
{
    public void Write(MatchAnalysis analysis, string format)
    {
        switch (format)
        {
            case "json":
                Json(analysis);
                break;
            case "csv":
                Csv(analysis);
                break;
            case "html":
                AnalysisPage.Of(analysis, memory).Write(console.Out);
                break;
            default:
                foreach (var (file, bands) in analysis.Files)
                {
                    Text(file, bands);
                }

                if (analysis.Files.Length > 1)
                {
                    Text("all files", analysis.Total);
                }

                break;
        }
    }

    private void Text(string title, ImmutableDictionary<MatchBand, TextCount> bands)
    {
        console.Out.WriteLine(new Ansi(console.Color).Bold(title));
        console.Out.WriteLine($"  {"",-24}{"segments",10}{"words",10}{"汉字",8}{"字数",8}{"%",7}");
        var total = bands.Values.Aggregate(static (a, b) => a + b);
        foreach (var (band, _, name) in MatchBandNames.All)
        {
            Row(name, bands[band], total);
        }

        Row("total", total, total);
        console.Out.WriteLine();
    }

    // Chinese characters take two cells, so the figures under the two Chinese headings are two wider than their format says.
    private void Row(string name, TextCount count, TextCount total) => console.Out.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"  {name,-24}{count.Segments,10}{count.Words,10}{count.Han,10}{count.CountedCharacters,10}{(total.CountedCharacters == 0 ? 0 : 100.0 * count.CountedCharacters / total.CountedCharacters),7:0.0}"));

    private void Csv(MatchAnalysis analysis)
    {
        console.Out.WriteLine("file,band,segments,words,han,characters");
        foreach (var (file, bands) in analysis.Files)
        {
            var quoted = file.AsSpan().IndexOfAny(",\"\r\n") < 0 ? file : "\"" + file.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
            foreach (var (band, name, _) in MatchBandNames.All)
            {
                var c = bands[band];
                console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{quoted},{name},{c.Segments},{c.Words},{c.Han},{c.CountedCharacters}"));
            }
        }
    }

    private void Json(MatchAnalysis analysis) => JsonOutput.Write(console.Out, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("files");
        foreach (var (file, bands) in analysis.Files)
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            Write(json, "bands", bands);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write(json, "total", analysis.Total);
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, string name, ImmutableDictionary<MatchBand, TextCount> bands)
    {
        json.WriteStartArray(name);
        foreach (var (band, title, _) in MatchBandNames.All)
        {
            json.WriteStartObject();
            json.WriteString("band", title);
            json.WriteNumber("segments", bands[band].Segments);
            json.WriteNumber("words", bands[band].Words);
            json.WriteNumber("han", bands[band].Han);
            json.WriteNumber("characters", bands[band].CountedCharacters);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
