namespace Termbase.Formats.Tmx;

/// <summary>
/// Stands between the decoded text and <c>XmlReader</c>: one illegal character or bare ampersand must not cost a whole memory. Replaces
/// characters and references that XML 1.0 forbids, escapes ampersands that start no reference and entities that nobody declares
/// (none is ever expanded), and keeps what was handed out since <see cref="Commit"/>, so that reading can go on at the next unit
/// (<see cref="Resume"/>) after an error that cannot be mended. Comments, CDATA, instructions and the DOCTYPE keep their ampersands.
/// </summary>
internal sealed class XmlRepairReader(TextReader inner, params string[] units) : TextReader
{
    private const int Block = 1 << 14;

    // How the start tags of the units begin.
    private readonly string[] _units = units.Length > 0 ? units : ["<tu"];
    private readonly char[] _raw = new char[Block + 64];
    private int _carried;
    private bool _inputEnded;
    private Mode _mode;
    private bool _inBrackets, _endsInside;
    private char _last;

    // The repaired text since the last commit: [_start, _end), of which [_start, _cursor) was handed out.
    private char[] _window = new char[4 * Block];
    private int _start, _cursor, _end;
    private int _line = 1, _column = 1;

    // What may be forgotten, looked up in the window only when it has to move.
    private (int Line, int Column) _committed;
    private (int Index, int Line, int Column) _mark = (0, 1, 1);
    private string _prefix = "";
    private int _prefixAt;

    // XmlReader counts from the start of the prefix; this turns its positions into ours.
    private int _baseLine = 1, _baseShift;

    private enum Mode
    {
        Markup,
        Comment,
        CData,
        Instruction,
        DocType,
    }

    /// <summary>What was repaired and not yet taken.</summary>
    internal Queue<XmlRepair> Repairs { get; } = new();

    /// <summary>The place in the file of a position that the XmlReader over this tells.</summary>
    internal (int Line, int Column) Place(int line, int column) =>
        line == 1 ? (_baseLine, column + _baseShift) : (_baseLine + line - 1, column);

    /// <summary>Forgets the text before a place (as <see cref="Place"/> gives it).</summary>
    internal void Commit(int line, int column) => _committed = (line, column);

    private void Forget()
    {
        var (line, column) = _committed;
        while (_line < line && _start < _cursor)
        {
            // A stretch that ends before the line is passed over as a whole.
            var ahead = _window.AsSpan(_start, Math.Min(1024, _cursor - _start));
            var to = ahead.Count('\n') < line - _line ? ahead.Length : ahead.IndexOf('\n') + 1;
            Skip(_start + to);
        }

        if (_line == line && column > _column)
        {
            var step = Math.Min(column - _column, _cursor - _start);
            _start += step;
            _column += step;
        }
    }

    /// <summary>Goes on at the next unit after the committed place, behind <paramref name="prefix"/>; false where there is none.</summary>
    internal bool Resume(string prefix)
    {
        Forget();
        _committed = default;
        var from = _start + 1;
        while (true)
        {
            var at = XmlScan.FindUnit(_window.AsSpan(0, _end), from, _units);
            if (at >= 0)
            {
                var lines = _window.AsSpan(_start, at - _start).Count('\n');
                _column = lines == 0 ? _column + at - _start : at - _window.AsSpan(_start, at - _start).LastIndexOf('\n') - _start;
                _line += lines;
                _start = _cursor = at;
                _prefix = prefix;
                _prefixAt = 0;
                _baseLine = _line;
                _baseShift = _column - 1 - prefix.Length;
                return true;
            }

            // Nothing before the last few characters can be the start of a unit any more.
            var keep = Math.Max(_start, _end - _units.Max(static u => u.Length) - 1);
            _cursor = _end;
            Skip(keep);
            if (!Fill())
            {
                return false;
            }

            from = _start;
        }
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        if (_prefixAt < _prefix.Length)
        {
            var some = Math.Min(buffer.Length, _prefix.Length - _prefixAt);
            _prefix.AsSpan(_prefixAt, some).CopyTo(buffer);
            _prefixAt += some;
            return some;
        }

        while (_cursor == _end)
        {
            if (!Fill())
            {
                return 0;
            }
        }

        var length = Math.Min(buffer.Length, _end - _cursor);
        _window.AsSpan(_cursor, length).CopyTo(buffer);
        _cursor += length;
        return length;
    }

    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    public override int Peek() => -1;

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Skip(int to)
    {
        var skipped = _window.AsSpan(_start, to - _start);
        var lines = skipped.Count('\n');
        _column = lines == 0 ? _column + skipped.Length : skipped.Length - skipped.LastIndexOf('\n');
        _line += lines;
        _start = to;
    }

    private bool Fill()
    {
        if (_inputEnded && _carried == 0)
        {
            return false;
        }

        Forget();
        if (_start > 0)
        {
            // What was committed is given up before the window grows.
            _window.AsSpan(_start, _end - _start).CopyTo(_window);
            _cursor -= _start;
            _end -= _start;
            _mark.Index -= _start;
            _start = 0;
            if (_mark.Index < 0)
            {
                _mark = (0, _line, _column);
            }
        }

        // An ampersand grows to five characters: the worst a block can become.
        if (_window.Length - _end < 6 * _raw.Length)
        {
            Array.Resize(ref _window, Math.Max(2 * _window.Length, _end + (6 * _raw.Length)));
        }

        var text = _carried == 0 && _mode == Mode.Markup ? ReadInPlace() : ReadRaw();
        var used = Process(text);
        text[used..].CopyTo(_raw);
        _carried = text.Length - used;
        if (_endsInside)
        {
            _endsInside = false;
            Note("the file ends inside a character (cut off?)");
        }

        return true;
    }

