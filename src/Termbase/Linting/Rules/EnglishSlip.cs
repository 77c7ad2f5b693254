using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>Slips of English that can be told by their form. See <c>EnglishSlip.md</c>.</summary>
public sealed partial class EnglishSlip : DocumentRule
{
    // Named this often without an article, a place does not take one.
    private const int UsedBare = 5;

    // Each with letters of which every match holds some, told apart by '|'; null where the pattern finds its place as fast.
    private static readonly ImmutableArray<(Regex Pattern, string Right, string Why, SearchValues<string>? Signs)> Slips =
    [
        (Specially(), "Specifically", "\"Specially\" at the head of a sentence; \"Specifically\" is meant", Signs("Specially,")),
        (LeadBy(), "led", "\"lead by\" for \"led by\"", Signs("lead by ")),
        (Complimentary(), "complementary", "\"complimentary\" means free of charge or praising", Signs("complimentary")),
        (Principals(), "principles", "\"principals\" for \"principles\"", Signs("principals")),
        (ItsOwn(), "its", "\"it's\" for \"its\"", Signs("s own")),
        (Affect(), "effect", "\"affect\" for \"effect\"", Signs(" affect ")),
        (ABeforeVowel(), "an", "\"a\" before a vowel", Signs("a a|a e|a i|a o|a u|a h")),
        (AnBeforeConsonant(), "a", "\"an\" before a consonant", null),
        (InRegards(), "in regard to", "\"in regards to\"", null),
        (CouldOf(), "have", "\"of\" for \"have\"", Signs("ld of |st of |ht of ")),
        (ThenFor(), "than", "\"then\" for \"than\"", Signs(" then")),
        (InsureThat(), "ensure", "\"insure\" for \"ensure\"", Signs("nsur")),
        (LooseIts(), "lose", "\"loose\" for \"lose\"", Signs(" loose ")),
        (WillVerbs(), "", "a verb with -s behind a modal", null),
        (BeVerb(), "", "a verb without its ending behind \"be\"", null),
        (PluralIs(), "", "a plural with a verb in the singular", Signs("es is|es was|es has|ts is|ts was|ts has|ls is|ls was|ls has|ns is|ns was|ns has|ds is|ds was|ds has|ms is|ms was|ms has|rs is|rs was|rs has")),
    ];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB321", "english-slip", "英文笔误", "A slip of English", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        var blocks = document.Document.Blocks.Where(static b => b.Kind is not BlockKind.Code and not BlockKind.FrontMatter).ToList();
        foreach (var block in blocks)
        {
            foreach (var (pattern, right, why, signs) in Slips)
            {
                foreach (Match match in signs is null || block.Text.AsSpan().ContainsAny(signs) ? pattern.Matches(block.Text) : Enumerable.Empty<Match>())
                {
                    var at = match.Groups["slip"];
                    context.Report(document, block, new TextSpan(at.Index, at.Length), why, f => f with { En = [block.Text[at.Index..(match.Index + match.Length)]], Suggestion = right });
                }
            }

            Splice(document, block, context);
        }

