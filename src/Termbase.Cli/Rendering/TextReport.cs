using System.Globalization;
using Termbase.Linting;
using Termbase.Model;

namespace Termbase.Cli.Rendering;

/// <summary>
/// Findings as a good compiler prints them: place and message, the line with the words underlined, what to write instead, the
/// other places, the rule.
/// </summary>
internal sealed class TextReport(CliConsole console, Func<string, SourceText?> textOf)
{
    private const int RelatedShown = 8;
    private readonly Ansi _ansi = new(console.Color);

    public void Write(Finding finding)
    {
        var output = console.Out;
        output.WriteLine($"{_ansi.Bold(finding.Location.ToString())}: {Level(finding.Severity)}: {finding.Message}");
        WriteExcerpt(finding);
        if (finding.Suggestion.Length > 0)
        {
            output.WriteLine($"   {_ansi.Dim("=")} write: {_ansi.Green(finding.Suggestion)}");
        }

        foreach (var related in finding.Related.Take(RelatedShown))
        {
            output.WriteLine($"   {_ansi.Dim("=")} {related.Location}: {related.Message}");
        }

        if (finding.Related.Length > RelatedShown)
        {
            output.WriteLine($"   {_ansi.Dim("=")} and {finding.Related.Length - RelatedShown} more places (--format json lists all)");
        }

        output.WriteLine($"   {_ansi.Dim($"[{Called(finding.Rule)}]")}");
        output.WriteLine();
    }

    /// <summary>A user's own rule has its name in its code.</summary>
    internal static string Called(RuleInfo rule) => rule.Code.EndsWith(rule.Name, StringComparison.Ordinal) ? rule.Code : $"{rule.Code} {rule.Name}";

    /// <summary>The closing line: counts by severity.</summary>
    public void WriteSummary(IReadOnlyCollection<Finding> findings, int files)
    {
        string Count(Severity severity, string one, string many)
        {
            var n = findings.Count(f => f.Severity == severity);
            return n.ToString(CultureInfo.InvariantCulture) + " " + (n == 1 ? one : many);
        }

        console.Say(
            $"{files} {(files == 1 ? "file" : "files")}: {Count(Severity.Error, "error", "errors")}, {Count(Severity.Warning, "warning", "warnings")}, {Count(Severity.Info, "info", "infos")}.");
    }

    private string Level(Severity severity) => severity switch
    {
        Severity.Error => _ansi.Red("error"),
        Severity.Warning => _ansi.Yellow("warning"),
        _ => _ansi.Blue("info"),
    };

    private void WriteExcerpt(Finding finding)
    {
        var at = finding.Location;
        if (finding.InSegment is { } span)
        {
            var text = finding.Side == "source" ? finding.UnitSource : finding.UnitTarget;
            Excerpt(finding.Side, text.ReplaceLineEndings(" "), span.Start, Math.Min(span.End, text.Length), finding.Severity);
        }
        else if (at.Line > 0 && textOf(at.Path) is { } source && at.Line <= source.LineCount)
        {
            var line = source.LineSpan(at.Line).Of(source.Text);
            var start = Offset(line, at.Column);
            var end = at.EndLine == at.Line ? Math.Max(Offset(line, at.EndColumn), start) : line.Length;
            Excerpt(at.Line.ToString(CultureInfo.InvariantCulture), line, start, end, finding.Severity);
        }
    }

    private void Excerpt(string label, string line, int start, int end, Severity severity)
    {
        var (from, to) = Window(line, start, end);
        var before = (from > 0 ? "…" : "") + line[from..start].Replace('\t', ' ');
        var marked = line[start..Math.Min(end, to)].Replace('\t', ' ');
        var after = line[Math.Min(end, to)..to].Replace('\t', ' ') + (to < line.Length ? "…" : "");
        console.Out.WriteLine($"{_ansi.Dim($"{label} |")} {before}{Mark(marked, severity)}{after}");
        var indent = new string(' ', label.Length) + " | " + new string(' ', DisplayWidth.Of(before));
        console.Out.WriteLine(_ansi.Dim(indent) + Mark(new string('^', Math.Max(1, DisplayWidth.Of(marked))), severity));
    }

    private string Mark(string text, Severity severity) => severity switch
    {
        Severity.Error => _ansi.Red(text),
        Severity.Warning => _ansi.Yellow(text),
        _ => _ansi.Blue(text),
    };

    /// <summary>The part of the line to show: all of it, or as many cells around the words as the terminal has.</summary>
    private (int From, int To) Window(string line, int start, int end)
    {
        var room = Math.Max(40, console.Width - 10);
        if (DisplayWidth.Of(line) <= room)
        {
            return (0, line.Length);
        }

        var spare = Math.Max(10, room - DisplayWidth.Of(line.AsSpan(start, end - start)));
        int from = start, to = Math.Min(end, start + room);
        for (var used = 0; from > 0 && used < spare * 2 / 3; from--)
        {
            used += line[from - 1] >= 0x1100 ? 2 : 1;
        }

        for (var used = 0; to < line.Length && used < spare / 3; to++)
        {
            used += line[to] >= 0x1100 ? 2 : 1;
        }

        if (from > 0 && char.IsLowSurrogate(line[from]))
        {
            from--;
        }

        if (to < line.Length && char.IsLowSurrogate(line[to]))
        {
            to++;
        }

        return (from, to);
    }

    /// <summary>UTF-16 offset of a 1-based column in code points.</summary>
    private static int Offset(string line, int column)
    {
        var offset = 0;
        for (var at = 1; at < column && offset < line.Length; at++)
        {
            offset += char.IsHighSurrogate(line[offset]) && offset + 1 < line.Length ? 2 : 1;
        }

        return offset;
    }
}
