using System.Globalization;
using System.Xml;
using Termbase.Formats.Tmx;
using Termbase.Model;

namespace Termbase.Formats.Xliff;

/// <summary>An XLIFF file opened for reading: decoded, made legal on the way, scanned. Not thread-safe.</summary>
internal sealed class XliffSource : IDisposable
{
    private readonly string _path;
    private readonly ReadLog _log;
    private readonly XmlRepairReader _text;
    private readonly XmlReader _xml;
    private readonly XliffScanner _scanner;
    private UnitDraft? _last;

    private XliffSource(string path, ReadLog log, XmlRepairReader text)
    {
        (_path, _log, _text) = (path, log, text);
        _xml = XmlReader.Create(text, XliffScanner.Settings);
        _scanner = new XliffScanner(_xml, path);
    }

    /// <summary>Opens a file; the stream is left open.</summary>
    /// <exception cref="InputException">The bytes are no text, or there are none.</exception>
    internal static XliffSource Open(Stream stream, string path, ReadLog log)
    {
        var sample = TextFile.ReadSample(stream, path);
        if (sample.Length == 0)
        {
            throw new InputException(SourceLocation.File(path), "is empty, not an XLIFF file");
        }

        var guess = TmxEncoding.Detect(sample, path, log);
        return new XliffSource(path, log, new XmlRepairReader(TextFile.OpenReader(stream, sample, guess.Encoding, guess.PreambleLength)));
    }

    /// <summary>The next unit, or null at the end; damage ends the file, aloud, and the units before it are kept.</summary>
    /// <exception cref="InputException">Nothing of the file can be read.</exception>
    internal UnitDraft? NextOrStop()
    {
        try
        {
            var info = (IXmlLineInfo)_xml;
            _text.Commit(info.LineNumber, Math.Max(1, info.LinePosition - 2));
            var unit = _scanner.Next();
            _last = unit ?? _last;
            TellRepairs();
            return unit;
        }
        catch (XmlException e)
        {
            var where = new SourceLocation(_path, e.LineNumber, e.LinePosition, e.LineNumber, e.LinePosition);
            if (_last is null)
            {
                throw new InputException(where, $"not an XLIFF file that can be read: {Reason(e)}", e);
            }

            _log.CountRead();
            _log.Refuse(where, _last.Id, "ill-formed", $"not well-formed XML: {Reason(e)}; the units before are kept, the rest is not read");
            return null;
        }
    }

    public void Dispose()
    {
        _xml.Dispose();
        _text.Dispose();
    }

    internal static string Reason(XmlException e)
    {
        if (e.Message.Contains("end of file", StringComparison.OrdinalIgnoreCase) || e.Message.Contains("not closed", StringComparison.Ordinal))
        {
            return "the file ends in the middle (cut off?)";
        }

        var message = TextFile.OneLine(e.Message);
        var tail = message.LastIndexOf(" Line ", StringComparison.Ordinal);
        return (tail > 0 ? message[..tail] : message).TrimEnd('.');
    }

    private void TellRepairs()
    {
        if (_text.Repairs.Count == 0)
        {
            return;
        }

        var first = _text.Repairs.Dequeue();
        var more = _text.Repairs.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $" (and {_text.Repairs.Count} more)") : "";
        _text.Repairs.Clear();
        _log.Note(SourceLocation.AtLine(_path, first.Line), _last?.Id ?? "", "xml-repaired", $"{first.What}{more}; other tools refuse the whole file for it");
    }
}
