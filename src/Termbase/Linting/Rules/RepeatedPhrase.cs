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
        foreach (var block in document.Document.Blocks.Where(static b => b.Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Heading))
        {
            foreach (var sentence in document.Reading.Sentences(block))
            {
                Echo(document, block, sentence, context);
                foreach (Match twice in OfItself().Matches(sentence.Of(block.Text)))
                {
                    context.Report(document, block, new TextSpan(sentence.Start + twice.Index, twice.Length), $"\"{twice.Groups["noun"].Value}\" is said twice", f => f with { En = [twice.Value] });
                }

                if (Resumed().Match(sentence.Of(block.Text)) is { Success: true } match)
                {
                    context.Report(
                        document, block, new TextSpan(sentence.Start + match.Groups["again"].Index, match.Groups["again"].Length),
                        $"\"{match.Groups["again"].Value}\" takes up what the sentence begins with",
                        f => f with { En = [match.Groups["first"].Value, match.Groups["again"].Value] });
                }
            }
        }
    }

    private static void Echo(LintDocument document, Block block, TextSpan sentence, LintContext context)
    {
        var words = Word().Matches(sentence.Of(block.Text)).ToList();
        for (var i = 0; i + 3 < words.Count; i++)
        {
            if (!IsContent(words[i].Value) || !IsContent(words[i + 1].Value) || words[i + 1].Index != words[i].Index + words[i].Length + 1)
            {
                continue;
            }

            for (var j = i + 3; j + 1 < words.Count && j <= i + 2 + MostBetween; j++)
            {
                var between = words[(i + 2)..j];
                if (Same(words[i], words[j]) && Same(words[i + 1], words[j + 1])
                    && sentence.Of(block.Text)[(words[i + 1].Index + words[i + 1].Length)..words[j].Index].All(static c => char.IsLetter(c) || c is ' ' or '\'' or '’' or '-')
                    && (words[i].Length >= 4 && words[i + 1].Length >= 4 || between.TrueForAll(static w => Links.Contains(w.Value)))
                    && between.Exists(static w => w.Value is "of" or "in" or "for") && between.Count(static w => !Links.Contains(w.Value)) <= 1)
                {
                    var span = TextSpan.FromBounds(sentence.Start + words[i].Index, sentence.Start + words[j + 1].Index + words[j + 1].Length);
                    context.Report(
                        document, block, span, $"\"{words[i].Value} {words[i + 1].Value}\" is said twice", f => f with { En = [span.Of(block.Text)] });
                    return;
                }
            }
        }
    }

    private static bool IsContent(string word) => word.Length >= 3 && word is not ("and" or "are" or "has" or "who" or "may" or "can" or "was" or "not" or "one" or "year" or "two") && char.IsAsciiLetterLower(word[0]) && !Links.Contains(word);

    private static bool Same(Match a, Match b) => string.Equals(a.Value, b.Value, StringComparison.Ordinal);

    [GeneratedRegex(@"[A-Za-z]+(?:[-'’][A-Za-z]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    // "the villages of the villages"
    [GeneratedRegex(@"\b(?<noun>[a-z]{6,}) (?:of|in|for) the \k<noun>\b(?! of)", RegexOptions.CultureInvariant)]
    private static partial Regex OfItself();

    // "For infrastructure …, for such infrastructure, we …"
    [GeneratedRegex(@"^(?<first>(?:For|To|In|With|On) (?<noun>[a-z]{4,}) [^;]{10,}), (?<again>(?:for|to|in|with|on) such \k<noun>,)", RegexOptions.CultureInvariant)]
    private static partial Regex Resumed();
}
