using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Languages;

namespace Termbase.Alignment;

/// <summary>
/// Where the sentences of a text stand: in which block of which kind, and with what number they begin (第三条, （三）, Article 3, (3)).
/// Immutable and thread-safe.
/// </summary>
internal sealed partial class TextShape
{
    private TextShape(int[] blocks, BlockKind[] kinds, string[] labels)
    {
        (Blocks, Kinds, Labels) = (blocks, kinds, labels);
        HasBlocks = blocks.Length > 0 && blocks[0] != blocks[^1];
        HasLabels = labels.Count(static l => l.Length > 0) * 20 > labels.Length;
    }

    /// <summary>Number of each sentence's paragraph, heading, item or cell.</summary>
    public int[] Blocks { get; }

    /// <summary>What that is.</summary>
    public BlockKind[] Kinds { get; }

    /// <summary>The number with which each sentence begins ("A3" for an article, "3" for an item), empty for none.</summary>
    public string[] Labels { get; }

    /// <summary>Whether more than one block is known.</summary>
    public bool HasBlocks { get; }

    /// <summary>Whether numbers are more than a rare thing in the text.</summary>
    public bool HasLabels { get; }

    /// <summary>Sentences of which nothing but the text is known.</summary>
    public static TextShape OfText(IReadOnlyList<string> sentences) =>
        new(new int[sentences.Count], new BlockKind[sentences.Count], [.. sentences.Select(Label)]);

    /// <summary>Sentences of a document.</summary>
    public static TextShape Of(IReadOnlyList<AlignedSentence> sentences) =>
        new([.. sentences.Select(static s => s.Block)], [.. sentences.Select(static s => s.Kind)], [.. sentences.Select(static s => Label(s.Text))]);

    /// <summary>Some of the sentences.</summary>
    public TextShape Part(int start, int count) =>
        new(Blocks.AsSpan(start, count).ToArray(), Kinds.AsSpan(start, count).ToArray(), Labels.AsSpan(start, count).ToArray());

    /// <summary>Whether a sentence is the first of its block.</summary>
    public bool Opens(int sentence) => sentence == 0 || Blocks[sentence] != Blocks[sentence - 1];

    /// <summary>The number at the start of a sentence.</summary>
    internal static string Label(string sentence)
    {
        var match = Chinese().Match(sentence) is { Success: true } chinese ? chinese : English().Match(sentence);
        if (!match.Success)
        {
            return "";
        }

        var kind = match.Groups["kind"].Value is { Length: > 0 } word ? char.ToUpperInvariant(word[0]) switch
        {
            '条' or 'A' => "A",
            '章' or 'C' => "C",
            '节' or '節' or 'S' => "S",
            _ => "P",
        } : "";
        var number = match.Groups["number"].Value;
        var value = RomanNumber(number) ?? (number[0] is >= '①' and <= '⑳' ? number[0] - '①' + 1 : ChineseOrFigures(number));
        return value is > 0 and { } known ? FormattableString.Invariant($"{kind}{known}") : "";
    }

    private static int? ChineseOrFigures(string number)
    {
        if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var figures))
        {
            return figures;
        }

        var (total, digit) = (0, 0);
        foreach (var c in number)
        {
            var value = "零一二三四五六七八九".IndexOf(c, StringComparison.Ordinal);
            if (value >= 0 || c == '〇')
            {
                digit = Math.Max(0, value);
                continue;
            }

            total += Math.Max(1, digit) * (c == '百' ? 100 : 10);
            digit = 0;
        }

        return total + digit;
    }

    private static int? RomanNumber(string number)
    {
        var total = 0;
        for (var i = 0; i < number.Length; i++)
        {
            var value = Roman(number[i]);
            if (value == 0)
            {
                return null;
            }

            total += i + 1 < number.Length && Roman(number[i + 1]) > value ? -value : value;
        }

        return total;
    }

    private static int Roman(char c) => char.ToUpperInvariant(c) switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, _ => 0 };

    [GeneratedRegex("^(?:第\\s*(?<number>[〇零一二三四五六七八九十百]{1,7}|[0-9]{1,3})\\s*(?<kind>[章节節条部编篇])|[（(](?<number>[一二三四五六七八九十百]{1,5}|[0-9]{1,3})[)）]|(?<number>[一二三四五六七八九十]{1,3})[、.．]|(?<number>[①-⑳]))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Chinese();

    [GeneratedRegex("^(?:(?<kind>Article|Chapter|Section|Part)\\s+(?<number>[0-9]{1,3}|[IVXL]{1,6})\\b|\\((?<number>[0-9]{1,3}|[ivx]{1,5})\\)|(?<number>[0-9]{1,3}|[IVX]{1,5})[.)、．](?=\\s|\\p{Lu}|\\p{Lo}))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex English();
}
