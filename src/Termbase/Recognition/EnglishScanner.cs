using System.Buffers;
using System.Collections.Frozen;
using Termbase.Model;

namespace Termbase.Recognition;

/// <summary>Finds English terms word by word.</summary>
internal static class EnglishScanner
{
    // Joined by a hyphen they make another word of what follows.
    private static readonly FrozenSet<ulong> Prefixes =
        "non anti counter pre post self sub de re co ex un mis over under semi quasi pseudo vice e x inter intra trans ultra super mid bi tri a"
            .Split(' ').Select(static w => EnglishTokenizer.HashOf(w)).ToFrozenSet();

    public static void Scan(TermAutomaton terms, MatchPolicy policy, ReadOnlySpan<char> text, List<RawMatch> output)
    {
        var tokens = ArrayPool<EnglishToken>.Shared.Rent(Math.Min((text.Length / 4) + 16, 1 << 16));
        var ids = ArrayPool<int>.Shared.Rent(tokens.Length);
        var count = 0;
        var cut = new EnglishTokenizer(text);
        while (cut.MoveNext(out var token))
        {
            if (count == Math.Min(tokens.Length, ids.Length))
            {
                Grow(ref tokens, count);
                Grow(ref ids, count);
            }

            tokens[count] = token;
            ids[count++] = terms.Vocabulary.Find(token.Hash);
        }

        new Pass(terms, policy, text, tokens.AsSpan(0, count), ids.AsSpan(0, count), output).Run();
        ArrayPool<EnglishToken>.Shared.Return(tokens);
        ArrayPool<int>.Shared.Return(ids);
    }

    private static void Grow<T>(ref T[] array, int count)
    {
        var larger = ArrayPool<T>.Shared.Rent(array.Length * 2);
        Array.Copy(array, larger, count);
        ArrayPool<T>.Shared.Return(array);
        array = larger;
    }

