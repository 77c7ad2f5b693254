using System.Xml.Linq;
using Termbase.Formats.Tbx;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Formats.Doctoring;

/// <summary>
/// What a tool would refuse, drop or misread of a TBX file, entry by entry. From the tools' documentation and source: OmegaT and
/// translate-toolkit (Weblate) read martif only, Okapi looks for <c>termEntry</c> and passes over all else without a word, memoQ has fixed
/// fields, MultiTerm numbers its entries. Not thread-safe; one for a file.
/// </summary>
internal sealed class TbxImport(Importer importer, DoctorReport report)
{
    private string? _firstLanguage;
    private bool _toldIds;

    /// <summary>What holds for the file as a whole.</summary>
    internal void File(string root)
    {
        if (root == "martif")
        {
            if (importer == Importer.MemoQ)
            {
                Tell(1, "", "memoq-format", "memoQ's own term bases import CSV, Excel, TMX and MultiTerm XML; where TBX is not offered, convert to csv or xlsx", isError: false);
            }

            return;
        }

        switch (importer)
        {
            case Importer.OmegaT or Importer.Weblate:
                Tell(1, "", Tool + "-refused", $"{importer} reads martif of 2008 only; convert with --to tbx-legacy");
                break;
            case Importer.Okapi:
                Tell(1, "", "okapi-refused", "Okapi finds no entry in TBX of 2019 and says nothing; convert with --to tbx-legacy");
                break;
            case Importer.Trados or Importer.MemoQ:
                Tell(1, "", Tool + "-version", $"{(importer == Importer.Trados ? "MultiTerm Convert" : "memoQ")} may be older than this version of TBX (2019); if it refuses the file, convert with --to tbx-legacy", isError: false);
                break;
        }
    }

    /// <summary>What becomes of one entry.</summary>
    internal void Entry(TbxEntry entry)
    {
        if (importer == Importer.Any)
        {
            return;
        }

        var languages = entry.Element.Elements("langSec").ToList();
        foreach (var language in languages)
        {
            Language(entry, language);
        }

        foreach (var note in entry.Element.Descendants("termNote").Where(static n => n.Attribute("type")?.Value is "administrativeStatus" or "normativeAuthorization" or "usageStatus"))
        {
            Status(entry, note);
        }

        switch (importer)
        {
            case Importer.OmegaT:
                OmegaT(entry, languages);
                break;
            case Importer.Weblate:
                Weblate(entry, languages);
                break;
            case Importer.Trados when !_toldIds && !entry.Id.All(char.IsAsciiDigit):
                _toldIds = true;
                Tell(entry, entry.Element, "trados-id", $"MultiTerm numbers its entries: ids such as '{entry.Id}' are replaced, and cross-references by id with them", isError: false);
                break;
            case Importer.MemoQ:
                foreach (var element in entry.Element.Descendants().Where(IsFieldless))
                {
                    Tell(entry, element, "memoq-field", $"memoQ has no field for {element.Attribute("type")!.Value}", isError: false);
                }

                break;
        }
    }

    private void Language(TbxEntry entry, XElement language)
    {
        var code = language.Attribute(TbxNames.Lang)?.Value ?? "";
        if (code.Length == 0)
        {
            if (importer == Importer.Okapi)
            {
                Tell(entry, language, "okapi-language", "Okapi stops the whole file at a language section without xml:lang");
            }

            return;
        }

        if (!LanguageTag.TryParse(code, out var tag) || !tag.ToString().Equals(code, StringComparison.OrdinalIgnoreCase))
        {
            Tell(entry, language, Tool + "-language", importer == Importer.OmegaT ? $"OmegaT finds no terms under '{code}'" : $"'{code}' matches no language of the project");
        }
        else if (importer == Importer.Trados && tag.Region is null)
        {
            Tell(entry, language, "trados-language", $"'{code}' names no region: the index of a termbase is zh-CN or en-US, and must be mapped by hand", isError: false);
        }
        else if (importer == Importer.Okapi && tag.Region is null && (tag.IsChinese || tag.IsEnglish))
        {
            Tell(entry, language, "okapi-language", $"'{code}' is another language to Okapi than {(tag.IsChinese ? "zh-CN" : "en-US")}: the terms are used only where the project says the same", isError: false);
        }
    }

