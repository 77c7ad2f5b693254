using Termbase.Model;

namespace Termbase.Linting;

/// <summary>
/// What every rule is: a name and a check. The bases differ by what is looked at: <see cref="DocumentRule"/> (one document),
/// <see cref="CorpusRule"/> (all documents of a run together), <see cref="UnitRule"/> (bitexts, unit by unit; <see cref="BitextRule"/> where units are
/// compared), <see cref="SuppressionRule"/> (the comments that allow findings). A rule never
/// opens files, reads configuration or prints. An instance serves one run, is used by one thread at a time, and may hold what it has seen.
/// </summary>
public abstract class LintRule
{
    /// <summary>Code, name and default severity.</summary>
    public abstract RuleInfo Info { get; }
}

/// <summary>A rule that looks at one document at a time.</summary>
public abstract class DocumentRule : LintRule
{
    /// <summary>
    /// Whether it is right on a single segment too: then each side of each unit of a bitext is given to it as a document of one
    /// paragraph, and what it reports stands in the unit.
    /// </summary>
    public virtual bool ReadsSegments => false;

    /// <summary>Reports what is wrong with <paramref name="document"/> to <paramref name="context"/>.</summary>
    public abstract void Check(LintDocument document, LintContext context);
}

/// <summary>A rule that compares the documents of a run with one another and with the termbase.</summary>
public abstract class CorpusRule : LintRule
{
    /// <summary>Reports what is wrong between <paramref name="documents"/> to <paramref name="context"/>.</summary>
    public abstract void Check(IReadOnlyList<LintDocument> documents, LintContext context);
}

/// <summary>
/// A rule that judges each unit of a bitext by itself. Units are divided among several instances on several threads, so what one of them keeps says
/// nothing about the whole: a rule that compares units is a <see cref="BitextRule"/>.
/// </summary>
public abstract class UnitRule : LintRule
{
    /// <summary>Looks at one unit.</summary>
    public abstract void Check(LintUnit unit, LintContext context);
}

/// <summary>A rule that compares the units of a run with one another: one instance sees all of them, in order, on one thread.</summary>
public abstract class BitextRule : UnitRule
{
    /// <summary>Called after the last unit, for what shows only over the whole.</summary>
    public abstract void Finish(LintContext context);

    /// <summary>
    /// Reads of a unit what <see cref="UnitRule.Check"/> will ask for. Called before it, on any thread and in any order, on another instance than the one
    /// that checks: what was read stays in the unit.
    /// </summary>
    internal virtual void Prepare(LintUnit unit, LintContext context)
    {
    }
}

/// <summary>A rule that looks at the comments that allow findings, when all other rules have run.</summary>
public abstract class SuppressionRule : LintRule
{
    /// <summary>Looks at the comments of the run, ordered by place.</summary>
    public abstract void Check(IReadOnlyList<SuppressionUse> uses, LintContext context);
}
