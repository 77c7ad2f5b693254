using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Xml;
using Termbase.Formats.Tmx;
using Termbase.Languages;

namespace Termbase.Formats.Doctoring;

/// <summary>The rules of the TMX 1.4 DTD and schema, in one streaming pass over the mark-up: children and their order, attributes, values.</summary>
internal sealed class TmxStructure(string path, Importer importer, DoctorReport report)
{
    private static readonly FrozenDictionary<string, (string Children, string Required, string Optional)> Model =
        new Dictionary<string, (string, string, string)>(StringComparer.Ordinal)
        {
            ["tmx"] = ("header body", "version", ""),
            ["header"] = ("note prop ude", "creationtool creationtoolversion segtype o-tmf adminlang srclang datatype", "o-encoding creationdate creationid changedate changeid"),
            ["ude"] = ("map", "name", "base"),
            ["map"] = ("", "unicode", "code ent subst"),
            ["body"] = ("tu", "", ""),
            ["tu"] = ("note prop tuv", "", "tuid o-encoding datatype usagecount lastusagedate creationtool creationtoolversion creationdate creationid changedate segtype changeid o-tmf srclang"),
            ["tuv"] = ("note prop seg", "xml:lang", "o-encoding datatype usagecount lastusagedate creationtool creationtoolversion creationdate creationid changedate changeid o-tmf"),
            ["note"] = ("", "", "o-encoding xml:lang lang"),
            ["prop"] = ("", "type", "xml:lang lang o-encoding"),
            ["seg"] = ("bpt ept ph it hi ut", "", ""),
            ["hi"] = ("bpt ept ph it hi ut", "", "x type"),
            ["sub"] = ("bpt ept ph it hi ut", "", "datatype type"),
            ["bpt"] = ("sub", "i", "x type"),
            ["ept"] = ("sub", "i", ""),
            ["ph"] = ("sub", "", "x assoc type"),
            ["it"] = ("sub", "pos", "x type"),
            ["ut"] = ("sub", "", "x"),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether an element of a unit may have an attribute with this value.</summary>
    internal static bool Allows(string element, string name, string value) =>
        Model.TryGetValue(element, out var rules) && (rules.Required.Split(' ').Contains(name) || rules.Optional.Split(' ').Contains(name))
        && (name is not ("creationdate" or "changedate" or "lastusagedate") || TmxProperties.ReadDate(value) is not null)
        && (name != "segtype" || value is "block" or "paragraph" or "sentence" or "phrase");

    private readonly Stack<(string Name, List<string> Children)> _open = new();
    private readonly HashSet<string> _languages = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<UInt128, int> _ids = [];
    private int _number;
    private string _unit = "", _version = "";

    internal void Check()
    {
        using var stream = TextFile.OpenStream(path);
        var sample = TextFile.ReadSample(stream, path);
        var guess = TmxEncoding.Detect(sample, path, new ReadLog());
        using var text = new XmlRepairReader(TextFile.OpenReader(stream, sample, guess.Encoding, guess.PreambleLength));
        using var xml = XmlReader.Create(text, TmxReader.Settings);
        try
        {
            while (xml.Read())
            {
                var info = (IXmlLineInfo)xml;
                if (xml.NodeType == XmlNodeType.Element)
                {
                    text.Commit(info.LineNumber, info.LinePosition);
                    Open(xml, info.LineNumber);
                }
                else if (xml.NodeType == XmlNodeType.EndElement)
                {
                    Close(info.LineNumber);
                }
            }
        }
        catch (XmlException)
        {
            // The reader has told it; behind the break there is no structure to be checked.
        }

        if (guess.Name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) && importer is Importer.Weblate)
        {
            report.Add(0, "", "weblate-encoding", "the file is UTF-16; write UTF-8 without byte order mark");
        }
    }

