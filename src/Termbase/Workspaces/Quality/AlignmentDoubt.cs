using Termbase.Alignment;
using Termbase.Linting.Bitext;
using Termbase.Model;

namespace Termbase.Workspaces.Quality;

/// <summary>
/// How probably a unit is misaligned: a logistic model over the lexical evidence in both directions, the numbers of words, the length against
/// what lengths let expect, and whether a neighbour's side fits better. The weights were learned by
/// <c>tools/Termbase.DevTool measure-doubtful --learn</c>; the program also measures it. Thread-safe.
/// </summary>
internal static class AlignmentDoubt
{
    /// <summary>Names of <see cref="Features"/>, for the program that learns.</summary>
    internal static readonly string[] Names = ["1", "forward", "backward", "forward/word", "backward/word", "words zh", "words en", "deviation", "deviation²", "neighbour"];

    private static readonly double[] s_weights = [0.597, -0.488, 0.023, -1.934, 0.500, 0.076, -0.075, 0.197, 0.083, 0.398];

    /// <summary>The features of a pair; <paramref name="neighbour"/> is how much better (nats) a neighbour's side fits than its own, 0 where none does or it is not known.</summary>
    public static double[] Features(PairEvidence evidence, double deviation, double neighbour)
    {
        var off = Math.Min(6, Math.Abs(deviation));
        return
        [
            1,
            Math.Clamp(evidence.Forward, -15, 15),
            Math.Clamp(evidence.Backward, -15, 15),
            evidence.Forward / Math.Max(3, evidence.En),
            evidence.Backward / Math.Max(3, evidence.Zh),
            Math.Min(30, evidence.Zh),
            Math.Min(30, evidence.En),
            off,
            off * off,
            Math.Clamp(neighbour, 0, 12),
        ];
    }

    /// <summary>Probability of a misalignment, where a share of <paramref name="prior"/> is expected to be.</summary>
    public static double Probability(double[] features, double prior)
    {
        var sum = Math.Log(prior / (1 - prior));
        for (var i = 0; i < features.Length; i++)
        {
            sum += s_weights[i] * features[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>
    /// How far the English is from the length that the Chinese lets expect, in standard deviations, and whether there is enough text to say so.
    /// </summary>
    public static double Deviation(TranslationUnit unit)
    {
        var (zh, en) = (new SideReading(unit.Zh, isChinese: true), new SideReading(unit.En, isChinese: false));
        return zh.Han == 0 || en.Latin == 0 ? 0 : BitextModel.BuiltIn.LengthDeviation(zh.Han, zh.Latin, en.Latin);
    }
}
