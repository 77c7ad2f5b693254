using System.Text;
using System.Xml;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Termbase.Model;

namespace Termbase.Formats.Tables;

/// <summary>Tables of terms in HTML, told by their headers; tables of other things are left out with a word. No script runs, nothing is fetched. Stateless and thread-safe.</summary>
public sealed class HtmlTableFormat : ITermFormat
{
    private static readonly string[] Columns = ["zh", "en", "status", "domain", "definition", "note"];

    /// <inheritdoc/>
    public string Name => "html";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".html", ".htm", ".xhtml"];

    /// <inheritdoc/>
    public TermFields Carries => TermFields.Status | TermFields.Domain | TermFields.Definition | TermFields.Note;

    /// <inheritdoc/>
    public IEnumerable<Concept> Read(Stream stream, string path, TermReadOptions options, ReadLog log)
    {
        var text = TextFile.OpenReader(stream, path, log).ReadToEnd();
        using var document = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true }).ParseDocument(text);
        var tables = document.QuerySelectorAll("table").Where(static t => t.QuerySelector("table") is null)
            .Select(static table => table.QuerySelectorAll("tr").Select(Row).ToList()).ToList();
        return TableSet.Read(tables, path, options, log);
    }

    /// <inheritdoc/>
    public long Write(Stream stream, IEnumerable<Concept> concepts, TermWriteOptions options)
    {
        var columns = options.ZhFirst ? Columns : ["en", "zh", .. Columns[2..]];
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(false),
            OmitXmlDeclaration = true,
            NewLineChars = "\n",
            Indent = true,
            IndentChars = " ",
            CloseOutput = false,
        });
        xml.WriteDocType("html", null, null, null);
        xml.WriteStartElement("html");
        xml.WriteAttributeString("lang", options.ZhFirst ? options.ZhTag : options.EnTag);
        xml.WriteStartElement("head");
        xml.WriteStartElement("meta");
        xml.WriteAttributeString("charset", "utf-8");
        xml.WriteEndElement();
        xml.WriteElementString("title", Tmx.XmlText.Clean(options.Title));
        xml.WriteEndElement();
        xml.WriteStartElement("body");
        xml.WriteStartElement("table");
        Line(xml, "th", columns);
        var count = 0L;
        foreach (var concept in concepts)
        {
            TermFieldCheck.Report(concept, Carries, options.Losses);
            foreach (var row in concept.Renderings)
            {
                Line(xml, "td", columns.Select(c => Csv.GlossaryFile.Cell(row, c)));
                count++;
            }
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.Flush();
        return count;
    }

    private static void Line(XmlWriter xml, string cell, IEnumerable<string> values)
    {
        xml.WriteStartElement("tr");
        foreach (var value in values)
        {
            xml.WriteElementString(cell, Tmx.XmlText.Clean(value));
        }

        xml.WriteEndElement();
    }

    private static TableRow Row(IElement row) =>
        new([.. row.Children.Where(static c => c.LocalName is "td" or "th").Select(static c => c.TextContent.ReplaceLineEndings(" ").Trim())], row.SourceReference?.Position.Line ?? 0);
}
