using System.Buffers;
using Termbase.Linting.Bitext;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>Fewer sentences in the translation than in the source. See <c>MissingSentence.md</c>.</summary>
public sealed class MissingSentence : UnitRule
{
    private static readonly RuleOption Margin = new("margin", 2.0, "how much likelier (natural logarithm) a loss must be than none to count in full");

    private static readonly SearchValues<char> Signs = SearchValues.Create("。！？!?.");

    // Standard deviations below the expected length from which a unit with as many sentences is looked at.
    private const double Shorter = 0.2;

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB433", "missing-sentence", "译文缺句", "A sentence of the source without a counterpart", Severity.Warning) { Options = [Margin] };

    /// <inheritdoc/>
    public override void Check(LintUnit unit, LintContext context)
    {
        var (source, target) = (unit.Reading.Source, unit.Reading.Target);
        var (zh, en) = (unit.Reading.Zh, unit.Reading.En);
        if (target.Sentences.Length == 0)
        {
            return;
        }

        // Code between the words: lengths and words say little, full stops something.
        if (zh.Latin > zh.Han * BitextModel.LettersPerHan)
        {
            if (source.Sentences.Length > target.Sentences.Length && Stops(source.Masked) is > 1 and var stops && stops > Ends(target.Masked))
            {
                Fewer(unit, context);
            }

            return;
        }

        var deviation = context.Model.LengthDeviation(zh.Han, zh.Latin, en.Latin) * (target.IsChinese ? -1 : 1);
        if (!Sentences(unit, deviation, context) && ClauseLoss.Find(source, target, context.Model, deviation) is { } clause)
        {
            context.Report(
                unit, source.Side, clause, "no part of the translation seems to stand for this clause",
                finding => finding.Beside(unit, target, new TextSpan(0, target.Text.Length)), Severity.Info);
        }
    }

    // Whether something was said.
    private static bool Sentences(LintUnit unit, double deviation, LintContext context)
    {
        var (source, target, model) = (unit.Reading.Source, unit.Reading.Target, context.Model);
        var fewer = source.Sentences.Length > target.Sentences.Length;

        // Sentences of code, or that begin with small letters, are not told apart by their signs; as many, and as long as expected: nothing is missing.
        if (source.Masked.AsSpan().IndexOfAny(Signs) < 0 || source.Sentences.Length < 2 || target.Codes.Count(static c => c.Kind == TextCodeKind.Tag) >= 2
            || (fewer && Ends(target.Masked) >= source.Sentences.Length) || (!fewer && deviation > -Shorter))
        {
            return false;
        }

        var found = SentencePath.Missing(
            [.. source.Sentences.Select(s => source.Weight(s))], [.. target.Sentences.Select(s => target.Weight(s))], SentencePresence.Of(source, target),
            (ours, theirs) => source.IsChinese ? model.LengthDeviation(ours, theirs) : model.LengthDeviation(theirs, ours));
        if (found is { } missing)
        {
            context.Report(
                unit, source.Side, source.Sentences[missing.Sentence], "no sentence of the translation seems to stand for this one",
                finding => finding.Beside(unit, target, new TextSpan(0, target.Text.Length)),
                missing.Margin >= context.Options.Get<double>(Margin) ? null : Severity.Info);
        }
        else if (fewer)
        {
            Fewer(unit, context);
        }

        return fewer || found is not null;
    }

    private static void Fewer(LintUnit unit, LintContext context) => context.Report(
        unit, unit.Reading.Target.Side, new TextSpan(0, unit.Reading.Target.Text.Length),
        FormattableString.Invariant($"{unit.Reading.Target.Sentences.Length} sentences where the source has {unit.Reading.Source.Sentences.Length}"), null, Severity.Info);

    // Signs that end a sentence wherever they stand.
    private static int Stops(string text) => text.Contains('。', StringComparison.Ordinal) ? text.Count(static c => c is '。' or '！' or '？') : Ends(text);

    private static int Ends(string text)
    {
        var ends = 0;
        for (var i = 0; i < text.Length; i++)
        {
            ends += text[i] is '。' or '！' or '？' || (text[i] is '.' or '!' or '?' && (i + 1 == text.Length || text[i + 1] is ' ' or '"' or '”')) ? 1 : 0;
        }

        return ends;
    }
}
