using System.Text;
using Termbase.Model;

namespace Termbase.Formats.Tables;

/// <summary>A simple lexicon: <c>zh|en</c>, one pair a line, lines that start with <c>#</c> left out. Stateless and thread-safe.</summary>
public sealed class LexiconFormat : ITermFormat
{
    /// <inheritdoc/>
    public string Name => "lexicon";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".lex"];

    /// <inheritdoc/>
    public TermFields Carries => TermFields.None;

    /// <inheritdoc/>
    public IEnumerable<Concept> Read(Stream stream, string path, TermReadOptions options, ReadLog log)
    {
        var text = TextFile.OpenReader(stream, path, log);
        return TermTable.Read(DelimitedText.Rows(text, path, '|', log), path, options, log);
    }

    /// <inheritdoc/>
    public long Write(Stream stream, IEnumerable<Concept> concepts, TermWriteOptions options)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 14, leaveOpen: true) { NewLine = "\n" };
        var count = 0L;
        foreach (var concept in concepts)
        {
            TermFieldCheck.Report(concept, Carries, options.Losses);
            foreach (var row in concept.Renderings)
            {
                string zh = FlatCell.Of(row.Zh), en = FlatCell.Of(row.En);
                if (zh.Contains('|', StringComparison.Ordinal) || en.Contains('|', StringComparison.Ordinal) || zh.StartsWith('#') || en.StartsWith('#'))
                {
                    options.Losses?.Add("a term that holds | or starts with #", row.Zh, row.Location);
                    continue;
                }

                writer.WriteLine(options.ZhFirst ? $"{zh}|{en}" : $"{en}|{zh}");
                count++;
            }
        }

        return count;
    }
}
