using Termbase.Formats.Tbx;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Formats.Doctoring;

/// <summary>TBX: well-formedness, dialect, levels and picklists of TBX-Basic, and what an importer makes of the entries.</summary>
public sealed class TbxDoctor : IDoctor
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".tbx"];

    /// <inheritdoc/>
    public void Examine(string path, Importer importer, DoctorReport report)
    {
        using var stream = TextFile.OpenStream(path);
        using var reader = new TbxReader(stream, path, report.Log);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var first = true;
        while (reader.Next() is { } entry)
        {
            if (first)
            {
                Root(reader.Dialect, importer, report);
                first = false;
            }

            if (entry.Element.Attribute("id") is { } id && !ids.Add(id.Value))
            {
                report.Add(entry.Location.Line, entry.Id, "duplicate-id", $"the id '{id.Value}' stands twice");
            }

            foreach (var (code, message) in TbxBasicRules.Check(entry.Element, core: reader.Dialect.Type is "TBX-Core"))
            {
                report.Add(entry.Location.Line, entry.Id, code, message);
            }

            Import(entry, importer, report);
        }
    }

    /// <inheritdoc/>
    public long Repair(string path, Stream output, ReadLog log)
    {
        using var stream = TextFile.OpenStream(path);
        return new TbxFormat(TbxDialect.BasicDca).Copy(stream, path, log, output, new TermWriteOptions());
    }

    private static void Root((string Root, string Type, string Style) dialect, Importer importer, DoctorReport report)
    {
        if (dialect.Root == "tbx")
        {
            if (dialect.Type.Length == 0)
            {
                report.Add(1, "", "no-dialect", "the root element names no dialect (type)");
            }

            if (dialect.Style is not ("dca" or "dct"))
            {
                report.Add(1, "", "no-style", $"style '{dialect.Style}' is neither dca nor dct");
            }

            if (importer is Importer.OmegaT or Importer.Weblate)
            {
                report.Add(1, "", importer == Importer.OmegaT ? "omegat-refused" : "weblate-refused", $"{importer} reads martif of 2008 only; convert with --to tbx-legacy");
            }
        }
    }

    private static void Import(TbxEntry entry, Importer importer, DoctorReport report)
    {
        var languages = entry.Element.Elements("langSec").ToList();
        if (importer == Importer.Weblate && languages.Count != 2)
        {
            report.Add(entry.Location.Line, entry.Id, "weblate-languages", FormattableString.Invariant($"{languages.Count} languages; the first two are taken as source and target"));
        }

        if (importer == Importer.Weblate && languages.Any(static l => l.Elements("termSec").Count() > 1))
        {
            report.Add(entry.Location.Line, entry.Id, "weblate-synonyms", "only the first term of each language is read");
        }

        if (importer == Importer.OmegaT)
        {
            foreach (var note in entry.Element.Descendants("termNote").Where(static n => TbxNames.Status(n.Value) is TermStatus.Deprecated or TermStatus.Superseded))
            {
                report.Add(entry.Location.Line, entry.Id, "omegat-forbidden", $"'{note.Parent?.Element("term")?.Value}' must not be used, but OmegaT suggests it like any other");
            }
        }

        foreach (var language in languages)
        {
            var code = language.Attribute(TbxNames.Lang)?.Value ?? "";
            if (importer == Importer.OmegaT && LanguageTag.TryParse(code, out var tag) && !tag.ToString().Equals(code, StringComparison.OrdinalIgnoreCase))
            {
                report.Add(entry.Location.Line, entry.Id, "omegat-language", $"OmegaT finds no terms under '{code}'");
            }
        }
    }
}
