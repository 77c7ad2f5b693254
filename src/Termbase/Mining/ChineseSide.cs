using System.Numerics;
using Termbase.Languages;

namespace Termbase.Mining;

/// <summary>
/// The Chinese of a gloss, taken apart once: its characters, the lexicon's words in it, its readings; so that each English word can be
/// asked which characters it may stand for. Characters beyond the 64th are not looked at. Not thread-safe (it remembers answers).
/// </summary>
internal sealed class ChineseSide
{
    private const int Most = 64;
    private const string Digits = "〇一二三四五六七八九";

    private readonly List<(ulong Mask, string[] English)> _words = [];
    private readonly Dictionary<string, List<ulong>> _masks = new(StringComparer.Ordinal);
    private readonly HashSet<string> _latin = new(StringComparer.OrdinalIgnoreCase);
    private readonly string[][] _readings;
    private readonly string _han;
    private readonly double[] _weights;
    private readonly double[] _doubts;

    public ChineseSide(string chinese)
    {
        var simplified = ChineseScript.ToSimplified(chinese);
        var han = new System.Text.StringBuilder();
        for (var i = 0; i < simplified.Length;)
        {
            var start = i;
            while (i < simplified.Length && char.IsAsciiLetterOrDigit(simplified[i]))
            {
                i++;
            }

            if (i > start)
            {
                _latin.Add(simplified[start..i]);
                if (i - start is > 1 and < 6 && simplified.AsSpan(start, i - start).IndexOfAnyExceptInRange('A', 'Z') < 0)
                {
                    Acronyms.Add(simplified[start..i]);
                }

                continue;
            }

            var c = simplified[i++];
            if (Han.IsHan(c) && han.Length < Most)
            {
                han.Append(c);
            }

            Separators += c is '、' or '，' or ',' or '；' ? 1 : 0;
            HasQuotes |= c is '“' or '”' or '"' or '「' or '《';
            HasBrackets |= c is '(' or '（';
        }

        _han = han.ToString();
        _weights = new double[_han.Length];
        _doubts = new double[_han.Length];
        _readings = [.. _han.Select(c => Romanization.Readings(c).Select(Romanization.Fold).Distinct(StringComparer.Ordinal).ToArray())];
        for (var i = 0; i < _han.Length; i++)
        {
            _weights[i] = _han[i] is '的' or '之' or '了' or '与' or '和' or '及' or '并' or '以' or '等' or '为' or '第' or '个' or '项' or '家' ? 0.2 : _han[i] is '市' or '省' or '县' or '区' or '化' ? 0.6 : 1;
            _doubts[i] = _doubts[i] == 0 ? 0.3 : _doubts[i];
            for (var length = 1; length <= GlossLexicon.LongestWord && i + length <= _han.Length; length++)
            {
                if (GlossLexicon.English(_han.AsSpan(i, length)) is not { } english)
                {
                    continue;
                }

                _words.Add((Mask(i, length), english));
                for (var k = i; k < i + length; k++)
                {
                    _doubts[k] = Math.Max(_doubts[k], length > 1 ? 0.75 : 0.45);
                }
            }
        }

        Optional("有限", 0.4);
        Optional("责任", 0.4);
        Optional("股份", 0.2);
    }

    /// <summary>Number of Han characters.</summary>
    public int Count => _han.Length;

    /// <summary>Latin acronyms in it (IP核心).</summary>
    public List<string> Acronyms { get; } = [];

    /// <summary>Commas and 、 in it.</summary>
    public int Separators { get; }

    /// <summary>Whether quotes stand in it.</summary>
    public bool HasQuotes { get; }

    /// <summary>Whether brackets stand in it.</summary>
    public bool HasBrackets { get; }

    /// <summary>Sum of the weights of all characters: how much there is to explain.</summary>
    public double Whole => Rest(0).Weight;

