using Termbase.Formats;
using Termbase.Formats.Po;
using Termbase.Formats.Xliff;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Workspaces.Quality;

/// <summary>
/// The source segments of a file to be translated, whether they have a translation yet or not: an XLIFF file without what must not be translated, a PO
/// file without its header and obsolete entries (of a plural both forms), any other format of units as it is. Thread-safe.
/// </summary>
public static class JobSegments
{
    /// <summary>Reads them one by one, in order, each with whether it is Chinese; sources in other languages are refused to the log.</summary>
    /// <exception cref="InputException">Thrown on enumeration: the file is missing, unreadable, or of no known format.</exception>
    public static IEnumerable<(Segment Source, bool IsZh)> Read(string path, ReadLog log) => FormatCatalog.ForPath(path) switch
    {
        XliffFormat => Xliff(path, log),
        PoFormat => Po(path, log),
        _ => FormatCatalog.ReadUnits(path, log).Select(static u => (u.Source.Segment, u.ZhIsSource)),
    };

    private static IEnumerable<(Segment Source, bool IsZh)> Xliff(string path, ReadLog log)
    {
        using var stream = TextFile.OpenStream(path);
        foreach (var segment in XliffReader.Read(stream, path, log).Where(static s => s.Translate))
        {
            var language = LanguageTag.TryParse(segment.SourceLanguage, out var tag) ? tag : default;
            if (language.Language.Length > 0 && !language.IsChinese && !language.IsEnglish)
            {
                log.Refuse(segment.Location, segment.Id, "not-zh-en", $"the source is in {segment.SourceLanguage}, neither Chinese nor English");
                continue;
            }

            yield return (segment.Source, language.IsChinese || (!language.IsEnglish && Han.Contains(segment.Source.Text)));
        }
    }

    private static IEnumerable<(Segment Source, bool IsZh)> Po(string path, ReadLog log)
    {
        using var stream = TextFile.OpenStream(path);
        foreach (var entry in PoReader.Read(stream, path, log))
        {
            if (entry.IsObsolete || entry.IsHeader)
            {
                continue;
            }

            yield return (Segment.Plain(entry.Id), Han.Contains(entry.Id));
            if (entry.IdPlural is { } plural && plural != entry.Id)
            {
                yield return (Segment.Plain(plural), Han.Contains(plural));
            }
        }
    }
}
