using System.Globalization;
using System.Text;
using Termbase.Model;

namespace Termbase.Formats.Po;

/// <summary>The changes to one entry: which bytes of the file are replaced by what. Not thread-safe.</summary>
internal sealed class PoEntryEdits(PoDraft draft, PoEntry entry, PoParser parser, string path, ReadLog log)
{
    private readonly List<(long From, long To, string Text)> _edits = [];
    private readonly string?[] _texts = [.. entry.Translations];
    private readonly string _lineEnd = parser.LineEnd == 2 ? "\r\n" : "\n";
    private bool? _fuzzy;
    private Proposal? _from;
    private bool _fromPlural;

    /// <summary>Notes what changes in a form; whether anything does.</summary>
    internal bool Change(int index, TranslationUnit unit, UnitChange change)
    {
        var text = change.Target is null ? entry.Translations[index] : Text(index, unit.Id, change.Target);
        if (text is null)
        {
            return false;
        }

        var isText = text != entry.Translations[index];
        var match = isText && !change.Proposals.IsEmpty ? change.Proposals[0] : null;
        if (isText)
        {
            _texts[index] = text;
            var written = new StringBuilder();
            var piece = draft.Strings[index];
            var keyword = piece.IsIndexed ? string.Create(CultureInfo.InvariantCulture, $"msgstr[{piece.Index}]") : "msgstr";
            PoText.Write(written, keyword, text, _lineEnd);
            _edits.Add((piece.Start, piece.End, written.ToString()));
        }

        var isDraft = change.Status == UnitStatus.Draft || (match is not null && !FitsFormat(index, text));
        if (isDraft || change.Status is not null)
        {
            _fuzzy = isDraft || _fuzzy == true;
        }

        if (match is not null && (_from is null || match.Score < _from.Score))
        {
            (_from, _fromPlural) = (match, entry.IdPlural is not null && unit.Source.Segment.Text == entry.IdPlural && entry.IdPlural != entry.Id);
        }

        return isText || (_fuzzy is { } fuzzy && fuzzy != entry.IsFuzzy);
    }

    internal IEnumerable<(long From, long To, string Text)> InOrder()
    {
        // What is looked up for a number that has no form yet would be empty.
        if (_from is not null && _texts.Any(static t => t is "" or null))
        {
            _fuzzy = true;
        }

        if (_from is { } match)
        {
            _edits.Add((draft.Start, draft.Start, Comment(match) + _lineEnd));
        }

        if (_fuzzy is { } fuzzy && fuzzy != entry.IsFuzzy)
        {
            _edits.Add(Flags(fuzzy));
        }

        var isNowDraft = _fuzzy ?? entry.IsFuzzy;
        if (_from is not null)
        {
            _edits.AddRange((draft.PreviousLines ?? []).Select(static l => (l.From, l.To, "")));
        }

        if (_from is not null && isNowDraft && Flat(_from.Source) is var source && source != (_fromPlural ? entry.IdPlural : entry.Id))
        {
            _edits.Add((draft.KeywordStart, draft.KeywordStart, Previous(source)));
        }

        return _edits.OrderBy(static e => e.From).ThenBy(static e => e.To);
    }

    private string? Text(int index, string id, Segment target)
    {
        var source = index > 0 && draft.IdPlural is not null ? draft.IdPlural : draft.Id!;
        var flat = Flat(target);
        var matched = PoEnds.Match(source, flat);
        var place = SourceLocation.AtLine(path, draft.Strings[index].Line);
        if (!ReferenceEquals(matched, flat))
        {
            log.Note(place, id, "newline-mismatch", "the new translation was given the same line feeds at its ends as the source, as gettext wants");
        }

        if (IsEncodable(matched) && !matched.Contains('\0', StringComparison.Ordinal))
        {
            return matched;
        }

        log.Note(place, id, "not-encodable", $"the new translation cannot be written in {parser.Encoding.Name}; left as it was: convert the file to UTF-8 first");
        return null;
    }

    private static string Flat(Segment segment)
    {
        var text = new StringBuilder();
        var at = 0;
        foreach (var code in segment.Codes)
        {
            text.Append(segment.Text, at, code.Position - at).Append(code.Content);
            at = code.Position;
        }

        return text.Append(segment.Text, at, segment.Text.Length - at).ToString();
    }

    private bool FitsFormat(int index, string text)
    {
        foreach (var flag in entry.Flags.Where(static f => f.EndsWith("-format", StringComparison.Ordinal) && !f.StartsWith("no-", StringComparison.Ordinal)))
        {
            var kind = flag[..^"-format".Length];
            var source = FormatStrings.Arguments(kind, entry.IdPlural ?? entry.Id, out _);
            var target = FormatStrings.Arguments(kind, text, out var fault);
            if (source is not null && (fault is not null || FormatStrings.Difference(source, target!, mayLack: entry.IdPlural is not null && index == 0) is not null))
            {
                return false;
            }
        }

        return true;
    }

    private string Previous(string source)
    {
        var written = new StringBuilder();
        PoText.Write(written, _fromPlural ? "msgid_plural" : "msgid", source, _lineEnd, "#| ");
        var text = written.ToString();
        return IsEncodable(text) ? text + _lineEnd : "";
    }

    private bool IsEncodable(string text) => parser.Encoding.Encoding.GetString(parser.Encoding.Encoding.GetBytes(text)) == text;

    private string Comment(Proposal match)
    {
        var what = string.Create(
            CultureInfo.InvariantCulture, $"# {Math.Min(100, match.Percent)}% {(match.Score > 100 ? "context match" : "match")}{(match.IsMachine ? ", machine translation" : "")}");
        var said = $"{what}, {match.Origin.ReplaceLineEndings(" ")}";
        return IsEncodable(said) ? said : what;
    }

    private (long From, long To, string Text) Flags(bool isFuzzy)
    {
        var flags = entry.Flags.Where(static f => f != "fuzzy");
        var all = isFuzzy ? flags.Prepend("fuzzy").ToList() : flags.ToList();
        var line = all.Count == 0 ? "" : $"#, {string.Join(", ", all)}{_lineEnd}";
        return draft.FlagsStart >= 0 ? (draft.FlagsStart, draft.FlagsEnd, line) : (draft.KeywordStart, draft.KeywordStart, line);
    }
}
