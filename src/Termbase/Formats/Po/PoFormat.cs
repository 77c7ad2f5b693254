using System.Globalization;
using Termbase.Model;

namespace Termbase.Formats.Po;

/// <summary>
/// GNU gettext PO as a format of translation units, of what is translated between Chinese and English. The id is
/// <c>msgctxt/msgid</c>, with the number of the form for plurals (<c>[0]</c>); a fuzzy entry is a draft; comments are notes. Obsolete
/// entries and entries without a translation are left out and counted in one note.
/// </summary>
public sealed class PoFormat : IUnitFormat
{
    /// <inheritdoc/>
    public string Name => "po";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".po"];

    /// <inheritdoc/>
    public IEnumerable<TranslationUnit> Read(Stream stream, string path, ReadLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var parser = new PoParser(stream, path, PoReader.Teller(log));
        var units = new PoUnits(parser.Language, path);
        int number = 0, untranslated = 0, obsolete = 0;
        while (parser.Next() is { } draft)
        {
            if (draft.IsObsolete || (draft.Id!.Length == 0 && draft.Context is null))
            {
                obsolete += draft.IsObsolete ? 1 : 0;
                continue;
            }

            var entry = draft.ToEntry();
            for (var i = 0; i < entry.Translations.Length; i++)
            {
                if (string.IsNullOrWhiteSpace(entry.Translations[i]))
                {
                    untranslated++;
                    continue;
                }

                number++;
                log.CountRead();
                if (units.ZhIsSource(entry.Id, entry.Translations[i]) is { } zhIsSource)
                {
                    yield return units.ToUnit(entry, i, zhIsSource, number);
                }
                else
                {
                    log.Refuse(
                        SourceLocation.AtLine(path, entry.TranslationLines[i]), entry.Key, "not-zh-en",
                        $"translated into {units.Shown}, not between Chinese and English");
                }
            }
        }

        if (untranslated + obsolete > 0)
        {
            log.Note(
                SourceLocation.File(path), "", untranslated > 0 ? "untranslated" : "obsolete",
                string.Create(CultureInfo.InvariantCulture, $"left out: {untranslated} without a translation yet, {obsolete} obsolete"));
        }
    }

    /// <inheritdoc/>
    public long Write(Stream stream, IEnumerable<TranslationUnit> units, UnitWriteOptions options)
    {
        ArgumentNullException.ThrowIfNull(units);
        using var writer = new PoWriter(stream, options);
        foreach (var unit in units)
        {
            writer.Write(unit);
        }

        writer.Finish();
        return writer.Count;
    }
}