    // What must not be used is what an importer most easily makes a suggestion of.
    private void Status(TbxEntry entry, XElement note)
    {
        var term = note.Ancestors("termSec").FirstOrDefault()?.Element("term")?.Value;
        var status = TbxNames.Status(note.Value);
        var isForbidden = status is TermStatus.Deprecated or TermStatus.Superseded;
        switch (importer)
        {
            case Importer.OmegaT or Importer.Okapi when isForbidden:
                Tell(entry, note, Tool + "-forbidden", $"'{term}' must not be used, but {importer} suggests it like any other");
                break;
            case Importer.Trados when isForbidden:
                Tell(entry, note, "trados-forbidden", $"'{term}' must not be used: MultiTerm makes the status a field, and the verifier of Trados must be told which of its values forbid", isError: false);
                break;
            case Importer.Weblate when isForbidden && note.Value.Trim() is not ("forbidden" or "obsolete"):
                Tell(entry, note, "weblate-forbidden", $"'{term}' must not be used, but Weblate is documented to know only 'forbidden' and 'obsolete', not '{note.Value.Trim()}'", isError: false);
                break;
            case Importer.MemoQ when status is not (TermStatus.Preferred or null):
                Tell(entry, note, "memoq-status", $"'{term}': memoQ knows forbidden or not; '{note.Value.Trim()}' {(isForbidden ? "must be mapped to forbidden" : "is lost")}", isError: false);
                break;
        }
    }

    private void OmegaT(TbxEntry entry, List<XElement> languages)
    {
        if (languages.Count < 2)
        {
            Tell(entry, entry.Element, "omegat-dropped", "the entry has terms in one language only, so that OmegaT makes nothing of it");
        }

        var terms = languages.ConvertAll(static l => l.Elements("termSec").Count());
        if (terms.Count(static n => n > 1) > 1)
        {
            Tell(entry, entry.Element, "omegat-pairs", $"OmegaT pairs every term of one language with every term of the other: {string.Join(" × ", terms)}", isError: false);
        }

        if (languages.Exists(static l => l.Elements("termSec").Skip(1).Any() && l.Elements("termSec").Elements("note").Any()))
        {
            Tell(entry, entry.Element, "omegat-notes", "OmegaT shows the notes of all synonyms with each of them", isError: false);
        }
    }

    private void Weblate(TbxEntry entry, List<XElement> languages)
    {
        if (languages.Count != 2)
        {
            Tell(entry, entry.Element, "weblate-languages", FormattableString.Invariant($"{languages.Count} languages; the first two are taken as source and target"));
        }

        var first = languages.FirstOrDefault()?.Attribute(TbxNames.Lang)?.Value ?? "";
        _firstLanguage ??= first;
        if (first != _firstLanguage)
        {
            Tell(entry, languages.FirstOrDefault() ?? entry.Element, "weblate-order", $"'{first}' stands first here, '{_firstLanguage}' in the entries before: source and target are exchanged");
        }

        if (languages.Exists(static l => l.Elements("termSec").Count() > 1))
        {
            Tell(entry, entry.Element, "weblate-synonyms", "only the first term of each language is read");
        }

        if (entry.Element.Descendants("descrip").Count() > 1)
        {
            Tell(entry, entry.Element, "weblate-descriptions", "subject field, definition and context run together into one explanation", isError: false);
        }
    }

    private static bool IsFieldless(XElement element) => element.Attribute("type")?.Value is
        "termType" or "geographicalUsage" or "termLocation" or "crossReference" or "externalCrossReference" or "xGraphic" or "source" or "responsibility" or "transactionType";

    private string Tool => importer.ToString().ToLowerInvariant();

    private void Tell(TbxEntry entry, XElement at, string code, string message, bool isError = true) =>
        Tell(TbxPlace.Of(at)?.Line ?? entry.Location.Line, entry.Id, code, message, isError);

    private void Tell(int line, string unit, string code, string message, bool isError = true) => report.Add(line, unit, code, message, isError);
}
