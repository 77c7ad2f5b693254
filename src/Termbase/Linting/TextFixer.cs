using System.Collections.Immutable;
using System.Text;

namespace Termbase.Linting;

/// <summary>A text with edits made. Immutable.</summary>
/// <param name="Text">The new text.</param>
/// <param name="Made">The findings that were mended, in order of place.</param>
/// <param name="Left">The findings whose edit overlaps one that was made.</param>
public sealed record FixedText(string Text, ImmutableArray<Finding> Made, ImmutableArray<Finding> Left);

/// <summary>Makes the safe edits of findings. Thread-safe.</summary>
public static class TextFixer
{
    /// <summary>
    /// Makes the edits of <paramref name="findings"/> that are safe and whose span lies in <paramref name="text"/>, the text they were
    /// found in. Of edits that overlap the first is made, and the others are left for another run.
    /// </summary>
    public static FixedText Apply(string text, IEnumerable<Finding> findings)
    {
        var (made, left) = (ImmutableArray.CreateBuilder<Finding>(), ImmutableArray.CreateBuilder<Finding>());
        var result = new StringBuilder(text.Length);
        var at = 0;
        foreach (var finding in findings
            .Where(f => f.Edit is { IsSafe: true } edit && edit.Span.End <= text.Length && edit.Span.Of(text) != edit.Replacement)
            .OrderBy(static f => f.Edit!.Span.Start)
            .ThenBy(static f => f.Rule.Code, StringComparer.Ordinal))
        {
            var edit = finding.Edit!;
            if (edit.Span.Start < at || (made.Count > 0 && edit.Span.Start == at && made[^1].Edit!.Span.Length == 0))
            {
                left.Add(finding);
                continue;
            }

            result.Append(text, at, edit.Span.Start - at).Append(edit.Replacement);
            at = edit.Span.End;
            made.Add(finding);
        }

        return new FixedText(result.Append(text, at, text.Length - at).ToString(), made.ToImmutable(), left.ToImmutable());
    }
}
