using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Model;

namespace Termbase.Linting.Rules;

// "the following four categories" before a list of three.
public sealed partial class CountMismatch
{
    private static void Lists(LintDocument document, LintContext context)
    {
        var blocks = document.Document.Blocks;
        for (var i = 0; i < blocks.Length; i++)
        {
            if (blocks[i] is not { Kind: BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Heading } block)
            {
                continue;
            }

            Named(document, block, context);
            for (var colon = block.Text.IndexOf(':', StringComparison.Ordinal); colon > 0; colon = block.Text.IndexOf(':', colon + 1))
            {
                var from = Math.Max(0, colon - Reach);
                if (!block.Text.AsSpan(from, colon - from).ContainsAny(Numbered) || Announced().Match(block.Text, from, colon + 1 - from) is not { Success: true } match)
                {
                    continue;
                }

                var (said, behind) = (RoundedAmount.Whole(match.Groups["n"].Value), colon + 1);
                var listed = behind < block.Text.TrimEnd().Length ? Inline(block.Text[behind..Math.Min(block.Text.Length, behind + Longest)]) : Below(blocks, i);
                if (said is >= 2 and <= 20 && listed >= 2 && listed != said)
                {
                    context.Report(
                        document, block, new TextSpan(match.Groups["what"].Index, match.Groups["what"].Length), string.Create(CultureInfo.InvariantCulture, $"\"{match.Groups["what"].Value}\": {listed} are listed"),
                        f => f with { En = [match.Groups["what"].Value] });
                }
            }
        }
    }

    // "the five major projects, namely A, B, C, and D".
    private static void Named(LintDocument document, Block block, LintContext context)
    {
        foreach (Match match in block.Text.Contains("namely", StringComparison.Ordinal) ? Namely().Matches(block.Text) : Enumerable.Empty<Match>())
        {
            var (said, listed) = (RoundedAmount.Whole(match.Groups["n"].Value), match.Groups["item"].Captures.Count + 1);
            if (said is >= 3 and <= 12 && said != listed)
            {
                context.Report(
                    document, block, new TextSpan(match.Groups["what"].Index, match.Groups["what"].Length), string.Create(CultureInfo.InvariantCulture, $"\"{match.Groups["what"].Value}\": {listed} are named"),
                    f => f with { En = [match.Groups["what"].Value] });
            }
        }
    }

    // Items of one form in the blocks that follow; a last item with an inner list, or text between, ends the count. 0 where no list follows.
    private static int Below(IReadOnlyList<Block> blocks, int at)
    {
        var (count, style) = (0, "");

        // Short items may have been joined to one paragraph.
        if (at + 1 < blocks.Count && Item().IsMatch(blocks[at + 1].Text) && Marks().Count(blocks[at + 1].Text) >= 2)
        {
            return at + 2 < blocks.Count && Item().IsMatch(blocks[at + 2].Text) ? 0 : Inline(blocks[at + 1].Text);
        }

        for (var i = at + 1; i < blocks.Count; i++)
        {
            var item = Item().Match(blocks[i].Text);
            var mine = item.Success ? item.Groups.Keys.First(k => !char.IsAsciiDigit(k[0]) && k is not "v" && item.Groups[k].Success) : blocks[i].Kind is BlockKind.ListItem ? "item" : "";
            if (mine.Length == 0 || blocks[i].Kind is BlockKind.Note or BlockKind.FrontMatter || (count > 0 && mine != style))
            {
                break;
            }

            // A numbered list that begins anew is another one, and one that skips a number is told as that.
            if (mine is not ("item" or "dash") && Number(item.Groups["v"].Value) != count + 1)
            {
                return count > 0 && Number(item.Groups["v"].Value) == 1 ? count : 0;
            }

            (count, style) = (count + 1, mine);
        }

        return count;
    }

    // (1) …, (2) …; or members set off by semicolons, up to the end of the sentence.
    private static int Inline(string text)
    {
        var end = SentenceEnd().Match(text);
        var sentence = end.Success ? text[..end.Index] : text;
        var numbers = Marks().Matches(sentence);
        if (numbers.Count >= 2)
        {
            // All marks in order from the first, else it is no plain list.
            var plain = numbers[0].Index <= 1 && numbers.Select(static (m, n) => Number(m.Groups["v"].Value) == n + 1).All(static b => b);
            return plain ? numbers.Count : 0;
        }

        var members = sentence.Split(';');
        return members.Length >= 3 && Array.TrueForAll(members, static m => m.Length > 3) && !sentence.Contains(':', StringComparison.Ordinal) && !sentence.Contains('(', StringComparison.Ordinal) ? members.Length : 0;
    }

