namespace Termbase.Formats.Tables;

/// <summary>A row of a table of terms: its cells and its 1-based line.</summary>
internal sealed record TableRow(string[] Cells, int Line);
