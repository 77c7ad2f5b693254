using Termbase.Model;

namespace Termbase.Linting.Bitext;

/// <summary>
/// Which clause of a source has no counterpart anywhere in a translation that is shorter than expected: Chinese puts into one sentence,
/// clause after clause, what English writes as several, so that a lost one leaves the number of sentences as it was. Thread-safe.
/// </summary>
internal static class ClauseLoss
{
    // In nats: how unlikely a translator is to leave a clause out.
    private const double Dropped = 4.5;

    // Standard deviations below the expected length from which clauses are looked at.
    private const double Shorter = 0.5;

    // In letters: shorter clauses go with the next.
    private const double Least = 20;

    // Longer ones hold every word somewhere.
    private const int MostSentences = 12;

    /// <summary>The clause most likely lost, if a loss is likelier than none.</summary>
    public static TextSpan? Find(SideReading source, SideReading target, BitextModel model, double deviation)
    {
        if (deviation > -Shorter || target.Sentences.Length > MostSentences)
        {
            return null;
        }

        var clauses = Clauses(source);
        if (clauses.Count < 2)
        {
            return null;
        }

        var presence = SentencePresence.Of(source, clauses, target);
        var whole = source.Weight(new TextSpan(0, source.Masked.Length));
        var theirs = target.Weight(new TextSpan(0, target.Masked.Length));
        var (best, found) = (Dropped, (TextSpan?)null);
        for (var i = 0; i < clauses.Count; i++)
        {
            var without = Deviation(whole - source.Weight(clauses[i]));
            var margin = ((deviation * deviation) - (without * without)) / 2;
            margin -= presence.Of(i + 1, 1, target.Sentences.Length, target.Sentences.Length);
            if (margin > best)
            {
                (best, found) = (margin, clauses[i]);
            }
        }

        return found;

        double Deviation(double ours) => source.IsChinese ? model.LengthDeviation(ours, theirs) : -model.LengthDeviation(theirs, ours);
    }

    private static List<TextSpan> Clauses(SideReading side)
    {
        var (clauses, start, text) = (new List<TextSpan>(), 0, side.Masked);
        for (var i = 0; i < text.Length; i++)
        {
            var ends = text[i] is '，' or '；' or '。' or '！' or '？' || (text[i] is ',' or ';' or '.' or '!' or '?' && (i + 1 == text.Length || text[i + 1] == ' '));
            if (i + 1 == text.Length || (ends && side.Weight(TextSpan.FromBounds(start, i)) >= Least))
            {
                clauses.Add(TextSpan.FromBounds(start, i + 1));
                start = i + 1;
            }
        }

        return clauses;
    }
}
