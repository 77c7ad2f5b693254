using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Termbase.Formats.Tmx;
using Termbase.Model;

namespace Termbase.Formats.Tbx;

/// <summary>An entry in the one shape of <see cref="TbxCanonical"/>, with its place.</summary>
internal sealed record TbxEntry(XElement Element, string Id, int Number, SourceLocation Location);

/// <summary>
/// Reads TBX entry by entry: v3 in either style, martif. What is not well-formed costs its entry only; no entity is expanded, no file or
/// address opened. Not thread-safe.
/// </summary>
internal sealed class TbxReader : IDisposable
{
    // Deeper than any TBX: what nests further is an attack on the stack.
    private const int DeepestNesting = 60;

    private readonly string _path;
    private readonly ReadLog _log;
    private readonly XmlRepairReader _text;
    private XmlReader _xml;
    private string _prefix = "<tbx><text><body>";
    private bool _sawRoot, _done;
    private int _number;

    internal TbxReader(Stream stream, string path, ReadLog log)
    {
        (_path, _log) = (path, log);
        var sample = TextFile.ReadSample(stream, path);
        if (sample.Length == 0)
        {
            throw new InputException(SourceLocation.File(path), "is empty, not a TBX file");
        }

        var guess = TmxEncoding.Detect(sample, path, log);
        _text = new XmlRepairReader(TextFile.OpenReader(stream, sample, guess.Encoding, guess.PreambleLength), "<conceptEntry", "<termEntry");
        _xml = XmlReader.Create(_text, TmxReader.Settings);
    }

    /// <summary>What the root element says: tbx or martif, its type and style.</summary>
    internal (string Root, string Type, string Style) Dialect { get; private set; } = ("", "", "");

    /// <summary>What stands around the entries; the back only once the end was reached.</summary>
    internal TbxMatter Matter { get; private set; } = new("", null, null);

    /// <summary>The next entry, or null at the end.</summary>
    /// <exception cref="InputException">The file is no TBX, or nothing of it can be read.</exception>
    internal TbxEntry? Next()
    {
        while (!_done)
        {
            SourceLocation? place = null;
            try
            {
                if (!MoveToEntry())
                {
                    _done = true;
                    _text.TellRepairs(_log, _path, int.MaxValue, int.MaxValue, "", false);
                    return null;
                }

                place = Here();
                _text.Commit(place.Line, place.Column);
                _number++;
                _log.CountRead();
                return ReadEntry(place);
            }
            catch (XmlException e)
            {
                Recover(place, e);
            }
        }

        return null;
    }

    public void Dispose()
    {
        _xml.Dispose();
        _text.Dispose();
    }

    private bool MoveToEntry()
    {
        while (_xml.Read())
        {
            if (_xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (IsEntry)
            {
                return true;
            }

            if (_xml.Depth == 0 && !_sawRoot)
            {
                ReadRoot();
            }
            else if (_xml.LocalName is "tbxHeader" or "martifHeader" && Matter.Header is null)
            {
                Matter = Matter with { Header = ReadMatter() };
            }
            else if (_xml.LocalName == "back" && Matter.Back is null)
            {
                Matter = Matter with { Back = ReadMatter() };
            }
        }

        return false;
    }

    private bool IsEntry => _xml.LocalName is "conceptEntry" or "termEntry";

    private void ReadRoot()
    {
        _sawRoot = true;
        if (_xml.LocalName is not ("tbx" or "martif" or "TBX"))
        {
            throw new InputException(Here(), $"not a TBX file: its root element is <{_xml.LocalName}>, not <tbx> or <martif>");
        }

        Dialect = (_xml.LocalName, _xml.GetAttribute("type") ?? "", _xml.GetAttribute("style") ?? "");
        Matter = Matter with { Language = _xml.GetAttribute("xml:lang") ?? "" };
        var start = new System.Text.StringBuilder("<tbx");
        while (_xml.MoveToNextAttribute())
        {
            if (_xml.Name.StartsWith("xmlns", StringComparison.Ordinal))
            {
                start.Append(' ').Append(_xml.Name).Append("=\"").Append(System.Security.SecurityElement.Escape(_xml.Value)).Append('"');
            }
        }

        _prefix = start.Append("><text><body>").ToString();
        _xml.MoveToElement();
    }

    private XElement ReadMatter()
    {
        using var nested = _xml.ReadSubtree();
        nested.Read();
        return TbxMatter.Plain(Build(nested));
    }

    private TbxEntry ReadEntry(SourceLocation place)
    {
        using var nested = _xml.ReadSubtree();
        nested.Read();
        var element = Build(nested);
        var end = Here();
        _text.Commit(end.Line, end.Column);
        _text.TellRepairs(_log, _path, end.Line, end.Column, Name(element), true);
        return new TbxEntry(TbxCanonical.From(element), Name(element), _number, place);
    }

    private string Name(XElement element) => element.Attribute("id")?.Value is { Length: > 0 } id ? id : _number.ToString(CultureInfo.InvariantCulture);

    // Like XNode.ReadFrom, with the line of each element and a limit to the depth.
    private XElement Build(XmlReader xml)
    {
        XElement? root = null, at = null;
        do
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    var element = new XElement(XName.Get(xml.LocalName, xml.NamespaceURI));
                    var isEmpty = xml.IsEmptyElement;
                    while (xml.MoveToNextAttribute())
                    {
                        if (xml.NamespaceURI != "http://www.w3.org/2000/xmlns/")
                        {
                            element.Add(new XAttribute(XName.Get(xml.LocalName, xml.NamespaceURI), xml.Value));
                        }
                    }

                    xml.MoveToElement();
                    TbxPlace.Set(element, Here());
                    if (xml.Depth > DeepestNesting)
                    {
                        throw new XmlException(FormattableString.Invariant($"elements are nested more than {DeepestNesting} deep"));
                    }

                    at?.Add(element);
                    root ??= element;
                    at = isEmpty ? at : element;
                    break;
                case XmlNodeType.EndElement:
                    at = at?.Parent;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    at?.Add(new XText(xml.Value));
                    break;
            }
        }
        while (xml.Read());
        return root!;
    }

    private void Recover(SourceLocation? entryPlace, XmlException e)
    {
        var (line, column) = _text.Place(e.LineNumber, e.LinePosition);
        var where = new SourceLocation(_path, line, column, line, column);
        var reason = XmlFault.Reason(e);
        if (entryPlace is not null)
        {
            _log.Refuse(entryPlace, _number.ToString(CultureInfo.InvariantCulture), "ill-formed", FormattableString.Invariant($"not well-formed XML at line {line}: {reason}; the entry is left out"));
        }

        _text.TellRepairs(_log, _path, line, column, _number.ToString(CultureInfo.InvariantCulture), false);
        if (_text.Resume(_prefix))
        {
            _xml.Dispose();
            _xml = XmlReader.Create(_text, TmxReader.Settings);
            return;
        }

        _done = true;
        if (_number == 0)
        {
            throw new InputException(where, $"not a TBX file that can be read: {reason}", e);
        }

        if (entryPlace is null)
        {
            _log.Note(where, "", "ill-formed", $"not well-formed XML after the last entry: {reason}; the entries before are kept");
        }
    }

    private SourceLocation Here()
    {
        var info = (IXmlLineInfo)_xml;
        var (line, column) = _text.Place(info.LineNumber, info.LinePosition);
        return new SourceLocation(_path, line, column, line, column);
    }
}
