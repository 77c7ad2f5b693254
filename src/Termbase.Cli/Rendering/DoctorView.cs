using System.Text.Json;
using Termbase.Formats;
using Termbase.Formats.Doctoring;

namespace Termbase.Cli.Rendering;

/// <summary>What a doctor found, for people and for programs.</summary>
internal static class DoctorView
{
    /// <summary>The code of what is said where no rule about the tool of <c>--for</c> looks at such a file.</summary>
    public const string Unchecked = "tool-unchecked";

    // A code with more problems than this is shown by its first ones and a count.
    private const int Many = 10;

    private const int First = 3;

    /// <summary>A line a problem and one of counts; with <paramref name="all"/> long lists of one code too.</summary>
    public static void Text(TextWriter output, DoctorReport report, bool all)
    {
        var problems = report.Problems.ToList();
        foreach (var line in Lines(problems, all, static p => p.Code, p => $"{report.Path}{At(p.Line)}: {(p.IsError ? "" : "note: ")}{Unit(p.Unit)}{p.Message} [{p.Code}]", (more, code) => $"{report.Path}: {(more[0].IsError ? "" : "note: ")}{Rest(more.Count, code, more[0].Line, more[^1].Line)}"))
        {
            output.WriteLine(line);
        }

        output.WriteLine($"{report.Path}: {report.Log.Read} read, {report.Log.Kept} kept, {report.Log.Repaired} repaired, {report.Log.Refused} refused; {(report.HasErrors ? "not sound" : problems.Exists(static p => p.Code == Unchecked) ? "sound as a file" : "sound")}.");
    }

    /// <summary>A line for each thing that a repair changed; long lists of one code are cut as in the report.</summary>
    public static IEnumerable<string> Changes(IReadOnlyList<ReadProblem> changes, string to, string from, bool all) =>
        Lines(changes, all, static c => c.Code, c => $"{to}: from {from}{At(c.Location.Line)}: {Unit(c.Unit)}{c.Message} [{c.Code}]", (more, code) => $"{to}: from {from}: {Rest(more.Count, code, more[0].Location.Line, more[^1].Location.Line)}");

    private static IEnumerable<string> Lines<T>(IReadOnlyList<T> items, bool all, Func<T, string> codeOf, Func<T, string> show, Func<List<T>, string, string> rest)
    {
        var groups = items.GroupBy(codeOf).ToDictionary(static g => g.Key, static g => g.ToList(), StringComparer.Ordinal);
        var shown = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var code = codeOf(item);
            var count = shown[code] = shown.GetValueOrDefault(code) + 1;
            if (all || groups[code].Count <= Many || count <= First)
            {
                yield return show(item);
            }
            else if (count == First + 1)
            {
                yield return rest(groups[code][First..], code);
            }
        }
    }

    private static string Rest(int count, string code, int first, int last) =>
        FormattableString.Invariant($"and {count} more of [{code}], {(first > 0 ? $"lines {first} to {last}; " : "")}--all lists them");

    private static string At(int line) => line > 0 ? FormattableString.Invariant($":{line}") : "";

    private static string Unit(string unit) => unit.Length > 0 ? $"unit {unit}: " : "";

    // One file: the object of the contract; several: an array of them.
    public static void Json(Utf8JsonWriter json, List<DoctorReport> reports, bool many, List<ReadProblem>? changes)
    {
        if (many)
        {
            json.WriteStartArray();
        }

        foreach (var report in reports)
        {
            json.WriteStartObject();
            json.WriteString("file", report.Path);
            json.WriteNumber("read", report.Log.Read);
            json.WriteNumber("kept", report.Log.Kept);
            json.WriteNumber("repaired", report.Log.Repaired);
            json.WriteNumber("refused", report.Log.Refused);
            List(json, "problems", report.Problems.Select(static p => (p.Line, p.Unit, p.Code, p.Message)));
            if (changes is not null)
            {
                List(json, "repairs", changes.Select(static c => (c.Location.Line, c.Unit, c.Code, c.Message)));
            }

            json.WriteEndObject();
        }

        if (many)
        {
            json.WriteEndArray();
        }
        else if (reports.Count == 0)
        {
            json.WriteStartObject();
            json.WriteEndObject();
        }
    }

    private static void List(Utf8JsonWriter json, string name, IEnumerable<(int Line, string Unit, string Code, string Message)> items)
    {
        json.WriteStartArray(name);
        foreach (var (line, unit, code, message) in items)
        {
            json.WriteStartObject();
            json.WriteNumber("line", line);
            json.WriteString("unit", unit);
            json.WriteString("code", code);
            json.WriteString("message", message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
