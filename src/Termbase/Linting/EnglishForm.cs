using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Termbase.Languages;

namespace Termbase.Linting;

/// <summary>How two English renderings of one Chinese term stand to each other, in rising order of conflict.</summary>
internal enum RenderingRelation
{
    /// <summary>The same words: case, number, possessive, hyphen, article, spelling apart.</summary>
    Same,

    /// <summary>No conflict: an acronym beside a full form, or another part of speech.</summary>
    Compatible,

    /// <summary>A short form, another word order, a word in another form: style.</summary>
    Near,

    /// <summary>Other words.</summary>
    Different,
}

/// <summary>An English term as far as its wording matters. Immutable.</summary>
internal sealed class EnglishForm
{
    private static readonly FrozenSet<string> Links =
        FrozenSet.Create(StringComparer.Ordinal, "of", "for", "in", "on", "to", "by", "with", "and", "from", "at", "during", "between");

    private static readonly FrozenDictionary<string, string> Spellings = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["defence"] = "defense",
        ["centre"] = "center",
        ["programme"] = "program",
        ["labour"] = "labor",
        ["harbour"] = "harbor",
        ["first"] = "1st",
        ["second"] = "2nd",
        ["third"] = "3rd",
        ["fourth"] = "4th",
        ["fifth"] = "5th",
        ["sixth"] = "6th",
        ["seventh"] = "7th",
        ["eighth"] = "8th",
        ["ninth"] = "9th",
        ["tenth"] = "10th",
        ["eleventh"] = "11th",
        ["twelfth"] = "12th",
        ["thirteenth"] = "13th",
        ["fourteenth"] = "14th",
        ["fifteenth"] = "15th",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Endings by which words of one root differ as parts of speech (coordinate, coordination, coordinated).
    private static readonly FrozenSet<string> Endings = FrozenSet.Create(
        StringComparer.Ordinal,
        "", "e", "y", "ed", "ing", "ion", "ation", "ment", "ive", "ative", "al", "ial", "ical", "ly", "ized", "ize", "ization", "ize", "or", "er",
        "ity", "ance", "ence", "ant", "ent", "able", "ic", "ous", "ying", "ied", "ication", "eous", "tion", "ting", "ned", "ning", "ted");

    private readonly ImmutableArray<string> _words;
    private readonly string _head;

    private EnglishForm(string written, ImmutableArray<string> words)
    {
        Written = written;
        _words = words;
        Key = string.Concat(words);
        var link = words.Skip(1).TakeWhile(static w => !Links.Contains(w)).Count();
        _head = words.IsEmpty ? "" : words[link];
        IsAcronym = written.Length is >= 2 and <= 8 && written.All(static c => char.IsAsciiLetterUpper(c) || c is '&' or '-' || char.IsAsciiDigit(c));
    }

    /// <summary>As it stands in the text.</summary>
    public string Written { get; }

    /// <summary>Equal for the same words.</summary>
    public string Key { get; }

    /// <summary>Capitals only.</summary>
    public bool IsAcronym { get; }

    public static EnglishForm Of(string english)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        foreach (var word in Split(english))
        {
            if (word is not ("a" or "an" or "the"))
            {
                words.Add(Stem(Spellings.GetValueOrDefault(word, word)));
            }
        }

        return new EnglishForm(english, words.ToImmutable());
    }

    public RenderingRelation CompareTo(EnglishForm other)
    {
        if (string.Equals(Key, other.Key, StringComparison.Ordinal))
        {
            return RenderingRelation.Same;
        }

        if (IsAcronym != other.IsAcronym || _words.IsEmpty || other._words.IsEmpty)
        {
            return RenderingRelation.Compatible;
        }

        var sameHead = string.Equals(_head, other._head, StringComparison.Ordinal);
        if (HasSameRoots(other))
        {
            return sameHead ? RenderingRelation.Near : RenderingRelation.Compatible;
        }

        var (shorter, longer) = _words.Length <= other._words.Length ? (this, other) : (other, this);
        return longer.Contains(shorter) || (sameHead && longer.ContainsInOrder(shorter)) ? RenderingRelation.Near : RenderingRelation.Different;
    }

    private static List<string> Split(string english)
    {
        var text = Romanization.Sound(english).Normalize(NormalizationForm.FormKD);
        var acronym = text.LastIndexOf('(');
        if (acronym > 0 && text.EndsWith(')') && text[acronym..].All(static c => !char.IsAsciiLetterLower(c)))
        {
            text = text[..acronym];
        }

        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            var next = i + 1 < text.Length ? text[i + 1] : ' ';
            if (char.IsLetterOrDigit(c) || (c == '&' && word.Length > 0 && char.IsLetter(next)) || (c is '.' or ',' && char.IsDigit(next) && word.Length > 0))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (c is '\'' or '’' && word.Length > 0)
            {
                // Possessive: 's and a bare apostrophe say nothing; inside a word (Ji'an) it is dropped.
                i += next is 's' or 'S' && (i + 2 >= text.Length || !char.IsLetter(text[i + 2])) ? 1 : 0;
            }
            else if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }

            if (c == '&' && word.Length == 0)
            {
                words.Add("and");
            }
        }

        return words;
    }

    public static string Stem(string word) => word switch
    {
        { Length: > 4 } when word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
        { Length: > 4 } when word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal)
            || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) => word[..^2],
        { Length: > 3 } when word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') => word[..^1],
        _ => word.Replace("isation", "ization", StringComparison.Ordinal),
    };

    private bool HasSameRoots(EnglishForm other)
    {
        var mine = _words.Where(static w => !Links.Contains(w)).ToList();
        var theirs = other._words.Where(static w => !Links.Contains(w)).ToList();
        return mine.Count == theirs.Count && mine.TrueForAll(word => theirs.FindIndex(o => SameRoot(word, o)) is >= 0 and var at && Remove(theirs, at));
    }

    private static bool Remove(List<string> list, int at)
    {
        list.RemoveAt(at);
        return true;
    }

    private static bool SameRoot(string a, string b)
    {
        var common = a.AsSpan().CommonPrefixLength(b);
        return (common == a.Length && common == b.Length)
            || (common >= 4 && 5 * common >= 3 * Math.Min(a.Length, b.Length) && Endings.Contains(a[common..]) && Endings.Contains(b[common..]));
    }

    private bool Contains(EnglishForm part)
    {
        for (var i = 0; i + part._words.Length <= _words.Length; i++)
        {
            var same = 0;
            while (same < part._words.Length && SameRoot(_words[i + same], part._words[same]))
            {
                same++;
            }

            if (same == part._words.Length)
            {
                return true;
            }
        }

        return false;
    }

    private bool ContainsInOrder(EnglishForm part)
    {
        var at = 0;
        foreach (var word in _words)
        {
            at += at < part._words.Length && string.Equals(word, part._words[at], StringComparison.Ordinal) ? 1 : 0;
        }

        return at == part._words.Length;
    }
}
