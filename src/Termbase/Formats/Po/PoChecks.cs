using System.Globalization;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Formats.Po;

/// <summary>What <see cref="PoChecker"/> asks of each entry and of the file as a whole. Not thread-safe.</summary>
internal sealed class PoChecks(PoParser parser, string path, List<ReadProblem> found)
{
    private static readonly string[] Fields =
    [
        "Project-Id-Version", "PO-Revision-Date", "Last-Translator", "Language-Team", "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Language",
    ];

    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private readonly List<(int Line, string Key, int Forms)> _early = [];
    private PoHeader? _header;
    private PoPlural? _plural;
    private long[] _numbersOfForm = [];
    private int _fuzzy, _untranslated, _pluralLine;

    internal void Entry(PoDraft draft)
    {
        if (draft.IsObsolete)
        {
            return;
        }

        var key = draft.Context is null ? draft.Id! : draft.Context + "\u0004" + draft.Id;
        var name = draft.Domain is null ? key : draft.Domain + "\u0003" + key;
        if (!_lines.TryAdd(name, draft.Line))
        {
            Tell(
                draft, "duplicate-entry",
                string.Create(CultureInfo.InvariantCulture, $"the same context and msgid stand at line {_lines[name]} already; remove one (msguniq does it)"));
            return;
        }

        if (key.Length == 0)
        {
            Header(draft);
            return;
        }

        var isFuzzy = draft.Flags?.Contains("fuzzy") is true;
        _fuzzy += isFuzzy ? 1 : 0;
        _untranslated += draft.Strings.TrueForAll(static s => s.Text.Length == 0) ? 1 : 0;
        if (draft.IdPlural is not null || draft.Strings[0].IsIndexed)
        {
            Plural(draft);
        }

        // gettext does not look into what it does not use.
        if (isFuzzy)
        {
            return;
        }

        Ends(draft);
        if (draft.Flags is not null)
        {
            Formats(draft);
        }
    }

    internal void End()
    {
        var place = SourceLocation.File(path);
        if (_header is null)
        {
            found.Add(new ReadProblem(
                place, "", "missing-header", "there is no header (an entry with an empty msgid) that names the encoding; add one", ProblemOutcome.Refused));
        }

        foreach (var (line, key, forms) in _early)
        {
            Forms(line, key, forms);
        }

        if (_pluralLine > 0 && _plural is null && _header?["Plural-Forms"] is null)
        {
            found.Add(new ReadProblem(
                SourceLocation.AtLine(path, _pluralLine), "", "missing-plural-forms", "there are plural forms, but the header has no Plural-Forms field", ProblemOutcome.Refused));
        }

        if (_fuzzy + _untranslated > 0)
        {
            found.Add(new ReadProblem(
                place, "", "unfinished",
                string.Create(CultureInfo.InvariantCulture, $"{_untranslated} entries without a translation, {_fuzzy} fuzzy ones"), ProblemOutcome.Noted));
        }
    }

    private void Header(PoDraft draft)
    {
        _header = PoHeader.Parse(draft.Strings[0].Text);
        if (_header.Fields.IsEmpty && draft.Strings[0].Text.Length == 0)
        {
            Tell(draft, "missing-header", "the header is empty and names no encoding; add Content-Type: text/plain; charset=UTF-8");
            return;
        }

        var charset = _header.Charset;
        if (charset is null or "CHARSET")
        {
            Note(draft, "missing-charset", "the header names no encoding; add Content-Type: text/plain; charset=UTF-8");
        }
        else if (!parser.Encoding.IsKnown)
        {
            Tell(draft, "unknown-charset", $"the encoding '{charset}' is not known");
        }

        foreach (var field in Fields)
        {
            if (_header[field] is null)
            {
                Note(draft, "missing-field", $"the header lacks {field}");
            }
        }

        foreach (var (field, value) in ((string, string)[])[("Project-Id-Version", "PACKAGE VERSION"), ("PO-Revision-Date", "YEAR-MO-DA HO:MI+ZONE"), ("Last-Translator", "FULL NAME <EMAIL@ADDRESS>"), ("Language-Team", "LANGUAGE <LL@li.org>")])
        {
            if (_header[field] == value)
            {
                Note(draft, "default-field", $"{field} still has its initial value");
            }
        }

        if (_header["Language"] is { Length: > 0 } language && !LanguageTag.TryParse(language, out _))
        {
            Note(draft, "bad-language", $"Language: {language} is no language code such as zh_CN");
        }

        if (_header["Plural-Forms"] is { } forms)
        {
            PluralForms(draft, forms);
        }
    }

    private void PluralForms(PoDraft draft, string text)
    {
        if (!PoPlural.TryParse(text, out _plural, out var fault))
        {
            Tell(draft, "bad-plural-forms", $"Plural-Forms {fault}");
            return;
        }

        _numbersOfForm = new long[_plural!.Count];
        for (var n = 0; n <= 1000; n++)
        {
            var form = _plural.FormOf(n);
            if (form < 0 || form >= _plural.Count)
            {
                Tell(draft, "bad-plural-forms", string.Create(CultureInfo.InvariantCulture, $"Plural-Forms gives form {form} for {n}, but there are {_plural.Count} (numbered from 0)"));
                return;
            }

            _numbersOfForm[form]++;
        }

        var usual = LanguageTag.TryParse(_header!["Language"], out var tag) ? tag.IsChinese ? 1 : tag.IsEnglish ? 2 : 0 : 0;
        if (usual > 0 && usual != _plural.Count)
        {
            Note(draft, "unusual-plural-forms", string.Create(CultureInfo.InvariantCulture, $"{tag} has {usual} plural form{(usual > 1 ? "s" : "")}, the header says {_plural.Count}"));
        }
    }

