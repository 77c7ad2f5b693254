namespace Termbase.Recognition;

/// <summary>Collects terms for a <see cref="TermAutomaton"/>. Not thread-safe.</summary>
internal sealed class TermAutomatonBuilder
{
    private readonly TransitionTable _vocabulary = new(1 << 12);
    private readonly TermTrieBuilder _english = new(numbered: true);
    private readonly TermTrieBuilder _chinese = new(numbered: false);
    private readonly ulong[] _pairs = new ulong[ChineseScanner.PairWords];
    private readonly List<int> _offsets = [0];
    private readonly EnglishVariants _variants = new();

    // Of the entry at hand: the states before the words of its ways of writing.
    private int[] _states = new int[64];
    private char[] _texts = new char[1 << 12];
    private int _length;
    private ulong _digest;

    public void Add(TermEntry entry)
    {
        var number = _offsets.Count - 1;
        if (_length + entry.Text.Length > _texts.Length)
        {
            Array.Resize(ref _texts, Math.Max(_texts.Length * 2, _length + entry.Text.Length));
        }

        entry.Text.CopyTo(_texts.AsSpan(_length));
        _length += entry.Text.Length;
        _offsets.Add(_length);
        _digest = TermAutomaton.DigestOf(_digest, entry);
        if (entry.Side == TermSide.Zh)
        {
            AddChinese(entry.Text, number);
            return;
        }

        var plain = IsPlain(entry.Text);
        var capital = entry.Text.Length > 0 && char.IsAsciiLetterUpper(entry.Text[0]) && !entry.Text.StartsWith("To ", StringComparison.Ordinal);
        var flags = (plain ? TermForm.Plain : 0) | (capital ? TermForm.Capital : 0);
        var capitals = Capitals(entry.Text);
        var own = default(EnglishWord[]);
        foreach (var variant in _variants.Of(entry))
        {
            own ??= variant.Words;
            var shaped = capitals >= 0 && HasSameInitials(own, variant);
            _english.End(AddEnglish(variant), new TermForm(number, variant.Form, flags | (shaped ? TermForm.Shaped : 0), shaped ? capitals : 0));
        }
    }

    public TermAutomaton ToAutomaton()
    {
        _vocabulary.Seal();
        return new TermAutomaton(_vocabulary, _english.ToTrie(_vocabulary.Count), _chinese.ToTrie(0), _pairs, _texts[.._length], [.. _offsets], _digest);
    }

    // An inflected form goes as its way of writing up to the word that differs.
    private int AddEnglish(in TermVariant variant)
    {
        var (words, i) = (variant.Words, 0);
        var state = TermTrieBuilder.Start;
        if (variant.At >= 0)
        {
            state = Step(_states[variant.First + variant.At], variant.Other!);
            i = variant.At + 1;
        }
        else if (variant.First + words.Length > _states.Length)
        {
            Array.Resize(ref _states, (variant.First + words.Length) * 2);
        }

        for (; i < words.Length; i++)
        {
            if (variant.At < 0)
            {
                _states[variant.First + i] = state;
            }

            state = Step(state, words[i]);
        }

        return state;
    }

    private int Step(int state, EnglishWord word)
    {
        if (word.Symbol < 0)
        {
            word.Symbol = _vocabulary.GetOrAdd(word.Hash, _vocabulary.Count);
        }

        return _english.Step(state, word.Symbol);
    }

    private void AddChinese(string term, int number)
    {
        var (state, last, length) = (TermTrieBuilder.Start, '\0', 0);
        var plain = true;
        for (var i = 0; i < term.Length; i++)
        {
            var kind = FoldTable.Kind[term[i]];
            plain &= FoldTable.Fold[term[i]] == term[i] && kind is not (CharKind.Space or CharKind.LineEnd or CharKind.Nothing);
            if (kind == CharKind.Nothing || (kind is CharKind.Space or CharKind.LineEnd && !ChineseScanner.IsWordGap(term, i)))
            {
                continue;
            }

            var c = kind is CharKind.LineEnd ? ' ' : FoldTable.Fold[term[i]];
            state = _chinese.Step(state, c);
            length++;
            if (length == 2)
            {
                ChineseScanner.SetPair(_pairs, last, c);
            }

            last = c;
        }

        if (length == 1)
        {
            ChineseScanner.SetSingle(_pairs, last);
        }

        if (length > 0)
        {
            _chinese.End(state, new TermForm(number, MatchForm.Exact, plain ? TermForm.Plain : 0, 0));
        }
    }

    // Small letters and single spaces.
    private static bool IsPlain(string term)
    {
        for (var i = 0; i < term.Length; i++)
        {
            if (!char.IsAsciiLetterLower(term[i]) && (term[i] != ' ' || i == 0 || i + 1 == term.Length || term[i - 1] == ' '))
            {
                return false;
            }
        }

        return true;
    }

    // Bit i: the i-th word has a capital. -1 where more than first letters and single spaces has to be compared.
    private static int Capitals(string term)
    {
        if (term.StartsWith("to ", StringComparison.OrdinalIgnoreCase))
        {
            return -1;
        }

        var (capitals, word, start) = (0, 0, 0);
        for (var i = 0; i < term.Length; i++)
        {
            if (term[i] == ' ' && i > start && i + 1 < term.Length)
            {
                (word, start) = (word + 1, i + 1);
            }
            else if (char.IsAsciiLetterUpper(term[i]) && i == start && i + 1 < term.Length && char.IsAsciiLetterLower(term[i + 1]))
            {
                capitals |= 1 << word;
            }
            else if (!char.IsAsciiLetterLower(term[i]))
            {
                return -1;
            }
        }

        return word < TermForm.ShapedWords && term.Length > 0 ? capitals : -1;
    }

    private static bool HasSameInitials(EnglishWord[] own, in TermVariant variant)
    {
        if (own.Length != variant.Words.Length)
        {
            return false;
        }

        for (var i = 0; i < own.Length; i++)
        {
            if (own[i].Text[0] != variant[i].Text[0])
            {
                return false;
            }
        }

        return true;
    }
}