    private void Open(XmlReader xml, int line)
    {
        var name = xml.LocalName;
        if (name == "tu")
        {
            _number++;
            var id = xml.GetAttribute("tuid") ?? "";
            _unit = id.Length > 0 ? id : _number.ToString(CultureInfo.InvariantCulture);
            if (id.Length > 0 && !_ids.TryAdd(Hash(id), line))
            {
                // TMX does not ask for more, so it is no fault.
                Tell(line, "duplicate-id", string.Create(CultureInfo.InvariantCulture, $"the tuid '{id}' stood at line {_ids[Hash(id)]} already; tools that tell units apart by it keep one of them"), isError: false);
            }
        }

        var parent = _open.Count > 0 ? _open.Peek() : ("", []);
        if (_open.Count > 0 && Model.TryGetValue(parent.Item1, out var rules))
        {
            if (!rules.Children.Split(' ').Contains(name))
            {
                Tell(line, "unknown-element", $"<{name}> may not stand in <{parent.Item1}>");
                if (importer == Importer.Okapi && parent.Item1 == "tu")
                {
                    Tell(line, "okapi-element", $"Okapi stops at the unknown <{name}>");
                }
            }
            else if (name is "note" or "prop" && parent.Item1 is "tu" or "tuv" && parent.Item2.Exists(static c => c is "tuv" or "seg"))
            {
                Tell(line, "order", $"<{name}> must stand before the {(parent.Item1 == "tu" ? "tuv" : "seg")}");
            }

            parent.Item2.Add(name);
        }

        if (xml.Depth == 0 && xml.NamespaceURI.Length > 0)
        {
            Tell(line, "namespace", $"TMX has no namespace, the file says '{xml.NamespaceURI}'");
        }

        Attributes(xml, name, line);
        if (importer == Importer.OmegaT && name is "hi" or "sub")
        {
            Tell(line, "omegat-dropped-text", $"OmegaT drops the text inside <{name}>");
        }

        if (!xml.IsEmptyElement)
        {
            _open.Push((name, []));
        }
        else
        {
            Content(name, [], line);
        }
    }

