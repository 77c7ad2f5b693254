using System.Globalization;
using System.Text;
using Termbase.Model;

namespace Termbase.Formats.Po;

/// <summary>
/// Writes a PO file back with some of its translations changed. Everything else is copied byte by byte, so that a rewriting that changes
/// nothing gives the same bytes. Constant memory. Thread-safe.
/// </summary>
public static class PoRewriter
{
    /// <summary>
    /// Rewrites a file between Chinese and English; <paramref name="change"/> gets every unit that the program still has (the target is
    /// empty where there is none yet) and gives it back with a new target or status (a draft is fuzzy), or null to leave it. Both streams
    /// are left open.
    /// </summary>
    /// <exception cref="InputException">The bytes are no text.</exception>
    public static RewriteResult Rewrite(
        Stream original, Stream output, Func<TranslationUnit, TranslationUnit?> change, string path = "-", ReadLog? log = null)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(change);
        log ??= new ReadLog();
        var tee = new TeeStream(original);
        var parser = new PoParser(tee, path, PoReader.Teller(log));
        var units = new PoUnits(parser.Language, path);
        long segments = 0, changedCount = 0;
        while (parser.Next() is { } draft)
        {
            if (draft.IsObsolete || (draft.Id!.Length == 0 && draft.Context is null))
            {
                continue;
            }

            var entry = draft.ToEntry();
            var edits = new List<(long From, long To, string Text)>();
            bool? fuzzy = null;
            for (var i = 0; i < draft.Strings.Count; i++)
            {
                if (units.ZhIsSource(entry.Id, entry.Translations[i]) is not { } zhIsSource)
                {
                    continue;
                }

                segments++;
                var unit = units.ToUnit(entry, i, zhIsSource, (int)Math.Min(int.MaxValue, segments));
                if (change(unit) is not { } changed || Text(draft, i, changed, parser.Encoding, path, log) is not { } text)
                {
                    continue;
                }

                var isText = text != entry.Translations[i];
                if (isText)
                {
                    var written = new StringBuilder();
                    var piece = draft.Strings[i];
                    var keyword = piece.IsIndexed ? string.Create(CultureInfo.InvariantCulture, $"msgstr[{piece.Index}]") : "msgstr";
                    PoText.Write(written, keyword, text, parser.LineEnd == 2 ? "\r\n" : "\n");
                    edits.Add((piece.Start, piece.End, written.ToString()));
                }

                if ((changed.Status == UnitStatus.Draft) != entry.IsFuzzy && changed.Status != unit.Status)
                {
                    fuzzy = changed.Status == UnitStatus.Draft;
                }

                changedCount += isText || fuzzy is not null ? 1 : 0;
            }

            if (fuzzy is { } isFuzzy)
            {
                edits.Add(Flags(draft, entry, isFuzzy, parser.LineEnd == 2 ? "\r\n" : "\n"));
            }

            foreach (var (from, to, text) in edits.OrderBy(static e => e.From))
            {
                tee.CopyTo(output, from);
                output.Write(parser.Encoding.Encoding.GetBytes(text));
                tee.Drop(to);
            }
        }

        tee.CopyTo(output, tee.Seen);
        return new RewriteResult(segments, changedCount);
    }

    private static string? Text(PoDraft draft, int index, TranslationUnit changed, PoEncoding encoding, string path, ReadLog log)
    {
        var text = new StringBuilder();
        var segment = changed.Target.Segment;
        var at = 0;
        foreach (var code in segment.Codes)
        {
            text.Append(segment.Text, at, code.Position - at).Append(code.Content);
            at = code.Position;
        }

        var source = index > 0 && draft.IdPlural is not null ? draft.IdPlural : draft.Id!;
        var flat = text.Append(segment.Text, at, segment.Text.Length - at).ToString();
        var matched = PoEnds.Match(source, flat);
        var place = SourceLocation.AtLine(path, draft.Strings[index].Line);
        if (!ReferenceEquals(matched, flat))
        {
            log.Note(place, changed.Id, "newline-mismatch", "the new translation was given the same line feeds at its ends as the source, as gettext wants");
        }

        if (encoding.Encoding.GetString(encoding.Encoding.GetBytes(matched)) == matched && !matched.Contains('\0', StringComparison.Ordinal))
        {
            return matched;
        }

        log.Note(place, changed.Id, "not-encodable", $"the new translation cannot be written in {encoding.Name}; left as it was: convert the file to UTF-8 first");
        return null;
    }

    private static (long From, long To, string Text) Flags(PoDraft draft, PoEntry entry, bool isFuzzy, string lineEnd)
    {
        var flags = entry.Flags.Where(static f => f != "fuzzy");
        var all = isFuzzy ? flags.Prepend("fuzzy").ToList() : flags.ToList();
        var line = all.Count == 0 ? "" : $"#, {string.Join(", ", all)}{lineEnd}";
        return draft.FlagsStart >= 0 ? (draft.FlagsStart, draft.FlagsEnd, line) : (draft.KeywordStart, draft.KeywordStart, line);
    }

    /// <summary>Keeps what was read until it is copied or dropped.</summary>
    private sealed class TeeStream(Stream inner) : Xliff.ReadOnlyStream
    {
        private byte[] _kept = new byte[1 << 17];
        private int _length;
        private long _base;

        internal long Seen => _base + _length;

        public override int Read(Span<byte> buffer)
        {
            var count = inner.Read(buffer);
            if (_length + count > _kept.Length)
            {
                Array.Resize(ref _kept, Math.Max(2 * _kept.Length, _length + count));
            }

            buffer[..count].CopyTo(_kept.AsSpan(_length));
            _length += count;
            return count;
        }

        internal void CopyTo(Stream output, long offset)
        {
            output.Write(_kept, 0, (int)(offset - _base));
            Drop(offset);
        }

        internal void Drop(long offset)
        {
            var count = (int)(offset - _base);
            _kept.AsSpan(count, _length - count).CopyTo(_kept);
            _length -= count;
            _base = offset;
        }
    }
}
