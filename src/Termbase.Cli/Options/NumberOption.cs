using System.CommandLine;

namespace Termbase.Cli.Options;

/// <summary>What numbers an option takes; anything else, words too, is told in one line.</summary>
internal static class NumberOption
{
    /// <summary>Refuses values that <paramref name="fits"/> does not accept; <paramref name="wanted"/> completes “--min takes …”.</summary>
    public static void Only<T>(this Option<T> option, Func<T, bool> fits, string wanted)
        where T : struct, IParsable<T>
    {
        // The text is judged, not the parsed value: asking for that one throws where the text is no number.
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0
                && !(T.TryParse(result.Tokens[^1].Value, System.Globalization.CultureInfo.InvariantCulture, out var value) && fits(value)))
            {
                result.AddError($"{option.Name} takes {wanted}, not '{result.Tokens[^1].Value}'.");
            }
        });
    }
}
