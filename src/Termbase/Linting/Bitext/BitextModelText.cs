using System.Collections.Immutable;
using System.Globalization;

namespace Termbase.Linting.Bitext;

/// <summary>
/// Writes and reads a <see cref="BitextModel"/> as lines of text: a name, a tab, figures between spaces; lines that begin with <c>#</c> are for
/// people. Thread-safe.
/// </summary>
public static class BitextModelText
{
    /// <summary>Writes a model.</summary>
    public static void Write(TextWriter writer, BitextModel model)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(model);
        var marks = string.Join(' ', Enum.GetNames<EndMark>());
        writer.Write("# How the two languages of the memory go together; lint judges lengths and end signs by it.\n");
        writer.Write("# Derived from the memory, and made anew when it changes.\n");
        writer.Write(FormattableString.Invariant($"learned\t{model.Learned:yyyy-MM-dd}\n"));
        writer.Write(FormattableString.Invariant($"units\t{model.Units}\n"));
        writer.Write("# length: median of ln(English letters / (3.8 × Han characters + other letters)); half the distance of its 16th and 84th percentile by length\n");
        writer.Write(FormattableString.Invariant($"length-mean\t{model.LengthMean:0.####}\n"));
        writer.Write("length-spread\t" + string.Join(' ', model.LengthSpread.Select(static s => s.ToString("0.####", CultureInfo.InvariantCulture))) + "\n");
        writer.Write($"# ends: how often a Chinese end sign (row) stands over an English one (column): {marks}\n");
        for (var row = 0; row < BitextModel.EndMarks; row++)
        {
            writer.Write("ends\t" + string.Join(' ', model.EndCounts.Skip(row * BitextModel.EndMarks).Take(BitextModel.EndMarks).Select(static c => c.ToString(CultureInfo.InvariantCulture))) + "\n");
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">A line is missing or is not as it is written.</exception>
    public static BitextModel Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        var ends = ImmutableArray.CreateBuilder<long>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var (name, value) = tab < 0 ? (line, "") : (line[..tab], line[(tab + 1)..]);
            if (name == "ends")
            {
                ends.AddRange(value.Split(' ').Select(static c => long.Parse(c, NumberStyles.None, CultureInfo.InvariantCulture)));
            }
            else
            {
                cells[name] = value;
            }
        }

        string Cell(string name) => cells.TryGetValue(name, out var value) ? value : throw new FormatException($"the line {name} is missing");
        ImmutableArray<double> spread = [.. Cell("length-spread").Split(' ').Select(static s => double.Parse(s, CultureInfo.InvariantCulture))];
        return ends.Count == BitextModel.EndMarks * BitextModel.EndMarks && spread.Length == BitextModel.BuiltIn.LengthSpread.Length
            ? new BitextModel
            {
                Units = long.Parse(Cell("units"), NumberStyles.None, CultureInfo.InvariantCulture),
                Learned = DateOnly.ParseExact(Cell("learned"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
                LengthMean = double.Parse(Cell("length-mean"), CultureInfo.InvariantCulture),
                LengthSpread = spread,
                EndCounts = ends.ToImmutable(),
            }
            : throw new FormatException("figures are missing");
    }
}