    private readonly ref struct Pass(
        TermAutomaton terms, MatchPolicy policy, ReadOnlySpan<char> text, Span<EnglishToken> tokens, Span<int> ids, List<RawMatch> output)
    {
        private readonly TermAutomaton _terms = terms;
        private readonly MatchPolicy _policy = policy;
        private readonly ReadOnlySpan<char> _text = text;
        private readonly ReadOnlySpan<EnglishToken> _tokens = tokens;
        private readonly ReadOnlySpan<int> _ids = ids;
        private readonly List<RawMatch> _output = output;

        public void Run()
        {
            Span<(int Last, int State)> ends = stackalloc (int, int)[16];
            var longest = _policy.Nested == NestedTerms.Longest;
            var english = _terms.English;
            for (var i = 0; i < _tokens.Length; i++)
            {
                if (_ids[i] < 0)
                {
                    continue;
                }

                var found = 0;
                for (int j = i, state = english.First(_ids[i]); state >= 0;)
                {
                    ref readonly var reached = ref english[state];
                    if (reached.IsEnd && found < ends.Length)
                    {
                        ends[found++] = (j, state);
                    }

                    if (reached.Filter == 0 || ++j >= _tokens.Length || _ids[j] < 0 || _tokens[j].Gap == TokenGap.Break)
                    {
                        break;
                    }

                    state = english.Next(reached, _ids[j]);
                }

                if (found == 0 || !StartsWord(i))
                {
                    continue;
                }

                while (found-- > 0)
                {
                    var (last, at) = ends[found];
                    if (EndsWord(last) && Report(i, last, at) && longest)
                    {
                        i = last;
                        break;
                    }
                }
            }
        }

        private bool Report(int first, int last, int state)
        {
            var span = TextSpan.FromBounds(_tokens[first].Start, _tokens[last].End);
            var seen = _text.Slice(span.Start, span.Length);
            var before = _output.Count;
            var anySame = false;
            var lower = char.IsAsciiLetterLower(seen[0]);
            var capitals = Capitals(first, last, out var spaced, out var blanks);
            var form = _terms.English.FirstForm(state);
            for (var has = true; has; has = _terms.English.NextForm(ref form))
            {
                var kind = form.Kind;
                if ((kind == MatchForm.Inflected && !_policy.Inflection) || (form.Is(TermForm.Capital) && lower && _policy.CaseByTerm))
                {
                    continue;
                }

                // What most matches are: nothing to compare.
                if (capitals == 0 && form.Is(TermForm.Plain))
                {
                    Add(before, ref anySame, new RawMatch(
                        span, form.Entry, TermSide.En, kind != MatchForm.Exact || spaced ? kind : MatchForm.Variant));
                    continue;
                }

                // Capitals where the entry has them, and perhaps more: it agrees.
                if (blanks && capitals >= 0 && form.Is(TermForm.Shaped) && (form.Capitals & ~capitals) == 0)
                {
                    var more = form.Capitals != capitals;
                    var folded = new RawMatch(span, form.Entry, TermSide.En, more && kind == MatchForm.Exact ? MatchForm.Folded : kind);
                    if (!more)
                    {
                        Add(before, ref anySame, folded);
                    }
                    else if (!anySame)
                    {
                        _output.Add(folded);
                    }

                    continue;
                }

                var entry = form.Entry;
                var term = _terms.TextOf(entry);
                var same = true;
                var exact = kind == MatchForm.Exact && seen.SequenceEqual(term);
                if (!exact && (!EnglishCase.Agrees(seen, term, out same) || IsOtherWordInCapitals(first, last, term, same)) && _policy.CaseByTerm)
                {
                    continue;
                }

                // The entry in the letter case of the text (China) is preferred to one that it merely allows (china).
                kind = exact || kind != MatchForm.Exact ? kind : SameGaps(first, last, term) ? MatchForm.Folded : MatchForm.Variant;
                var match = new RawMatch(span, entry, TermSide.En, kind);
                if (same)
                {
                    Add(before, ref anySame, match);
                }
                else if (!anySame)
                {
                    _output.Add(match);
                }
            }

            return _output.Count > before;
        }

        private void Add(int before, ref bool anySame, RawMatch match)
        {
            if (!anySame && _output.Count > before)
            {
                _output.RemoveRange(before, _output.Count - before);
            }

            anySame = true;
            _output.Add(match);
        }

        // Bit i: the i-th word has a capital; -1 where the words have to be looked at. And whether one space of any kind stands between
        // them, and always the blank.
        private int Capitals(int first, int last, out bool spaced, out bool blanks)
        {
            (spaced, blanks) = (true, true);
            var capitals = 0;
            for (var i = first; i <= last; i++)
            {
                ref readonly var token = ref _tokens[i];
                if (token.Shape == WordShape.Other || (token.Shape == WordShape.Capital && i - first >= TermForm.ShapedWords))
                {
                    return -1;
                }

                capitals |= token.Shape == WordShape.Capital ? 1 << (i - first) : 0;
                if (i > first)
                {
                    spaced &= token.Gap == TokenGap.Space && token.Start == _tokens[i - 1].End + 1;
                    blanks &= spaced && _text[token.Start - 1] == ' ';
                }
            }

            return capitals;
        }

        // WHO is not "who", unless the words beside it are in capitals too.
        private bool IsOtherWordInCapitals(int first, int last, ReadOnlySpan<char> term, bool same)
        {
            if (same || first != last || !EnglishCase.IsLower(term) || !IsCapitals(first))
            {
                return false;
            }

            return !(first > 0 && IsCapitals(first - 1)) && !(last + 1 < _tokens.Length && IsCapitals(last + 1));
        }

        private bool IsCapitals(int token) =>
            _tokens[token].IsWord && _tokens[token].End - _tokens[token].Start > 1
            && EnglishCase.IsAcronym(_text[_tokens[token].Start.._tokens[token].End]);

        private bool SameGaps(int first, int last, ReadOnlySpan<char> term)
        {
            var ours = new EnglishTokenizer(term);
            for (var i = first; i <= last && ours.MoveNext(out var wanted); i++)
            {
                if (i > first && wanted.Gap != _tokens[i].Gap)
                {
                    return false;
                }
            }

            return true;
        }

        private bool StartsWord(int first)
        {
            var start = _tokens[first].Start;
            if (first == 0 || start == 0)
            {
                return true;
            }

            ref readonly var before = ref _tokens[first - 1];
            if (_tokens[first].Gap == TokenGap.Hyphen)
            {
                return !before.IsWord || !Prefixes.Contains(before.Hash);
            }

            // Inside a number (2.5G), an address (a@b.cn) or a file name.
            var sign = before.IsWord || before.End != start ? ' ' : _text[before.Start];
            return !(sign is '@' or '#' or '\\' || (sign is '.' or ',' && IsWordAt(before.Start - 1) && (sign == '.' || char.IsAsciiDigit(_text[start]))));
        }

        private bool EndsWord(int last)
        {
            var end = _tokens[last].End;
            if (end + 1 > _text.Length || end >= _text.Length)
            {
                return true;
            }

            return _text[end] switch
            {
                '+' or '#' => !_tokens[last].IsWord,
                '@' => false,
                '.' => !IsWordAt(end + 1),
                ',' => !IsWordAt(end + 1) || !char.IsAsciiDigit(_text[end - 1]),
                _ => true,
            };
        }

        private bool IsWordAt(int at) => at >= 0 && at < _text.Length && FoldTable.IsWord(_text[at]);
    }
}