        Articles(document, blocks, context);
        Headings(document, blocks, context);
    }

    // Two main clauses that begin alike, joined by a comma only. Three and more are an enumeration.
    private static void Splice(LintDocument document, Block block, LintContext context)
    {
        foreach (var sentence in document.Reading.Sentences(block))
        {
            if (block.Text[sentence.Start] is not ('W' or 'T' or 'I'))
            {
                continue;
            }

            if (!TwoClauses().IsMatch(block.Text.AsSpan(sentence.Start, sentence.Length)))
            {
                continue;
            }

            var text = sentence.Of(block.Text);
            var match = TwoClauses().Match(text);
            if (match.Success && !text.Contains(';', StringComparison.Ordinal) && Regex.Count(text, $@"\b{match.Groups[1].Value}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant) == 2)
            {
                var second = match.Groups["second"];
                context.Report(
                    document, block, new TextSpan(sentence.Start + second.Index, second.Length), "two sentences joined by a comma",
                    f => f with { En = [match.Groups[1].Value, second.Value] });
            }
        }
    }

    // "in the Xianning," where it is "Xianning" everywhere else.
    private static void Articles(LintDocument document, List<Block> blocks, LintContext context)
    {
        var uses = new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var block in blocks)
        {
            foreach (var name in BareName().EnumerateMatches(block.Text))
            {
                var written = block.Text.AsSpan(name.Index, name.Length);
                uses[written] = uses.TryGetValue(written, out var count) ? count + 1 : 1;
            }
        }

        var bare = uses.Dictionary.Where(static u => u.Value >= UsedBare).Select(static u => u.Key).ToHashSet(StringComparer.Ordinal);
        if (bare.Count == 0)
        {
            return;
        }

        var found = blocks.SelectMany(static b => NameWithArticle().Matches(b.Text).Select(m => (Block: b, Match: m)))
            .Where(f => bare.Contains(f.Match.Groups["name"].Value)).GroupBy(static f => f.Match.Groups["name"].Value, StringComparer.Ordinal);
        foreach (var (block, match) in found.Where(static g => g.Count() <= 2).SelectMany(static g => g))
        {
            var name = match.Groups["name"].Value;
            context.Report(
                document, block, new TextSpan(match.Index, match.Length - 1), $"\"the {name}\": {name} takes no article elsewhere",
                f => f with { En = [$"the {name}"], Suggestion = name });
        }
    }

    // A heading that commands, with a finite verb where its neighbours have a participle: "Promote X uses our Y" beside "Promote X using Y".
    private static void Headings(LintDocument document, List<Block> blocks, LintContext context)
    {
        var numbered = blocks.Where(static b => b.Text.Length < 220 && Numbered().IsMatch(b.Text)).ToList();
        if (numbered.Count(static b => b.Text.Contains(" using ", StringComparison.Ordinal)) < 2)
        {
            return;
        }

        foreach (var block in numbered)
        {
            if (Uses().Match(block.Text) is { Success: true } match && !block.Text[..match.Index].Contains(" that ", StringComparison.Ordinal) && !block.Text[..match.Index].Contains(" which ", StringComparison.Ordinal))
            {
                context.Report(
                    document, block, new TextSpan(match.Index, 4), "\"uses\" in a heading that commands; its neighbours have \"using\"",
                    f => f with { En = [Around(block.Text, match)], Suggestion = "using" });
            }
        }
    }

    private static SearchValues<string> Signs(string either) => SearchValues.Create(either.Split('|'), StringComparison.Ordinal);

    private static string Around(string text, Match match) => text[(text.LastIndexOf(' ', match.Index - 2) + 1)..(match.Index + match.Length)];

    [GeneratedRegex(@"(?:^|[.!?:;]\s+)(?<slip>Specially),(?= (?:we|the|they|it|this)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Specially();

    [GeneratedRegex(@"\b(?:and|is|are|was|were|be|been|being|jointly|teams?|groups?|projects?|alliances?) (?<slip>lead) by (?!example)(?:the|an?|its|our|their|\p{Lu}\p{L}+)", RegexOptions.CultureInvariant)]
    private static partial Regex LeadBy();

    [GeneratedRegex(@"\b(?<slip>complimentary) (?:advantages?|strengths?|functions?|resources?|capabilities|roles?)\b|\b(?:mutually|are) (?<slip>complimentary)(?= to\b|[,.;])", RegexOptions.CultureInvariant)]
    private static partial Regex Complimentary();

    [GeneratedRegex(@"\b(?:basic|guiding|following|these|general|core) (?<slip>principals)\b(?! (?:of|and) the school)", RegexOptions.CultureInvariant)]
    private static partial Regex Principals();

    [GeneratedRegex(@"\b(?<slip>it['’]s) own\b", RegexOptions.CultureInvariant)]
    private static partial Regex ItsOwn();

    [GeneratedRegex(@"\b(?:an?|positive|negative|side|significant|no) (?<slip>affect) (?:on|upon|of)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Affect();

    [GeneratedRegex(@"(?<![\p{L}\-.'’])(?<slip>a) (?:hour\w*|honest\w*|heir\w*|[ai][a-z]{3,}|e(?!u|we)[a-z]{3,}|o(?!ne|nce|ui)[a-z]{3,}|un(?!i|anim)[a-z]{3,})\b", RegexOptions.CultureInvariant)]
    private static partial Regex ABeforeVowel();

    [GeneratedRegex(@"(?<![\p{L}\-.'’])(?<slip>an) (?:[bcdfgjklmnpqrstvwz][a-z]{3,}|h(?!our|onest|onor|eir)[a-z]{3,}|uni[tvqf][a-z]+|use(?:ful|d|r)[a-z]*|euro[a-z]+|European|one)\b", RegexOptions.CultureInvariant)]
    private static partial Regex AnBeforeConsonant();

    [GeneratedRegex(@"\b(?<slip>in regards to)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex InRegards();

    [GeneratedRegex(@"\b(?:could|should|would|must|might) (?<slip>of) (?!course)", RegexOptions.CultureInvariant)]
    private static partial Regex CouldOf();

    [GeneratedRegex(@"\b(?:more|less|rather|higher|lower|fewer|greater|larger|better) (?<slip>then)\b(?! (?:the )?we\b)", RegexOptions.CultureInvariant)]
    private static partial Regex ThenFor();

    [GeneratedRegex(@"\b(?<slip>[Ii]nsur(?:e|es|ing)) (?:that|the (?:implementation|safety|security|quality|supply|smooth|stability|completion|success))\b", RegexOptions.CultureInvariant)]
    private static partial Regex InsureThat();

    [GeneratedRegex(@"\b(?:to|will|may|not|would|could|should|must) (?<slip>loose) (?:its|their|the|our|ground|out|sight)\b", RegexOptions.CultureInvariant)]
    private static partial Regex LooseIts();

    [GeneratedRegex(@"\b(?:will|must|shall|should|would|could) (?<slip>(?!always|thus|perhaps|sometimes|nonetheless|nevertheless|besides|afterwards|upwards|overseas|likewise|regardless|towards)[a-z]{2,}[a-rtv-z]s(?<!ss|us|is|ous)(?= (?:the|an?|its|their|his|all|more|new|to|in|with|on|by|for|as)\b|[.,;])|builds|promotes|strengthens|accelerates|develops|establishes|improves|supports|encourages|creates|provides|makes|takes|has|expands|carries|ensures|implements|includes|increases|reduces|focuses|forms|gives|holds|leads)\b(?! of)", RegexOptions.CultureInvariant)]
    private static partial Regex WillVerbs();

    [GeneratedRegex(@"\b(?:been|be|is|are|was|were) (?<slip>build|establish|promote|develop|improve|implement|strengthen|expand|construct|create|provide|include|accelerate|carry|take|give|encourage|formulate|issue|publish|require)(?= (?:by|in|at|on|to|for|with|out|as|and|up)\b|[.,;])", RegexOptions.CultureInvariant)]
    private static partial Regex BeVerb();

    [GeneratedRegex(@"(?:^|[.;:] )(?:The |All |These |Those |Many |Most |Such |Both )?(?:[a-z\-]+ )?(?:[Ee]nterprises|[Cc]ompanies|[Cc]ities|[Cc]ounties|[Pp]rojects|[Dd]epartments|[Gg]overnments|[Uu]niversities|[Ss]chools|[Hh]ospitals|[Ii]nstitutions|[Uu]nits|[Ff]unds|[Ff]arms|[Ff]armers|[Cc]ooperatives|[Tt]owns|[Vv]illages) (?<slip>is|was|has)\b", RegexOptions.CultureInvariant)]
    private static partial Regex PluralIs();

    [GeneratedRegex(@"^((?:We|They|It) (?:will|must|shall|should)) (?!not only)[^,]*,.*?(?<! and| or| but|that|which|where|when|if|while|as|so), (?<second>(?:we|they|it) (?:will|must|shall|should) [a-z]+)", RegexOptions.CultureInvariant)]
    private static partial Regex TwoClauses();

    [GeneratedRegex(@"(?<=\b(?:in|of|from|to|for|within|around) )\p{Lu}[a-z]{3,}(?=[,.;]|\s+(?:and|to|will|has|is|by)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex BareName();

    [GeneratedRegex(@"(?<=\b(?:in|of|from|to|for|within|around) )the (?<name>\p{Lu}[a-z]{3,})[,.;]", RegexOptions.CultureInvariant)]
    private static partial Regex NameWithArticle();

    [GeneratedRegex(@"^(?:\d{1,2}\.|\([ivx\d]+\)|-|\*) *\p{Lu}[a-z]+ ", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"(?<=[a-z] )uses (?:our|the|its|their)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Uses();
}
