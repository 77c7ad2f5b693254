using System.Globalization;
using System.Text.Json;
using Termbase.Matching;
using Termbase.Workspaces.Pretranslation;

namespace Termbase.Cli.Rendering;

/// <summary>What was filled, by match band.</summary>
internal static class PretranslateView
{
    private static readonly (MatchBand Band, string Name)[] s_bands =
    [
        (MatchBand.Context, "context"), (MatchBand.Exact, "100"), (MatchBand.From95, "95-99"), (MatchBand.From85, "85-94"),
        (MatchBand.From75, "75-84"), (MatchBand.From50, "50-74"), (MatchBand.New, "no match"),
    ];

    public static void Write(CliConsole console, IReadOnlyList<(string File, string Out, PretranslateResult Result)> files, bool json)
    {
        var total = files.Aggregate(PretranslateResult.Empty, static (sum, f) => sum + f.Result);
        if (json)
        {
            JsonOutput.Write(console.Out, to => Json(to, files, total));
            return;
        }

        foreach (var (file, to, result) in files)
        {
            Text(console.Out, file == to ? file : $"{file} -> {to}", result);
        }

        if (files.Count > 1)
        {
            Text(console.Out, $"all {files.Count.ToString(CultureInfo.InvariantCulture)} files", total);
        }
    }

    private static void Text(TextWriter output, string title, PretranslateResult result)
    {
        output.WriteLine(FormattableString.Invariant($"{title}: {result.Filled} of {result.Segments} segments filled, {result.Drafts} of them to be checked{(result.CodesLeft > 0 ? $", {result.CodesLeft} of these with inline codes to be set by hand" : "")}"));
        foreach (var (band, name) in s_bands)
        {
            Line(name, result.Bands.GetValueOrDefault(band));
        }

        Line("translated before, left", result.Existing);
        Line("locked or not to be translated", result.Locked);
        Line("not between Chinese and English", result.OtherLanguages);

        void Line(string name, long count)
        {
            if (count > 0)
            {
                output.WriteLine(FormattableString.Invariant($"{count,8}  {name}"));
            }
        }
    }

    private static void Json(Utf8JsonWriter json, IReadOnlyList<(string File, string Out, PretranslateResult Result)> files, PretranslateResult total)
    {
        json.WriteStartObject();
        json.WriteStartArray("files");
        foreach (var (file, to, result) in files)
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            json.WriteString("out", to);
            Members(json, result);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("total");
        Members(json, total);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Members(Utf8JsonWriter json, PretranslateResult result)
    {
        json.WriteNumber("segments", result.Segments);
        json.WriteNumber("filled", result.Filled);
        json.WriteNumber("drafts", result.Drafts);
        json.WriteStartObject("bands");
        foreach (var (band, name) in s_bands)
        {
            json.WriteNumber(name, result.Bands.GetValueOrDefault(band));
        }

        json.WriteEndObject();
        json.WriteNumber("existing", result.Existing);
        json.WriteNumber("locked", result.Locked);
        json.WriteNumber("otherLanguages", result.OtherLanguages);
        json.WriteNumber("codesLeft", result.CodesLeft);
    }
}
