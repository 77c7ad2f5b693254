using Termbase.Model;

namespace Termbase.Formats.Po;

/// <summary>
/// Reads PO line by line in constant memory. What is broken is told with its line and costs its entry only. Not thread-safe.
/// </summary>
internal sealed class PoParser
{
    private readonly PoLines _lines;
    private readonly string _path;
    private readonly Action<ReadProblem>? _tell;
    private readonly PoEncoding _encoding;
    private readonly PoDecoder _decoder;
    private readonly PoStringReader _value;
    private int _line;
    private PoField _field, _lastPrevious;
    private PoDraft _entry = new();
    private PoDraft.Piece? _piece;
    private string? _domain;
    private bool _ended;

    internal PoParser(Stream stream, string path, Action<ReadProblem>? tell)
    {
        (_path, _tell) = (path, tell);
        var sample = TextFile.ReadSample(stream, path);
        _encoding = PoEncoding.Detect(sample, path);
        _decoder = new PoDecoder(_encoding);
        _value = new PoStringReader(Broken, (code, message) => Tell(code, message));
        _lines = new PoLines(new JoinedStream(sample.AsMemory(), stream));
        Language = _encoding.Language;
    }

    internal PoEncoding Encoding => _encoding;

    /// <summary>The language of the header, looked up ahead since the header need not be first; empty if not said.</summary>
    internal string Language { get; }

    /// <summary>The bytes of the line end that the file uses: 1 or 2.</summary>
    internal int LineEnd { get; private set; } = 1;

