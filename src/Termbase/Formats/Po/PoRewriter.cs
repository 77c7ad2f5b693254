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
        ArgumentNullException.ThrowIfNull(change);
        return Fill(
            original, output,
            unit => change(unit) is { } changed
                ? new UnitChange { Target = changed.Target.Segment, Status = changed.Status == unit.Status ? null : changed.Status }
                : null,
            path, log);
    }

    /// <summary>
    /// The same with matches: the entry that one fills says its score and origin in a comment, and where it is a draft, what it was
    /// translated from (<c>#| msgid</c>). An entry is fuzzy as soon as one of its forms is a draft, is empty beside filled ones, or has
    /// other arguments than its format wants.
    /// </summary>
    /// <exception cref="InputException">The bytes are no text.</exception>
    public static RewriteResult Fill(
        Stream original, Stream output, Func<TranslationUnit, UnitChange?> change, string path = "-", ReadLog? log = null)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(change);
        log ??= new ReadLog();
        var tee = new TeeStream(original);
        var parser = new PoParser(tee, path, PoReader.Teller(log));
        var units = new PoUnits(parser.Language, path);
        long segments = 0, changedCount = 0;
        var previous = "";
        while (parser.Next() is { } draft)
        {
            if (draft.IsObsolete || (draft.Id!.Length == 0 && draft.Context is null))
            {
                continue;
            }

            var entry = draft.ToEntry();
            var edits = new PoEntryEdits(draft, entry, parser, path, log);
            for (var i = 0; i < draft.Strings.Count; i++)
            {
                if (units.ZhIsSource(entry.Id, entry.Translations[i]) is not { } zhIsSource)
                {
                    continue;
                }

                segments++;
                var unit = units.ToUnit(entry, i, zhIsSource, (int)Math.Min(int.MaxValue, segments)) with { Previous = previous };
                if (change(unit) is { } changed && edits.Change(i, unit, changed))
                {
                    changedCount++;
                }
            }

            previous = entry.Id;
            foreach (var (from, to, text) in edits.InOrder())
            {
                tee.CopyTo(output, from);
                output.Write(parser.Encoding.Encoding.GetBytes(text));
                tee.Drop(to);
            }
        }

        tee.CopyTo(output, tee.Seen);
        return new RewriteResult(segments, changedCount);
    }
}
