namespace Termbase.Linting;

/// <summary>How two Chinese terms stand to each other by their characters. Thread-safe.</summary>
internal static class ChineseForm
{
    /// <summary>Whether one is written with characters of the other in their order: a short form, or a part.</summary>
    public static bool IsShortForm(string a, string b)
    {
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        var at = 0;
        foreach (var c in longer)
        {
            at += at < shorter.Length && shorter[at] == c ? 1 : 0;
        }

        return at == shorter.Length;
    }

    /// <summary>Whether they are as long, four characters or more, and differ in one: a slip of the keyboard, most likely.</summary>
    public static bool IsOneCharacterOff(string a, string b) =>
        a.Length == b.Length && a.Length >= 4 && a.Zip(b).Count(static p => p.First != p.Second) == 1;
}
