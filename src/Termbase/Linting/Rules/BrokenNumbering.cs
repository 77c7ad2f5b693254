using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>Headings, articles or items whose numbers leave one out or come twice. See <c>BrokenNumbering.md</c>.</summary>
public sealed partial class BrokenNumbering : DocumentRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB330", "broken-numbering", "编号不连续", "Numbers that leave one out or come twice", Severity.Error);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        // Per style the sequences that are open: an inner list of the same style may stand between two items of the outer one.
        var open = new Dictionary<string, List<Sequence>>(StringComparer.Ordinal);
        Block? unnumbered = null;
        foreach (var block in document.Document.Blocks.Where(static b => b.Kind is not (BlockKind.Code or BlockKind.Note or BlockKind.FrontMatter)))
        {
            Within(document, block, context);
            var (prefix, from) = Outside(document, block);
            if (Label().Match(prefix + block.Text) is not { Success: true } match)
            {
                unnumbered = block.Kind is BlockKind.ListItem or BlockKind.Heading || block.Text.StartsWith("- ", StringComparison.Ordinal) ? block : unnumbered;
                continue;
            }

            var (style, number) = Read(match);
            var sequences = open.TryGetValue(style, out var list) ? list : open[style] = [];

            // A heading of a higher level ends what is numbered below it.
            foreach (var lower in open.Where(o => Rank(style) >= 0 && Rank(o.Key) > Rank(style)).Select(static o => o.Value))
            {
                lower.Clear();
            }

            var follows = sequences.FindLastIndex(s => s.Last + 1 == number || (s.Doubled && s.Last + 2 == number));
            if (follows >= 0)
            {
                sequences.RemoveRange(follows + 1, sequences.Count - follows - 1);
                sequences[follows] = sequences[follows] with { Last = number, Count = sequences[follows].Count + 1, Place = (block, match), Doubled = false };
            }
            else if (number == 1 || sequences.Count == 0)
            {
                sequences.Add(new Sequence(number, 1, (block, match)));
            }
            else
            {
                var last = sequences[^1];
                var label = match.Value.Trim();
                var missed = number == last.Last + 2;
                if ((last.Count >= 2 || (missed && last.Last == 1) || (number == last.Last && number > 1)) && number > 0 && (missed || number == last.Last))
                {
                    var expected = (last.Last + 1).ToString(CultureInfo.InvariantCulture);
                    context.Report(
                        document.Document.Source.Locate(new TextSpan(from, match.Value.TrimEnd().Length)),
                        missed ? $"{label} follows {last.Place.Match.Value.Trim()}: number {expected} is missing" : $"{label} comes twice in a row",
                        f => f with
                        {
                            Identity = $"{last.Place.Match.Value}|{match.Value}|{Shown(block.Text)}",
                            En = [Shown(prefix + block.Text), Shown(last.Place.Block.Text), .. unnumbered is { } u && missed && u.Index > last.Place.Block.Index ? [Shown(u.Text)] : Array.Empty<string>()],
                            Related =
                            [
                                new RelatedPlace(document.Document.Locate(last.Place.Block, new TextSpan(0, Math.Min(40, last.Place.Block.Text.Length))), "the one before"),
                                .. unnumbered is { } x && missed && x.Index > last.Place.Block.Index
                                    ? [new RelatedPlace(document.Document.Locate(x, new TextSpan(0, Math.Min(40, x.Text.Length))), "this one has no number")] : Array.Empty<RelatedPlace>(),
                            ],
                        });
                }

                // What follows a number that came twice may have been counted rightly: that is the same slip.
                sequences[^1] = new Sequence(number, 2, (block, match)) { Doubled = number == last.Last };
            }

            unnumbered = null;
        }
    }

    // Markdown keeps the number of an item or the sign of a heading out of the block's text.
    private static (string Prefix, int From) Outside(LintDocument document, Block block)
    {
        var source = document.Document.Source.Text;
        var start = block.Text.Length == 0 ? 0 : block.Map.ToOriginal(new TextSpan(0, 1)).Start;
        var line = start == 0 ? 0 : source.LastIndexOf('\n', start - 1) + 1;
        while (line < start && (char.IsWhiteSpace(source[line]) || source[line] is '#' or '>'))
        {
            line++;
        }

        var prefix = source[line..start].TrimEnd('*', '_');
        return prefix.Length is > 1 and <= 5 && char.IsAsciiDigit(prefix[0]) && prefix.TrimEnd().All(static c => char.IsAsciiDigit(c) || c is '.' or ')') ? (prefix.Replace(')', '.'), line) : ("", start);
    }

    // The number and the first words: enough to tell which item it is.
    private static string Shown(string text)
    {
        var end = 0;
        for (var word = 0; word < 4 && end < text.Length; word++)
        {
            end = text.IndexOf(' ', end + 1) is > 0 and var space ? space : text.Length;
        }

        return text[..end];
    }

    // (1) …, (2) …, (4) … in one paragraph; First, … Third, ….
    private static void Within(LintDocument document, Block block, LintContext context)
    {
        foreach (var (pattern, signs) in Inside)
        {
            var last = 0;
            foreach (Match match in block.Text.AsSpan().ContainsAny(signs) ? pattern.Matches(block.Text) : Enumerable.Empty<Match>())
            {
                var value = match.Groups["n"].Value;
                var number = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : value.Length == 1 ? value[0] - 'a' + 1 : 1 + Array.IndexOf(OrdinalWords, value.ToLowerInvariant());
                if (last >= 1 && number == last + 2)
                {
                    context.Report(document, block, new TextSpan(match.Groups["n"].Index, match.Groups["n"].Length), $"\"{value}\" follows number {last.ToString(CultureInfo.InvariantCulture)}: one is missing", f => f with { En = [match.Value.Trim().TrimEnd(',')] });
                }

                last = number == last + 1 || number == 1 ? number : last == 0 ? 0 : number;
            }
        }
    }

    // Each with what every match holds.
    private static readonly ImmutableArray<(Regex Pattern, SearchValues<string> Signs)> Inside =
    [
        (Inner(), SearchValues.Create([") "], StringComparison.Ordinal)),
        (Ordinals(), SearchValues.Create(["irst, ", "cond, ", "hird, ", "urth, ", "ifth, ", "ixth, ", "enth, "], StringComparison.Ordinal)),
        (Letters(), SearchValues.Create([") "], StringComparison.Ordinal)),
    ];

    private static readonly string[] OrdinalWords = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];

    private static (string Style, int Number) Read(Match match)
    {
        foreach (var group in new[] { "word", "roman", "decimal", "arabic", "paren", "parenroman" })
        {
            if (match.Groups[group] is { Success: true } found)
            {
                var style = group switch { "word" => match.Groups["kind"].Value.ToLowerInvariant(), "decimal" => match.Groups["dec"].Value, _ => group };
                return (style, int.TryParse(found.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : RomanNumber(found.Value));
            }
        }

        return ("", 0);
    }

    // Parts hold sections hold items; boxes, tables and articles run on through a document.
    private static int Rank(string style) => style switch { "part" => 0, "chapter" => 1, "section" => 2, "roman" => 3, "parenroman" => 4, "arabic" => 5, "paren" => 6, _ => -1 };

    private static int RomanNumber(string roman)
    {
        var total = 0;
        for (var i = 0; i < roman.Length; i++)
        {
            var value = Value(roman[i]);
            total += i + 1 < roman.Length && Value(roman[i + 1]) > value ? -value : value;
        }

        return total;

        static int Value(char c) => char.ToLowerInvariant(c) switch { 'i' => 1, 'v' => 5, 'x' => 10, _ => 0 };
    }

    private sealed record Sequence(int Last, int Count, (Block Block, Match Match) Place)
    {
        public bool Doubled { get; init; }
    }

    [GeneratedRegex(@"^(?:#+ +)?(?:\*{1,2})?(?:(?<kind>Article|Chapter|Section|Part|Box|Table|Figure) (?<word>\d{1,3}|[IVX]+)(?=[\s.:]|$)|(?<roman>[IVX]+)\. |(?<dec>(?:\d{1,2}\.)+)(?<decimal>\d{1,2})\.?(?= \p{Lu}[^\n]{0,150}$) |(?<arabic>\d{1,2})[.、](?= ?\p{L}) ?|\((?<paren>\d{1,2})\) ?|\((?<parenroman>[ivx]+)\) ?)", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"(?<=[:;,] (?:and )?|: |^)\((?<n>\d)\) ", RegexOptions.CultureInvariant)]
    private static partial Regex Inner();

    [GeneratedRegex(@"(?<=[.:;,] (?:and |or )?|^)\((?<n>[a-h])\) ", RegexOptions.CultureInvariant)]
    private static partial Regex Letters();

    [GeneratedRegex(@"(?:(?<=^|[.:;] (?:and )?))(?<n>First|Second|Third|Fourth|Fifth|Sixth|Seventh|first|second|third|fourth|fifth|sixth|seventh), ", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinals();
}
