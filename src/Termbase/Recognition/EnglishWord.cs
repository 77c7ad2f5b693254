namespace Termbase.Recognition;

/// <summary>A folded word of English terms with what terms ask of it, found out once for all terms that hold it. Not thread-safe.</summary>
internal sealed class EnglishWord
{
    private static readonly HashSet<string> Prepositions = Set("of for in to on with at from by under against between among through into within");

    private static readonly HashSet<string> NoCompound = Set("any some every no all may the a an to of in on and or for by with not so as be is");

    // Bound forms only: "over all" is not "overall".
    private static readonly string[] BoundPrefixes =
        ["cyber", "micro", "macro", "nano", "multi", "semi", "anti", "hyper", "socio", "electro", "hydro", "aero", "agro", "neuro", "inter", "intra", "infra", "non", "geo", "bio", "eco", "tele", "pre", "co", "e"];

    private static readonly string[] CompoundEnds = ["care", "base", "site", "maker", "makers", "making", "holder", "holders", "wide"];

    private EnglishWord[]? _numbers;
    private EnglishWord[]? _verbForms;
    private EnglishWord[]? _acronymPlural;
    private int _split = -1;

    internal EnglishWord(string text, ulong hash)
    {
        (Text, Hash) = (text, hash);
        IsLetters = true;
        foreach (var c in text)
        {
            IsLetters &= char.IsLetter(c);
        }

        IsPreposition = Prepositions.Contains(text);
        IsCompoundPart = IsLetters && text.Length > 2 && !NoCompound.Contains(text);
    }

    public string Text { get; }

    /// <summary>As the tokenizer has it.</summary>
    public ulong Hash { get; }

    /// <summary>Its number in the vocabulary of an automaton, once it has one; else -1.</summary>
    public int Symbol { get; set; } = -1;

    public bool IsLetters { get; }

    public bool IsPreposition { get; }

    /// <summary>Whether it may be written in one with the word beside it.</summary>
    public bool IsCompoundPart { get; }

    /// <summary>Plurals, then singulars.</summary>
    public EnglishWord[] Numbers(EnglishWords pool) => _numbers ??= Text.Length > 1 && char.IsLetter(Text[^1]) && char.IsLetter(Text[0])
        ? pool.Of(EnglishInflection.Plural(Text), EnglishInflection.Singular(Text))
        : [];

    public EnglishWord[] VerbForms(EnglishWords pool) => _verbForms ??= pool.Of(EnglishInflection.VerbForms(Text), []);

    public EnglishWord[] AcronymPlural(EnglishWords pool) => _acronymPlural ??= [pool.Of(Text + "s")];

    /// <summary>Where it may be written in two, or 0.</summary>
    public int Split => _split >= 0 ? _split : _split = SplitOf();

    private int SplitOf()
    {
        if (!IsLetters)
        {
            return 0;
        }

        foreach (var end in CompoundEnds)
        {
            if (Text.Length >= 7 && Text.Length > end.Length + 2 && Text.EndsWith(end, StringComparison.Ordinal))
            {
                return Text.Length - end.Length;
            }
        }

        foreach (var prefix in BoundPrefixes)
        {
            if (Text.Length >= prefix.Length + 4 && Text.StartsWith(prefix, StringComparison.Ordinal))
            {
                return prefix.Length;
            }
        }

        return 0;
    }

    private static HashSet<string> Set(string list) => new(list.Split(' '), StringComparer.Ordinal);
}

/// <summary>The words of many terms, each once. Words of one hash are one word, as they are to the automaton. Not thread-safe.</summary>
internal sealed class EnglishWords
{
    private readonly TransitionTable _numbers = new(1 << 12);
    private EnglishWord[] _words = new EnglishWord[1 << 10];

    public EnglishWord Of(string folded) => Of(EnglishTokenizer.HashOf(folded), folded, isFolded: true);

    public EnglishWord Of(in EnglishToken token, ReadOnlySpan<char> text) => Of(token.Hash, text[token.Start..token.End], isFolded: false);

    public EnglishWord[] Of(string[] first, string[] second)
    {
        var words = new EnglishWord[first.Length + second.Length];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = Of(i < first.Length ? first[i] : second[i - first.Length]);
        }

        return words;
    }

    private EnglishWord Of(ulong hash, ReadOnlySpan<char> text, bool isFolded)
    {
        var count = _numbers.Count;
        var number = _numbers.GetOrAdd(hash, count);
        if (number == count)
        {
            if (count == _words.Length)
            {
                Array.Resize(ref _words, count * 2);
            }

            _words[count] = new EnglishWord(isFolded ? text.ToString() : Fold(text), hash);
        }

        return _words[number];
    }

    private static string Fold(ReadOnlySpan<char> word)
    {
        Span<char> buffer = word.Length <= 64 ? stackalloc char[192] : new char[word.Length * 3];
        var n = 0;
        foreach (var c in word)
        {
            if (FoldTable.Ligature(c) is { } letters)
            {
                letters.CopyTo(buffer[n..]);
                n += letters.Length;
            }
            else if (FoldTable.Kind[c] != CharKind.Nothing)
            {
                buffer[n++] = FoldTable.Fold[c];
            }
        }

        return new string(buffer[..n]);
    }
}
