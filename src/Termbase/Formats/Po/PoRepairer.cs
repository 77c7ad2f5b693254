using System.Globalization;
using System.Text;
using Termbase.Model;

namespace Termbase.Formats.Po;

/// <summary>
/// Mends what can be mended in a PO file without a decision about its words: the byte order mark, line feeds at the ends, a missing
/// header or its missing encoding, identical double entries, missing and surplus plural forms of a language with one form, broken
/// entries (left out). Everything else is copied as it stands, in UTF-8. Holds the keys of the entries. Thread-safe.
/// </summary>
public static class PoRepairer
{
    /// <summary>Writes the repaired file; each repair goes to the log. Returns how many there were. Both streams are left open.</summary>
    /// <exception cref="InputException">The bytes are no text.</exception>
    public static long Repair(Stream original, Stream output, string path, ReadLog log)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(log);
        long repairs = 0;
        var parser = new PoParser(original, path, problem =>
        {
            repairs++;
            PoReader.Teller(log)(problem);
        });
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 14, leaveOpen: true) { NewLine = "\n" };
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        PoHeader? header = null;
        var text = new StringBuilder();
        var isFirst = true;
        string? domain = null;
        while (parser.Next() is { } draft)
        {
            log.CountRead();
            var entry = draft.ToEntry();
            text.Clear();
            if (isFirst && !entry.IsHeader && !parser.Encoding.IsDeclared)
            {
                Tell(entry, "missing-header", "a header was added");
                text.Append("msgid \"\"\n");
                PoText.Write(text, "msgstr", WithCharset("", parser));
                text.Append("\n\n");
                header = PoHeader.Parse(WithCharset("", parser));
                seen["\u0003\u0004"] = "";
            }

            isFirst = false;
            if (entry.IsHeader && !entry.IsObsolete && header is null)
            {
                var fixedHeader = WithCharset(entry.Translations[0], parser);
                if (fixedHeader != entry.Translations[0])
                {
                    Tell(entry, "header", "the header names its encoding now");
                    entry = entry with { Translations = [fixedHeader] };
                }

                header = PoHeader.Parse(fixedHeader);
            }

            var key = entry.Domain + "\u0003" + entry.Context + "\u0004" + entry.Id;
            if (!entry.IsObsolete && !seen.TryAdd(key, string.Join('\0', entry.Translations)))
            {
                var isSame = seen[key] == string.Join('\0', entry.Translations) || entry.Translations.All(static t => t.Length == 0);
                if (isSame)
                {
                    Tell(entry, "duplicate-entry", "a double entry was left out");
                }
                else
                {
                    // Not even as an obsolete entry would gettext have it twice.
                    repairs++;
                    log.Refuse(SourceLocation.AtLine(path, entry.Line), entry.Key, "duplicate-entry", "the same entry stood before with another translation");
                }

                continue;
            }

            if (entry.Domain != domain)
            {
                domain = entry.Domain;
                PoText.Write(text, "domain", domain ?? "messages");
                text.Append("\n\n");
            }

            Write(text, Mended(entry, header, Tell));
            writer.Write(text);
        }

        return repairs;

        void Tell(PoEntry entry, string code, string message)
        {
            repairs++;
            log.Report(new ReadProblem(SourceLocation.AtLine(path, entry.Line), entry.Key, code, message, ProblemOutcome.Repaired));
        }
    }

    private static PoEntry Mended(PoEntry entry, PoHeader? header, Action<PoEntry, string, string> tell)
    {
        if (entry.IsObsolete || entry.IsHeader)
        {
            return entry;
        }

        var alike = entry.Translations.Select(t => PoEnds.Match(entry.Id, t)).ToList();
        if (!alike.SequenceEqual(entry.Translations, StringComparer.Ordinal))
        {
            tell(entry, "newline-mismatch", "line feeds at the ends were made alike");
        }

        if (entry.IdPlural is not null && header?.Plural is { } plural && alike.Count != plural.Count)
        {
            // More forms than the language has: the first serve. Fewer: empty ones say that they are still to be translated.
            tell(entry, "wrong-plural-count", string.Create(CultureInfo.InvariantCulture, $"{alike.Count} plural forms became {plural.Count}"));
            alike = [.. alike.Take(plural.Count), .. Enumerable.Repeat("", Math.Max(0, plural.Count - alike.Count))];
        }

        return entry with { Translations = [.. alike] };
    }

    private static string WithCharset(string header, PoParser parser)
    {
        var fields = PoHeader.Parse(header);
        var type = "Content-Type: text/plain; charset=UTF-8";
        if (fields.Charset is { } said && said.Equals("UTF-8", StringComparison.OrdinalIgnoreCase))
        {
            return header;
        }

        var lines = header.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
        var at = lines.FindIndex(static l => l.StartsWith("Content-Type:", StringComparison.OrdinalIgnoreCase));
        if (at >= 0)
        {
            lines[at] = type;
        }
        else
        {
            lines.Add("MIME-Version: 1.0");
            lines.Add(type);
            lines.Add("Content-Transfer-Encoding: 8bit");
            lines = [.. lines.Distinct(StringComparer.Ordinal)];
        }

        if (fields["Language"] is null && parser.Language.Length > 0)
        {
            lines.Add("Language: " + parser.Language);
        }

        return string.Join('\n', lines) + "\n";
    }

    private static void Write(StringBuilder to, PoEntry entry)
    {
        foreach (var (mark, lines) in ((string, IEnumerable<string>)[])[("# ", entry.Comments), ("#. ", entry.ExtractedComments), ("#: ", entry.References)])
        {
            foreach (var line in lines)
            {
                to.Append((mark + line).TrimEnd()).Append('\n');
            }
        }

        if (!entry.Flags.IsEmpty)
        {
            to.Append("#, ").AppendJoin(", ", entry.Flags).Append('\n');
        }

        var prefix = entry.IsObsolete ? "#~ " : "";
        var previous = entry.IsObsolete ? "#~| " : "#| ";
        Field("msgctxt", entry.PreviousContext, previous);
        Field("msgid", entry.PreviousId, previous);
        Field("msgid_plural", entry.PreviousIdPlural, previous);
        Field("msgctxt", entry.Context, prefix);
        Field("msgid", entry.Id, prefix);
        Field("msgid_plural", entry.IdPlural, prefix);
        for (var i = 0; i < entry.Translations.Length; i++)
        {
            Field(entry.IdPlural is null ? "msgstr" : string.Create(CultureInfo.InvariantCulture, $"msgstr[{i}]"), entry.Translations[i], prefix);
        }

        to.Append('\n');

        void Field(string keyword, string? text, string before)
        {
            if (text is not null)
            {
                PoText.Write(to, keyword, text, prefix: before);
                to.Append('\n');
            }
        }
    }
}
