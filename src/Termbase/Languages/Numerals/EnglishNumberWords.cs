using System.Collections.Frozen;

namespace Termbase.Languages.Numerals;

/// <summary>What an English number word does in a number.</summary>
internal enum NumberWordRole
{
    /// <summary>zero to nineteen.</summary>
    Unit,

    /// <summary>twenty to ninety.</summary>
    Ten,
    Hundred,

    /// <summary>thousand to trillion, dozen.</summary>
    Scale,
}

/// <summary>An English number word.</summary>
/// <param name="Role">What it does.</param>
/// <param name="Value">Its value.</param>
/// <param name="IsOrdinal">third, twentieth.</param>
/// <param name="IsPlural">thirds, hundreds.</param>
internal readonly record struct NumberWord(NumberWordRole Role, long Value, bool IsOrdinal, bool IsPlural);

/// <summary>The English number words, months and multiples, in lower case.</summary>
internal static class EnglishNumberWords
{
    private const string Units = "zero/zeroth one/first two/second three/third four/fourth five/fifth six/sixth seven/seventh eight/eighth nine/ninth ten/tenth eleven/eleventh twelve/twelfth thirteen/thirteenth fourteen/fourteenth fifteen/fifteenth sixteen/sixteenth seventeen/seventeenth eighteen/eighteenth nineteen/nineteenth";
    private const string Tens = "twenty/twentieth thirty/thirtieth forty/fortieth fifty/fiftieth sixty/sixtieth seventy/seventieth eighty/eightieth ninety/ninetieth";

    private static readonly FrozenDictionary<string, NumberWord> Words = Build().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenDictionary<string, NumberWord>.AlternateLookup<ReadOnlySpan<char>> WordsBySpan = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, int> MonthNames =
        "January February March April May June July August September October November December Jan Feb Mar Apr # Jun Jul Aug Sep Oct Nov Dec Sept"
            .Split(' ').Select(static (name, i) => (name, Number: i == 24 ? 9 : (i % 12) + 1)).Where(static m => m.name != "#")
            .ToFrozenDictionary(static m => m.name, static m => m.Number, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> MonthsBySpan = MonthNames.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, int> Multiples =
        "twice=2 thrice=3 double=2 doubled=2 doubles=2 doubling=2 triple=3 tripled=3 triples=3 tripling=3 treble=3 trebled=3 quadruple=4 quadrupled=4 quadrupling=4 quintuple=5 quintupled=5"
            .Split(' ').Select(static w => w.Split('=')).ToFrozenDictionary(static w => w[0], static w => w[1][0] - '0', StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> MultiplesBySpan = Multiples.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The number word this is.</summary>
    public static bool TryGet(ReadOnlySpan<char> word, out NumberWord found) => WordsBySpan.TryGetValue(word, out found);

    /// <summary>The month, 1 to 12, whose name or short form (with capital) this is.</summary>
    public static bool TryMonth(ReadOnlySpan<char> word, out int month) => MonthsBySpan.TryGetValue(word, out month);

    /// <summary>twice, doubled, triple.</summary>
    public static bool TryMultiple(ReadOnlySpan<char> word, out int times) => MultiplesBySpan.TryGetValue(word, out times);

    private static Dictionary<string, NumberWord> Build()
    {
        var words = new Dictionary<string, NumberWord>(StringComparer.OrdinalIgnoreCase);
        AddRow(words, Units, NumberWordRole.Unit, static i => i);
        AddRow(words, Tens, NumberWordRole.Ten, static i => (i + 2) * 10);
        AddRow(words, "hundred/hundredth", NumberWordRole.Hundred, static _ => 100);
        AddRow(words, "thousand/thousandth million/millionth billion/billionth trillion/trillionth", NumberWordRole.Scale, static i => (long)Math.Pow(1000, i + 1));
        words["dozen"] = new(NumberWordRole.Scale, 12, false, false);
        words["dozens"] = new(NumberWordRole.Scale, 12, false, true);
        (words["lakh"], words["lakhs"]) = (new(NumberWordRole.Scale, 100_000, false, false), new(NumberWordRole.Scale, 100_000, false, true));
        (words["crore"], words["crores"]) = (new(NumberWordRole.Scale, 10_000_000, false, false), new(NumberWordRole.Scale, 10_000_000, false, true));
        words["tens"] = new(NumberWordRole.Unit, 10, false, true);
        return words;
    }

    private static void AddRow(Dictionary<string, NumberWord> words, string row, NumberWordRole role, Func<int, long> value)
    {
        var entries = row.Split(' ');
        for (var i = 0; i < entries.Length; i++)
        {
            var (cardinal, ordinal) = (entries[i].Split('/')[0], entries[i].Split('/')[1]);
            words[cardinal] = new(role, value(i), false, false);
            words[ordinal] = new(role, value(i), true, false);
            words[ordinal + "s"] = new(role, value(i), true, true);
            if (role is NumberWordRole.Hundred or NumberWordRole.Scale)
            {
                words[cardinal + "s"] = new(role, value(i), false, true);
            }
        }
    }
}
