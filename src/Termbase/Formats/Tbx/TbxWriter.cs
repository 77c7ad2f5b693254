using System.Text;
using System.Xml;
using System.Xml.Linq;
using XmlText = Termbase.Formats.Tmx.XmlText;

namespace Termbase.Formats.Tbx;

/// <summary>The dialects that are written.</summary>
public enum TbxDialect
{
    /// <summary>TBX-Basic v3, data categories as attributes.</summary>
    BasicDca,

    /// <summary>TBX-Basic v3, data categories as elements.</summary>
    BasicDct,

    /// <summary>martif of 2008, the only one that OmegaT and translate-toolkit read.</summary>
    Legacy,
}

/// <summary>Writes entries of the canonical shape in a dialect: UTF-8 without mark, LF, indented, the same input gives the same bytes. Not thread-safe.</summary>
internal sealed class TbxWriter : IDisposable
{
    private readonly XmlWriter _xml;
    private readonly TbxDialect _dialect;
    private readonly LossReport? _losses;
    private readonly TbxMatter? _kept;
    private readonly TbxScope _scope;
    private readonly XNamespace _space;

    /// <summary>
    /// Writes all before the entries; <paramref name="kept"/> is what another file said around its own. With categories of
    /// <see cref="TbxScope.Other"/> those of the entries stay as they are.
    /// </summary>
    internal TbxWriter(Stream stream, TbxDialect dialect, string title, LossReport? losses, TbxMatter? kept = null, TbxScope? scope = null)
    {
        _scope = scope ?? (dialect == TbxDialect.Legacy ? TbxScope.Basic2008 : TbxScope.Basic);
        (_dialect, _losses, _kept) = (dialect, losses, kept);
        _space = dialect == TbxDialect.Legacy ? XNamespace.None : TbxNames.Core;
        _xml = XmlWriter.Create(stream, new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            NewLineHandling = NewLineHandling.Entitize,
            NewLineChars = "\n",
            Indent = true,
            IndentChars = " ",
            CloseOutput = false,
        });
        _xml.WriteStartDocument();
        var space = _space.NamespaceName;
        if (dialect == TbxDialect.Legacy)
        {
            _xml.WriteDocType("martif", null, "TBXcoreStructV02.dtd", null);
            _xml.WriteStartElement("martif");
            _xml.WriteAttributeString("type", "TBX");
        }
        else
        {
            _xml.WriteStartElement("tbx", space);
            _xml.WriteAttributeString("type", "TBX-Basic");
            _xml.WriteAttributeString("style", dialect == TbxDialect.BasicDca ? "dca" : "dct");
            if (dialect == TbxDialect.BasicDct)
            {
                _xml.WriteAttributeString("xmlns", "min", null, TbxNames.Min.NamespaceName);
                _xml.WriteAttributeString("xmlns", "basic", null, TbxNames.Basic.NamespaceName);
            }
        }

        _xml.WriteAttributeString("xml", "lang", null, _kept is { Language: { Length: > 0 } said } ? XmlText.Clean(said) : "en");
        _xml.WriteStartElement(dialect == TbxDialect.Legacy ? "martifHeader" : "tbxHeader", space);
        _xml.WriteStartElement("fileDesc", space);
        WriteKept("titleStmt", () =>
        {
            _xml.WriteStartElement("titleStmt", space);
            _xml.WriteElementString("title", space, XmlText.Clean(title));
            _xml.WriteEndElement();
        });
        WriteKept("publicationStmt", static () => { });
        WriteKept("sourceDesc", () =>
        {
            _xml.WriteStartElement("sourceDesc", space);
            _xml.WriteElementString("p", space, "Written by Termbase");
            _xml.WriteEndElement();
        });
        _xml.WriteEndElement();
        if (dialect != TbxDialect.BasicDct)
        {
            _xml.WriteStartElement("encodingDesc", space);
            _xml.WriteStartElement("p", space);
            _xml.WriteAttributeString("type", "XCSURI");
            _xml.WriteString(dialect == TbxDialect.Legacy ? _kept is { Constraints: { } xcs } && xcs.EndsWith(".xcs", StringComparison.OrdinalIgnoreCase) ? XmlText.Clean(xcs) : "TBXXCS.xcs" : "https://www.tbxinfo.net/dialects/tbx-basic");
            _xml.WriteEndElement();
            _xml.WriteEndElement();
        }

        WriteKept("revisionDesc", static () => { });
        _xml.WriteEndElement();
        _xml.WriteStartElement("text", space);
        _xml.WriteStartElement("body", space);
    }

    private void WriteKept(string name, Action otherwise)
    {
        var kept = _kept?.Of(name).ToList() ?? [];
        if (kept.Count == 0)
        {
            otherwise();
        }

        // Only the sources may be several.
        foreach (var element in name == "sourceDesc" ? kept : kept.Take(1))
        {
            TbxMatter.InSpace(element, _space).WriteTo(_xml);
        }
    }

    /// <summary>Writes an entry; <paramref name="ids"/> are the ids of the file, which alone a target may name.</summary>
    internal void Write(XElement entry, HashSet<string> ids)
    {
        TbxFitter.Fit(entry, _scope, ids, _losses);
        if (_dialect == TbxDialect.Legacy)
        {
            foreach (var foreign in entry.Descendants().Where(static e => e.Name.Namespace != XNamespace.None).ToList())
            {
                _losses?.Add($"element '{foreign.Name.LocalName}'", entry.Attribute("id")?.Value ?? "", TbxPlace.Of(foreign));
                foreign.Remove();
            }

            TbxCanonical.ToLegacy(entry).WriteTo(_xml);
        }
        else
        {
            TbxCanonical.ToV3(entry, _dialect == TbxDialect.BasicDct).WriteTo(_xml);
        }
    }

    internal void Finish()
    {
        _xml.WriteEndElement();
        _kept?.BackFor(_space, _dialect == TbxDialect.Legacy, _losses)?.WriteTo(_xml);
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteWhitespace("\n");
        _xml.WriteEndDocument();
        _xml.Flush();
    }

    public void Dispose() => _xml.Dispose();
}
