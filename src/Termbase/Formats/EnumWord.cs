namespace Termbase.Formats;

/// <summary>Words of a file that name a value of an enumeration. Thread-safe.</summary>
internal static class EnumWord
{
    /// <summary>
    /// The value of that name, letter case aside, or null. A number is none, and neither are several names: <see cref="Enum"/> would make one value of
    /// "draft, reviewed" that is neither.
    /// </summary>
    internal static T? Parse<T>(string word)
        where T : struct, Enum
    {
        foreach (var c in word)
        {
            if (!char.IsAsciiLetter(c))
            {
                return null;
            }
        }

        return Enum.TryParse<T>(word, ignoreCase: true, out var value) ? value : null;
    }
}