    // The texts of millions of ids need not be kept.
    private static UInt128 Hash(string id) => BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(MemoryMarshal.AsBytes(id.AsSpan())));

    private void Close(int line)
    {
        if (_open.TryPop(out var closed))
        {
            Content(closed.Name, closed.Children, line);
        }
    }

    private void Content(string name, List<string> children, int line)
    {
        if (name == "tmx" && !children.Contains("header"))
        {
            Tell(line, "no-header", "the header is missing");
        }
        else if (name == "tu" && !children.Contains("tuv"))
        {
            Tell(line, "no-variant", "the unit holds no tuv");
        }
        else if (name == "tuv" && children.Count(static c => c == "seg") != 1)
        {
            Tell(line, "no-segment", "a tuv needs exactly one seg");
        }
        else if (name == "tu" && importer == Importer.Weblate && children.Count(static c => c == "tuv") > 2)
        {
            Tell(line, "weblate-languages", "Weblate takes the first two tuv as source and target, whatever their languages");
        }
    }

    private void Attributes(XmlReader xml, string name, int line)
    {
        Model.TryGetValue(name, out var rules);
        foreach (var required in (rules.Required ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (xml.GetAttribute(required) is null && !(required == "xml:lang" && xml.GetAttribute("lang") is not null && _version is "1.1" or "1.2"))
            {
                Tell(line, "missing-attribute", $"<{name}> lacks the attribute {required}");
                if (required is "xml:lang" && importer == Importer.Okapi)
                {
                    Tell(line, "okapi-language", "Okapi stops at a tuv without xml:lang");
                }
            }
        }

        while (xml.MoveToNextAttribute())
        {
            if (!xml.Name.StartsWith("xmlns", StringComparison.Ordinal))
            {
                Attribute(name, xml.Name, xml.Value, rules, line);
            }
        }

        xml.MoveToElement();
    }

    private void Attribute(string element, string name, string value, (string Children, string Required, string Optional) rules, int line)
    {
        if (rules.Children is not null && !rules.Required.Split(' ').Contains(name) && !rules.Optional.Split(' ').Contains(name) && !(name == "lang" && element == "tuv"))
        {
            Tell(line, "unknown-attribute", $"<{element}> has no attribute {name}");
        }

        switch (name)
        {
            case "version" when element == "tmx":
                _version = value;
                if (value is not ("1.4" or "1.3" or "1.2" or "1.1"))
                {
                    Tell(line, "version", $"version '{value}'; strict tools want exactly 1.4");
                }

                break;
            case "xml:lang" or "lang" when element == "tuv":
                Language(value, line);
                break;
            case "creationdate" or "changedate" or "lastusagedate" when TmxProperties.ReadDate(value) is null:
                Tell(line, "bad-date", $"{name} '{value}' is not of the form yyyyMMddTHHmmssZ");
                break;
            case "segtype" when value is not ("block" or "paragraph" or "sentence" or "phrase"):
                Tell(line, "bad-value", $"segtype '{value}' is none of block, paragraph, sentence, phrase");
                break;
            case "segtype" when value == "paragraph" && importer == Importer.OmegaT:
                Tell(line, "omegat-segmentation", "OmegaT cuts units of segtype paragraph anew");
                break;
            case "pos" when element == "it" && value is not ("begin" or "end"):
                Tell(line, "bad-value", $"pos '{value}' is neither begin nor end");
                break;
            case "creationtool" when value == "OmegaT" && importer == Importer.OmegaT:
                Tell(line, "omegat-tool", "with creationtool OmegaT the inline codes are read in another way", isError: false);
                break;
            case "srclang" when value == "*all*" && importer is Importer.Okapi or Importer.Weblate:
                Tell(line, importer == Importer.Okapi ? "okapi-srclang" : "weblate-srclang", "srclang *all* names no source language; Okapi stops unless it is told one");
                break;
            case "type" when element == "prop" && value is "file" or "id" or "prev" or "next" or "path" && importer == Importer.OmegaT:
                Tell(line, "omegat-context", $"a prop '{value}' makes OmegaT apply the unit in that context only");
                break;
            case "type" when element == "prop" && importer is Importer.Trados or Importer.MemoQ && !value.StartsWith("x-", StringComparison.Ordinal)
                && value is not ("client" or "project" or "domain" or "subject" or "corrected" or "aligned"):
                Tell(line, Tool + "-field", $"prop '{value}' has no x- prefix: it becomes no field", isError: false);
                break;
        }
    }

    private string Tool => importer.ToString().ToLowerInvariant();

    private void Language(string code, int line)
    {
        var isKnown = LanguageTag.TryParse(code, out var tag);
        var isClean = isKnown && tag.ToString().Equals(code, StringComparison.OrdinalIgnoreCase);
        if (!isClean)
        {
            Tell(line, "language-code", isKnown ? $"language code '{code}' should be {tag}" : $"language code '{code}' is no BCP 47 tag");
            if (importer != Importer.Any)
            {
                Tell(line, Tool + "-language", importer == Importer.OmegaT ? $"OmegaT finds no text under '{code}'" : $"'{code}' matches no language of the project");
            }
        }
        else if (importer is Importer.Trados && tag.Region is null)
        {
            Tell(line, "trados-language", $"'{code}' names no region; the languages must equal those of the memory (zh-CN, en-US)");
        }
        else if (importer is Importer.Okapi && _languages.Add(tag.ToString()) && _languages.Any(l => l != tag.ToString() && l.Split('-')[0].Equals(tag.Language, StringComparison.OrdinalIgnoreCase)))
        {
            Tell(line, "okapi-language", $"'{code}' and {_languages.First(l => l != tag.ToString() && l.Split('-')[0].Equals(tag.Language, StringComparison.OrdinalIgnoreCase))} are different languages to Okapi", isError: false);
        }
    }

    private void Tell(int line, string code, string message, bool isError = true) => report.Add(line, _unit, code, message, isError);
}
