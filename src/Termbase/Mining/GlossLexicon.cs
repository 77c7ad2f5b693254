using System.Collections.Frozen;
using Termbase.Languages;

namespace Termbase.Mining;

/// <summary>
/// A compact bilingual lexicon of the language of policy, technology and administration, written for this project
/// (<c>Data/lexicon.tsv</c>: a Chinese word or morpheme, a tab, English words). It proves which English words may render which
/// characters; it is no dictionary to look terms up in. Immutable and thread-safe.
/// </summary>
internal static class GlossLexicon
{
    /// <summary>Characters of the longest Chinese word that is looked for.</summary>
    public const int LongestWord = 6;

    private static readonly FrozenDictionary<string, string[]> Words = Load();

    private static readonly FrozenSet<string> Stems = Words.Values.SelectMany(v => v).ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Prefixes = ["over", "non", "un", "re", "pre", "anti", "multi", "super", "ultra", "cyber", "inter", "bio", "micro", "nano", "sub", "counter", "electro", "photo"];

    /// <summary>Number of Chinese words.</summary>
    public static int Count => Words.Count;

    /// <summary>English words (lower case) that can stand for a Chinese word; null where it is not known.</summary>
    public static string[]? English(ReadOnlySpan<char> chinese) =>
        Words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(chinese, out var english) ? english : null;

    /// <summary>Whether a lower-case word is English of the lexicon as it stands.</summary>
    public static bool IsEnglish(string word) => Stems.Contains(word);

    /// <summary>All English of the lexicon, lower case.</summary>
    public static IEnumerable<string> AllEnglish => Stems;

    /// <summary>The Chinese words of two characters and more that an English word (lower case, in any form) may render.</summary>
    public static IEnumerable<string> ChineseOf(string word) =>
        word.Length < 4 ? [] : Reversed.Value[word[..4]].Where(r => IsFormOf(word, r.English)).Select(static r => r.Chinese);

    private static readonly Lazy<ILookup<string, (string English, string Chinese)>> Reversed = new(static () =>
        Words.Where(static w => w.Key.Length >= 2).SelectMany(static w => w.Value.Where(static e => e.Length >= 4).Select(e => (English: e, Chinese: w.Key)))
            .ToLookup(static r => r.English[..4], StringComparer.Ordinal));

    /// <summary>
    /// Whether an English word is a form or derivation of another: participation and participate, industrial and industry. Short words must
    /// be equal but for an ending of inflection.
    /// </summary>
    /// <param name="word">A lower-case word of the text.</param>
    /// <param name="entry">A lower-case word of the lexicon.</param>
    public static bool IsFormOf(string word, string entry)
    {
        foreach (var prefix in Prefixes)
        {
            if (word.Length >= prefix.Length + 5 && word[0] == prefix[0] && word.StartsWith(prefix, StringComparison.Ordinal) && entry.Length >= 5 && entry[0] == word[prefix.Length] && IsFormOf(word[prefix.Length..], entry))
            {
                return true;
            }
        }

        if (word.Equals(entry, StringComparison.Ordinal))
        {
            return true;
        }

        if (entry.Length <= 3)
        {
            return word.StartsWith(entry, StringComparison.Ordinal) && word.AsSpan(entry.Length) is "s" or "es" or "ed" or "ing" or "al";
        }

        if (word.Length > entry.Length + 8)
        {
            return false;
        }

        var stem = entry.AsSpan(entry[^1] is 'e' or 'y' ? ..^1 : ..);
        if (entry.EndsWith("ion", StringComparison.Ordinal) && entry.Length > 6)
        {
            stem = entry.AsSpan(..^3);
        }

        // "plan" is no stem of "plant", nor "port" of "portfolio": short stems take endings only.
        return word.AsSpan().StartsWith(stem, StringComparison.Ordinal) && (stem.Length >= 6 || IsEnding(word.AsSpan(stem.Length)));
    }

    private static bool IsEnding(ReadOnlySpan<char> rest)
    {
        if (rest.Length > 1 && rest[0] is 'n' or 't' or 'p' or 'g' or 'd' or 'm' && rest[1] is 'e' or 'i')
        {
            rest = rest[1..];
        }

        return rest is "" or "s" or "es" or "e" or "ed" or "er" or "ers" or "ing" or "al" or "ial" or "ic" or "ical" or "ies" or "ied" or "y" or "ity" or "ion" or "ions"
            or "ation" or "ative" or "ive" or "ance" or "ment" or "ments" or "or" or "ors" or "ory" or "ize" or "ized" or "ization" or "ly" or "able" or "ous"
            or "ful" or "ure" or "ial" or "ent" or "ant" or "ist" or "an" or "n" or "ern" or "ship" or "aged" or "age" or "ages" or "ism";
    }

    private static FrozenDictionary<string, string[]> Load()
    {
        using var stream = typeof(GlossLexicon).Assembly.GetManifestResourceStream("mining/lexicon.tsv")
            ?? throw new InvalidOperationException("The lexicon is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var words = new Dictionary<string, string[]>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab > 0)
            {
                words[ChineseScript.ToSimplified(line[..tab])] = line[(tab + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            }
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
