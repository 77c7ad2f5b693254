using System.Collections.Immutable;

namespace Termbase.Languages.Numerals;

/// <summary>
/// Compares the numbers of a segment with those of its translation. Tolerates what translations rightly do: "one" left out,
/// a month or year supplied, a number said twice on one side only. Thread-safe: holds no state.
/// </summary>
public static class QuantityMatcher
{
    /// <summary>
    /// From this confidence on a mismatch is worth a warning. Chosen on clean news translations, so that about one pair in a hundred
    /// gives a finding; lower ones are doubtful.
    /// </summary>
    public const double DefaultThreshold = 0.5;

    // Pairwise scoring is quadratic; a segment with more unequal numbers than this is a table, compared by equal values only.
    private const int MaxPairwise = 300;

    /// <summary>The mismatches, in the order of the source, then the target; empty if the numbers agree.</summary>
    public static ImmutableArray<NumeralMismatch> Compare(IReadOnlyCollection<Quantity> source, IReadOnlyCollection<Quantity> target)
    {
        if (source.Count == 0 && target.Count == 0)
        {
            return [];
        }

        var left = QuantityAtom.Split(source);
        var right = QuantityAtom.Split(target);
        var leftUsed = new bool[left.Count];
        var rightUsed = new bool[right.Count];
        MatchEqual(left, right, leftUsed, rightUsed);
        MatchByScore(left, right, leftUsed, rightUsed);
        return Report(left, right, leftUsed, rightUsed);
    }

    // Equal class, value, unit and currency, in order of appearance.
    private static void MatchEqual(List<QuantityAtom> left, List<QuantityAtom> right, bool[] leftUsed, bool[] rightUsed)
    {
        var waiting = new Dictionary<(AtomClass, Rational, string?, string?, string?), Queue<int>>();
        for (var j = 0; j < right.Count; j++)
        {
            var key = Key(right[j]);
            if (!waiting.TryGetValue(key, out var queue))
            {
                waiting[key] = queue = new Queue<int>(1);
            }

            queue.Enqueue(j);
        }

        for (var i = 0; i < left.Count; i++)
        {
            if (waiting.TryGetValue(Key(left[i]), out var queue) && queue.TryDequeue(out var j))
            {
                leftUsed[i] = rightUsed[j] = true;
            }
        }
    }

    private static (AtomClass, Rational, string?, string?, string?) Key(QuantityAtom atom) =>
        (atom.Class, atom.Value, atom.Quantity.Unit?.Id, atom.Quantity.Currency, atom.Quantity.Code);

    private static void MatchByScore(List<QuantityAtom> left, List<QuantityAtom> right, bool[] leftUsed, bool[] rightUsed)
    {
        var (restLeft, restRight) = (Rest(leftUsed), Rest(rightUsed));
        if (restLeft.Count == 0 || restRight.Count == 0 || restLeft.Count > MaxPairwise || restRight.Count > MaxPairwise)
        {
            return;
        }

        var pairs = new List<(double Score, int Left, int Right)>();
        foreach (var i in restLeft)
        {
            foreach (var j in restRight)
            {
                if (QuantityComparer.Score(left[i], right[j]) is > 0 and var score)
                {
                    pairs.Add((score, i, j));
                }
            }
        }

        foreach (var (_, i, j) in pairs.OrderByDescending(static p => p.Score).ThenBy(p => Math.Abs(p.Left - p.Right)))
        {
            if (!leftUsed[i] && !rightUsed[j])
            {
                leftUsed[i] = rightUsed[j] = true;
            }
        }
    }

    private static ImmutableArray<NumeralMismatch> Report(List<QuantityAtom> left, List<QuantityAtom> right, bool[] leftUsed, bool[] rightUsed)
    {
        var (restLeft, restRight) = (Rest(leftUsed), Rest(rightUsed));
        if (restLeft.Count == 0 && restRight.Count == 0)
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<NumeralMismatch>();
        var repeatedLeft = restLeft.ToDictionary(static i => i, i => IsRepeated(left[i], right));
        var repeatedRight = restRight.ToDictionary(static j => j, j => IsRepeated(right[j], left));
        foreach (var i in restLeft.OrderBy(i => repeatedLeft[i]).ThenBy(static i => i))
        {
            var partner = -1;
            var best = 0.0;
            foreach (var j in restRight.Count > MaxPairwise ? [] : restRight)
            {
                if (!rightUsed[j] && !(repeatedLeft[i] && repeatedRight[j]) && Likeness(left[i], right[j], i, j) is var likeness && likeness > best)
                {
                    (best, partner) = (likeness, j);
                }
            }

            if (partner >= 0)
            {
                rightUsed[partner] = true;
                var doubt = repeatedLeft[i] || repeatedRight[partner] ? 0.75 : 1;
                AddOnce(found, Differing(left[i], right[partner], doubt));
            }
            else if (!repeatedLeft[i])
            {
                AddOnce(found, new(NumeralMismatchReason.Missing, left[i].Quantity, null, Alone(left[i], left, leftUsed)));
            }
        }

        foreach (var j in restRight)
        {
            if (!rightUsed[j] && !repeatedRight[j])
            {
                AddOnce(found, new(NumeralMismatchReason.Added, null, right[j].Quantity, Alone(right[j], right, rightUsed)));
            }
        }

        return found.DrainToImmutable();
    }

