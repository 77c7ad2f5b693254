using System.Text;

namespace Termbase.Recognition;

/// <summary>Collects terms for a <see cref="TermAutomaton"/>. Not thread-safe.</summary>
internal sealed class TermAutomatonBuilder
{
    private readonly TransitionTable _vocabulary = new(1 << 12);
    private readonly TermTrieBuilder _english = new(numbered: true);
    private readonly TermTrieBuilder _chinese = new(numbered: false);
    private readonly ulong[] _pairs = new ulong[ChineseScanner.PairWords];
    private readonly StringBuilder _texts = new();
    private readonly List<int> _offsets = [0];
    private readonly List<int> _path = [];
    private ulong _digest;

    public void Add(TermEntry entry)
    {
        var number = _offsets.Count - 1;
        _texts.Append(entry.Text);
        _offsets.Add(_texts.Length);
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
        var own = default(string[]);
        foreach (var variant in EnglishVariants.Of(entry))
        {
            if (own is null)
            {
                own = variant.Words;
                _path.Clear();
                _path.Add(TermTrieBuilder.Start);
            }

            var state = AddEnglish(variant.Words, Shared(own, variant.Words));
            var shaped = capitals >= 0 && HasSameInitials(own, variant.Words);
            _english.End(state, new TermForm(number, variant.Form, flags | (shaped ? TermForm.Shaped : 0), shaped ? capitals : 0));
        }
    }

    public TermAutomaton ToAutomaton()
    {
        var texts = new char[_texts.Length];
        _texts.CopyTo(0, texts, texts.Length);
        _vocabulary.Seal();
        return new TermAutomaton(_vocabulary, _english.ToTrie(_vocabulary.Count), _chinese.ToTrie(0), _pairs, texts, [.. _offsets], _digest);
    }

    // Most forms differ in the last word: as far as the words are those of the first form, its states are taken. _path[i] is the
    // state behind i of its words.
    private int AddEnglish(string[] words, int shared)
    {
        var isFirst = shared == words.Length && _path.Count == 1;
        var state = isFirst ? TermTrieBuilder.Start : _path[shared];
        for (var i = isFirst ? 0 : shared; i < words.Length; i++)
        {
            state = _english.Step(state, _vocabulary.GetOrAdd(EnglishTokenizer.HashOf(words[i]), _vocabulary.Count));
            if (isFirst)
            {
                _path.Add(state);
            }
        }

        return state;
    }

    private static int Shared(string[] own, string[] words)
    {
        var n = 0;
        while (n < own.Length && n < words.Length && ReferenceEquals(own[n], words[n]))
        {
            n++;
        }

        return n;
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

    private static bool HasSameInitials(string[] own, string[] words)
    {
        if (own.Length != words.Length)
        {
            return false;
        }

        for (var i = 0; i < words.Length; i++)
        {
            if (own[i][0] != words[i][0])
            {
                return false;
            }
        }

        return true;
    }
}
