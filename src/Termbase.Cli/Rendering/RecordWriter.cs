using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Termbase.Cli.Rendering;

/// <summary>
/// Rows of named columns for programs, written as they come: tab-separated, or a JSON array with an object a row. Disposing ends it.
/// </summary>
internal sealed class RecordWriter : IDisposable
{
    private readonly TextWriter _output;
    private readonly JsonEncodedText[]? _names;
    private bool _hasRows;

    /// <param name="output">Where rows go.</param>
    /// <param name="isJson">JSON instead of tab-separated values.</param>
    /// <param name="hasHeader">Whether the names of the columns stand in a first row of tab-separated values.</param>
    /// <param name="columns">Their names.</param>
    public RecordWriter(TextWriter output, bool isJson, bool hasHeader, params string[] columns)
    {
        _output = output;
        if (isJson)
        {
            _names = [.. columns.Select(static c => JsonEncodedText.Encode(c))];
            output.Write('[');
        }
        else if (hasHeader)
        {
            output.WriteLine(string.Join('\t', columns));
        }
    }

    /// <summary>A writer for <c>json</c> and <c>tsv</c>; null for the text that people read.</summary>
    public static RecordWriter? For(TextWriter output, string format, bool hasHeader, params string[] columns) =>
        format is "json" or "tsv" ? new RecordWriter(output, format is "json", hasHeader, columns) : null;

    /// <summary>A row: strings and numbers, one for each column.</summary>
    public void Row(params object[] values)
    {
        if (_names is null)
        {
            _output.WriteLine(Tsv.Row(values));
            return;
        }

        _output.Write(_hasRows ? ",\n  {" : "\n  {");
        _hasRows = true;
        for (var i = 0; i < values.Length; i++)
        {
            _output.Write($"{(i > 0 ? ", " : "")}\"{_names[i]}\": {Json(values[i])}");
        }

        _output.Write('}');
    }

    public void Dispose()
    {
        if (_names is not null)
        {
            _output.WriteLine(_hasRows ? "\n]" : "]");
        }
    }

    private static string Json(object value) => value is string text
        ? $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\""
        : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
