using System.Xml;
using Termbase.Model;

namespace Termbase.Formats.Xliff;

/// <summary>Walks through an XLIFF file of any version and gives its units one by one, in constant memory. Not thread-safe.</summary>
internal sealed class XliffScanner(XmlReader xml, string path, RecordingReader? recorder = null)
{
    // The reader then gives out these very strings, so that a comparison is one of references.
    private static readonly string[] Frequent =
        ["file", "group", "unit", "trans-unit", "segment", "source", "target", "seg-source", "note", "notes", "alt-trans", "id", "space", "state", "approved", "translate", XliffNames.V12, XliffNames.V20, XliffNames.V22];

    /// <summary>Settings for one reader.</summary>
    internal static XmlReaderSettings Settings
    {
        get
        {
            var names = new NameTable();
            Array.ForEach(Frequent, name => names.Add(name));
            return new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CloseInput = false, NameTable = names };
        }
    }

    private readonly IXmlLineInfo _place = (IXmlLineInfo)xml;
    private readonly UnitParser _units = new(xml, recorder);
    private readonly Stack<bool> _translate = new([true]);
    private UnitDraft _draft = new(), _other = new();
    private string? _core;
    private bool _sawRoot, _onNode;

    internal string SourceLanguage { get; private set; } = "";

    internal string TargetLanguage { get; private set; } = "";

    internal string File { get; private set; } = "";

    internal bool IsVersion2 { get; private set; }

    /// <summary>The next unit, or null at the end.</summary>
    /// <exception cref="InputException">The file is no XLIFF.</exception>
    /// <exception cref="XmlException">The file is not well-formed.</exception>
    internal UnitDraft? Next()
    {
        while (_onNode ? !xml.EOF : xml.Read())
        {
            _onNode = false;
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName is "group" or "file")
            {
                if (IsCore() && _translate.Count > 1)
                {
                    _translate.Pop();
                }
            }

            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (!_sawRoot)
            {
                Root();
            }
            else if (!IsCore())
            {
                if (xml.LocalName == "doc-info")
                {
                    SdlComments();
                }
                else
                {
                    Skip();
                }
            }
            else if (Element() is { } unit)
            {
                return unit;
            }
        }

        return null;
    }

    private UnitDraft? Element()
    {
        switch (xml.LocalName)
        {
            case "file":
                StartFile();
                break;
            case "group":
                Nest();
                break;
            case "trans-unit" or "unit":
                // Two drafts in turns: the one given stays as it is until the next but one.
                (_draft, _other) = (_other, _draft);
                var unit = _draft;
                unit.Reset();
                unit.File = File;
                unit.SourceLanguage = SourceLanguage;
                unit.TargetLanguage = TargetLanguage;
                unit.Translate = _translate.Peek();
                unit.IsVersion2 = IsVersion2;
                unit.Namespace = xml.NamespaceURI;
                unit.Line = _place.LineNumber;
                _units.Parse(unit);
                _onNode = true;
                return unit;
            case "header" or "skeleton" or "notes" or "bin-source" or "bin-target":
                Skip();
                break;
        }

        return null;
    }

    private void Root()
    {
        if (xml.LocalName != "xliff" || !XliffNames.IsCore(xml.NamespaceURI))
        {
            throw new InputException(
                SourceLocation.AtLine(path, _place.LineNumber), $"not an XLIFF file: its root element is <{xml.Name}>, not <xliff>");
        }

        _sawRoot = true;
        _core = xml.NamespaceURI;
        IsVersion2 = XliffNames.IsVersion2(xml.NamespaceURI);
        if (IsVersion2)
        {
            SourceLanguage = xml.GetAttribute("srcLang") ?? "";
            TargetLanguage = xml.GetAttribute("trgLang") ?? "";
        }
    }

    private void StartFile()
    {
        File = xml.GetAttribute("original") ?? xml.GetAttribute("id") ?? "";
        if (!IsVersion2)
        {
            SourceLanguage = xml.GetAttribute("source-language") ?? "";
            TargetLanguage = xml.GetAttribute("target-language") ?? "";
        }

        Nest();
    }

    // Names are atomized: the root's namespace is the same object everywhere.
    private bool IsCore() => ReferenceEquals(xml.NamespaceURI, _core) || XliffNames.IsCore(xml.NamespaceURI);

    private void Nest()
    {
        if (!xml.IsEmptyElement)
        {
            _translate.Push(Translates());
        }
    }

    // Every comment is kept: a file has few.
    private void SdlComments()
    {
        using (var info = xml.ReadSubtree())
        {
            string? id = null;
            while (info.Read())
            {
                if (info.NodeType == XmlNodeType.Element && info.LocalName == "cmt-def")
                {
                    id = info.GetAttribute("id");
                }
                else if (info.NodeType == XmlNodeType.Text && id is not null)
                {
                    (_units.Comments ??= new(StringComparer.Ordinal))[id] = info.Value.Trim();
                }
            }
        }
    }

    private bool Translates() => xml.GetAttribute("translate") is { } said ? said != "no" : _translate.Peek();

    private void Skip()
    {
        xml.Skip();
        _onNode = true;
    }
}
