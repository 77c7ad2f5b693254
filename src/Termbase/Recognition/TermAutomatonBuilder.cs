using System.Text;

namespace Termbase.Recognition;

/// <summary>Collects terms for a <see cref="TermAutomaton"/>. Not thread-safe.</summary>
internal sealed class TermAutomatonBuilder
{
    private readonly TransitionTable _vocabulary = new(1 << 12);
    private readonly TransitionTable _english = new(1 << 14);
    private readonly TransitionTable _chinese = new(1 << 14);
    private readonly List<int> _englishFirst = [-1];
    private readonly List<int> _chineseFirst = [-1];
    private readonly List<TermForm> _forms = [];
    private readonly ulong[] _pairs = new ulong[ChineseScanner.PairWords];
    private readonly StringBuilder _texts = new();
    private readonly List<int> _offsets = [0];

    public void Add(TermEntry entry)
    {
        var number = _offsets.Count - 1;
        _texts.Append(entry.Text);
        _offsets.Add(_texts.Length);
        if (entry.Side == TermSide.Zh)
        {
            AddChinese(entry.Text, number);
            return;
        }

        var plain = IsPlain(entry.Text);
        var capital = entry.Text.Length > 0 && char.IsAsciiLetterUpper(entry.Text[0]) && !entry.Text.StartsWith("To ", StringComparison.Ordinal);
        foreach (var variant in EnglishVariants.Of(entry))
        {
            AddEnglish(variant, number, plain, capital);
        }
    }

    public TermAutomaton ToAutomaton()
    {
        var texts = new char[_texts.Length];
        _texts.CopyTo(0, texts, texts.Length);
        _vocabulary.Seal();
        Seal(_english, _englishFirst);
        Seal(_chinese, _chineseFirst);
        var roots = new int[_vocabulary.Count];
        for (var id = 0; id < roots.Length; id++)
        {
            roots[id] = _english.Find(TransitionTable.Key(0, id));
        }

        return new TermAutomaton(
            _vocabulary, _english, _chinese, roots, [.. _englishFirst], [.. _chineseFirst], [.. _forms], _pairs, texts, [.. _offsets]);
    }

    private void AddEnglish(TermVariant variant, int number, bool plain, bool capital)
    {
        var state = 0;
        foreach (var word in variant.Words)
        {
            var id = _vocabulary.GetOrAdd(EnglishTokenizer.HashOf(word), _vocabulary.Count);
            state = Step(_english, _englishFirst, state, id);
        }

        Form(_englishFirst, state, number, variant.Form, plain, capital);
    }

    private void AddChinese(string term, int number)
    {
        var (state, last, length) = (0, '\0', 0);
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
            state = Step(_chinese, _chineseFirst, state, c);
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
            Form(_chineseFirst, state, number, MatchForm.Exact, plain, false);
        }
    }

    private static void Seal(TransitionTable table, List<int> first)
    {
        var inner = new bool[first.Count];
        foreach (var (key, _) in table.Entries())
        {
            inner[(int)(key >> 32) - 1] = true;
        }

        table.Seal(state => (first[state] >= 0 ? TransitionTable.Terminal : 0) | (inner[state] ? TransitionTable.Inner : 0));
    }

    private static int Step(TransitionTable table, List<int> first, int state, int symbol)
    {
        var next = table.GetOrAdd(TransitionTable.Key(state, symbol), first.Count);
        if (next == first.Count)
        {
            first.Add(-1);
        }

        return next;
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

    private void Form(List<int> first, int state, int number, MatchForm kind, bool plain, bool capital)
    {
        var last = -1;
        for (var i = first[state]; i >= 0; i = _forms[i].Next)
        {
            if (_forms[i].Entry == number)
            {
                return;
            }

            last = i;
        }

        var form = _forms.Count;
        _forms.Add(new TermForm(number, -1, kind, plain, capital));
        if (last < 0)
        {
            first[state] = form;
        }
        else
        {
            _forms[last] = _forms[last] with { Next = form };
        }
    }
}