    // No XML ends with U+FFFD: there it is what decoding made of half a character.
    private int ReadBlock(char[] into, int at)
    {
        var read = _inputEnded ? 0 : inner.ReadBlock(into, at, Block);
        _inputEnded |= read == 0;
        _endsInside = read is > 0 and < Block && into[at + read - 1] == '\uFFFD';
        return _endsInside ? read - 1 : read;
    }

    private Span<char> ReadRaw()
    {
        var read = ReadBlock(_raw, _carried);
        return _raw.AsSpan(0, _carried + read);
    }

    // Most text is sound and stays where it was read; gives what has to be looked at more closely.
    private Span<char> ReadInPlace()
    {
        var read = ReadBlock(_window, _end);
        var text = _window.AsSpan(_end, read);
        var sound = XmlScan.SoundLength(text, _last);
        if (sound > 0)
        {
            _end += sound;
            _last = text[sound - 1];
        }

        var rest = text[sound..];
        rest.CopyTo(_raw);
        return _raw.AsSpan(0, rest.Length);
    }

    // Returns how much was consumed; what may be a token cut by the end of the block waits for more.
    private int Process(ReadOnlySpan<char> text)
    {
        var at = 0;

        // The two non-characters are looked for once a block: with them among the special ones the search would be slow in Chinese.
        var nonCharacter = XmlScan.NonCharacter(text, 0);
        while (at < text.Length)
        {
            var rest = text[at..];
            var next = _mode == Mode.Markup ? rest.IndexOfAny(XmlScan.Special) : XmlScan.NextInside(rest, _mode == Mode.DocType);
            if (nonCharacter < text.Length)
            {
                nonCharacter = nonCharacter < at ? XmlScan.NonCharacter(text, at) : nonCharacter;
                next = nonCharacter < text.Length && (next < 0 || nonCharacter - at < next) ? nonCharacter - at : next;
            }

            Append(next < 0 ? rest : rest[..next]);
            if (next < 0)
            {
                return text.Length;
            }

            at += next;
            rest = text[at..];
            if (!_inputEnded && rest.Length < XmlScan.LongestReference && XmlScan.Waits(rest))
            {
                return at;
            }

            at += Consume(rest);
        }

        return at;
    }

    private int Consume(ReadOnlySpan<char> rest)
    {
        switch (rest[0])
        {
            case '&' when _mode == Mode.Markup:
                return Reference(rest);
            case '\r':
                if (rest.Length < 2 || rest[1] != '\n')
                {
                    Append("\n");
                }

                return 1;
            case '!' when _mode == Mode.Markup && _last == '<':
                _mode = rest.StartsWith("!--", StringComparison.Ordinal) ? Mode.Comment
                    : rest.StartsWith("![CDATA[", StringComparison.Ordinal) ? Mode.CData
                    : rest.StartsWith("!DOCTYPE", StringComparison.Ordinal) ? Mode.DocType
                    : Mode.Markup;
                _inBrackets = false;

                // <!--> is no whole comment: its opening must not serve as its end.
                var opening = _mode == Mode.Comment ? 3 : 1;
                Append(rest[..opening]);
                return opening;
            case '?' when _mode == Mode.Markup && _last == '<':
                _mode = Mode.Instruction;
                break;
            case '[' when _mode == Mode.DocType:
                _inBrackets = true;
                break;
            case ']' when _mode == Mode.DocType:
                _inBrackets = false;
                break;
            case '>' when _mode != Mode.Markup:
                var isEnd = _mode switch
                {
                    Mode.DocType => !_inBrackets,
                    Mode.Instruction => _last == '?',
                    _ => EndsWith(_mode == Mode.Comment ? "--" : "]]"),
                };
                _mode = isEnd ? Mode.Markup : _mode;
                break;
            case var c when !XmlText.IsChar(c):
                Note("illegal character " + XmlText.Describe(c));
                Append(XmlText.StandIn(c));
                return 1;
        }

        Append(rest[..1]);
        return 1;
    }

    private bool EndsWith(string mark) =>
        _end - _start >= mark.Length && _window.AsSpan(_end - mark.Length, mark.Length).SequenceEqual(mark);

    private int Reference(ReadOnlySpan<char> rest)
    {
        var length = XmlScan.Reference(rest, out var instead, out var fault);
        if (fault is not null)
        {
            Note(fault);
        }

        Append(instead is null ? rest[..length] : instead);
        return length;
    }

    private void Note(string what)
    {
        var passed = _window.AsSpan(_mark.Index, _end - _mark.Index);
        var lines = passed.Count('\n');
        _mark = (_end, _mark.Line + lines, lines == 0 ? _mark.Column + passed.Length : passed.Length - passed.LastIndexOf('\n'));
        Repairs.Enqueue(new XmlRepair(_mark.Line, _mark.Column, what));
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty)
        {
            text.CopyTo(_window.AsSpan(_end));
            _end += text.Length;
            _last = text[^1];
        }
    }
}
