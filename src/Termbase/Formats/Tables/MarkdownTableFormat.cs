using System.Buffers;
using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Formats.Tables;

/// <summary>Tables of terms in Markdown, told by their headers; tables of other things are left out with a word. Stateless and thread-safe.</summary>
public sealed class MarkdownTableFormat : ITermFormat
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseGridTables().UsePreciseSourceLocation().Build();
    private static readonly MarkdownPipeline CellPipeline = Inlines();
    private static readonly SearchValues<char> Markup = SearchValues.Create("\\`*_[]<>&!\n");
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
        var tables = MarkdownTree.Parse(text, path, Pipeline).Descendants<Table>()
            .Select(table => table.OfType<Markdig.Extensions.Tables.TableRow>().Select(row => Row(row, text)).ToList());
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

    // A cell is a line of text, whatever block its first sign would open.
    private static MarkdownPipeline Inlines()
    {
        var builder = new MarkdownPipelineBuilder();
        builder.BlockParsers.Clear();
        builder.BlockParsers.Add(new ParagraphBlockParser());
        return builder.Build();
    }

    private static TableRow Row(Markdig.Extensions.Tables.TableRow row, string text) =>
        new([.. row.OfType<TableCell>().Select(cell => Text(cell, text))], row.Line + 1);

    private static string Text(TableCell cell, string text)
    {
        if (((Table)cell.Parent!.Parent!).ColumnDefinitions is [{ Width: > 0 }, ..])
        {
            return string.Concat(cell.Descendants<Inline>().Select(Text)).Trim();
        }

        var source = cell.Span.Length > 0 ? text.AsSpan(cell.Span.Start, cell.Span.Length).Trim() : [];
        return source.IndexOfAny(Markup) < 0
            ? source.ToString()
            : string.Concat(Markdown.Parse(source.ToString(), CellPipeline).Descendants<Inline>().Select(Text)).Trim();
    }

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
