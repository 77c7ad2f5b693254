using Termbase.Linting.Bitext;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A unit whose English binds more or less than its Chinese. See <c>ModalShift.md</c>.</summary>
public sealed class ModalShift : UnitRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB436", "modal-shift", "译文情态词轻重不符", "The translation binds more or less than the source", Severity.Info);

    /// <inheritdoc/>
    public override void Check(LintUnit unit, LintContext context)
    {
        var (zh, en) = (unit.Reading.Zh, unit.Reading.En);
        var modals = Modals.InChinese(zh.Text);
        if (!modals.IsEmpty && zh.Sentences.Length <= 1 && Modals.Conflict(modals, en.Text) is { } conflict)
        {
            var word = conflict.Word.Of(en.Text);
            var span = modals[0].Span;
            context.Report(
                unit, en.Side, conflict.Word, $"\"{word}\" does not bind as {span.Of(zh.Text)} does ({ModalMismatch.Usual(conflict.Zh)})",
                f => (f with { Zh = [span.Of(zh.Text)], En = [word] }).Beside(unit, zh, span));
        }
    }
}
