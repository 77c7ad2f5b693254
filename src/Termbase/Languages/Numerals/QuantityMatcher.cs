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
        MatchShares(left, right, leftUsed, rightUsed);
        MatchShares(right, left, rightUsed, leftUsed);
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

    // 三分之一 is "one in three", 四成 "two out of five": a share against two counts that stand side by side.
    private static void MatchShares(List<QuantityAtom> shares, List<QuantityAtom> counts, bool[] sharesUsed, bool[] countsUsed)
    {
        for (var i = 0; i < shares.Count; i++)
        {
            for (var j = 0; !sharesUsed[i] && shares[i].Quantity.Kind is QuantityKind.Fraction or QuantityKind.Percent && j + 1 < counts.Count; j++)
            {
                var (part, whole) = (counts[j], counts[j + 1]);
                if (!countsUsed[j] && !countsUsed[j + 1] && IsCount(part) && IsCount(whole) && part.Value > Rational.Zero && whole.Value > part.Value && part.Value / whole.Value == shares[i].Value)
                {
                    sharesUsed[i] = countsUsed[j] = countsUsed[j + 1] = true;
                }
            }
        }
    }

    private static bool IsCount(QuantityAtom atom) => atom.Quantity.Kind == QuantityKind.Cardinal && atom.Class == AtomClass.Number;

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
        var partners = Pair(left, right, restLeft, restRight, (i, j) => repeatedLeft[i] && repeatedRight[j]);
        foreach (var i in restLeft)
        {
            if (partners.TryGetValue(i, out var partner))
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

    // Which unequal numbers most likely stand for the same thing; the likeliest pairs first.
    private static Dictionary<int, int> Pair(
        List<QuantityAtom> left, List<QuantityAtom> right, List<int> restLeft, List<int> restRight, Func<int, int, bool> excluded)
    {
        var partners = new Dictionary<int, int>();
        if (restLeft.Count > MaxPairwise || restRight.Count > MaxPairwise)
        {
            return partners;
        }

        var pairs = new List<(double Likeness, int Left, int Right)>();
        foreach (var i in restLeft)
        {
            foreach (var j in restRight)
            {
                if (!excluded(i, j) && Likeness(left[i], right[j], i, j) is > 0 and var likeness)
                {
                    pairs.Add((likeness, i, j));
                }
            }
        }

        var taken = new HashSet<int>();
        foreach (var (_, i, j) in pairs.OrderByDescending(static p => p.Likeness))
        {
            if (!partners.ContainsKey(i) && taken.Add(j))
            {
                partners[i] = j;
            }
        }

        return partners;
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

        // A count of one that is mostly an article is never a date, a share, a measure or another's place in a row.
        if (IsArticle(a) != IsArticle(b) && (a.Class != b.Class || a.Quantity.Kind != b.Quantity.Kind || a.Quantity.Unit?.Id != b.Quantity.Unit?.Id || a.Value == 0 || b.Value == 0))
        {
            return 0;
        }

        // Kilometres are never hectares misread, nor money days; unless the very number is the same.
        var (unit, other) = (Dimension(a.Quantity), Dimension(b.Quantity));
        if (unit is not null && other is not null && unit != other && a.Value != b.Value)
        {
            return 0;
        }

        var sameClass = a.Class == b.Class;
        // 29:52 is no time, and stands for one.
        var clock = IsClock(a, b) || IsClock(b, a);
        var crossing = clock || (a.Class is AtomClass.Number && b.Class is AtomClass.Year or AtomClass.Day) || (b.Class is AtomClass.Number && a.Class is AtomClass.Year or AtomClass.Day);
        if (!sameClass && !crossing)
        {
            return 0;
        }

        var likeness = sameClass ? 1.0 : 0.2;
        likeness += a.Value == b.Value ? 2 : 0;
        likeness += a.Quantity.Kind == b.Quantity.Kind ? 0.5 : 0;
        likeness += a.Quantity.Unit is not null && a.Quantity.Unit.Dimension == b.Quantity.Unit?.Dimension ? 0.5 : 0;
        likeness += a.Quantity.HasDigits == b.Quantity.HasDigits ? 0.2 : 0;
        likeness += SameLength(a.Value, b.Value) ? 0.3 : 0;
        return (likeness + (0.3 / (1 + Math.Abs(i - j)))) * (0.2 + Math.Min(a.Quantity.Confidence, b.Quantity.Confidence));
    }

    // 一 before a classifier, "one" as a word.
    private static bool IsArticle(QuantityAtom atom) =>
        atom is { Class: AtomClass.Number, Quantity: { Kind: QuantityKind.Cardinal, HasDigits: false, Confidence: <= 0.25 } } && atom.Value == 1;

    private static bool IsClock(QuantityAtom a, QuantityAtom b) =>
        a.Class is AtomClass.Hour or AtomClass.Minute && b.Quantity is { Kind: QuantityKind.Ratio, HasDigits: true } && b.Quantity.Upper is { } minutes && minutes < 100;

    // A slip changes a digit far more often than the number of digits.
    private static bool SameLength(Rational a, Rational b) =>
        a > Rational.Zero && b > Rational.Zero && Math.Floor(Math.Log10(a.ToDouble())) == Math.Floor(Math.Log10(b.ToDouble()));

    private static string? Dimension(Quantity quantity) => quantity.Kind == QuantityKind.Money ? "money" : quantity.Unit?.Dimension;

    private static NumeralMismatch Differing(QuantityAtom a, QuantityAtom b, double doubt)
    {
        if (a.Class == AtomClass.Code)
        {
            return new(NumeralMismatchReason.Value, a.Quantity, b.Quantity, SameLetters(a.Quantity.Code!, b.Quantity.Code!) ? 0.6 : 0.1);
        }

        if (a.Quantity.IsHeading && b.Quantity.IsHeading)
        {
            return new(NumeralMismatchReason.Value, a.Quantity, b.Quantity, 0.7);
        }

        var confidence = Math.Min(a.Quantity.Confidence, b.Quantity.Confidence);
        if (a.Class == AtomClass.Number && IsOrdinal(a) == IsOrdinal(b) && a.Quantity.Unit?.Id == b.Quantity.Unit?.Id && confidence < 0.7)
        {
            // Two small numbers of one kind that nothing else explains are surer than either alone.
            confidence = ((a.Quantity.Confidence + b.Quantity.Confidence) / 2) + (IsOrdinal(a) ? 0.2 : 0.05);
        }

        confidence *= doubt;
        var reason = NumeralMismatchReason.Value;
        if (a.Value == b.Value && a.Class == b.Class)
        {
            var money = a.Quantity.Currency is not null && b.Quantity.Currency is not null;
            reason = money ? NumeralMismatchReason.Currency : NumeralMismatchReason.Unit;
            confidence *= 0.9;
        }
        else if (a.Class != b.Class || (a.Quantity.Kind != b.Quantity.Kind && !(IsPlain(a) && IsPlain(b))))
        {
            confidence *= 0.8;
        }

        return new(reason, a.Quantity, b.Quantity, confidence);
    }

    private static bool IsPlain(QuantityAtom atom) => atom.Quantity.Kind is QuantityKind.Cardinal or QuantityKind.Ordinal or QuantityKind.Measure or QuantityKind.Money;

    private static bool IsOrdinal(QuantityAtom atom) => atom.Quantity.Kind == QuantityKind.Ordinal;

    // 卡-52M and Ka-53M: the letters of one are the last ones of the other.
    private static bool SameLetters(string a, string b)
    {
        var (left, right) = (string.Concat(a.Where(char.IsAsciiLetter)), string.Concat(b.Where(char.IsAsciiLetter)));
        return left.Length > 0 && right.Length > 0 && (left.EndsWith(right, StringComparison.Ordinal) || right.EndsWith(left, StringComparison.Ordinal));
    }

    // A number without a counterpart: left out or supplied, which translators do with small counts and known dates.
    private static double Alone(QuantityAtom atom, List<QuantityAtom> all, bool[] used)
    {
        var quantity = atom.Quantity;
        var factor = atom.Class switch
        {
            AtomClass.Minute => 0.9,
            AtomClass.Month or AtomClass.Hour or AtomClass.Second => 0.3,
            AtomClass.Year => IsFarOff(quantity) ? 0.9 : 0.45,
            AtomClass.Day => 0.5,
            AtomClass.Plan => 0.6,
            AtomClass.Code or AtomClass.Indefinite => 0.3,
            _ => quantity.HasDigits && quantity.Value > 12 ? 0.6 : 0.5,
        };

        // "Around the clock" is 24 hours, too.
        factor *= quantity.Unit?.Id == "h" && quantity.Value == 24 ? 0.5 : 1;

        // A date of which another part agrees was only completed.
        for (var i = 0; i < all.Count; i++)
        {
            if (used[i] && atom.Class != AtomClass.Number && ReferenceEquals(all[i].Quantity, quantity))
            {
                factor *= 0.6;
                break;
            }
        }

        return quantity.Confidence * factor;
    }

    // Who completes a date means a year near at hand.
    private static bool IsFarOff(Quantity quantity) => quantity.Calendar is { Day: not null, Year: > 2040 or < 1500 };

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
