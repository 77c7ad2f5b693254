using System.Collections.Immutable;
using System.Text;
using Termbase.Linting.Rules;

namespace Termbase.Linting;

/// <summary>
/// The one list of all rules, in the order of their codes. A new rule is a class and a page in <c>Rules/</c> and one line here.
/// Thread-safe.
/// </summary>
public static class RuleCatalog
{
    /// <summary>Makes each rule anew: an instance serves one run.</summary>
    public static ImmutableArray<Func<LintRule>> Factories { get; } =
    [
        static () => new InconsistentRendering(), // TB101
        static () => new SharedRendering(), // TB102
        static () => new DisapprovedTerm(), // TB103
        static () => new ContradictedGloss(), // TB104
        static () => new UndefinedAcronym(), // TB105
        static () => new RedefinedAcronym(), // TB106
        static () => new UntranslatedChinese(), // TB107
        static () => new FullWidthSign(), // TB201
        static () => new DoubledWord(), // TB202
        static () => new UnbalancedPair(), // TB203
        static () => new MixedPunctuation(), // TB204
        static () => new MisplacedSpace(), // TB205
        static () => new DoubledSign(), // TB206
        static () => new UnmatchedFootnote(), // TB301
        static () => new UnglossedNameVariant(), // TB310
        static () => new RomanizationMismatch(), // TB311
        static () => new PlaceMismatch(), // TB312
        static () => new RankMismatch(), // TB313
        static () => new NearIdenticalChinese(), // TB314
        static () => new UnusualEquivalent(), // TB315
        static () => new EnglishNameVariant(), // TB316
        static () => new SplitName(), // TB317
        static () => new TranslatedName(), // TB318
        static () => new BodyNameVariant(), // TB319
        static () => new SpellingVariant(), // TB320
        static () => new EnglishSlip(), // TB321
        static () => new RepeatedPhrase(), // TB322
        static () => new BrokenNumbering(), // TB330
        static () => new DanglingReference(), // TB331
        static () => new PlanYearsMismatch(), // TB332
        static () => new MissingMember(), // TB333
        static () => new DoubledEtc(), // TB334
        static () => new IncompleteFrontMatter(), // TB335
        static () => new MixedNumberStyle(), // TB336
        static () => new ConversionRate(), // TB337
        static () => new CountMismatch(), // TB338
        static () => new GlossNumberMismatch(), // TB339
        static () => new MissingGloss(), // TB340
        static () => new RepeatedGloss(), // TB341
        static () => new ModalMismatch(), // TB350
        static () => new UprightTitle(), // TB351
        static () => new UndeclaredShortTitle(), // TB352
        static () => new BracketRole(), // TB353
        static () => new MixedNoteForm(), // TB354
        static () => new ZoneMismatch(), // TB355
        static () => new OutdatedBody(), // TB356
        static () => new PersonNameForm(), // TB357
        static () => new MixedDocumentType(), // TB358
        static () => new TitleVariant(), // TB359
        static () => new UnitConversion(), // TB360
        static () => new NumberContradiction(), // TB361
        static () => new RestatedNumber(), // TB362
        static () => new MixedCapitals(), // TB363
        static () => new UnglossedTermVariant(), // TB364
        static () => new UnrenderedTerm(), // TB401
        static () => new DeprecatedRendering(), // TB402
        static () => new DivergentTranslation(), // TB403
        static () => new SharedTranslation(), // TB404
        static () => new NumberMismatch(), // TB411
        static () => new UnitMismatch(), // TB412
        static () => new DateMismatch(), // TB413
        static () => new PlaceholderMismatch(), // TB421
        static () => new AddressMismatch(), // TB422
        static () => new BracketMismatch(), // TB423
        static () => new EndPunctuation(), // TB424
        static () => new StraySpace(), // TB425
        static () => new RepeatedWord(), // TB426
        static () => new UntranslatedSegment(), // TB431
        static () => new DisproportionateLength(), // TB432
        static () => new MissingSentence(), // TB433
        static () => new LeftoverSource(), // TB434
        static () => new WrongVariant(), // TB435
        static () => new ModalShift(), // TB436
        static () => new UnusedSuppression(), // TB901
        static () => new UnexplainedSuppression(), // TB902
        static () => new BrokenSuppression(), // TB903
    ];

    /// <summary>What each rule is called, in the same order.</summary>
    public static ImmutableArray<RuleInfo> Rules { get; } = [.. Factories.Select(static make => make().Info)];

    /// <summary>The rule with this code or name (letter case does not matter), or null.</summary>
    public static RuleInfo? Find(string codeOrName) => Rules.FirstOrDefault(rule => rule.IsCalled(codeOrName));

    /// <summary>
    /// The rule's page, in Markdown: what it finds and why, bad and good examples, options, whether its fix is safe. Null where
    /// the rule is not one of this list (a user's own).
    /// </summary>
    public static string? Page(RuleInfo rule)
    {
        using var stream = typeof(RuleCatalog).Assembly.GetManifestResourceStream($"rules/{ClassName(rule)}.md");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The class of a rule is its name in Pascal case, its page the same with <c>.md</c>.</summary>
    internal static string ClassName(RuleInfo rule) =>
        string.Concat(rule.Name.Split('-').Select(static part => char.ToUpperInvariant(part[0]) + part[1..]));
}