    private static List<int> Rest(bool[] used)
    {
        var rest = new List<int>();
        for (var i = 0; i < used.Length; i++)
        {
            if (!used[i])
            {
                rest.Add(i);
            }
        }

        return rest;
    }

    private static bool IsRepeated(QuantityAtom atom, List<QuantityAtom> others)
    {
        foreach (var other in others)
        {
            if (QuantityComparer.Score(atom, other) >= 0.5)
            {
                return true;
            }
        }

        return false;
    }

    // How likely two unequal numbers stand for the same thing; 0 if they cannot.
    private static double Likeness(QuantityAtom a, QuantityAtom b, int i, int j)
    {
        if (a.Class is AtomClass.Code != b.Class is AtomClass.Code || a.Class is AtomClass.Indefinite || b.Class is AtomClass.Indefinite)
        {
            return 0;
        }

        var sameClass = a.Class == b.Class;
        var crossing = a.Class is AtomClass.Number or AtomClass.Year or AtomClass.Day && b.Class is AtomClass.Number or AtomClass.Year or AtomClass.Day;
        if (!sameClass && !crossing)
        {
            return 0;
        }

        var likeness = sameClass ? 1.0 : 0.2;
        likeness += a.Value == b.Value ? 2 : 0;
        likeness += a.Quantity.Kind == b.Quantity.Kind ? 0.5 : 0;
        likeness += a.Quantity.Unit is not null && a.Quantity.Unit.Dimension == b.Quantity.Unit?.Dimension ? 0.5 : 0;
        likeness += a.Quantity.HasDigits == b.Quantity.HasDigits ? 0.2 : 0;
        return likeness + (0.3 / (1 + Math.Abs(i - j)));
    }

    private static NumeralMismatch Differing(QuantityAtom a, QuantityAtom b, double doubt)
    {
        var confidence = Math.Min(a.Quantity.Confidence, b.Quantity.Confidence) * doubt;
        var reason = NumeralMismatchReason.Value;
        if (a.Value == b.Value && a.Class == b.Class)
        {
            var money = a.Quantity.Currency is not null && b.Quantity.Currency is not null;
            reason = money ? NumeralMismatchReason.Currency : NumeralMismatchReason.Unit;
            confidence *= 0.9;
        }
        else if (a.Class != b.Class || (a.Quantity.Confidence < 0.65 && b.Quantity.Confidence < 0.65))
        {
            confidence *= 0.8;
        }

        return new(reason, a.Quantity, b.Quantity, confidence);
    }

    // A number without a counterpart: left out or supplied, which translators do with small counts and known dates.
    private static double Alone(QuantityAtom atom, List<QuantityAtom> all, bool[] used)
    {
        var quantity = atom.Quantity;
        var factor = atom.Class switch
        {
            AtomClass.Month or AtomClass.Hour or AtomClass.Minute or AtomClass.Second => 0.3,
            AtomClass.Year => 0.45,
            AtomClass.Day => 0.5,
            AtomClass.Plan => 0.6,
            AtomClass.Code or AtomClass.Indefinite => 0.3,
            _ => quantity.HasDigits && quantity.Value > 12 ? 0.6 : 0.5,
        };

        // A date of which another part agrees was only completed.
        for (var i = 0; i < all.Count; i++)
        {
            if (used[i] && ReferenceEquals(all[i].Quantity, quantity))
            {
                factor *= 0.6;
                break;
            }
        }

        return quantity.Confidence * factor;
    }

    // One mismatch per pair of quantities, the surest one.
    private static void AddOnce(ImmutableArray<NumeralMismatch>.Builder found, NumeralMismatch mismatch)
    {
        for (var i = 0; i < found.Count; i++)
        {
            if (ReferenceEquals(found[i].Source, mismatch.Source) && ReferenceEquals(found[i].Target, mismatch.Target))
            {
                found[i] = found[i].Confidence >= mismatch.Confidence ? found[i] : mismatch;
                return;
            }
        }

        found.Add(mismatch);
    }
}
