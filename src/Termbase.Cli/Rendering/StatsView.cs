using System.Collections.Immutable;
using System.Globalization;
using Termbase.Model;
using Termbase.Reporting;
using Termbase.Workspaces.Quality;

namespace Termbase.Cli.Rendering;

/// <summary>What is in a workspace: figures and charts, as text, JSON or a page.</summary>
internal sealed class StatsView
{
    private const int Documents = 20;

    private readonly string _root;
    private readonly List<(string Name, long Value)> _figures;
    private readonly List<BarChart> _charts;

    public StatsView(string root, Glossary glossary, MemoryStatistics memory)
    {
        _root = root;
        _figures = [("concepts", glossary.Concepts.Length), ("renderings", glossary.Renderings.Length)];
        _figures.AddRange(Enum.GetValues<TermStatus>().Select(s => (Name(s), (long)glossary.Renderings.Count(r => r.Status == s))));
        _figures.AddRange(
        [
            ("decided", glossary.Renderings.Count(static r => r.By.Length > 0)), ("evidence", glossary.Evidence.Length), ("sources", glossary.Sources.Count),
            ("units", memory.Units), ("confidential", memory.Confidential), ("han", memory.Han), ("english_words", memory.EnglishWords),
        ]);
        _charts =
        [
            BarChart.Of("renderings_by_status", "Renderings by status", Enum.GetValues<TermStatus>().Select(s => KeyValuePair.Create(Name(s), (long)glossary.Renderings.Count(r => r.Status == s)))),
            BarChart.Of("renderings_by_domain", "Renderings by domain", Ranked(glossary.Renderings.Select(static r => r.Domain))),
            BarChart.Of("units_by_origin", "Units by origin", memory.Origins),
            BarChart.Of("units_by_status", "Units by status", memory.Statuses),
            BarChart.Of("units_by_year", "Units by year", memory.Years) with { Remark = "of the last change" },
            BarChart.Of("units_by_domain", "Units by domain", memory.Domains),
            BarChart.Of("units_by_document", "Units by document", Largest(memory.Documents)),
            BarChart.Of("units_by_han", "Units by length of the Chinese", Lengths(memory.Lengths, static l => l.Zh)) with { Remark = "in 汉字" },
            BarChart.Of("units_by_english_words", "Units by length of the English", Lengths(memory.Lengths, static l => l.En)) with { Remark = "in words" },
        ];
    }

    public void Write(CliConsole console, string format)
    {
        switch (format)
        {
            case "json":
                Json(console.Out);
                break;
            case "html":
                Page().Write(console.Out);
                break;
            default:
                console.Out.WriteLine(_root);
                foreach (var (name, value) in _figures)
                {
                    console.Out.WriteLine($"  {Label(name)}{new string(' ', 15 - DisplayWidth.Of(Label(name)))}{value,12}");
                }

                foreach (var chart in Shown())
                {
                    BarText.Write(console, chart);
                }

                break;
        }
    }

    // A chart of units without units, or one that says nothing ("not said" alone), is left out for people.
    private IEnumerable<BarChart> Shown() =>
        _charts.Where(static c => c.Longest > 0 && !(c.Rows.Length == 1 && c.Rows[0].Label == MemoryStatistics.Unsaid));

    private ChartPage Page() => new()
    {
        Title = "What is in " + Path.GetFileName(_root.TrimEnd('/', '\\')),
        Subtitle = _root,
        Headline = [.. _figures.Where(static f => f.Name is "concepts" or "renderings" or "units" or "han" or "english_words")
            .Select(static f => (Label(f.Name), f.Value.ToString("N0", CultureInfo.InvariantCulture)))],
        Sections = [.. Shown().Select(ChartSection.Of), new ChartSection("Figures")
        {
            Columns = ["", ""],
            Rows = [.. _figures.Select(static f => (ImmutableArray.Create(Label(f.Name), f.Value.ToString("N0", CultureInfo.InvariantCulture)), false))],
        }],
        Footer = "Years are those of the last change, else of creation. Lengths: 汉字 of the Chinese side, words of the English side.",
    };

    private void Json(TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        foreach (var (name, value) in _figures)
        {
            json.WriteNumber(name, value);
        }

        foreach (var chart in _charts)
        {
            json.WriteStartArray(chart.Name);
            foreach (var row in chart.Rows)
            {
                json.WriteStartObject();
                json.WriteString("name", row.Label);
                json.WriteNumber("count", row.Total);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    });

    // JSON has names for programs.
    private static string Label(string name) => name switch { "han" => "汉字", "english_words" => "English words", _ => name };

    private static string Name(TermStatus status) => status.ToString().ToLowerInvariant();

    // Classes above the longest unit would be empty bars.
    private static IEnumerable<KeyValuePair<string, long>> Lengths(
        ImmutableArray<(string Length, long Zh, long En)> classes, Func<(string Length, long Zh, long En), long> side) =>
        classes.Reverse().SkipWhile(c => side(c) == 0).Reverse().Select(c => KeyValuePair.Create(c.Length, side(c)));

    private static IEnumerable<KeyValuePair<string, long>> Ranked(IEnumerable<string> values) =>
        values.GroupBy(static v => v.Length == 0 ? MemoryStatistics.Unsaid : v, StringComparer.Ordinal)
            .Select(static g => KeyValuePair.Create(g.Key, g.LongCount()))
            .OrderByDescending(static c => c.Value).ThenBy(static c => c.Key, StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, long>> Largest(ImmutableArray<KeyValuePair<string, long>> documents) =>
        documents.Length <= Documents
            ? documents
            : documents.Take(Documents - 1).Append(KeyValuePair.Create($"{documents.Length - Documents + 1} others", documents.Skip(Documents - 1).Sum(static d => d.Value)));
}
