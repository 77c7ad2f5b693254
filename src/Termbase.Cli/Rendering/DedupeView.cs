using System.Globalization;
using System.Text.Json;
using Termbase.Matching;
using Termbase.Model;
using Termbase.Workspaces.Quality;

namespace Termbase.Cli.Rendering;

/// <summary>
/// What a deduplication found, as text or JSON: <c>{read,kept,removed,repeated,near,divergent,merged:[…],nearDuplicates:[…],divergentSources:[…]}</c>.
/// </summary>
/// <param name="found">After its second pass.</param>
/// <param name="near">The nearly equal pairs to show.</param>
/// <param name="nearCount">How many there are; null where they were not looked for.</param>
internal sealed class DedupeView(Deduplication found, List<NearDuplicate> near, long? nearCount)
{
    public void Text(CliConsole console)
    {
        var (output, ansi) = (console.Out, new Ansi(console.Color));
        Head("merged", found.Repeated, found.Merged.Count);
        foreach (var merged in found.Merged)
        {
            output.WriteLine($"  {merged.Copies} ×  {Shown(merged.Kept.Source.Segment.ToDisplay())} → {Shown(merged.Kept.Target.Segment.ToDisplay())}");
            foreach (var also in merged.Kept.Properties.Where(static p => p.Type == UnitMerger.AlsoProperty))
            {
                output.WriteLine(ansi.Dim($"        also {Shown(also.Value)}"));
            }
        }

        var divergent = found.Divergent.ToList();
        Head("sources with several translations, kept", found.DivergentCount, divergent.Count);
        foreach (var source in divergent)
        {
            output.WriteLine("  " + Shown(source.Source));
            foreach (var (target, units, place) in source.Targets)
            {
                output.WriteLine($"    {units} ×  {Shown(target)}{(place is null ? "" : ansi.Dim("  " + console.Shown(place)))}");
            }
        }

        if (nearCount is { } count)
        {
            Head("nearly equal pairs, kept", count, near.Count);
            foreach (var pair in near)
            {
                output.WriteLine($"  {Percent(pair.SourceScore)}/{Percent(pair.TargetScore)}");
                foreach (var unit in new[] { pair.First, pair.Second })
                {
                    output.WriteLine($"    {Shown(Source(unit))} → {Shown(Target(unit))}{ansi.Dim($"  {console.Shown(unit.Path)}:{unit.Line}")}");
                }
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{found.Read} units read, {found.Kept} kept, {found.Removed} merged into others; {found.DivergentCount} sources with several translations{(nearCount is { } n ? $"; {n} nearly equal pairs" : "")}."));

        void Head(string title, long all, int listed) =>
            output.WriteLine(ansi.Bold(string.Create(CultureInfo.InvariantCulture, $"{all} {title}{(listed < all ? $" (the first {listed}; --list N shows more)" : "")}")));
    }

    public void Json(TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("read", found.Read);
        json.WriteNumber("kept", found.Kept);
        json.WriteNumber("removed", found.Removed);
        json.WriteNumber("repeated", found.Repeated);
        json.WriteNumber("divergent", found.DivergentCount);
        if (nearCount is { } count)
        {
            json.WriteNumber("near", count);
        }

        json.WriteStartArray("merged");
        foreach (var merged in found.Merged)
        {
            json.WriteStartObject();
            json.WriteNumber("copies", merged.Copies);
            json.Member("unit", merged.Kept.Id);
            json.WriteString("source", merged.Kept.Source.Segment.ToDisplay());
            json.WriteString("target", merged.Kept.Target.Segment.ToDisplay());
            json.WriteStartArray("also");
            foreach (var also in merged.Kept.Properties.Where(static p => p.Type == UnitMerger.AlsoProperty))
            {
                json.WriteStringValue(also.Value);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("divergentSources");
        foreach (var source in found.Divergent)
        {
            Divergent(json, source);
        }

        json.WriteEndArray();
        json.WriteStartArray("nearDuplicates");
        foreach (var pair in near)
        {
            json.WriteStartObject();
            json.WriteNumber("sourceScore", Percent(pair.SourceScore));
            json.WriteNumber("targetScore", Percent(pair.TargetScore));
            Unit(json, "first", pair.First);
            Unit(json, "second", pair.Second);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Divergent(Utf8JsonWriter json, DivergentSource source)
    {
        json.WriteStartObject();
        json.WriteString("source", source.Source);
        json.WriteStartArray("targets");
        foreach (var (target, units, place) in source.Targets)
        {
            json.WriteStartObject();
            json.WriteString("target", target);
            json.WriteNumber("units", units);
            if (place is not null)
            {
                json.WriteString("file", place.Path);
                json.WriteNumber("line", place.Line);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Unit(Utf8JsonWriter json, string name, MemoryUnit unit)
    {
        json.WriteStartObject(name);
        json.Member("unit", unit.Id);
        json.WriteString("source", Source(unit));
        json.WriteString("target", Target(unit));
        json.WriteString("file", unit.Path);
        json.WriteNumber("line", unit.Line);
        json.WriteEndObject();
    }

    private static string Source(MemoryUnit unit) => (unit.ZhIsSource ? unit.Zh : unit.En).ToDisplay();

    private static string Target(MemoryUnit unit) => (unit.ZhIsSource ? unit.En : unit.Zh).ToDisplay();

    private static int Percent(double score) => (int)Math.Floor(score);

    private static string Shown(string text) => text.ReplaceLineEndings(" ");
}