    /// <summary>The next entry, or null at the end. An entry without a msgid or msgstr is told and left out.</summary>
    internal PoDraft? Next()
    {
        while (!_ended)
        {
            if (!_lines.Read(out var bytes))
            {
                _ended = true;
                return Finish() is { } last ? last : null;
            }

            if (_line++ == 0 && bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            {
                bytes = bytes[3..];
                Tell("byte-order-mark", "the file starts with a byte order mark, which gettext refuses; write it without", ProblemOutcome.Noted);
            }

            LineEnd = _lines.EndLength == 2 ? 2 : LineEnd;
            var line = _decoder.Decode(bytes, out var isDamaged).TrimStart(" \t");
            if (isDamaged)
            {
                Tell("damaged-encoding", $"bytes that are not valid {_encoding.Name}; save the file in the encoding that its header names");
                _entry.IsBroken = true;
            }

            if (line.IsEmpty)
            {
                continue;
            }

            if (Line(line) is { } done)
            {
                return done;
            }
        }

        return null;
    }

    // Gives back the entry that this line ends.
    private PoDraft? Line(ReadOnlySpan<char> line)
    {
        var isObsolete = line.StartsWith("#~");
        var rest = isObsolete ? line[2..].TrimStart(" \t") : line;
        if (rest.IsEmpty)
        {
            return null;
        }

        PoDraft? done = null;
        if (rest[0] == '#' || (isObsolete && rest[0] == '|'))
        {
            done = _entry.Strings.Count > 0 ? Finish() : null;
            Close();
            Comment(isObsolete && rest[0] == '|' ? rest : rest[1..], isObsolete);
            return done;
        }

        if (rest[0] == '"')
        {
            Quoted(rest);
            return null;
        }

        if (rest.StartsWith("<<<<<<<") || rest.StartsWith("=======") || rest.StartsWith(">>>>>>>") || rest.StartsWith("|||||||"))
        {
            // What stands between the marks is sound by itself; the double entries are told when they come.
            done = _entry.Strings.Count > 0 ? Finish() : null;
            Close();
            Tell("conflict-marker", $"'{PoStringReader.Short(rest)}' is the mark of a conflict that git left; decide which of the two translations stays and delete the marks", ProblemOutcome.Noted);
            return done;
        }

        var end = rest.IndexOfAny(" \t\"");
        var keyword = end < 0 ? rest : rest[..end];
        if (_entry.Strings.Count > 0 && (keyword is "msgctxt" or "msgid" or "msgstr" or "domain" || _entry.IsObsolete != isObsolete))
        {
            done = Finish();
        }

        Close();
        Keyword(keyword, isObsolete);
        if (_field != PoField.None && end >= 0)
        {
            Quoted(rest[end..].TrimStart(" \t"));
        }

        return done;
    }

    private void Comment(ReadOnlySpan<char> text, bool isObsolete)
    {
        Touch();
        var kind = text.IsEmpty ? ' ' : text[0];
        var rest = text.Length > 1 ? text[1..] : default;
        switch (kind)
        {
            case '.':
                (_entry.Extracted ??= []).Add(Said(rest));
                break;
            case ':':
                (_entry.References ??= []).Add(rest.Trim().ToString());
                break;
            case ',' or '=':
                (_entry.FlagsStart, _entry.FlagsEnd) = (_lines.Offset, _lines.Next);
                foreach (var flag in rest.Split(','))
                {
                    if (rest[flag].Trim() is { IsEmpty: false } name)
                    {
                        (_entry.Flags ??= []).Add(name.ToString());
                    }
                }

                break;
            case '|':
                _entry.IsObsolete |= isObsolete;
                Previous(rest.TrimStart(" \t"));
                break;
            default:
                (_entry.Comments ??= []).Add(kind == ' ' ? Said(text) : text.ToString());
                break;
        }
    }

    private static string Said(ReadOnlySpan<char> text) => (text.StartsWith(" ") ? text[1..] : text).ToString();

    private void Previous(ReadOnlySpan<char> rest)
    {
        (_entry.PreviousLines ??= []).Add((_lines.Offset, _lines.Next));
        if (_entry.KeywordStart < 0)
        {
            _entry.KeywordStart = _lines.Offset;
        }

        var end = rest.IndexOfAny(" \t\"");
        if (rest.IsEmpty || (rest[0] != '"' && end < 0))
        {
            return;
        }

        if (rest[0] != '"')
        {
            _field = rest[..end] switch
            {
                "msgctxt" => PoField.PreviousContext,
                "msgid" => PoField.PreviousId,
                "msgid_plural" => PoField.PreviousIdPlural,
                _ => PoField.None,
            };
            _lastPrevious = _field;
            rest = rest[end..].TrimStart(" \t");
        }
        else
        {
            // A continued line: each of them is a comment line of its own, which has closed the field.
            _field = _lastPrevious;
            _value.Continue(_entry.Of(_field));
        }

        if (_field != PoField.None)
        {
            Quoted(rest);
        }
    }

    private void Keyword(ReadOnlySpan<char> keyword, bool isObsolete)
    {
        Touch();
        _entry.IsObsolete |= isObsolete;
        if (_entry.KeywordStart < 0)
        {
            _entry.KeywordStart = _lines.Offset;
        }

        switch (keyword)
        {
            case "msgid":
                if (_entry.Id is not null)
                {
                    Tell("missing-msgstr", $"the msgid of line {_entry.Line} has no msgstr; the entry is left out");
                    _entry = new PoDraft { Start = _lines.Offset, KeywordStart = _lines.Offset, FirstLine = _line, IsObsolete = isObsolete };
                }

                _entry.Line = _line;
                _field = PoField.Id;
                break;
            case "msgid_plural":
                _field = PoField.IdPlural;
                break;
            case "msgctxt":
                _field = PoField.Context;
                break;
            case "domain":
                _entry.KeywordStart = -1;
                _field = PoField.Domain;
                break;
            default:
                if (!keyword.StartsWith("msgstr") || !PoText.Index(keyword[6..], out var index))
                {
                    Broken("syntax-error", $"'{PoStringReader.Short(keyword)}' is no keyword of PO; the entry is left out");
                    break;
                }

                _field = PoField.String;
                _piece = new PoDraft.Piece
                {
                    Index = index,
                    IsIndexed = keyword.Length > 6,
                    Line = _line,
                    Start = _lines.Offset,
                    End = _lines.Offset + _lines.Length,
                };
                _entry.Strings.Add(_piece);
                break;
        }
    }

    private void Quoted(ReadOnlySpan<char> text)
    {
        if (_field == PoField.None)
        {
            Broken("syntax-error", "a string stands where none belongs; the entry is left out");
            return;
        }

        _value.Read(text);
        if (_field == PoField.String)
        {
            _piece!.End = _lines.Offset + _lines.Length;
        }
    }

    private void Close()
    {
        if (_field == PoField.None)
        {
            return;
        }

        var value = _value.Take();
        if (_field == PoField.String)
        {
            _piece!.Text = value;
        }
        else if (_field == PoField.Domain)
        {
            _domain = value.Length > 0 ? value : null;
        }
        else
        {
            _entry.Set(_field, value);
        }

        _field = PoField.None;
    }

    private PoDraft? Finish()
    {
        Close();
        var entry = _entry;
        _entry = new PoDraft();
        _piece = null;
        if (entry.IsBroken)
        {
            return null;
        }

        if (entry.Strings.Count > 0 && entry.Id is null)
        {
            Tell("missing-msgid", "a msgstr has no msgid before it; the entry is left out", line: entry.Strings[0].Line);
            return null;
        }

        if (entry.Strings.Count == 0)
        {
            if (entry.Id is not null)
            {
                Tell("missing-msgstr", $"the msgid of line {entry.Line} has no msgstr; the entry is left out", line: entry.Line);
            }

            return null;
        }

        entry.Domain = _domain;
        return entry;
    }

    private void Touch()
    {
        if (_entry.FirstLine == 0)
        {
            (_entry.FirstLine, _entry.Start) = (_line, _lines.Offset + (_line == 1 ? _encoding.MarkLength : 0));
        }
    }

    private void Broken(string code, string message)
    {
        if (!_entry.IsBroken)
        {
            Tell(code, message);
        }

        _entry.IsBroken = true;
    }

    private void Tell(string code, string message, ProblemOutcome outcome = ProblemOutcome.Refused, int line = 0) =>
        _tell?.Invoke(new ReadProblem(
            SourceLocation.AtLine(_path, line == 0 ? _line : line), _entry.Id ?? "", code, message, outcome));
}