    /// <summary>
    /// The sets of characters (bits) that an English word may stand for, by meaning or by sound, largest first; a digit run or Latin
    /// word that stands in the Chinese as well gives the empty set.
    /// </summary>
    /// <param name="word">A word without hyphens, as written.</param>
    /// <param name="isPartOfName">Whether it is one of several names joined by hyphens, each of which may be cut to a character.</param>
    public List<ulong> MasksOf(string word, bool isPartOfName = false)
    {
        if (_masks.TryGetValue(word, out var known))
        {
            return known;
        }

        var lower = word.ToLowerInvariant().TrimEnd('.', '*');
        lower = lower.EndsWith("'s", StringComparison.Ordinal) || lower.EndsWith("’s", StringComparison.Ordinal) ? lower[..^2] : lower;
        var masks = new List<ulong>();
        foreach (var (mask, english) in _words)
        {
            if (!masks.Contains(mask) && english.Any(e => GlossLexicon.IsFormOf(lower, e)))
            {
                masks.Add(mask);
            }
        }

        if (_latin.Contains(lower))
        {
            masks.Add(0);
        }

        if (lower.Length > 0 && char.IsAsciiDigit(lower[0]))
        {
            AddNumber(lower, masks);
        }
        else if (char.IsUpper(word[0]))
        {
            AddReadings(lower, isPartOfName, masks);
        }

        masks.Sort((a, b) => BitOperations.PopCount(b) - BitOperations.PopCount(a) is not 0 and var size ? size : b.CompareTo(a));
        _masks.Add(word, masks);
        return masks;
    }

    /// <summary>What a set of characters leaves over: its weight, and how doubtful it is that words outside the lexicon stand for it (per character).</summary>
    public (double Weight, double Doubt) Rest(ulong covered)
    {
        double weight = 0, doubt = 0;
        for (var i = 0; i < _han.Length; i++)
        {
            if ((covered & (1UL << i)) == 0)
            {
                weight += _weights[i];
                doubt += _weights[i] * _doubts[i];
            }
        }

        return (weight, weight == 0 ? 0 : doubt / weight);
    }

    private static ulong Mask(int start, int length) => (length == 64 ? ulong.MaxValue : (1UL << length) - 1) << start;

    private void Optional(string word, double weight)
    {
        for (var at = _han.IndexOf(word, StringComparison.Ordinal); at >= 0; at = _han.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            Array.Fill(_weights, weight, at, word.Length);
        }
    }

    // 412 is 四一二, the 13th 十三.
    private void AddNumber(string word, List<ulong> masks)
    {
        var digits = word.TrimEnd('s', 't', 'n', 'd', 'r', 'h', '%');
        if (digits.Length is 0 or > 6 || !digits.All(char.IsAsciiDigit))
        {
            return;
        }

        if (_latin.Contains(digits))
        {
            masks.Add(0);
        }

        var spelt = string.Concat(digits.Select(d => Digits[d - '0']));
        var forms = new List<string> { spelt, spelt.Replace('〇', '零') };
        if (digits.Length == 2)
        {
            forms.Add((digits[0] == '1' ? "" : spelt[..1]) + "十" + (digits[1] == '0' ? "" : spelt[1..]));
        }

        foreach (var form in forms.Distinct(StringComparer.Ordinal))
        {
            if (_han.IndexOf(form, StringComparison.Ordinal) is >= 0 and var at)
            {
                masks.Add(Mask(at, form.Length));
            }
        }
    }

    private void AddReadings(string lower, bool isPartOfName, List<ulong> masks)
    {
        var folded = Romanization.Fold(lower);
        if (folded.Length < 2)
        {
            return;
        }

        for (var i = 0; i < _han.Length; i++)
        {
            if (Reading(folded, 0, i) is > 0 and var length)
            {
                masks.Add(Mask(i, length));
            }
            else if (isPartOfName && _readings[i].Any(r => folded.StartsWith(r, StringComparison.Ordinal) || (folded.EndsWith(r, StringComparison.Ordinal) && r.Length > 2)))
            {
                masks.Add(Mask(i, 1));
            }
        }
    }

    // Number of characters from an index on that are read as the rest of a word; 0 if none are.
    private int Reading(string folded, int at, int han)
    {
        if (han == _han.Length)
        {
            return 0;
        }

        foreach (var reading in _readings[han])
        {
            if (reading.Length > 0 && string.CompareOrdinal(folded, at, reading, 0, reading.Length) == 0)
            {
                if (at + reading.Length == folded.Length)
                {
                    return 1;
                }

                if (Reading(folded, at + reading.Length, han + 1) is > 0 and var rest)
                {
                    return rest + 1;
                }
            }
        }

        return 0;
    }
}