    private static int Number(string label) =>
        int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n
        : label.Length == 1 && char.IsAsciiLetter(label[0]) && !(label is "i" or "I") ? char.ToLowerInvariant(label[0]) - 'a' + 1
        : 1 + Array.IndexOf(Romans, label.ToLowerInvariant());

    private static readonly string[] Romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

    private const string Things = "categories|kinds|types|classes|groups|tasks|measures|conditions|requirements|documents|materials|items|principles|goals|objectives|targets|aspects|areas|fields|points|steps|stages|phases|forms|ways|parts|projects|programs|programmes|duties|responsibilities|functions|circumstances|cases|situations|obligations|methods|channels|sectors|elements|components|criteria|factors|actions|initiatives|priorities|issues|problems|activities|acts|matters|rights|directions|levels|tiers|grades|indicators|modes|models|means|purposes|reasons|sources|services|units|bodies|agencies|departments|provisions|rules|systems|mechanisms|platforms|bases|zones|routes|lines|corridors|centers|centres|parks|pilots|campaigns|chains|clusters|industries|plans|lists|topics|links|networks|ports|sites|plants|laboratories|standards|forums|teams|pillars|aims|results|themes|brands|products|technologies|tools|courses|subjects|schemes|funds";

    private const int Reach = 160;
    private const int Longest = 4000;

    private static readonly SearchValues<string> Numbered = SearchValues.Create(["2 ", "3 ", "4 ", "5 ", "6 ", "7 ", "8 ", "9 ", "0 ", "elve ", "teen ", "wo ", "hree ", "our ", "ive ", "ix ", "even ", "ight ", "ine ", "en "], StringComparison.Ordinal);

    // following four tasks:, four tasks as follows:, four tasks:, as follows: four; "at least two of the following" is a choice.
    [GeneratedRegex(@"(?<!\b(?:at least|at most|more than|up to|any|(?:one|two|three|any|some|each|either|most|more|all) of|among|either|than|first|last|other|another|further|every|or) (?:the )?)(?<what>\b(?:following|these|those) (?<n>" + RoundedAmount.Pattern + @")(?: [\p{L}\-]+){1,4}|\b(?<n>" + RoundedAmount.Pattern + @") following(?: [\p{L}\-]+){1,4}|(?<!\d[.,]|[$€£¥])\b(?<n>" + RoundedAmount.Pattern + @")(?: (?!of\b|percent\b|per\b)[\p{L}\-]+){0,2} (?:" + Things + @")(?=[^.;:()]{0,40}:))(?<rest>[^.;:()]{0,60}):$", RegexOptions.CultureInvariant)]
    private static partial Regex Announced();

    // Only with a comma before "and" is it plain where one item ends.
    [GeneratedRegex(@"(?<what>\b(?<n>" + RoundedAmount.Pattern + @")(?: [\p{L}\-]+){0,3} (?:" + Things + @"))\b[^.,;:()]{0,40}, namely,? (?:(?<item>[^.,;:()]{2,60}), ){2,}and [^.,;:()]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Namely();

    [GeneratedRegex(@"^(?:\*{1,2})?(?:[(（](?<v>\d{1,2})[)）](?<paren>)|[(（](?<v>[ivx]{1,4})[)）](?<roman>)|[(（]?(?<v>[a-l])[)）](?<letter>)|(?<v>\d{1,2})[.)、](?!\d)(?<dot>)|(?<v>[ivx]{1,4})[.)](?<romandot>)|(?<v>[a-l])\.(?<letterdot>)|[-–—•·*] ?(?<v>)(?<dash>))\s*\S", RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    [GeneratedRegex(@"(?<=^|[\s:;,])(?:\((?<v>\d{1,2}|[a-l]|[ivx]{1,4})\)|(?<v>\d)\)) ", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex(@"[.!?](?=[”""’)]?\s+\p{Lu}|[”""’)]?\s*$)", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}
