using Termbase.Model;

namespace Termbase.Linting.Bitext;

/// <summary>Adds the place on the other side of a unit to a finding.</summary>
internal static class BothSides
{
    /// <summary>The finding, with the words of the other side that it is about.</summary>
    public static Finding Beside(this Finding finding, LintUnit unit, SideReading other, TextSpan span)
    {
        var words = span.Of(other.Text);
        var place = (other.Side.Location ?? unit.Unit.Location ?? SourceLocation.File(unit.Path)) with { Path = unit.Path };
        var name = ReferenceEquals(other.Side, unit.Unit.Source) ? "source" : "target";
        return finding with { Related = finding.Related.Add(new RelatedPlace(place, $"{name}: {words}") { Words = words, InOtherSide = span }) };
    }
}
