using Termbase.Model;
using Termbase.Search;

namespace Termbase.Cli.Rendering;

/// <summary>Units that contain a text, the hit highlighted.</summary>
internal sealed class ConcordanceView(CliConsole console, string root)
{
    private readonly Ansi _ansi = new(console.Color);

    public void Write(ConcordanceResult result)
    {
        foreach (var hit in result.Hits)
        {
            console.Out.WriteLine(Highlight(hit.Source, hit.SourceSpans));
            console.Out.WriteLine("  " + Highlight(hit.Target, hit.TargetSpans));
            console.Out.WriteLine("  " + _ansi.Dim($"{console.Shown(Path.GetFullPath(hit.File, root))}:{hit.Line} {hit.Unit}".TrimEnd()));
        }
    }

    private string Highlight(string text, IReadOnlyList<TextSpan> spans)
    {
        for (var i = spans.Count - 1; i >= 0; i--)
        {
            text = text[..spans[i].Start] + _ansi.Yellow(spans[i].Of(text)) + text[spans[i].End..];
        }

        return text;
    }
}
