using Termbase.Search;

namespace Termbase.Cli.Rendering;

/// <summary><c>search --format json</c>: <c>[{source,target,unit,file,line}]</c>.</summary>
internal static class ConcordanceJson
{
    public static void Write(TextWriter output, ConcordanceResult result) => JsonOutput.Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var hit in result.Hits)
        {
            json.WriteStartObject();
            json.WriteString("source", hit.Source);
            json.WriteString("target", hit.Target);
            json.WriteString("unit", hit.Unit);
            json.WriteString("file", hit.File);
            json.WriteNumber("line", hit.Line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