    private void Plural(PoDraft draft)
    {
        if (draft.IdPlural is null)
        {
            Tell(draft, "missing-plural", "msgstr has numbered forms, but there is no msgid_plural");
            return;
        }

        _pluralLine = _pluralLine == 0 ? draft.Line : _pluralLine;
        for (var i = 0; i < draft.Strings.Count; i++)
        {
            if (!draft.Strings[i].IsIndexed)
            {
                Tell(draft, "missing-plural", "an entry with msgid_plural needs numbered forms (msgstr[0])");
                return;
            }

            if (draft.Strings[i].Index != i)
            {
                Tell(draft, "wrong-plural-count", string.Create(CultureInfo.InvariantCulture, $"the forms must be numbered from 0 without gaps; msgstr[{i}] is missing"));
                return;
            }
        }

        if (_header is null)
        {
            _early.Add((draft.Line, draft.Id!, draft.Strings.Count));
        }
        else
        {
            Forms(draft.Line, draft.Id!, draft.Strings.Count);
        }
    }

    private void Forms(int line, string key, int count)
    {
        if (_plural is not null && count != _plural.Count)
        {
            found.Add(new ReadProblem(
                SourceLocation.AtLine(path, line), Shown(key), "wrong-plural-count",
                string.Create(CultureInfo.InvariantCulture, $"{count} plural forms, but the header says {_plural.Count}"), ProblemOutcome.Refused));
        }
    }

    private void Ends(PoDraft draft)
    {
        var id = draft.Id!;
        if (draft.IdPlural is { } plural && !PoEnds.AreAlike(id, plural))
        {
            Tell(draft, "newline-mismatch", "msgid and msgid_plural do not both begin or end with a line feed");
        }

        foreach (var piece in draft.Strings)
        {
            var text = piece.Text;
            if (text.Length == 0)
            {
                continue;
            }

            if (!PoEnds.AreAlike(id, text))
            {
                Tell(draft, "newline-mismatch", $"msgid and {Name(piece)} do not both begin or end with a line feed (\\n)", piece.Line);
            }
            else if (id.Length > 0 && (id[^1] == ' ') != (text[^1] == ' '))
            {
                Tell(draft, "space-mismatch", $"msgid and {Name(piece)} do not both end with a space", piece.Line, ProblemOutcome.Noted);
            }
        }
    }

    private void Formats(PoDraft draft)
    {
        foreach (var flag in draft.Flags!)
        {
            if (!flag.EndsWith("-format", StringComparison.Ordinal) || flag.StartsWith("no-", StringComparison.Ordinal) || flag.StartsWith("possible-", StringComparison.Ordinal))
            {
                continue;
            }

            var kind = flag[..^7];
            if (FormatStrings.Arguments(kind, draft.IdPlural ?? draft.Id!, out var sourceFault) is not { } source || sourceFault is not null)
            {
                continue;
            }

            foreach (var piece in draft.Strings.Where(static s => s.Text.Length > 0))
            {
                var target = FormatStrings.Arguments(kind, piece.Text, out var fault)!;

                // A form for one number only may spell the number out.
                var mayLack = draft.IdPlural is not null && piece.Index < _numbersOfForm.Length && _numbersOfForm[piece.Index] <= 1;
                if ((fault ?? FormatStrings.Difference(source, target, mayLack)) is { } difference)
                {
                    // gettext counts the arguments of C# up to the highest number; a lower one that is missing is worth a word.
                    var isCounted = kind == "csharp" && fault is null && source.Keys.LastOrDefault() == target.Keys.LastOrDefault();
                    Tell(
                        draft, "format-mismatch", $"{Name(piece)} is no {flag} string that fits the msgid: {difference}", piece.Line,
                        isCounted ? ProblemOutcome.Noted : ProblemOutcome.Refused);
                }
            }
        }
    }

    private static string Name(PoDraft.Piece piece) =>
        piece.IsIndexed ? string.Create(CultureInfo.InvariantCulture, $"msgstr[{piece.Index}]") : "msgstr";

    private void Note(PoDraft draft, string code, string message) => Tell(draft, code, message, draft.Line, ProblemOutcome.Noted);

    private void Tell(PoDraft draft, string code, string message, int line = 0, ProblemOutcome outcome = ProblemOutcome.Refused) => found.Add(new ReadProblem(
        SourceLocation.AtLine(path, line == 0 ? draft.Line : line), Shown(draft.Id ?? ""), code, message, outcome));

    private static string Shown(string id) => (id.Length > 60 ? id[..60] + "…" : id).ReplaceLineEndings(" ").Trim();
}
