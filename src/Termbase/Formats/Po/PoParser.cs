using System.Globalization;
using System.Text;
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
    private readonly StringBuilder _value = new();
    private char[] _chars = new char[1 << 12];
    private string? _single;
    private int _line;
    private Field _field;
    private PoDraft _entry = new();
    private PoDraft.Piece? _piece;
    private bool _ended;

    internal PoParser(Stream stream, string path, Action<ReadProblem>? tell)
    {
        (_path, _tell) = (path, tell);
        var sample = TextFile.ReadSample(stream, path);
        _encoding = PoEncoding.Detect(sample, path);
        _lines = new PoLines(new Xliff.JoinedStream(sample.AsMemory(), stream));
        Language = _encoding.Language;
    }

    private enum Field
    {
        None,
        PreviousContext,
        PreviousId,
        PreviousIdPlural,
        Context,
        Id,
        IdPlural,
        String,
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
            var line = Decode(bytes).TrimStart(" \t");
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

    private ReadOnlySpan<char> Decode(ReadOnlySpan<byte> bytes)
    {
        if (_chars.Length < bytes.Length)
        {
            _chars = new char[2 * bytes.Length];
        }

        if (_encoding.IsUtf8)
        {
            if (System.Text.Unicode.Utf8.ToUtf16(bytes, _chars, out _, out var written, replaceInvalidSequences: false) == System.Buffers.OperationStatus.Done)
            {
                return _chars.AsSpan(0, written);
            }

            Damaged();
        }

        var count = _encoding.Encoding.GetChars(bytes, _chars);
        if (!_encoding.IsUtf8 && _chars.AsSpan(0, count).Contains('\uFFFD'))
        {
            Damaged();
        }

        return _chars.AsSpan(0, count);
    }

    private void Damaged()
    {
        Tell("damaged-encoding", $"bytes that are not valid {_encoding.Name}; save the file in the encoding that its header names");
        _entry.IsBroken = true;
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
            Tell("conflict-marker", $"'{Short(rest)}' is the mark of a conflict that git left; decide which of the two translations stays and delete the marks", ProblemOutcome.Noted);
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
        if (_field != Field.None && end >= 0)
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
                "msgctxt" => Field.PreviousContext,
                "msgid" => Field.PreviousId,
                "msgid_plural" => Field.PreviousIdPlural,
                _ => Field.None,
            };
            _lastPrevious = _field;
            rest = rest[end..].TrimStart(" \t");
        }
        else
        {
            // A continued line: each of them is a comment line of its own, which has closed the field.
            _field = _lastPrevious;
            _value.Append(Value(_field));
        }

        if (_field != Field.None)
        {
            Quoted(rest);
        }
    }

    private Field _lastPrevious;

    private string? Value(Field field) => field switch
    {
        Field.PreviousContext => _entry.PreviousContext,
        Field.PreviousId => _entry.PreviousId,
        Field.PreviousIdPlural => _entry.PreviousIdPlural,
        _ => null,
    };

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
                _field = Field.Id;
                break;
            case "msgid_plural":
                _field = Field.IdPlural;
                break;
            case "msgctxt":
                _field = Field.Context;
                break;
            case "domain":
                _entry.KeywordStart = -1;
                break;
            default:
                if (!keyword.StartsWith("msgstr") || !Index(keyword[6..], out var index))
                {
                    Broken("syntax-error", $"'{Short(keyword)}' is no keyword of PO; the entry is left out");
                    break;
                }

                _field = Field.String;
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

    private static bool Index(ReadOnlySpan<char> text, out int index)
    {
        index = 0;
        return text.IsEmpty
            || (text[0] == '[' && text[^1] == ']' && int.TryParse(text[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out index));
    }

    private void Quoted(ReadOnlySpan<char> text)
    {
        if (_field == Field.None)
        {
            Broken("syntax-error", "a string stands where none belongs; the entry is left out");
            return;
        }

        // Strings side by side are one, as in C.
        while (true)
        {
            if (text.IsEmpty || text[0] != '"')
            {
                Broken("syntax-error", "after the keyword comes a string in double quotes; the entry is left out");
                return;
            }

            var end = text[1..].IndexOfAny('"', '\\');
            if (end >= 0 && text[end + 1] == '"')
            {
                Plain(text.Slice(1, end));
                text = text[(end + 2)..];
            }
            else if (!Escaped(text[1..], out text))
            {
                break;
            }

            text = text.TrimStart(" \t");
            if (text is not ['"', ..])
            {
                Tail(text);
                break;
            }
        }

        if (_field == Field.String)
        {
            _piece!.End = _lines.Offset + _lines.Length;
        }
    }

    private void Plain(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        if (_value.Length == 0 && _single is null)
        {
            _single = text.ToString();
            return;
        }

        Spill();
        _value.Append(text);
    }

    // A value of one line is one string; only more lines need the builder.
    private void Spill()
    {
        if (_single is not null)
        {
            _value.Append(_single);
            _single = null;
        }
    }

    // False where the string does not end in this line.
    private bool Escaped(ReadOnlySpan<char> text, out ReadOnlySpan<char> rest)
    {
        Spill();
        rest = default;
        while (true)
        {
            var next = text.IndexOfAny('"', '\\');
            if (next < 0)
            {
                _value.Append(text);
                Broken("unterminated-string", "the string lacks its closing quote; the entry is left out");
                return false;
            }

            _value.Append(text[..next]);
            if (text[next] == '"')
            {
                rest = text[(next + 1)..];
                return true;
            }

            text = text[(next + 1)..];
            if (text.IsEmpty)
            {
                continue;
            }

            var used = PoText.Unescape(text, _value);
            if (used == 0)
            {
                Tell("bad-escape", $"\\{text[0]} is no escape of PO; taken as it stands");
                _value.Append('\\').Append(text[0]);
                used = 1;
            }

            text = text[used..];
        }
    }

    private void Tail(ReadOnlySpan<char> rest)
    {
        if (!rest.Trim().IsEmpty)
        {
            Broken("syntax-error", $"'{Short(rest.Trim())}' stands behind the closing quote; escape quotes inside a string (\\\"); the entry is left out");
        }
    }

    private void Close()
    {
        if (_field == Field.None)
        {
            return;
        }

        var value = _single ?? (_value.Length == 0 ? "" : _value.ToString());
        _single = null;
        _value.Clear();
        switch (_field)
        {
            case Field.PreviousContext:
                _entry.PreviousContext = value;
                break;
            case Field.PreviousId:
                _entry.PreviousId = value;
                break;
            case Field.PreviousIdPlural:
                _entry.PreviousIdPlural = value;
                break;
            case Field.Context:
                _entry.Context = value;
                break;
            case Field.Id:
                _entry.Id = value;
                break;
            case Field.IdPlural:
                _entry.IdPlural = value;
                break;
            case Field.String:
                _piece!.Text = value;
                break;
        }

        _field = Field.None;
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
        _field = _field == Field.None ? Field.None : _field;
    }

    private static string Short(ReadOnlySpan<char> text) => text.Length > 30 ? string.Concat(text[..30], "…") : text.ToString();

    private void Tell(string code, string message, ProblemOutcome outcome = ProblemOutcome.Refused, int line = 0) =>
        _tell?.Invoke(new ReadProblem(
            SourceLocation.AtLine(_path, line == 0 ? _line : line), _entry.Id ?? "", code, message, outcome));
}
