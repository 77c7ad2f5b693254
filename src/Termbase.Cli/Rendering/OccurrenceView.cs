using Termbase.Recognition;

namespace Termbase.Cli.Rendering;

/// <summary>Occurrences of terms, a line each or as records. Tab-separated values of one text have no path, unless wide; those of bitexts name unit and side.</summary>
internal sealed class OccurrenceView : IDisposable
{
    private static readonly string[] Columns = ["line", "column", "length", "text", "concept", "status", "path", "unit", "side"];

    private readonly CliConsole _console;
    private readonly RecordWriter? _records;
    private readonly bool _isOneText;

    public OccurrenceView(CliConsole console, string format, bool isOneText, bool wide)
    {
        isOneText = isOneText && !wide && format is not "json";
        (_console, _isOneText) = (console, isOneText);
        _records = RecordWriter.For(console.Out, format, hasHeader: true, isOneText ? Columns[..6] : Columns);
    }

    public void Write(TermOccurrence found)
    {
        var row = found.Match.Renderings[0];
        var status = row.Status.ToString().ToLowerInvariant();
        if (_records is null)
        {
            var other = found.Match.Side == TermSide.Zh ? row.En : row.Zh;
            var unit = found.Unit.Length > 0 ? $"unit {found.Unit} {found.Side}: " : "";
            _console.Out.WriteLine($"{found.Path}:{found.Line}:{found.Column}: {unit}{found.Text}  {other}  [{status} {row.Concept}]");
        }
        else if (_isOneText)
        {
            _records.Row(found.Line, found.Column, found.Length, found.Text, row.Concept, status);
        }
        else
        {
            _records.Row(found.Line, found.Column, found.Length, found.Text, row.Concept, status, found.Path, found.Unit, found.Side);
        }
    }

    public void Dispose() => _records?.Dispose();
}
