using System.Globalization;
using Termbase.Model;

namespace Termbase.Linting.Bitext;

/// <summary>
/// Base of the rules that compare units with one another: one side as the key, the other as its values. Holds hashes only (at most
/// 64 bytes for a distinct segment), and the text of the first few thousand conflicts for the report. Names the outlier, not every occurrence.
/// </summary>
public abstract class VariantRule : BitextRule
{
    // Conflicts whose texts are kept for the report; those behind are reported by their places.
    private const int MaxTexts = 5000;

    private readonly VariantTable _table = new();
    private readonly Dictionary<(ulong Key, uint Value), LintUnit> _texts = [];
    private readonly List<string> _files = [];
    private LintUnit? _before;

    /// <summary>Whether the source is the key.</summary>
    protected abstract bool IsBySource { get; }

    /// <summary>The words of a finding.</summary>
    /// <param name="outlier">Times the reported one stands.</param>
    /// <param name="others">Times the commonest one stands.</param>
    protected abstract string Message(int outlier, int others);

    /// <summary>Whether a unit says enough to be compared.</summary>
    private protected abstract bool IsTelling(UnitReading reading);

    /// <inheritdoc/>
    public sealed override void Check(LintUnit unit, LintContext context)
    {
        var before = _before;
        _before = unit;
        if (!IsTelling(unit.Reading) || (before is not null && AreForms(before, unit)))
        {
            return;
        }

        if (_files.Count == 0 || !string.Equals(_files[^1], unit.Path, StringComparison.Ordinal))
        {
            _files.Add(unit.Path);
        }

        var (source, target) = (unit.Reading.Source.Hash, unit.Reading.Target.Hash);
        var (key, value) = IsBySource ? (source ^ ContextOf(unit.Unit), target) : (target, source);
        var line = (unit.Unit.Target.Location ?? unit.Unit.Location)?.Line ?? 0;
        if (_table.Add(key, value, new SeenAt(_files.Count - 1, line, unit.Unit.Number)) && _texts.Count < MaxTexts)
        {
            // Without what was read of it.
            _texts[(key, (uint)value)] = new LintUnit(unit.Unit, unit.Path);
        }
    }

    /// <inheritdoc/>
    public sealed override void Finish(LintContext context)
    {
        foreach (var (key, values) in _table.Several())
        {
            var common = values.MaxBy(static v => v.Count);
            foreach (var (count, first, value) in values)
            {
                if (value == common.Value)
                {
                    continue;
                }

                // One against one: nothing says which of the two is the slip.
                var clear = common.Count >= 3 && common.Count >= 3 * count;
                var place = SourceLocation.AtLine(_files[first.File], first.Line);
                var other = SourceLocation.AtLine(_files[common.First.File], common.First.Line);
                var identity = FormattableString.Invariant($"{key:x16}|{value:x8}");
                var text = _texts.GetValueOrDefault((key, value));
                context.Report(
                    place, Message(count, common.Count),
                    finding => (text is null ? finding with { Unit = first.Unit.ToString(CultureInfo.InvariantCulture), Side = "target" } : LintContext.InUnit(finding, text, text.Unit.Target, new TextSpan(0, text.Unit.Target.Segment.Text.Length)))
                        with
                    { Identity = identity, Related = [new RelatedPlace(other, FormattableString.Invariant($"here, ×{common.Count}"))] },
                    clear ? null : Severity.Info);
            }
        }
    }

    // Forms of one entry for one and for many ("%d file", "%d files") are one text: they follow one another, numbered. Chinese has one for all.
    private bool AreForms(LintUnit before, LintUnit unit)
    {
        var entry = EntryOf(unit.Unit.Id);
        return entry.Length > 0 && entry.SequenceEqual(EntryOf(before.Unit.Id)) && string.Equals(before.Path, unit.Path, StringComparison.Ordinal)
            && (IsBySource ? before.Reading.Source.Hash == unit.Reading.Source.Hash : before.Reading.Target.Hash == unit.Reading.Target.Hash);
    }

    // The id without the number of the form; empty for other ids.
    private static ReadOnlySpan<char> EntryOf(string id) =>
        id.Length > 3 && id[^1] == ']' && id[^3] == '[' && char.IsAsciiDigit(id[^2]) ? id.AsSpan(0, id.Length - 3) : [];

    // The same words in another place of a program, which says so, are another text.
    private static ulong ContextOf(TranslationUnit unit)
    {
        var hash = 0UL;
        foreach (var c in unit.Properties.FirstOrDefault(static p => p.Type == "x-context")?.Value ?? "")
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return hash;
    }

    internal sealed override void Prepare(LintUnit unit, LintContext context)
    {
        if (IsTelling(unit.Reading))
        {
            _ = (unit.Reading.Source.Hash, unit.Reading.Target.Hash);
        }
    }
}
