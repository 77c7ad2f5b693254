using System.Collections.Frozen;
using Termbase.Model;

namespace Termbase.Recognition;

/// <summary>A way in which a term may be written, as folded words; which gaps stand between them is left open.</summary>
internal readonly record struct TermVariant(string[] Words, MatchForm Form);

/// <summary>All ways in which an English term may be written: itself, solid or split, each with the inflections of its head.</summary>
internal static class EnglishVariants
{
    private static readonly FrozenSet<string> Prepositions = Set("of for in to on with at from by under against between among through into within");

    private static readonly FrozenSet<string> NoCompound = Set("any some every no all may the a an to of in on and or for by with not so as be is");

    // Bound forms only: "over all" is not "overall".
    private static readonly string[] BoundPrefixes =
        ["cyber", "micro", "macro", "nano", "multi", "semi", "anti", "hyper", "socio", "electro", "hydro", "aero", "agro", "neuro", "inter", "intra", "infra", "non", "geo", "bio", "eco", "tele", "pre", "co", "e"];

    private static readonly string[] CompoundEnds = ["care", "base", "site", "maker", "makers", "making", "holder", "holders", "wide"];

    public static List<TermVariant> Of(TermEntry entry)
    {
        var (words, gaps, acronymHead) = Words(entry.Text);
        var result = new List<TermVariant>(4);
        if (words.Length == 0)
        {
            return result;
        }

        var verb = Has(entry.Pos, "verb");
        if (words is ["to", _, ..] && (verb || entry.Pos.Length == 0))
        {
            (words, gaps, verb) = (words[1..], gaps[1..], true);
        }

        result.Add(new TermVariant(words, MatchForm.Exact));
        foreach (var other in Respelled(words, gaps))
        {
            result.Add(new TermVariant(other, MatchForm.Variant));
        }

        if (entry.Type is TermType.Title or TermType.Name or TermType.Phrase)
        {
            return result;
        }

        var noun = entry.Pos.Length == 0 || Has(entry.Pos, "noun");
        for (int i = 0, count = result.Count; i < count; i++)
        {
            if (verb)
            {
                Inflect(result, result[i].Words, 0, EnglishInflection.VerbForms(result[i].Words[0]));
            }

            if (noun)
            {
                var at = Head(result[i].Words);
                var head = result[i].Words[at];
                if (acronymHead)
                {
                    Inflect(result, result[i].Words, at, [head + "s"]);
                }
                else if (head.Length > 1 && char.IsLetter(head[^1]) && char.IsLetter(head[0]))
                {
                    Inflect(result, result[i].Words, at, EnglishInflection.Plural(head));
                    Inflect(result, result[i].Words, at, EnglishInflection.Singular(head));
                }
            }
        }

        return result;
    }

    private static bool Has(string pos, string wanted)
    {
        foreach (var part in pos.AsSpan().Split('|'))
        {
            if (pos.AsSpan(part).SequenceEqual(wanted))
            {
                return true;
            }
        }

        return false;
    }

    private static void Inflect(List<TermVariant> result, string[] words, int at, IReadOnlyList<string> forms)
    {
        foreach (var form in forms)
        {
            var inflected = (string[])words.Clone();
            inflected[at] = form;
            result.Add(new TermVariant(inflected, MatchForm.Inflected));
        }
    }

    // The last word, or the one before the first preposition (ministry of education).
    public static int Head(string[] words)
    {
        for (var i = 1; i + 1 < words.Length; i++)
        {
            if (Prepositions.Contains(words[i]))
            {
                return i - 1;
            }
        }

        return words.Length - 1;
    }

    private static IEnumerable<string[]> Respelled(string[] words, TokenGap[] gaps)
    {
        for (var i = 1; i < words.Length; i++)
        {
            var joins = IsLetters(words[i - 1]) && IsLetters(words[i])
                && (gaps[i] == TokenGap.Hyphen
                    || (gaps[i] == TokenGap.Space && words.Length == 2 && words[0].Length > 2 && words[1].Length > 2
                        && !NoCompound.Contains(words[0]) && !NoCompound.Contains(words[1])));
            if (joins)
            {
                yield return [.. words[..(i - 1)], words[i - 1] + words[i], .. words[(i + 1)..]];
            }
        }

        for (var i = 0; i < words.Length && words.Length <= 4; i++)
        {
            if (Split(words[i]) is var at and > 0)
            {
                yield return [.. words[..i], words[i][..at], words[i][at..], .. words[(i + 1)..]];
            }
        }
    }

    private static int Split(string word)
    {
        if (word.Length >= 7 && IsLetters(word))
        {
            foreach (var end in CompoundEnds)
            {
                if (word.Length > end.Length + 2 && word.EndsWith(end, StringComparison.Ordinal))
                {
                    return word.Length - end.Length;
                }
            }
        }

        foreach (var prefix in BoundPrefixes)
        {
            if (word.Length >= prefix.Length + 4 && word.StartsWith(prefix, StringComparison.Ordinal) && IsLetters(word))
            {
                return prefix.Length;
            }
        }

        return 0;
    }

    private static bool IsLetters(string word)
    {
        foreach (var c in word)
        {
            if (!char.IsLetter(c))
            {
                return false;
            }
        }

        return true;
    }

    private static (string[] Words, TokenGap[] Gaps, bool AcronymHead) Words(string text)
    {
        var words = new List<string>(4);
        var gaps = new List<TokenGap>(4);
        var tokens = new EnglishTokenizer(text);
        var last = default(EnglishToken);
        while (tokens.MoveNext(out var token))
        {
            words.Add(FoldWord(text.AsSpan(token.Start, token.End - token.Start)));
            gaps.Add(token.Gap);
            last = token.IsWord ? token : last;
        }

        var acronym = last.End - last.Start > 1 && EnglishCase.IsAcronym(text.AsSpan(last.Start, last.End - last.Start));
        return ([.. words], [.. gaps], acronym);
    }

    private static string FoldWord(ReadOnlySpan<char> word)
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

    private static FrozenSet<string> Set(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
