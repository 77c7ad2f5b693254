using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Termbase.Model;

namespace Termbase.Formats.Tables;

/// <summary>Tables of terms in Markdown, told by their headers; tables of other things are left out with a word. Stateless and thread-safe.</summary>
public sealed class MarkdownTableFormat : ITermFormat
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseGridTables().UsePreciseSourceLocation().Build();
    private static readonly string[] Columns = ["zh", "en", "status", "domain", "definition", "note"];

    /// <inheritdoc/>
    public string Name => "markdown";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".md", ".markdown"];

    /// <inheritdoc/>
    public TermFields Carries => TermFields.Status | TermFields.Domain | TermFields.Definition | TermFields.Note;

    /// <inheritdoc/>
    public IEnumerable<Concept> Read(Stream stream, string path, TermReadOptions options, ReadLog log)
    {
        var text = TextFile.OpenReader(stream, path, log).ReadToEnd();
        var tables = Parse(text, path).Descendants<Table>()
            .Select(table => table.OfType<Markdig.Extensions.Tables.TableRow>().Select(row => Row(row)).ToList());
        return TableSet.Read(tables, path, options, log);
    }

    /// <inheritdoc/>
    public long Write(Stream stream, IEnumerable<Concept> concepts, TermWriteOptions options)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 14, leaveOpen: true) { NewLine = "\n" };
        var columns = options.ZhFirst ? Columns : ["en", "zh", .. Columns[2..]];
        writer.WriteLine($"| {string.Join(" | ", columns)} |");
        writer.WriteLine($"|{string.Concat(columns.Select(static _ => "---|"))}");
        var count = 0L;
        foreach (var concept in concepts)
        {
            TermFieldCheck.Report(concept, Carries, options.Losses);
            foreach (var row in concept.Renderings)
            {
                writer.WriteLine($"| {string.Join(" | ", columns.Select(c => Escape(Csv.GlossaryFile.Cell(row, c))))} |");
                count++;
            }
        }

        return count;
    }

    private static MarkdownDocument Parse(string text, string path)
    {
        try
        {
            return Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException e)
        {
            // Markdig's own limit to nesting.
            throw new InputException(SourceLocation.File(path), "is no Markdown that can be read: " + TextFile.OneLine(e.Message), e);
        }
    }

    private static TableRow Row(Markdig.Extensions.Tables.TableRow row) =>
        new([.. row.OfType<TableCell>().Select(static cell => string.Concat(cell.Descendants<Inline>().Select(Text)).Trim())], row.Line + 1);

    private static string Text(Inline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LineBreakInline => " ",
        _ => "",
    };

    // Every sign that Markdown could take for mark-up, and the bar that would part the cell.
    private static string Escape(string value)
    {
        var flat = FlatCell.Of(value);
        var escaped = new StringBuilder(flat.Length);
        foreach (var c in flat)
        {
            if (c is '\\' or '|' or '*' or '_' or '`' or '[' or ']' or '<' or '>' or '#' or '!' or '~' or '&' or '$')
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }
}
