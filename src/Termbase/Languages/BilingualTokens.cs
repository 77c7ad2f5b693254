namespace Termbase.Languages;

/// <summary>
/// The tokens by which a Chinese and an English text are compared: stems, Chinese words, figures, and the signs that both languages have
/// (question, exclamation, quotes, colon, brackets). Thread-safe.
/// </summary>
public static class BilingualTokens
{
    /// <summary>Tokens of an English text: stems in lower case, "#5" for figures, signs.</summary>
    public static List<string> English(string text)
    {
        var tokens = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (char.IsLetter(c) && !Han.IsHan(c))
            {
                var start = i;
                while (i < text.Length && IsWordPart(text, i))
                {
                    i++;
                }

                AddWord(tokens, text[start..i].ToLowerInvariant().Replace('’', '\''));
            }
            else if (char.IsAsciiDigit(c))
            {
                i = AddFigure(tokens, text, i);
            }
            else
            {
                if (Sign(text, i) is { } sign)
                {
                    tokens.Add(sign);
                }

                i++;
            }
        }

        return tokens;
    }

    /// <summary>Tokens of a Chinese text: words as <paramref name="segment"/> cuts a run of (Simplified) Han characters, Latin words, figures, signs.</summary>
    public static List<string> Chinese(string text, Action<string, List<string>> segment)
    {
        var tokens = new List<string>();
        text = ChineseScript.ToSimplified(text);
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            var start = i;
            if (Han.IsHan(c))
            {
                while (i < text.Length && Han.IsHan(text[i]))
                {
                    i++;
                }

                segment(text[start..i], tokens);
            }
            else if (char.IsAsciiDigit(c))
            {
                i = AddFigure(tokens, text, i);
            }
            else if (char.IsLetter(c))
            {
                while (i < text.Length && IsWordPart(text, i))
                {
                    i++;
                }

                AddWord(tokens, text[start..i].ToLowerInvariant().Replace('’', '\''));
            }
            else
            {
                if (Sign(text, i) is { } sign)
                {
                    tokens.Add(sign);
                }

                i++;
            }
        }

        return tokens;
    }

    private static bool IsWordPart(string text, int i) =>
        (char.IsLetter(text[i]) && !Han.IsHan(text[i]))
        || (text[i] is '\'' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1]) && !Han.IsHan(text[i + 1]));

    private static void AddWord(List<string> tokens, string word)
    {
        var apostrophe = word.IndexOf('\'', StringComparison.Ordinal);
        var isNot = word.EndsWith("n't", StringComparison.Ordinal);
        if (apostrophe > 1)
        {
            word = word[..(isNot ? apostrophe - 1 : apostrophe)];
        }

        if (word.Length > 0)
        {
            tokens.Add(EnglishStem.Of(word.Replace("'", "", StringComparison.Ordinal)));
        }

        if (isNot)
        {
            tokens.Add("not");
        }
    }

    private static int AddFigure(List<string> tokens, string text, int i)
    {
        tokens.Add("#" + Figure(text, ref i));
        return i;
    }

    /// <summary>The figure that begins at a digit, without commas; <paramref name="i"/> is moved behind it.</summary>
    internal static string Figure(ReadOnlySpan<char> text, ref int i)
    {
        var start = i;
        while (i < text.Length && (char.IsAsciiDigit(text[i]) || (text[i] is ',' or '.' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))))
        {
            i++;
        }

        return text[start..i].ToString().Replace(",", "", StringComparison.Ordinal);
    }

    private static string? Sign(string text, int i) => text[i] switch
    {
        '?' or '？' => "?",
        '!' or '！' => "!",
        '“' or '「' or '『' or '"' or '‘' => "\"",
        '\'' when i == 0 || text[i - 1] is ' ' or '(' => "\"",
        ':' or '：' => ":",
        '(' or '（' => "(",
        ';' or '；' => ";",
        '…' => "…",
        '—' or '–' => "-",
        '%' or '％' => "%",
        '、' => "、",
        '《' => "《",
        _ => null,
    };
}
