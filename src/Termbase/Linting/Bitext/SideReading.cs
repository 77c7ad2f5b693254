using System.Collections.Immutable;
using Termbase.Languages;
using Termbase.Languages.Numerals;
using Termbase.Model;

namespace Termbase.Linting.Bitext;

/// <summary>What several rules want to know of one side of a unit. Not thread-safe.</summary>
internal sealed class SideReading(UnitSide side, bool isChinese)
{
    /// <summary>Stands in <see cref="Masked"/> for codes: neither letter nor digit nor sign.</summary>
    public const char Mask = '\uFFFC';

    private List<TextCode>? _codes;
    private string? _masked;
    private ImmutableArray<Quantity> _quantities;
    private ImmutableArray<TextSpan> _sentences;
    private int _han = -1;
    private int _latin;
    private ulong? _hash;

    /// <summary>The side.</summary>
    public UnitSide Side => side;

    /// <summary>Its text, as it stands.</summary>
    public string Text => side.Segment.Text;

    /// <summary>Whether it is the Chinese side.</summary>
    public bool IsChinese => isChinese;

    /// <summary>Placeholders, tags and addresses in the text, in order.</summary>
    public List<TextCode> Codes => _codes ??= TextCodes.Find(Text);

    /// <summary>The text with every code and address covered by <see cref="Mask"/>; offsets hold.</summary>
    public string Masked => _masked ??= Cover();

    /// <summary>Its numbers.</summary>
    public ImmutableArray<Quantity> Quantities =>
        _quantities.IsDefault ? _quantities = NumeralReader.Read(Masked, isChinese ? NumeralLanguage.Chinese : NumeralLanguage.English) : _quantities;

    /// <summary>Its sentences; a semicolon ends none, and a quote or number that stands alone is none.</summary>
    public ImmutableArray<TextSpan> Sentences => _sentences.IsDefault ? _sentences = Split() : _sentences;

    /// <summary>What its sentences hold of the words of the other side; null until asked for.</summary>
    public SentencePresence.Target? Presence { get; set; }

    /// <summary>Number of Han characters outside codes.</summary>
    public int Han
    {
        get
        {
            Count();
            return _han;
        }
    }

    /// <summary>Number of other letters and digits outside codes.</summary>
    public int Latin
    {
        get
        {
            Count();
            return _latin;
        }
    }

    /// <summary>The same for texts of the same letters and digits; letter case, width and script apart.</summary>
    public ulong Hash => _hash ??= HashOf(Text);

    /// <summary>Length of a part in letters, outside codes; a Han character counts for several.</summary>
    public double Weight(TextSpan part)
    {
        var weight = 0.0;
        foreach (var c in Masked.AsSpan(part.Start, part.Length))
        {
            weight += Languages.Han.IsHan(c) ? BitextModel.LettersPerHan : char.IsLetterOrDigit(c) ? 1 : 0;
        }

        return weight;
    }

    private void Count()
    {
        if (_han < 0)
        {
            _han = 0;
            foreach (var c in Masked)
            {
                if (Languages.Han.IsHan(c))
                {
                    _han++;
                }
                else if (char.IsLetterOrDigit(c))
                {
                    _latin++;
                }
            }
        }
    }

    private ImmutableArray<TextSpan> Split()
    {
        var sentences = ImmutableArray.CreateBuilder<TextSpan>();
        var start = -1;
        foreach (var span in SentenceSplitter.Split(Masked))
        {
            start = start < 0 ? span.Start : start;
            var text = Masked.AsSpan(start, span.End - start);
            var (letters, last) = (0, text.Length - 1);
            foreach (var c in text)
            {
                letters += char.IsLetter(c) ? 1 : 0;
            }

            if (letters >= 2 && text[last] is not (';' or '；'))
            {
                sentences.Add(TextSpan.FromBounds(start, span.End));
                start = -1;
            }
        }

        // What is left over belongs to the last one, or is one.
        if (start >= 0 && Masked.AsSpan(start).ContainsAnyInRange('\u4E00', '\u9FFF') | Masked.AsSpan(start).IndexOfAnyInRange('a', 'z') >= 0)
        {
            sentences.Add(TextSpan.FromBounds(start, Masked.Length));
        }

        return sentences.DrainToImmutable();
    }

    private string Cover()
    {
        if (Codes.Count == 0)
        {
            return Text;
        }

        var covered = Text.ToCharArray();
        foreach (var code in Codes)
        {
            covered.AsSpan(code.Span.Start, code.Span.Length).Fill(Mask);
        }

        return new string(covered);
    }

    // FNV-1a over letters and digits, letter case, width and script apart, with a final mix so that all bits count.
    private static ulong HashOf(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                var folded = c is >= '\uFF10' and <= '\uFF5A' ? (char)(c - 0xFEE0) : c;
                hash = (hash ^ ChineseScript.ToSimplified(char.ToLowerInvariant(folded))) * 1099511628211UL;
            }
            else if (c is '%' or '/' or '<' or '>' or '=' or '+' or '$' or '#' or '*')
            {
                hash = (hash ^ c) * 1099511628211UL;
            }
        }

        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCDUL;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53UL;
        return hash ^ (hash >> 33);
    }
}
