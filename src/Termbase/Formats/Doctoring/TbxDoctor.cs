using Termbase.Formats.Tbx;
using Termbase.Model;

namespace Termbase.Formats.Doctoring;

/// <summary>TBX: well-formedness, dialect, levels and picklists of TBX-Basic, and by <see cref="TbxImport"/> what an importer makes of the entries.</summary>
public sealed class TbxDoctor : IDoctor
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".tbx"];

    /// <inheritdoc/>
    public void Examine(string path, Importer importer, DoctorReport report)
    {
        using var stream = TextFile.OpenStream(path);
        using var reader = new TbxReader(stream, path, report.Log);
        var import = new TbxImport(importer, report);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        TbxScope? scope = null;
        while (reader.Next() is { } entry)
        {
            if (scope is null)
            {
                scope = TbxBasicRules.ScopeOf(reader.Dialect, reader.Matter);
                Root(reader, scope.Value, report);
                import.File(reader.Dialect.Root);
            }

            if (entry.Element.Attribute("id") is { } id && !ids.Add(id.Value))
            {
                report.Add(entry.Location.Line, entry.Id, "duplicate-id", $"the id '{id.Value}' stands twice");
            }

            foreach (var found in TbxBasicRules.Check(entry.Element, scope.Value))
            {
                report.Add(TbxPlace.Of(found.At)?.Line ?? entry.Location.Line, entry.Id, found.Code, found.Message);
            }

            import.Entry(entry);
        }
    }

    /// <inheritdoc/>
    public bool Foretells(string path, Importer importer) => true;

    /// <inheritdoc/>
    public long Repair(string path, Stream output, ReadLog log)
    {
        var repaired = new HashSet<string>(StringComparer.Ordinal);
        var losses = new LossReport(loss => log.Report(new ReadProblem(
            loss.Place ?? SourceLocation.File(path),
            loss.Unit,
            loss.IsChanged ? DoctorReport.Mended : DoctorReport.LeftOut,
            loss.IsChanged ? loss.What : $"left out of the entry, which is kept: {loss.What}",

            // An entry counts once, however much was bent in it.
            repaired.Add(loss.Unit) ? ProblemOutcome.Repaired : ProblemOutcome.Noted)));
        using var stream = TextFile.OpenStream(path);
        return TbxFormat.Copy(stream, path, log, output, new TermWriteOptions { Losses = losses }, static dialect =>
            dialect.Root == "martif" ? TbxDialect.Legacy : dialect.Style == "dct" ? TbxDialect.BasicDct : TbxDialect.BasicDca);
    }

    private static void Root(TbxReader reader, TbxScope scope, DoctorReport report)
    {
        var (root, type, style) = reader.Dialect;
        if (root == "tbx" && type.Length == 0)
        {
            report.Add(1, "", "no-dialect", "the root element names no dialect (type)");
        }

        if (root == "tbx" && style is not ("dca" or "dct"))
        {
            report.Add(1, "", "no-style", $"style '{style}' is neither dca nor dct");
        }

        if (scope == TbxScope.Other && type != "TBX-Core")
        {
            var list = root == "martif" ? reader.Matter.Constraints is { Length: > 0 } said ? $"'{said}'" : "no file" : $"the dialect '{type}'";
            report.Add(1, "", "other-dialect", $"the data categories are those of {list}: structure, languages and dates are checked, categories and levels are not", isError: false);
        }
    }
}
