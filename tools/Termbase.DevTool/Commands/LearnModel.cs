using Termbase.Formats;
using Termbase.Linting.Bitext;

namespace Termbase.DevTool.Commands;

/// <summary>Prints what a bitext shows of lengths and end signs, in the form in which the built-in figures are written.</summary>
internal static class LearnModel
{
    public const string Usage = "BITEXT";

    public static int Run(string[] args)
    {
        if (args.Length < 1 || !File.Exists(args[0]))
        {
            Console.Error.WriteLine("learn-model: a bitext is wanted");
            return 2;
        }

        var model = Learn(args[0]);
        Console.WriteLine(FormattableString.Invariant($"units {model.Units}, length mean {model.LengthMean:0.00}"));
        Console.WriteLine(string.Join(", ", model.LengthSpread.Select(s => FormattableString.Invariant($"{s:0.00}"))));
        foreach (var row in model.EndCounts.Chunk((int)Math.Sqrt(model.EndCounts.Length)))
        {
            Console.WriteLine(string.Join(", ", row) + ",");
        }

        return 0;
    }

    public static BitextModel Learn(string path)
    {
        var builder = new BitextModelBuilder();
        foreach (var unit in FormatCatalog.ReadUnits(path, new ReadLog()))
        {
            builder.Add(unit);
        }

        return builder.Build(DateOnly.FromDateTime(DateTime.UtcNow));
    }
}
