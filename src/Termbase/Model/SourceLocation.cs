namespace Termbase.Model;

/// <summary>
/// A place in a file, for people and for reports: 1-based lines and columns, columns in Unicode code
/// points, end exclusive. A line of 0 means the file as a whole. Immutable.
/// </summary>
public sealed record SourceLocation(string Path, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>The file as a whole.</summary>
    public static SourceLocation File(string path) => new(path, 0, 0, 0, 0);

    /// <summary>The start of a line.</summary>
    public static SourceLocation AtLine(string path, int line) => new(path, line, 1, line, 1);

    /// <summary><c>path:line:column</c>, or the path alone.</summary>
    public override string ToString() =>
        Line == 0 ? Path : FormattableString.Invariant($"{Path}:{Line}:{Column}");
}
