using System.Collections.Frozen;
using System.Collections.Immutable;
using Termbase.Languages;

namespace Termbase.Linting;

/// <summary>The common Chinese words of two characters, by either of them. Read at first use. Thread-safe.</summary>
internal static class WordsOfTwo
{
    private static readonly Lazy<ImmutableArray<FrozenDictionary<char, ImmutableArray<string>>>> Tables = new(static () =>
    {
        var words = BilingualLexicon.Instance.Words.Where(static w => w.Length == 2 && w.All(Han.IsHan)).Order(StringComparer.Ordinal).ToList();
        return [Grouped(words, 0), Grouped(words, 1)];
    });

    /// <summary>Words with this character first.</summary>
    public static ImmutableArray<string> Beginning(char character) => Of(0, character);

    /// <summary>Words with this character last.</summary>
    public static ImmutableArray<string> Ending(char character) => Of(1, character);

    /// <summary>Words with this character.</summary>
    public static IEnumerable<string> With(char character) => Beginning(character).Concat(Ending(character));

    private static FrozenDictionary<char, ImmutableArray<string>> Grouped(List<string> words, int at) =>
        words.GroupBy(w => w[at]).ToFrozenDictionary(static g => g.Key, static g => g.ToImmutableArray());

    private static ImmutableArray<string> Of(int table, char character) => Tables.Value[table].TryGetValue(character, out var found) ? found : [];
}
