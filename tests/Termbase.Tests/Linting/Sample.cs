using System.Collections.Immutable;
using System.Text;
using Termbase.Documents;
using Termbase.Linting;
using Termbase.Mining;
using Termbase.Model;

namespace Termbase.Tests.Linting;

/// <summary>
/// A text with marks: <c>[|…|]</c> stands around what a finding must cover. <c>--- file NAME</c> and <c>--- published NAME</c> lines divide
/// it into several documents; without one it is a single document.
/// </summary>
internal sealed record Sample(ImmutableArray<LintDocument> Documents, ImmutableArray<(string Path, TextSpan Span)> Marks)
{
    public static Sample Parse(string marked)
    {
        var documents = ImmutableArray.CreateBuilder<LintDocument>();
        var marks = ImmutableArray.CreateBuilder<(string, TextSpan)>();
        foreach (var (path, published, body) in Files(marked))
        {
            var (text, spans) = Strip(body);
            documents.Add(Lintable(path, text, published));
            marks.AddRange(spans.Select(span => (path, span)));
        }

        return new Sample(documents.ToImmutable(), marks.ToImmutable());
    }

    public static LintDocument Lintable(string path, string text, bool published = false)
    {
        var document = DocumentReader.Read(path, text);
        return new LintDocument(document, [.. GlossMiner.Mine(document)], published);
    }

    /// <summary>What the findings cover, as the marks say it.</summary>
    public IEnumerable<(string Path, TextSpan Span)> Covered(IEnumerable<Finding> findings) =>
        findings.Select(f => (f.Location.Path, SpanOf(Documents.Single(d => d.Path == f.Location.Path).Document.Source, f.Location)));

    public static TextSpan SpanOf(SourceText source, SourceLocation location) => TextSpan.FromBounds(
        Offset(source, location.Line, location.Column), Offset(source, location.EndLine, location.EndColumn));

    /// <summary>The texts with all edits made, by path.</summary>
    public ImmutableArray<(string Path, string Text)> Fixed(IEnumerable<Finding> findings, bool onlySafe = true)
    {
        var edits = findings.Where(f => f.Edit is { } e && (e.IsSafe || !onlySafe)).ToLookup(f => f.Location.Path, f => f.Edit!);
        return
        [
            .. Documents.Select(d =>
            {
                var text = new StringBuilder(d.Document.Source.Text);
                foreach (var edit in edits[d.Path].OrderByDescending(e => e.Span.Start))
                {
                    text.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.Replacement);
                }

                return (d.Path, text.ToString());
            }),
        ];
    }

    private static int Offset(SourceText source, int line, int column)
    {
        var at = source.LineSpan(line).Start;
        for (; column > 1; column--)
        {
            at += char.IsHighSurrogate(source.Text[at]) ? 2 : 1;
        }

        return at;
    }

    private static IEnumerable<(string Path, bool Published, string Body)> Files(string marked)
    {
        var path = "sample.md";
        var published = false;
        var body = new StringBuilder();
        foreach (var line in marked.Split('\n'))
        {
            if (line.StartsWith("--- file ", StringComparison.Ordinal) || line.StartsWith("--- published ", StringComparison.Ordinal))
            {
                if (body.ToString().Trim().Length > 0)
                {
                    yield return (path, published, body.ToString());
                }

                body.Clear();
                published = line.StartsWith("--- published ", StringComparison.Ordinal);
                path = line[line.LastIndexOf(' ')..].Trim();
            }
            else
            {
                body.Append(body.Length > 0 ? "\n" : "").Append(line);
            }
        }

        yield return (path, published, body.ToString());
    }

    public static (string Text, List<TextSpan> Spans) Strip(string marked)
    {
        var text = new StringBuilder();
        var spans = new List<TextSpan>();
        var open = -1;
        for (var i = 0; i < marked.Length; i++)
        {
            if (string.CompareOrdinal(marked, i, "[|", 0, 2) == 0)
            {
                open = text.Length;
                i++;
            }
            else if (string.CompareOrdinal(marked, i, "|]", 0, 2) == 0)
            {
                spans.Add(TextSpan.FromBounds(open, text.Length));
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        return (text.ToString(), spans);
    }
}
