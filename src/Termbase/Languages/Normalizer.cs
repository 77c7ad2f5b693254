using System.Buffers;
using System.Text;

namespace Termbase.Languages;

/// <summary>
/// Makes texts comparable without touching them: a normalised view and a map back. Linear in the length; text that needs nothing is
/// given back as the same instance. Thread-safe.
/// </summary>
public static partial class Normalizer
{
    private const char Dropped = '\0';

    /// <summary>The normalised view of a text.</summary>
    public static NormalizedText Normalize(string text, NormalizerOptions options)
    {
        var first = FirstChange(text, options);
        if (first < 0)
        {
            return new NormalizedText(text, OffsetMap.Identity(text.Length));
        }

        var builder = new MappedTextBuilder();
        Append(text, first, options, new Mapped(builder));
        var (result, map) = builder.Build();
        return new NormalizedText(result, map);
    }

    /// <summary>The text of the normalised view, where nobody asks for the way back; several times as fast.</summary>
    public static string Text(string text, NormalizerOptions options)
    {
        var first = FirstChange(text, options);
        if (first < 0)
        {
            return text;
        }

        // Only a ligature becomes longer, three letters at most.
        var room = ArrayPool<char>.Shared.Rent(3 * text.Length);
        try
        {
            var plain = new Plain(room);
            return new string(room, 0, Append(text, first, options, plain).Length);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(room);
        }
    }

    /// <summary>The key under which equal terms are equal: <see cref="Normalize"/> with all options.</summary>
    public static string Key(string text) => Text(text, NormalizerOptions.All);

    private static TSink Append<TSink>(string text, int first, NormalizerOptions options, TSink sink)
        where TSink : struct, ISink
    {
        sink.Append(text.AsSpan(0, first), 0);
        Span<char> one = stackalloc char[1];
        for (var i = first; i < text.Length;)
        {
            var c = text[i];
            if (Has(options, NormalizerOptions.WhiteSpace | NormalizerOptions.HanSpacing) && IsSpace(c))
            {
                i = Spaces(text, i, options, ref sink);
                continue;
            }

            if (Has(options, NormalizerOptions.Width) && Ligature(c) is { } letters)
            {
                sink.AppendReplacement(letters, i, 1);
            }
            else if (Fold(c, options) is not Dropped and var folded)
            {
                one[0] = folded;
                sink.Append(one, i);
            }

            i++;
        }

        if (Has(options, NormalizerOptions.WhiteSpace))
        {
            sink.TrimEnd();
        }

        return sink;
    }

    private static bool Has(NormalizerOptions options, NormalizerOptions any) => (options & any) != 0;

    // Index of the first character that may not stay as it is, or -1.
    private static int FirstChange(string text, NormalizerOptions options)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= 'a' and <= 'z')
            {
                continue;
            }

            if (IsSpace(c))
            {
                var single = c == ' ' && i > 0 && i + 1 < text.Length && !IsSpace(text[i + 1]);
                var glued = i > 0 && i + 1 < text.Length && (Han.IsHan(text[i - 1]) || Han.IsHan(text[i + 1]));
                if ((!single && Has(options, NormalizerOptions.WhiteSpace)) || (glued && Has(options, NormalizerOptions.HanSpacing)))
                {
                    return i;
                }
            }

            if (Fold(c, options) != c || (Has(options, NormalizerOptions.Width) && Ligature(c) is not null))
            {
                // A space before what is dropped stands beside what follows that.
                while (i > 0 && IsSpace(text[i - 1]))
                {
                    i--;
                }

                return i;
            }
        }

        return -1;
    }

    private static int Spaces<TSink>(string text, int start, NormalizerOptions options, ref TSink builder)
        where TSink : struct, ISink
    {
        var end = start;
        while (end < text.Length && (IsSpace(text[end]) || IsDropped(text[end], options)))
        {
            end++;
        }

        var before = start - 1;
        while (before >= 0 && IsDropped(text[before], options))
        {
            before--;
        }

        var beside = (before >= 0 && Han.IsHan(text[before])) || (end < text.Length && Han.IsHan(text[end]));
        if (Has(options, NormalizerOptions.HanSpacing) && beside)
        {
            return end;
        }

        if (!Has(options, NormalizerOptions.WhiteSpace))
        {
            builder.Append(text.AsSpan(start, end - start), start);
        }
        else if (builder.Length > 0 && builder.Last != ' ' && end < text.Length)
        {
            if (end - start == 1)
            {
                builder.Append(" ", start);
            }
            else
            {
                builder.AppendReplacement(" ", start, end - start);
            }
        }

        return end;
    }

    private static bool IsDropped(char c, NormalizerOptions options) => c > '\u007F' && Fold(c, options) == Dropped;

    private static bool IsSpace(char c) => c == ' ' || (c is not (> ' ' and < '\u0085') && char.IsWhiteSpace(c));

    private static char Fold(char c, NormalizerOptions options)
    {
        if (c < '\u0080')
        {
            return c is >= 'A' and <= 'Z' && Has(options, NormalizerOptions.Case) ? (char)(c | 0x20)
                : c == '`' && Has(options, NormalizerOptions.Punctuation) ? '\'' : c;
        }

        if (c is >= '\u3400' and <= '\u9FFF')
        {
            return Has(options, NormalizerOptions.Script) ? ChineseScript.ToSimplified(c) : c;
        }

        if (Has(options, NormalizerOptions.Width))
        {
            c = c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c == '\u3000' ? ' ' : c == '\uFF61' ? '。' : c;
        }

        if (Has(options, NormalizerOptions.Punctuation))
        {
            c = FoldSign(c);
        }

        if (Has(options, NormalizerOptions.WhiteSpace) && c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF')
        {
            return Dropped;
        }

        if (Has(options, NormalizerOptions.Accents))
        {
            c = Unaccent(c);
        }

        if (Has(options, NormalizerOptions.Case))
        {
            c = char.ToLowerInvariant(c);
        }

        return c >= '\uF900' && Has(options, NormalizerOptions.Script) ? ChineseScript.ToSimplified(c) : c;
    }

    private static char FoldSign(char c) => c switch
    {
        >= '\u2010' and <= '\u2015' or '\u2212' or '\u2043' or '\uFE58' or '\uFE63' or '\uFF0D' => '-',
        '“' or '”' or '„' or '‟' or '«' or '»' or '「' or '」' or '『' or '』' or '〝' or '〞' or '\uFF02' => '"',
        '‘' or '’' or '‚' or '‛' or '´' or '′' or '\u02BC' or '\uFF07' => '\'',
        '•' or '・' or '‧' or '∙' => '·',
        '【' or '〔' or '〖' => '[',
        '】' or '〕' or '〗' => ']',
        _ => c,
    };

    private static char Unaccent(char c)
    {
        if (c is >= '\u0300' and <= '\u036F')
        {
            return Dropped;
        }

        if (c is not ((>= '\u00C0' and <= '\u024F') or (>= '\u1E00' and <= '\u1EFF')))
        {
            return c;
        }

        return c switch
        {
            'ø' => 'o',
            'Ø' => 'O',
            'đ' => 'd',
            'Đ' => 'D',
            'ł' => 'l',
            'Ł' => 'L',
            'ı' => 'i',
            _ => c.ToString().Normalize(NormalizationForm.FormD)[0],
        };
    }

    private static string? Ligature(char c) => c is < '\uFB00' or > '\uFB06' ? null : c switch
    {
        '\uFB00' => "ff",
        '\uFB01' => "fi",
        '\uFB02' => "fl",
        '\uFB03' => "ffi",
        '\uFB04' => "ffl",
        _ => "st",
    };
}
