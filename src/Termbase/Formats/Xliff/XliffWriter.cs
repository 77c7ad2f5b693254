using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using XmlText = Termbase.Formats.Tmx.XmlText;
using Termbase.Model;

namespace Termbase.Formats.Xliff;

/// <summary>
/// Writes units as one <c>file</c> element of XLIFF 1.2 or 2.1, valid by the schema whatever the text holds: ids are made unique, codes
/// that do not nest become isolated ones, characters that XML forbids are replaced, and every such change is told. Not thread-safe.
/// </summary>
internal sealed class XliffWriter : IDisposable
{
    private readonly XmlWriter _xml;
    private readonly UnitWriteOptions _options;
    private readonly bool _version2;
    private readonly FileLanguages _languages;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private bool _started;
    private int _depth;

    internal XliffWriter(Stream stream, UnitWriteOptions options, bool version2)
    {
        (_options, _version2, _languages) = (options, version2, new FileLanguages(options));
        _xml = XmlWriter.Create(stream, new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),

            // XmlWriter indents a code at the start of a text too, which would add white space to it.
            Indent = false,
            NewLineChars = "\n",
            NewLineHandling = NewLineHandling.Entitize,
            CloseOutput = false,
        });
    }

    /// <summary>Units written.</summary>
    internal long Count { get; private set; }

    private string Namespace => _version2 ? XliffNames.V20 : XliffNames.V12;

    internal void Write(TranslationUnit unit)
    {
        _languages.Meet(unit);
        Start();
        Count++;
        var id = UniqueId(unit);
        var (source, target) = _options.ZhFirst ? (unit.Zh, unit.En) : (unit.En, unit.Zh);
        if (_version2)
        {
            WriteUnit2(unit, id, source.Segment, target.Segment);
        }
        else
        {
            WriteTransUnit(unit, id, source.Segment, target.Segment);
        }
    }

    internal void Finish()
    {
        Start();
        if (_version2 && Count == 0)
        {
            // A 2.x file must hold a unit or a group; an empty group is allowed.
            Open("group");
            _xml.WriteAttributeString("id", "empty");
            Close();
        }

        while (_depth > 0)
        {
            Close(ownLine: true);
        }

        _xml.WriteWhitespace("\n");
        _xml.WriteEndDocument();
        _xml.Flush();
    }

    public void Dispose() => _xml.Dispose();

    private void Start()
    {
        if (_started)
        {
            return;
        }

        _started = true;
        var (from, to) = _options.ZhFirst ? (_languages.Zh, _languages.En) : (_languages.En, _languages.Zh);
        _xml.WriteStartDocument();
        Open("xliff");
        _xml.WriteAttributeString("version", _version2 ? "2.1" : "1.2");
        if (_version2)
        {
            _xml.WriteAttributeString("srcLang", from);
            _xml.WriteAttributeString("trgLang", to);
            Open("file");
            _xml.WriteAttributeString("id", "f1");
            return;
        }

        Open("file");
        _xml.WriteAttributeString("original", "termbase");
        _xml.WriteAttributeString("source-language", from);
        _xml.WriteAttributeString("target-language", to);
        _xml.WriteAttributeString("datatype", "plaintext");
        Open("body");
    }

    private void WriteTransUnit(TranslationUnit unit, string id, Segment source, Segment target)
    {
        Open("trans-unit");
        _xml.WriteAttributeString("id", id);
        if (unit.Status is UnitStatus.Reviewed or UnitStatus.Published)
        {
            _xml.WriteAttributeString("approved", "yes");
        }

        _xml.WriteAttributeString("xml", "space", XliffNames.Xml, "preserve");
        var inline = new InlineWriter(Namespace, Problem(unit));
        Open("source");
        inline.Write(_xml, source);
        Close();
        if (!target.IsEmpty)
        {
            Open("target");
            _xml.WriteAttributeString("state", XliffStates.Write(unit.Status, version2: false));
            inline.Write(_xml, target);
            Close();
        }

        foreach (var note in Notes(unit))
        {
            Open("note");
            Text(note, unit);
            Close();
        }

        Close(ownLine: true);
    }

    private void WriteUnit2(TranslationUnit unit, string id, Segment source, Segment target)
    {
        Open("unit");
        _xml.WriteAttributeString("id", id);
        _xml.WriteAttributeString("xml", "space", XliffNames.Xml, "preserve");
        var notes = Notes(unit);
        if (!notes.IsEmpty)
        {
            Open("notes");
            foreach (var note in notes)
            {
                Open("note");
                Text(note, unit);
                Close();
            }

            Close(ownLine: true);
        }

        var inline = new InlineWriter(Namespace, Problem(unit));
        inline.WriteOriginalData(_xml, source, target);
        Open("segment");
        if (!target.IsEmpty)
        {
            _xml.WriteAttributeString("state", XliffStates.Write(unit.Status, version2: true));
        }

        Open("source");
        inline.Write(_xml, source);
        Close();
        if (!target.IsEmpty)
        {
            Open("target");
            inline.Write(_xml, target);
            Close();
        }

        Close(ownLine: true);
        Close(ownLine: true);
    }

    private Action<string> Problem(TranslationUnit unit) => message => _options.OnProblem?.Invoke(unit, message);

    private static ImmutableArray<string> Notes(TranslationUnit unit) =>
        [.. unit.Properties.Where(static p => p.IsNote && p.Value.Length > 0).Select(static p => p.Value)];

    private void Text(string text, TranslationUnit unit)
    {
        var clean = XmlText.Clean(text);
        if (clean != text)
        {
            _options.OnProblem?.Invoke(unit, "a note holds characters that XML forbids; they were replaced");
        }

        _xml.WriteString(clean);
    }

    private void Open(string name)
    {
        if (_depth++ > 0)
        {
            Line();
        }

        _xml.WriteStartElement(name, Namespace);
    }

    /// <summary>Ends an element; one that holds elements ends on a line of its own.</summary>
    private void Close(bool ownLine = false)
    {
        _depth--;
        if (ownLine)
        {
            Line();
        }

        _xml.WriteEndElement();
    }

    private void Line() => _xml.WriteWhitespace("\n" + new string(' ', 2 * _depth));

    // 1.2 takes any string, 2.x an NMTOKEN; both want it unique in the file.
    private string UniqueId(TranslationUnit unit)
    {
        var id = XmlText.Clean(unit.Id).Trim();
        var isSound = id.Length is > 0 and <= 200 && (_version2 ? IsNmToken(id) : !id.AsSpan().ContainsAny('\t', '\n', '\r'));
        if (isSound && _ids.Add(id))
        {
            return id;
        }

        var fresh = Count.ToString(CultureInfo.InvariantCulture);
        while (!_ids.Add(fresh))
        {
            fresh = "u" + fresh;
        }

        if (unit.Id.Length > 0)
        {
            _options.OnProblem?.Invoke(unit, $"its id cannot stand as it is (twice, or not allowed there); written as {fresh}");
        }

        return fresh;
    }

    private static bool IsNmToken(string id)
    {
        try
        {
            XmlConvert.VerifyNMTOKEN(id);
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
