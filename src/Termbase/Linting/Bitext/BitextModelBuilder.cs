using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Linting.Bitext;

/// <summary>
/// Learns a <see cref="BitextModel"/> from units, one after another, in constant memory (histograms with steps of 0.02). Not thread-safe.
/// </summary>
public sealed class BitextModelBuilder
{
    /// <summary>From so many units on a memory tells more than the built-in figures.</summary>
    public const int Enough = 1000;

    private const double Step = 0.02;
    private const int Half = 150;
    private const int EnoughOfOneLength = 200;

    private readonly long[,] _lengths = new long[12, (2 * Half) + 1];
    private readonly long[] _ends = new long[BitextModel.EndMarks * BitextModel.EndMarks];
    private long _units;

    /// <summary>Takes one unit into account.</summary>
    public void Add(TranslationUnit unit)
    {
        var zh = new SideReading(unit.Zh, isChinese: true);
        var en = new SideReading(unit.En, isChinese: false);
        var weight = (BitextModel.LettersPerHan * zh.Han) + zh.Latin;
        if (zh.Han == 0 || en.Latin == 0)
        {
            return;
        }

        _units++;
        _lengths[BitextModel.Bucket(weight), Math.Clamp((int)Math.Round(Math.Log(en.Latin / weight) / Step), -Half, Half) + Half]++;
        _ends[((int)BitextModel.EndOf(zh.Masked).Mark * BitextModel.EndMarks) + (int)BitextModel.EndOf(en.Masked).Mark]++;
    }

    /// <summary>The model, or the built-in one where there were fewer than <see cref="Enough"/> units.</summary>
    /// <param name="today">The date written into it.</param>
    public BitextModel Build(DateOnly today)
    {
        if (_units < Enough)
        {
            return BitextModel.BuiltIn;
        }

        var all = new long[(2 * Half) + 1];
        var spread = ImmutableArray.CreateBuilder<double>();
        for (var bucket = 0; bucket < 12; bucket++)
        {
            var row = new long[all.Length];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = _lengths[bucket, i];
                all[i] += row[i];
            }

            // A length that is seldom met keeps the built-in spread.
            spread.Add(row.Sum() < EnoughOfOneLength
                ? BitextModel.BuiltIn.LengthSpread[bucket]
                : Math.Max(0.08, (Percentile(row, 0.84) - Percentile(row, 0.16)) / 2));
        }

        return new BitextModel
        {
            Units = _units,
            Learned = today,
            LengthMean = Percentile(all, 0.5),
            LengthSpread = spread.ToImmutable(),
            EndCounts = [.. _ends],
        };
    }

    private static double Percentile(long[] histogram, double share)
    {
        var wanted = share * histogram.Sum();
        var seen = 0L;
        for (var i = 0; i < histogram.Length; i++)
        {
            seen += histogram[i];
            if (seen >= wanted)
            {
                return (i - Half) * Step;
            }
        }

        return Half * Step;
    }
}
