using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Model;

namespace Termbase.Linting;

/// <summary>
/// Reads the comments that allow findings, in each format's own way of commenting: <c>&lt;!-- termbase: … --&gt;</c> in Markdown and
/// HTML, <c>[termbase: …]</c> in plain text, a note of the unit in bitexts (TMX and XLIFF <c>note</c>, PO comment, <c>#</c> line in
/// TSV). Thread-safe.
/// </summary>
public static partial class SuppressionReader
{
    private static readonly (int, int) End = (int.MaxValue, 0);

    /// <summary>The comments of a document, in order; what stands in code is none.</summary>
    public static ImmutableArray<Suppression> Read(Document document)
    {
        var text = document.Source.Text;
        if (!text.Contains("termbase:", StringComparison.Ordinal))
        {
            return [];
        }

        var code = document.Blocks.Where(static b => b.Kind == BlockKind.Code).Select(static b => b.Map.ToOriginal(new TextSpan(0, b.Text.Length))).ToList();
        var found = new List<Suppression>();
        foreach (Match match in Comment().Matches(text))
        {
            var isQuoted = match.Index > 0 && text[match.Index - 1] == '`';
            if (!isQuoted && code.TrueForAll(span => !span.Contains(match.Index)))
            {
                var place = document.Source.Locate(new TextSpan(match.Index, match.Length));
                found.Add(Scoped(Parse(match.Groups["body"].Value, place), document.Source, place));
            }
        }

        return Close(found);
    }

    /// <summary>The comments in a unit's notes, without the places where they hold.</summary>
    internal static IEnumerable<Suppression> Read(LintUnit unit)
    {
        var place = (unit.Unit.Location ?? SourceLocation.File(unit.Path)) with { Path = unit.Path };
        foreach (var note in unit.Unit.Properties.Concat(unit.Unit.Zh.Properties).Concat(unit.Unit.En.Properties).Where(static p => p.IsNote || p.Type == "x-extracted"))
        {
            foreach (var line in note.Value.Split('\n').Select(static l => l.Trim()).Where(static l => l.StartsWith("termbase:", StringComparison.Ordinal)))
            {
                yield return Parse(line["termbase:".Length..], place);
            }
        }
    }

    /// <summary>Ties each allow-end to its allow-begin; what has no partner says so.</summary>
    internal static ImmutableArray<Suppression> Close(List<Suppression> found)
    {
        var open = new Stack<int>();
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i].Verb == "allow-begin")
            {
                open.Push(i);
            }
            else if (found[i].Verb == "allow-end" && found[i].Mistake.Length == 0)
            {
                var begin = open.FirstOrDefault(at => found[i].Rules.IsEmpty || found[at].Rules.SequenceEqual(found[i].Rules, StringComparer.OrdinalIgnoreCase), -1);
                if (begin < 0)
                {
                    found[i] = found[i] with { Mistake = "allow-end without an allow-begin for the same rules" };
                    continue;
                }

                open = new Stack<int>(open.Where(at => at != begin).Reverse());
                found[begin] = found[begin] with { To = found[i].From };
            }
        }

        foreach (var at in open)
        {
            found[at] = found[at] with { Mistake = "allow-begin without allow-end holds to the end of the file; end it, or write allow-file" };
        }

        return [.. found];
    }

    private static Suppression Parse(string body, SourceLocation place)
    {
        var match = Directive().Match(body);
        var verb = match.Groups["verb"].Value;
        var result = new Suppression
        {
            Location = place,
            Verb = verb,
            Rules = [.. match.Groups["rules"].Value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)],
            Reason = match.Groups["reason"].Value.Trim(),
        };
        return result with
        {
            Mistake = !match.Success || verb is not ("allow" or "allow-next-line" or "allow-begin" or "allow-end" or "allow-file")
                ? $"not understood: “{body.Trim()}”; write allow, allow-next-line, allow-begin, allow-end or allow-file, the rule, a colon, and why"
                : result.Rules.IsEmpty && verb != "allow-end" ? "names no rule: write allow RULE: why"
                : "",
        };
    }

    private static Suppression Scoped(Suppression suppression, SourceText source, SourceLocation place)
    {
        var line = place.Line;
        if (suppression.Verb == "allow-next-line")
        {
            // Markdown wants a blank line behind a comment, and comments may follow one another.
            do
            {
                line++;
            }
            while (line < source.LineCount && IsEmpty(source.LineSpan(line).Of(source.Text)));
        }

        var (from, to) = suppression.Verb switch
        {
            "allow-begin" => ((line, 1), End),
            "allow-end" => ((line, 1), (line, 1)),
            "allow-file" => ((0, 0), End),
            _ => ((line, 1), (line + 1, 1)),
        };
        return suppression with { From = from, To = to };
    }

    private static bool IsEmpty(string line) => Comment().Replace(line, "").Trim().Length == 0;

    [GeneratedRegex(@"<!--\s*termbase:(?<body>.*?)-->|\[termbase:(?<body>[^\]\r\n]*)\]", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"^\s*(?<verb>[a-z]+(?:-[a-z]+)*)(?:\s+(?<rules>[A-Za-z0-9/_]+(?:-[A-Za-z0-9/_]+)*(?:\s*,\s*[A-Za-z0-9/_]+(?:-[A-Za-z0-9/_]+)*)*))?\s*(?:(?:[:：—–]|--)\s*(?<reason>.*))?$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Directive();
}
