using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Formats.Tmx;

/// <summary>
/// Reads TMX unit by unit in constant memory. What is not well-formed costs its unit only: characters are repaired on the way
/// (<see cref="XmlRepairReader"/>), and after anything worse reading goes on at the next unit. No entity is expanded, no file or
/// address opened. Not thread-safe.
/// </summary>
public sealed class TmxReader : IDisposable
{
    internal static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        CloseInput = false,
    };

    private readonly string _path;
    private readonly ReadLog _log;
    private readonly XmlRepairReader _text;
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly LanguageCache _languages = new();
    private readonly List<(string Code, string Message)> _problems = [];
    private readonly TmxDraft _draft = new();
    private TmxUnitParser? _parser;
    private XmlReader _xml;
    private bool? _headerZhFirst;
    private string _prefix = "<tmx><body>";
    private bool _resumed, _done, _sawRoot;
    private int _number;

    /// <summary>Opens a TMX; the stream is left open.</summary>
    /// <exception cref="InputException">The bytes are no text.</exception>
    public TmxReader(Stream stream, string path, ReadLog log)
    {
        (_path, _log) = (path, log);
        var sample = TextFile.ReadSample(stream, path);
        var guess = TmxEncoding.Detect(sample, path, log);
        _text = new XmlRepairReader(TextFile.OpenReader(stream, sample, guess.Encoding, guess.PreambleLength));
        _xml = XmlReader.Create(_text, Settings);
        _done = sample.Length == 0;
        if (_done)
        {
            throw new InputException(SourceLocation.File(path), "is empty, not a TMX file");
        }
    }

    /// <summary>The next sound unit, or null at the end.</summary>
    /// <exception cref="InputException">The file is no TMX, or nothing of it can be read.</exception>
    public TranslationUnit? Next()
    {
        while (!_done)
        {
            SourceLocation? place = null;
            try
            {
                if (!MoveToUnit())
                {
                    _done = true;
                    _text.TellRepairs(_log, _path, int.MaxValue, int.MaxValue, "", false);
                    break;
                }

                _resumed = false;
                place = Here();
                _text.Commit(place.Line, place.Column);
                _number++;
                _log.CountRead();
                if (ReadUnit(place) is { } unit)
                {
                    return unit;
                }
            }
            catch (XmlException e)
            {
                Recover(place, e);
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _xml.Dispose();
        _text.Dispose();
    }

    private void Recover(SourceLocation? unitPlace, XmlException e)
    {
        var (line, column) = _text.Place(e.LineNumber, e.LinePosition);
        var where = new SourceLocation(_path, line, column, line, column);
        var reason = XmlFault.Reason(e);
        var name = _number.ToString(CultureInfo.InvariantCulture);
        if (unitPlace is null && _resumed)
        {
            // The tag of the unit itself is broken.
            _number++;
            _log.CountRead();
            unitPlace = where;
        }

        if (unitPlace is not null)
        {
            _log.Refuse(unitPlace, _number.ToString(CultureInfo.InvariantCulture), "ill-formed", FormattableString.Invariant($"not well-formed XML at line {line}: {reason}; the unit is left out"));
        }

        _resumed = _text.Resume(_prefix);
        if (_resumed)
        {
            _xml.Dispose();
            _xml = XmlReader.Create(_text, Settings);
            _parser = null;
        }
        else
        {
            _done = true;
            if (_number == 0)
            {
                throw new InputException(where, $"not a TMX file that can be read: {reason}", e);
            }

            if (unitPlace is null)
            {
                _log.Note(where, name, "ill-formed", $"not well-formed XML after unit {name}: {reason}; the units before are kept");
            }
        }

        _text.TellRepairs(_log, _path, line, column, name, unitPlace is null);
    }

    private bool MoveToUnit()
    {
        while (_xml.Read())
        {
            if (_xml.NodeType == XmlNodeType.Element)
            {
                switch (_xml.LocalName)
                {
                    case "tu":
                        return true;
                    case "header":
                        _headerZhFirst = Side(_xml.GetAttribute("srclang"));
                        _log.Header = TmxHeader.Read(_xml);
                        break;
                    case var root when _xml.Depth == 0 && !_sawRoot:
                        _sawRoot = true;
                        CheckRoot(root);
                        break;
                }
            }
        }

        return false;
    }

    private void CheckRoot(string root)
    {
        if (root != "tmx")
        {
            throw new InputException(Here(), $"not a TMX file: its root element is <{root}>, not <tmx>");
        }

        var spaces = new StringBuilder("<tmx");
        while (_xml.MoveToNextAttribute())
        {
            if (_xml.Name.StartsWith("xmlns", StringComparison.Ordinal))
            {
                spaces.Append(' ').Append(_xml.Name).Append("=\"").Append(System.Security.SecurityElement.Escape(_xml.Value)).Append('"');
            }
        }

        _prefix = spaces.Append("><body>").ToString();
        _xml.MoveToElement();
    }

    private TranslationUnit? ReadUnit(SourceLocation place)
    {
        _problems.Clear();
        _parser ??= new TmxUnitParser(_xml, Here, _languages, _problems, Once);
        _parser.Read(_draft);
        var info = (IXmlLineInfo)_xml;
        var (line, column) = _text.Place(info.LineNumber, info.LinePosition);
        _text.Commit(line, column);
        var unit = Assemble(_draft, place);
        if (_text.Repairs.Count > 0)
        {
            _text.TellRepairs(_log, _path, line, column, NameOf(_draft), unit is not null);
        }

        if (unit is not null && _problems.Count > 0)
        {
            foreach (var (code, message) in _problems)
            {
                _log.Note(place, NameOf(_draft), code, message);
            }
        }

        return unit;
    }

    private string NameOf(TmxDraft draft) => draft.Id.Length > 0 ? draft.Id : _number.ToString(CultureInfo.InvariantCulture);

    private TranslationUnit? Assemble(TmxDraft draft, SourceLocation place)
    {
        UnitSide? zh = null, en = null;
        var others = ImmutableArray<UnitSide>.Empty;
        foreach (var side in draft.Sides)
        {
            var language = _languages.Read(side.Language);

            // Of several Chinese variants the simplified one is the unit's, wherever it stands.
            if (language.IsChinese && (zh is null || (!language.IsTraditional && _languages.Read(zh.Language).IsTraditional)))
            {
                if (zh is not null)
                {
                    others = others.Add(zh);
                }

                zh = side;
            }
            else if (language.IsEnglish && en is null)
            {
                en = side;
            }
            else
            {
                others = others.Add(side);
            }
        }

        var fault =
            draft.Sides.Count == 0 ? ("no-variant", "the unit holds no tuv")
            : zh is null ? ("missing-chinese", "no Chinese side; " + Found(draft))
            : en is null ? ("missing-english", "no English side; " + Found(draft))
            : string.IsNullOrWhiteSpace(zh.Segment.Text) ? ("empty-segment", "the Chinese segment holds no text")
            : string.IsNullOrWhiteSpace(en.Segment.Text) ? ("empty-segment", "the English segment holds no text")
            : default;
        if (fault.Item1 is not null)
        {
            _log.Refuse(place, NameOf(draft), fault.Item1, fault.Item2);
            return null;
        }

        var zhIsSource = draft.ZhIsSource ?? Side(draft.SourceLanguage) ?? _headerZhFirst ?? true;
        if (zhIsSource)
        {
            zh = TmxProperties.TakeContexts(draft, zh!);
        }
        else
        {
            en = TmxProperties.TakeContexts(draft, en!);
        }

        return draft.ToUnit(zh!, en!, others, zhIsSource, _number, place);
    }

    private static string Found(TmxDraft draft) => "languages found: " + string.Join(", ", draft.Sides.Select(static s => s.Language.Length > 0 ? s.Language : "none"));

    private void Once(string code, string message)
    {
        if (_told.Add(code + message))
        {
            _log.Note(Here(), "", code, message);
        }
    }

    private SourceLocation Here()
    {
        var info = (IXmlLineInfo)_xml;
        var (line, column) = _text.Place(info.LineNumber, info.LinePosition);
        return new SourceLocation(_path, line, column, line, column);
    }

    private static bool? Side(string? language) =>
        LanguageTag.TryParse(language, out var tag) ? tag.IsChinese ? true : tag.IsEnglish ? false : null : null;
}
