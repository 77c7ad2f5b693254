using Termbase.Model;

namespace Termbase.DevTool.Commands;

/// <summary>Faults of the kinds that spoil memories, put into clean pairs.</summary>
internal static class DoubtSeeds
{
    /// <summary>
    /// Moves a share of the targets by one line (in blocks of two to eight lines, the last one's coming first), and of what is left swaps 1 % of the pairs, copies the source
    /// in 1 %, cuts 1 % to a third and puts a loop into 1 %. Gives each unit with the kind of its fault, or "".
    /// </summary>
    public static List<(TranslationUnit Unit, string Kind)> Break(List<TranslationUnit> units, double shift, Random random)
    {
        var kinds = new string[units.Count];
        Array.Fill(kinds, "");
        for (var moved = 0; moved < shift * units.Count;)
        {
            var length = random.Next(2, 9);
            var start = random.Next(0, Math.Max(1, units.Count - length));
            length = Math.Min(length, units.Count - start);
            if (kinds.AsSpan(start, length).ContainsAnyExcept(""))
            {
                continue;
            }

            var last = units[start + length - 1].En;
            for (var i = start + length - 1; i >= start; i--)
            {
                var own = units[i].En;
                units[i] = units[i] with { En = i > start ? units[i - 1].En : last };

                // Two lines that are translated alike are not broken by this.
                kinds[i] = own.Segment.Text == units[i].En.Segment.Text ? "" : "shifted";
            }

            moved += length;
        }

        foreach (var kind in new[] { "swapped", "copied", "cut", "loop" })
        {
            for (var made = 0; made < units.Count / 100;)
            {
                var i = random.Next(units.Count);
                if (kinds[i].Length == 0 && units[i].En.Segment.Text.Length >= 30)
                {
                    units[i] = Break(units[i], kind);
                    kinds[i] = kind;
                    made++;
                }
            }
        }

        return [.. units.Zip(kinds)];
    }

    private static TranslationUnit Break(TranslationUnit unit, string kind)
    {
        var words = unit.En.Segment.Text.Split(' ');
        return kind switch
        {
            "swapped" => unit with { Zh = unit.Zh with { Segment = unit.En.Segment }, En = unit.En with { Segment = unit.Zh.Segment } },
            "copied" => unit with { En = unit.En with { Segment = unit.Zh.Segment } },
            "cut" => unit with { En = unit.En with { Segment = Segment.Plain(string.Join(' ', words.Take(Math.Max(1, words.Length / 3)))) } },
            _ => unit with { En = unit.En with { Segment = Segment.Plain(string.Join(' ', [.. words.Take(words.Length / 2), .. Enumerable.Repeat(string.Join(' ', words.TakeLast(2)), 5)])) } },
        };
    }
}
