using System.CommandLine;
using System.Globalization;

namespace Termbase.Cli.Options;

/// <summary>An option that takes a day.</summary>
internal static class DateOption
{
    public static Option<string> Of(string name, string description)
    {
        var option = new Option<string>(name) { Description = description, HelpName = "DATE" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && Day(result.Tokens[^1].Value) is null)
            {
                result.AddError($"{name} takes a day like 2024-03-31, not '{result.Tokens[^1].Value}'.");
            }
        });
        return option;
    }

    /// <summary>The day given, or null.</summary>
    public static DateOnly? Of(ParseResult parsed, Option<string> option) => parsed.GetValue(option) is { } text ? Day(text) : null;

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
