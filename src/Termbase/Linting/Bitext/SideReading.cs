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

    /// <summary>Its sentences.</summary>
    public ImmutableArray<TextSpan> Sentences => _sentences.IsDefault ? _sentences = SentenceSplitter.Split(Masked) : _sentences;

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
}
