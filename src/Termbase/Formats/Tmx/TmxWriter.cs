using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Formats.Tmx;

/// <summary>
/// Writes TMX 1.4 as every importer takes it: UTF-8 without mark, LF, DOCTYPE, the seven header attributes, props and notes before two
/// tuv, the header's source language first, codes paired and numbered once, characters of XML 1.0 only. The same input gives the same
/// bytes. A unit without text on a side is skipped, and like all that had to be changed told to
/// <see cref="UnitWriteOptions.OnProblem"/>. Which units may leave the house is the caller's matter. Not thread-safe.
/// </summary>
public sealed class TmxWriter : IDisposable
{
    private static readonly string[] Indents = ["\n", "\n ", "\n  ", "\n   ", "\n    "];

    private readonly XmlWriter _xml;
    private readonly UnitWriteOptions _options;
    private readonly LanguageCache _languages = new();
    private readonly string _first;
    private readonly Action<string, string> _writeOwn;
    private bool _started;
    private TranslationUnit? _current;

    /// <summary>Opens the file; the stream is left open. Nothing is written before the first unit or <see cref="Finish"/>.</summary>
    public TmxWriter(Stream stream, UnitWriteOptions options)
    {
        _options = options;
        _writeOwn = (type, value) => WriteProperty(_current, type, value, null, 3);
        _first = options.ZhFirst ? "zh" : "en";
        _xml = XmlWriter.Create(stream, new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            NewLineHandling = NewLineHandling.Entitize,
            NewLineChars = "\n",
            CheckCharacters = false, // XmlText.Clean has done it
            CloseOutput = false,
        });
    }

    /// <summary>Units written so far.</summary>
    public long Count { get; private set; }

    private void Start()
    {
        _started = true;
        var kept = _options.Header?.Invoke();
        _xml.WriteStartDocument();
        Line(0);
        _xml.WriteDocType("tmx", null, "tmx14.dtd", null);
        Line(0);
        _xml.WriteStartElement("tmx");
        _xml.WriteAttributeString("version", "1.4");
        Line(1);
        _xml.WriteStartElement("header");
        _xml.WriteAttributeString("creationtool", "Termbase");
        _xml.WriteAttributeString("creationtoolversion", typeof(TmxWriter).Assembly.GetName().Version?.ToString(3) ?? "0");
        _xml.WriteAttributeString("segtype", kept?["segtype"] is { } said and ("block" or "paragraph" or "sentence" or "phrase") ? said : "sentence");
        Attribute("o-tmf", kept?["o-tmf"] is { Length: > 0 } native ? native : "Termbase");
        Attribute("adminlang", LanguageTag.TryParse(kept?["adminlang"], out var admin) ? admin.ToString() : "en");
        _xml.WriteAttributeString("srclang", _options.ZhFirst ? _options.ZhTag : _options.EnTag);
        Attribute("datatype", kept?["datatype"] is { Length: > 0 } datatype ? datatype : "plaintext");
        foreach (var (name, value) in kept?.Attributes ?? [])
        {
            // The seven above are this file's own; the rest tells of the memory's past.
            if (name is "creationdate" or "creationid" or "changedate" or "changeid" && value.Length > 0)
            {
                _xml.WriteAttributeString(name, XmlText.Clean(value));
            }
        }

        WriteProperties(null, kept?.Properties ?? [], 2);
        WriteForeign(null, kept?.Foreign ?? [], 2);
        if (kept is { Properties.IsEmpty: false } or { Foreign.IsEmpty: false })
        {
            Line(1);
        }

        _xml.WriteEndElement();
        Line(1);
        _xml.WriteStartElement("body");
    }

    /// <summary>Writes a unit, or skips and tells it.</summary>
    public void Write(TranslationUnit unit)
    {
        var empty = HoldsNoText(unit.Zh) ? "Chinese" : HoldsNoText(unit.En) ? "English" : null;
        if (empty is not null)
        {
            Tell(unit, $"skipped: the {empty} segment holds no text");
            return;
        }

        if (!_started)
        {
            Start();
        }

        Line(2);
        _xml.WriteStartElement("tu");
        WriteAttributes(unit);
        _current = unit;
        TmxProperties.Of(unit, _first, _writeOwn);
        WriteProperties(unit, unit.Properties, 3);
        WriteForeign(unit, unit.Foreign, 3);
        var (first, second) = _options.ZhFirst ? (unit.Zh, unit.En) : (unit.En, unit.Zh);
        WriteSide(unit, first, Tag(first, _options.ZhFirst));
        WriteSide(unit, second, Tag(second, !_options.ZhFirst));
        foreach (var other in _options.KeepOtherLanguages ? unit.Others : [])
        {
            WriteSide(unit, other, other.Language);
        }

        Line(2);
        _xml.WriteEndElement();
        Count++;
    }

    /// <summary>Ends the file.</summary>
    public void Finish()
    {
        if (!_started)
        {
            Start();
        }

        Line(1);
        _xml.WriteEndElement();
        Line(0);
        _xml.WriteEndElement();
        Line(0);
        _xml.WriteEndDocument();
        _xml.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _xml.Dispose();

    private static bool HoldsNoText(UnitSide side) =>
        side.Segment.Text is var text && (string.IsNullOrWhiteSpace(text) || (text[0] < ' ' && string.IsNullOrWhiteSpace(XmlText.Clean(text))));

    private string Tag(UnitSide side, bool isZh) => _languages.Regional(side.Language, isZh ? _options.ZhTag : _options.EnTag);

    private void WriteAttributes(TranslationUnit unit)
    {
        Attribute("tuid", unit.Id);
        Attribute("creationdate", Date(unit.Created));
        Attribute("creationid", unit.CreatedBy);
        Attribute("changedate", Date(unit.Changed));
        Attribute("changeid", unit.ChangedBy);
        WriteExtra(
            unit, unit.Attributes,
            "tuid", unit.Created is null ? "" : "creationdate", unit.CreatedBy.Length == 0 ? "" : "creationid",
            unit.Changed is null ? "" : "changedate", unit.ChangedBy.Length == 0 ? "" : "changeid", "srclang");
    }

    private void Attribute(string name, string value)
    {
        if (value.Length > 0)
        {
            _xml.WriteAttributeString(name, XmlText.Clean(value));
        }
    }

    private void WriteExtra(TranslationUnit unit, ImmutableArray<KeyValuePair<string, string>> attributes, params ReadOnlySpan<string> taken)
    {
        if (attributes.IsEmpty)
        {
            return;
        }

        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in attributes)
        {
            if (taken.Contains(name) || !written.Add(name))
            {
                continue;
            }

            if (!IsName(name))
            {
                Tell(unit, $"attribute '{name}' cannot stand in a TMX; left out");
                continue;
            }

            _xml.WriteAttributeString(name, XmlText.Clean(value));
        }
    }

    // A prefixed name would need its namespace, which is not the unit's.
    private static bool IsName(string name)
    {
        try
        {
            XmlConvert.VerifyNCName(name);
            return true;
        }
        catch (Exception e) when (e is XmlException or ArgumentNullException)
        {
            return false;
        }
    }

    private void WriteProperties(TranslationUnit? unit, ImmutableArray<UnitProperty> properties, int depth)
    {
        foreach (var property in properties)
        {
            WriteProperty(unit, property.Type, property.Value, property.Language, depth);
        }
    }

    // An empty type is a note.
    private void WriteProperty(TranslationUnit? unit, string type, string value, string? language, int depth)
    {
        Line(depth);
        _xml.WriteStartElement(type.Length == 0 ? "note" : "prop");
        if (type.Length > 0)
        {
            _xml.WriteAttributeString("type", XmlText.Clean(type));
        }

        if (language is { Length: > 0 })
        {
            _xml.WriteAttributeString("xml", "lang", null, XmlText.Clean(language));
        }

        WriteText(unit, value);
        _xml.WriteEndElement();
    }

    private void WriteForeign(TranslationUnit? unit, ImmutableArray<string> foreign, int depth)
    {
        foreach (var piece in foreign)
        {
            try
            {
                // Parsed before it is written: half an element would spoil the file.
                var settings = new XmlReaderSettings { ConformanceLevel = ConformanceLevel.Fragment, DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };
                using (var check = XmlReader.Create(new StringReader(piece), settings))
                {
                    while (check.Read())
                    {
                    }
                }

                Line(depth);
                using var reader = XmlReader.Create(new StringReader(piece), settings);
                _xml.WriteNode(reader, defattr: false);
                Tell(unit, "holds elements that TMX 1.4 does not know; strict tools refuse the file for them");
            }
            catch (XmlException)
            {
                Tell(unit, "an unknown element is not well-formed; left out");
            }
        }
    }

    private void WriteSide(TranslationUnit unit, UnitSide side, string tag)
    {
        Line(3);
        _xml.WriteStartElement("tuv");
        _xml.WriteAttributeString("xml", "lang", null, XmlText.Clean(tag));
        WriteExtra(unit, side.Attributes, "lang", "xml:lang");
        WriteProperties(unit, side.Properties, 4);
        if (ReferenceEquals(side, unit.Source) && unit.Previous.Length + unit.Next.Length > 0)
        {
            WriteProperties(unit, [.. TmxProperties.ContextOf(unit)], 4);
        }

        WriteForeign(unit, side.Foreign, 4);
        Line(4);
        _xml.WriteStartElement("seg");
        WriteSegment(unit, side.Segment);
        _xml.WriteEndElement();
        Line(3);
        _xml.WriteEndElement();
    }

    private void WriteSegment(TranslationUnit unit, Segment segment)
    {
        if (segment.Codes.IsEmpty)
        {
            WriteText(unit, segment.Text);
            return;
        }

        var codes = TmxInline.Sound(segment, out var wrong);
        if (wrong is not null)
        {
            Tell(unit, wrong);
        }

        var at = 0;
        foreach (var code in codes)
        {
            var to = Math.Clamp(code.Position, at, segment.Text.Length);
            WriteText(unit, segment.Text[at..to]);
            at = to;
            _xml.WriteStartElement(code.Element);
            WriteExtra(unit, code.Attributes);
            WriteText(unit, code.Content);
            _xml.WriteEndElement();
        }

        WriteText(unit, segment.Text[at..]);
    }

    private void WriteText(TranslationUnit? unit, string text)
    {
        var clean = XmlText.Clean(text);
        if (!ReferenceEquals(clean, text))
        {
            Tell(unit, "held characters that XML cannot hold; they were left out or replaced");
        }

        _xml.WriteString(clean);
    }

    private static string Date(DateTimeOffset? date) =>
        date?.UtcDateTime.ToString(TmxProperties.Date, CultureInfo.InvariantCulture) ?? "";

    private void Tell(TranslationUnit? unit, string what)
    {
        if (unit is not null)
        {
            _options.OnProblem?.Invoke(unit, what);
        }
    }

    private void Line(int depth) => _xml.WriteRaw(Indents[depth]);
}
