using System.Globalization;
using System.Xml;
using Termbase.Formats.Tmx;
using Termbase.Formats.Xliff.Mending;
using Termbase.Model;

namespace Termbase.Formats.Xliff;

/// <summary>An XLIFF file opened for reading: decoded, made legal on the way, scanned. Not thread-safe.</summary>
internal sealed class XliffSource : IDisposable
{
    // Bytes. A larger broken file is read up to the damage.
    private const long MostSalvaged = 1 << 29;

    private readonly string _path;
    private readonly ReadLog _log;
    private readonly Stream _stream;
    private readonly long _start;
    private TextReader? _text;
    private XmlReader _xml;
    private XliffScanner _scanner;
    private UnitDraft? _last;
    private long _given;
    private bool _isSalvaged;

    private XliffSource(Stream stream, long start, string path, ReadLog log, TextReader? text)
    {
        (_stream, _start, _path, _log, _text) = (stream, start, path, log, text);
        _xml = text is null ? XmlReader.Create(stream, XliffScanner.Settings) : XmlReader.Create(text, XliffScanner.Settings);
        _scanner = new XliffScanner(_xml, path);
    }

    /// <summary>
    /// Opens a file; the stream is left open. Most files are sound, so the text is mended only from where that turns out to be needed; what
    /// cannot be read twice is mended from the start.
    /// </summary>
    /// <exception cref="InputException">The bytes are no text, or there are none.</exception>
    internal static XliffSource Open(Stream stream, string path, ReadLog log)
    {
        var start = stream.CanSeek ? stream.Position : -1;
        var text = OpenText(stream, path, log, out var guess);
        if (start < 0)
        {
            return new XliffSource(stream, start, path, log, new XmlRepairReader(text));
        }

        // XmlReader decodes UTF-8 by itself, and faster.
        stream.Position = start;
        return new XliffSource(stream, start, path, log, guess.IsUtf8 ? null : OpenText(stream, path, new ReadLog(), out _));
    }

    /// <summary>The next unit, or null at the end; a broken unit is left out, aloud; damage that cannot be got round ends the file, and the units before it are kept.</summary>
    /// <exception cref="InputException">Nothing of the file can be read.</exception>
    internal UnitDraft? NextOrStop()
    {
        while (true)
        {
            try
            {
                (_text as XmlRepairReader)?.Commit(((IXmlLineInfo)_xml).LineNumber, Math.Max(1, ((IXmlLineInfo)_xml).LinePosition - 2));
                var unit = _scanner.Next();
                _last = unit ?? _last;
                _given += unit is null ? 0 : 1;
                TellRepairs();
                return unit;
            }
            catch (Exception e) when (!_isSalvaged && _text is not XmlRepairReader && e is XmlException or ArgumentOutOfRangeException)
            {
                // XmlReader trips over a long broken declaration where it decodes by itself: no XmlException then.
                if (!Mend())
                {
                    return null;
                }
            }
            catch (XmlException e)
            {
                if (!Salvage())
                {
                    Stop(e);
                    return null;
                }
            }
        }
    }

    public void Dispose()
    {
        _xml.Dispose();
        _text?.Dispose();
    }

    // Reads anew, mended, up to where reading had come.
    private bool Mend()
    {
        Dispose();
        _stream.Position = _start;
        _text = new XmlRepairReader(OpenText(_stream, _path, new ReadLog(), out _));
        _xml = XmlReader.Create(_text, XliffScanner.Settings);
        _scanner = new XliffScanner(_xml, _path);
        try
        {
            for (var i = 0L; i < _given; i++)
            {
                _scanner.Next();
            }

            return true;
        }
        catch (XmlException e)
        {
            if (Salvage())
            {
                return true;
            }

            Stop(e);
            return false;
        }
    }

    // Reads anew without the units that are broken, up to where reading had come. Only then is the text in memory.
    private bool Salvage()
    {
        if (_isSalvaged || _start < 0 || _stream.Length > MostSalvaged)
        {
            return false;
        }

        _isSalvaged = true;
        _xml.Dispose();
        _text?.Dispose();
        _stream.Position = _start;
        string text;
        using (var mended = new XmlRepairReader(OpenText(_stream, _path, new ReadLog(), out _)))
        {
            text = mended.ReadToEnd();
        }

        var edits = UnitSalvage.Of(text);
        _text = new StringReader(UnitSalvage.Apply(text, edits));
        _xml = XmlReader.Create(_text, XliffScanner.Settings);
        _scanner = new XliffScanner(_xml, _path);
        try
        {
            for (var i = 0L; i < _given; i++)
            {
                _scanner.Next();
            }
        }
        catch (XmlException)
        {
            return false;
        }

        foreach (var edit in edits)
        {
            var place = new SourceLocation(_path, edit.Line, edit.Column, edit.Line, edit.Column);
            if (edit.Text is null)
            {
                _log.CountRead();
            }

            _log.Report(new ReadProblem(
                place, edit.Unit, "ill-formed", edit.Message,
                edit.Text is null ? ProblemOutcome.Refused : edit.Unit.Length > 0 ? ProblemOutcome.Repaired : ProblemOutcome.Noted));
        }

        return edits.Count > 0;
    }

    private void Stop(XmlException e)
    {
        var where = new SourceLocation(_path, e.LineNumber, e.LinePosition, e.LineNumber, e.LinePosition);
        if (_last is null)
        {
            throw new InputException(where, $"not an XLIFF file that can be read: {XmlFault.Reason(e)}", e);
        }

        _log.CountRead();
        _log.Refuse(where, _last.Id, "ill-formed", $"not well-formed XML: {XmlFault.Reason(e)}; the units before are kept, the rest is not read");
    }

    private static StreamReader OpenText(Stream stream, string path, ReadLog log, out EncodingGuess guess)
    {
        var sample = TextFile.ReadSample(stream, path);
        if (sample.Length == 0)
        {
            throw new InputException(SourceLocation.File(path), "is empty, not an XLIFF file");
        }

        guess = TmxEncoding.Detect(sample, path, log);
        return TextFile.OpenReader(stream, sample, guess.Encoding, guess.PreambleLength);
    }

    private void TellRepairs()
    {
        if (_text is not XmlRepairReader { Repairs: { Count: > 0 } repairs })
        {
            return;
        }

        var first = repairs.Dequeue();
        var more = repairs.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $" (and {repairs.Count} more)") : "";
        repairs.Clear();
        _log.Note(SourceLocation.AtLine(_path, first.Line), _last?.Id ?? "", "xml-repaired", $"{first.What}{more}; other tools refuse the whole file for it");
    }
}
