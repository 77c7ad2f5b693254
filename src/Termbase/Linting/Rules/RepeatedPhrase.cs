using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A phrase said twice in one sentence, where the second takes up the first. See <c>RepeatedPhrase.md</c>.</summary>
public sealed partial class RepeatedPhrase : DocumentRule
{
    private const int MostBetween = 3;

    // Between two things that are compared or listed stand and, or, to, a comma; between a phrase and its echo only these and a name.
    private static readonly FrozenSet<string> Links = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "of", "the", "in", "for", "its", "our", "their", "with", "by", "on");

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB322", "repeated-phrase", "同句重复", "A phrase said twice in one sentence", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        var words = new List<TextSpan>();
        foreach (var block in document.Document.Blocks.Where(static b => b.Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Heading))
        {
            foreach (var sentence in document.Reading.Sentences(block))
            {
                Echo(document, block, sentence, words, context);
                var text = block.Text.AsSpan(sentence.Start, sentence.Length);
                foreach (Match twice in MayBeOfItself(text) ? OfItself().Matches(sentence.Of(block.Text)) : Enumerable.Empty<Match>())
                {
                    context.Report(document, block, new TextSpan(sentence.Start + twice.Index, twice.Length), $"\"{twice.Groups["noun"].Value}\" is said twice", f => f with { En = [twice.Value] });
                }

                if (text.Contains(" such ", StringComparison.Ordinal) && Resumed().Match(sentence.Of(block.Text)) is { Success: true } match)
                {
                    context.Report(
                        document, block, new TextSpan(sentence.Start + match.Groups["again"].Index, match.Groups["again"].Length),
                        $"\"{match.Groups["again"].Value}\" takes up what the sentence begins with",
                        f => f with { En = [match.Groups["first"].Value, match.Groups["again"].Value] });
                }
            }
        }
    }

    private static void Echo(LintDocument document, Block block, TextSpan sentence, List<TextSpan> words, LintContext context)
    {
        var text = block.Text;
        AsciiWords.Read(text, sentence, "-'’", words);

        for (var i = 0; i + 4 < words.Count; i++)
        {
            if (words[i + 1].Start != words[i].End + 1 || !IsContent(Word(i)) || !IsContent(Word(i + 1)))
            {
                continue;
            }

            for (var j = i + 3; j + 1 < words.Count && j <= i + 2 + MostBetween; j++)
            {
                if (!Word(i).SequenceEqual(Word(j)) || !Word(i + 1).SequenceEqual(Word(j + 1)))
                {
                    continue;
                }

                var between = words[(i + 2)..j].ConvertAll(w => w.Of(text));
                if (text[words[i + 1].End..words[j].Start].All(static c => char.IsLetter(c) || c is ' ' or '\'' or '’' or '-')
                    && (words[i].Length >= 4 && words[i + 1].Length >= 4 || between.TrueForAll(Links.Contains))
                    && between.Exists(static w => w is "of" or "in" or "for") && between.Count(static w => !Links.Contains(w)) <= 1)
                {
                    var span = TextSpan.FromBounds(words[i].Start, words[j + 1].End);
                    context.Report(
                        document, block, span, $"\"{Word(i)} {Word(i + 1)}\" is said twice", f => f with { En = [span.Of(block.Text)] });
                    return;
                }
            }
        }

        ReadOnlySpan<char> Word(int at) => text.AsSpan(words[at].Start, words[at].Length);
    }

    private static bool IsContent(ReadOnlySpan<char> word) => word.Length >= 3 && word is not ("and" or "are" or "has" or "who" or "may" or "can" or "was" or "not" or "one" or "year" or "two") && char.IsAsciiLetterLower(word[0]) && !Links.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    // Whether behind any " the " stands the word that stands before its preposition.
    private static bool MayBeOfItself(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf(The); at >= 0; at = text[(at + 1)..].IndexOf(The) is >= 0 and var next ? at + 1 + next : -1)
        {
            var before = text[..at];
            before = before.EndsWith(" of") || before.EndsWith(" in") ? before[..^3] : before.EndsWith(" for") ? before[..^4] : [];
            var noun = before[(before.LastIndexOfAnyExceptInRange('a', 'z') + 1)..];
            if (noun.Length >= 6 && text[(at + The.Length)..].StartsWith(noun))
            {
                return true;
            }
        }

        return false;
    }

    private const string The = " the ";

    // "the villages of the villages"
    [GeneratedRegex(@"\b(?<noun>[a-z]{6,}) (?:of|in|for) the \k<noun>\b(?! of)", RegexOptions.CultureInvariant)]
    private static partial Regex OfItself();

    // "For infrastructure …, for such infrastructure, we …"
    [GeneratedRegex(@"^(?<first>(?:For|To|In|With|On) (?<noun>[a-z]{4,}) [^;]{10,}), (?<again>(?:for|to|in|with|on) such \k<noun>,)", RegexOptions.CultureInvariant)]
    private static partial Regex Resumed();
}
