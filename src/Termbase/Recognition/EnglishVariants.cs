using Termbase.Model;

namespace Termbase.Recognition;

/// <summary>A way in which a term may be written, as folded words; which gaps stand between them is left open.</summary>
/// <param name="Words">The words; shared by the inflected forms of one way of writing.</param>
/// <param name="First">How many words the ways of writing before this one have together.</param>
/// <param name="At">The word in whose place <paramref name="Other"/> stands, or -1.</param>
/// <param name="Other">The inflected word.</param>
/// <param name="Form">How it stands for the term.</param>
internal readonly record struct TermVariant(EnglishWord[] Words, int First, int At, EnglishWord? Other, MatchForm Form)
{
    public EnglishWord this[int i] => i == At ? Other! : Words[i];
}

/// <summary>All ways in which an English term may be written: itself, solid or split, each with the inflections of its head. Not thread-safe.</summary>
internal sealed class EnglishVariants
{
    private readonly EnglishWords _pool = new();

    // Plain arrays: a list of a type of this assembly is compiled anew in every process.
    private EnglishWord[] _words = new EnglishWord[16];
    private TokenGap[] _gaps = new TokenGap[16];
    private TermVariant[] _variants = new TermVariant[16];
    private int _count;

    /// <summary>The term first, then other spellings, then inflected forms; they hold until the next call.</summary>
    public ReadOnlySpan<TermVariant> Of(TermEntry entry)
    {
        _count = 0;
        var length = Read(entry.Text, out var acronymHead);
        if (length == 0)
        {
            return [];
        }

        var verb = Has(entry.Pos, "verb");
        var start = length > 1 && _words[0].Text is "to" && (verb || entry.Pos.Length == 0) ? 1 : 0;
        verb |= start > 0;
        var words = _words.AsSpan(start, length - start).ToArray();
        Add(words, MatchForm.Exact);
        Respell(words, _gaps.AsSpan(start));
        if (entry.Type is TermType.Title or TermType.Name or TermType.Phrase)
        {
            return _variants.AsSpan(0, _count);
        }

        var noun = entry.Pos.Length == 0 || Has(entry.Pos, "noun");
        for (int i = 0, count = _count; i < count; i++)
        {
            words = _variants[i].Words;
            if (verb)
            {
                Inflect(i, 0, words[0].VerbForms(_pool));
            }

            if (noun)
            {
                var at = Head(words);
                Inflect(i, at, acronymHead ? words[at].AcronymPlural(_pool) : words[at].Numbers(_pool));
            }
        }

        return _variants.AsSpan(0, _count);
    }

    /// <summary>The last word, or the one before the first preposition (ministry of education).</summary>
    public static int Head(EnglishWord[] words)
    {
        for (var i = 1; i + 1 < words.Length; i++)
        {
            if (words[i].IsPreposition)
            {
                return i - 1;
            }
        }

        return words.Length - 1;
    }

    private static bool Has(string pos, string wanted)
    {
        if (pos.Length <= wanted.Length)
        {
            return string.Equals(pos, wanted, StringComparison.Ordinal);
        }

        foreach (var part in pos.AsSpan().Split('|'))
        {
            if (pos.AsSpan(part).SequenceEqual(wanted))
            {
                return true;
            }
        }

        return false;
    }

    private void Inflect(int variant, int at, EnglishWord[] forms)
    {
        foreach (var form in forms)
        {
            Add(_variants[variant] with { At = at, Other = form, Form = MatchForm.Inflected });
        }
    }

    private void Respell(EnglishWord[] words, ReadOnlySpan<TokenGap> gaps)
    {
        for (var i = 1; i < words.Length; i++)
        {
            var joins = gaps[i] == TokenGap.Hyphen
                ? words[i - 1].IsLetters && words[i].IsLetters
                : gaps[i] == TokenGap.Space && words.Length == 2 && words[0].IsCompoundPart && words[1].IsCompoundPart;
            if (joins)
            {
                Add([.. words[..(i - 1)], _pool.Of(words[i - 1].Text + words[i].Text), .. words[(i + 1)..]], MatchForm.Variant);
            }
        }

        for (var i = 0; i < words.Length && words.Length <= 4; i++)
        {
            if (words[i].Split is var at and > 0)
            {
                Add([.. words[..i], _pool.Of(words[i].Text[..at]), _pool.Of(words[i].Text[at..]), .. words[(i + 1)..]], MatchForm.Variant);
            }
        }
    }

    private void Add(EnglishWord[] words, MatchForm form) =>
        Add(new TermVariant(words, _count == 0 ? 0 : _variants[_count - 1].First + _variants[_count - 1].Words.Length, -1, null, form));

    private void Add(in TermVariant variant)
    {
        if (_count == _variants.Length)
        {
            Array.Resize(ref _variants, _count * 2);
        }

        _variants[_count++] = variant;
    }

    // How many words it has; whether the last is an acronym.
    private int Read(string text, out bool isAcronym)
    {
        var count = 0;
        var tokens = new EnglishTokenizer(text);
        var last = default(EnglishToken);
        while (tokens.MoveNext(out var token))
        {
            if (count == _words.Length)
            {
                Array.Resize(ref _words, count * 2);
                Array.Resize(ref _gaps, count * 2);
            }

            (_words[count], _gaps[count]) = (_pool.Of(token, text), token.Gap);
            count++;
            last = token.IsWord ? token : last;
        }

        isAcronym = last.End - last.Start > 1 && EnglishCase.IsAcronym(text.AsSpan(last.Start, last.End - last.Start));
        return count;
    }
}
