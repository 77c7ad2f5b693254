using Termbase.Matching;

namespace Termbase.Workspaces;

internal sealed partial class ConfigReader
{
    private static readonly string[] Units = ["characters", "words"];

    private MatchSettings Match(TomlTable table)
    {
        var match = MatchSettings.Default;
        foreach (var item in Known(table, "match", "zh", "en", "penalties"))
        {
            if (item.Key == "penalties")
            {
                match = Table(item) is { } penalties ? match with { Penalties = Penalties(penalties) } : match;
            }
            else if (Text(item) is { } text)
            {
                if (Array.IndexOf(Units, text) is var unit && unit < 0)
                {
                    Report(item.Place, "bad-value", $"'{text}' is no value for '{item.Key}'{Nearest.Hint(text, Units)}; write characters or words");
                }
                else
                {
                    match = item.Key == "zh" ? match with { ZhUnit = (TokenUnit)unit } : match with { EnUnit = (TokenUnit)unit };
                }
            }
        }

        return match;
    }

    private MatchPenalties Penalties(TomlTable table)
    {
        var made = MatchPenalties.Default;
        foreach (var item in Known(
            table, "match.penalties", "numbers", "codes", "machine", "draft", "low-score", "low-score-below", "other-client", "other-script"))
        {
            var (least, most) = item.Key == "low-score-below" ? (0, 1) : (0, 100);
            if (Number(item, least, most) is { } points)
            {
                made = item.Key switch
                {
                    "numbers" => made with { Numbers = points },
                    "codes" => made with { Codes = points },
                    "machine" => made with { Machine = points },
                    "draft" => made with { Unreviewed = points },
                    "low-score" => made with { LowScore = points },
                    "low-score-below" => made with { LowScoreBelow = points },
                    "other-client" => made with { OtherClient = points },
                    _ => made with { OtherScript = points },
                };
            }
        }

        return made;
    }

    private double? Number(TomlItem item, double least, double most)
    {
        if (item.Value is not (long or double))
        {
            WrongType(item, "a number");
            return null;
        }

        var number = Convert.ToDouble(item.Value, System.Globalization.CultureInfo.InvariantCulture);
        if (number >= least && number <= most)
        {
            return number;
        }

        Report(item.Place, "bad-value", FormattableString.Invariant($"'{item.Key}' goes from {least} to {most}"));
        return null;
    }
}
