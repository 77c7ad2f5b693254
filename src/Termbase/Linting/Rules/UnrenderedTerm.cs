using System.Runtime.InteropServices;
using Termbase.Linting.Bitext;
using Termbase.Recognition;

namespace Termbase.Linting.Rules;

/// <summary>A term of the termbase whose rendering is not in the translation. See <c>UnrenderedTerm.md</c>.</summary>
public sealed class UnrenderedTerm : BitextRule
{
    private static readonly RuleOption Ellipsis = new("tolerate-ellipsis", true, "the head of a term (\"the Commission\") may stand for it");
    private static readonly RuleOption Pronouns = new("tolerate-pronouns", true, "a pronoun may stand for a term that is repeated");

    // A term that most units render otherwise is one decision about the termbase, not one about each unit.
    private const int Systematic = 5;

    private readonly Dictionary<string, Tally> _tallies = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB401", "unrendered-term", "术语未按术语库翻译", "A term is not translated as the termbase has it", Severity.Warning) { Options = [Ellipsis, Pronouns] };

    /// <inheritdoc/>
    public override void Check(LintUnit unit, LintContext context)
    {
        var uses = TermUses.Of(context);
        foreach (var use in uses.Of(unit))
        {
            if (!use.Wrong.IsEmpty || uses.Preferred(use) is not { } row)
            {
                continue;
            }

            var tally = CollectionsMarshal.GetValueRefOrAddDefault(_tallies, use.Term, out _) ??= new Tally();
            var missing = use.Places.Length - use.Rendered.Length;
            if (missing <= 0)
            {
                tally.Rendered++;
                continue;
            }

            // Where the term stands once, a pronoun may mean anything; only what is repeated may be left to it.
            var repeated = !use.Rendered.IsEmpty;
            tally.Rendered += repeated ? 1 : 0;
            var wanted = unit.Unit.ZhIsSource ? row.En : row.Zh;
            var policy = new MatchPolicy
            {
                TolerateEllipsis = context.Options.Get<bool>(Ellipsis),
                ToleratePronouns = repeated && context.Options.Get<bool>(Pronouns),
            };
            var standIns = StandIns.Count(unit.Reading.Target.Masked, unit.Unit.ZhIsSource ? TermSide.En : TermSide.Zh, wanted, policy);
            if (standIns >= missing && repeated)
            {
                continue;
            }

            var message = repeated
                ? FormattableString.Invariant($"{use.Term} stands {use.Places.Length} times in the source, \"{wanted}\" {use.Rendered.Length} times in the translation")
                : $"{use.Term} is not translated as \"{wanted}\"";
            context.With(finding => tally.Add(finding, use.IsInCompounds)).Report(
                unit, unit.Unit.Source, use.Places[0], message,
                finding => finding with { Zh = [row.Zh], En = [row.En], Suggestion = wanted },
                repeated || standIns >= missing || use.IsInWords || (unit.Unit.ZhIsSource && IsInOtherForm(wanted, unit.Reading.Target.Masked)) ? Severity.Info : null);
        }
    }

    /// <inheritdoc/>
    public override void Finish(LintContext context)
    {
        foreach (var (term, tally) in _tallies)
        {
            tally.Weigh();
            var missed = tally.Findings.FindAll(static f => f.Severity > Severity.Info);
            if (missed.Count >= Systematic && missed.Count > tally.Rendered)
            {
                var first = missed[0];
                tally.Findings.RemoveAll(missed.Contains);
                tally.Findings.Add(first with
                {
                    Message = FormattableString.Invariant($"{first.Message}, and so in {missed.Count} of {missed.Count + tally.Rendered} units: is the termbase right about {term}?"),
                    Related = [.. missed.Skip(1).Take(MostPlaces).Select(static f => new RelatedPlace(f.Location, f.Message))],
                });
            }

            tally.Findings.ForEach(context.Report);
        }
    }

    internal override void Prepare(LintUnit unit, LintContext context) => TermUses.Of(context).Of(unit);

    private const int MostPlaces = 100;

    // "Intelligent" for "intelligentized", "poles of growth" for "growth pole": the term's words, otherwise bent or ordered.
    private static bool IsInOtherForm(string wanted, string target)
    {
        var words = Words(wanted);
        return words.Count > 0 && Words(target) is var theirs && words.TrueForAll(w => theirs.Exists(t => AreRelated(w, t)));
    }

    private static List<string> Words(string text) =>
        [.. text.Split([.. text.Where(static c => !char.IsAsciiLetter(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries).Where(static w => w.Length > 3 || char.IsAsciiLetterUpper(w[0])).Select(static w => w.ToUpperInvariant())];

    private static bool AreRelated(string a, string b)
    {
        var same = a.AsSpan().CommonPrefixLength(b);
        return same >= Math.Min(5, Math.Min(a.Length, b.Length)) && same >= 0.6 * Math.Max(a.Length, b.Length);
    }

    private sealed class Tally
    {
        public int Rendered;

        private readonly HashSet<Finding> _inCompounds = new(ReferenceEqualityComparer.Instance);

        public List<Finding> Findings { get; private set; } = [];

        public void Add(Finding finding, bool inCompounds)
        {
            Findings.Add(finding);
            if (inCompounds)
            {
                _inCompounds.Add(finding);
            }
        }

        // A short term in compounds counts in full only where the bitext itself renders it mostly as the termbase does.
        public void Weigh()
        {
            if (Rendered <= Findings.Count)
            {
                Findings = Findings.ConvertAll(f => _inCompounds.Contains(f) && f.Severity > Severity.Info ? f with { Severity = Severity.Info } : f);
            }
        }
    }
}
