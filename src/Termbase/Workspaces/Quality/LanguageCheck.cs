using System.Buffers;
using System.Text;
using Termbase.Languages;
using Termbase.Linting.Bitext;
using Termbase.Model;

namespace Termbase.Workspaces.Quality;

/// <summary>Sides that are empty, in another language than they say, or the source once more. Thread-safe.</summary>
internal static class LanguageCheck
{
    // A Han character says as much as so many letters.
    private const double LettersPerHan = 3.8;
    private const int WordsOfSentence = 4;

    private static readonly HashSet<string> s_english = new(
        "the of and to in a an is for that on with as by at be are was it from this not or have has will he she they we you i its his their".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> s_foreign = new(
        "de la le les des du et en un une el los las que por para del y und der die das den von mit ist nicht ein eine il di che per una da dos não em uma na het een van voor".Split(' '),
        StringComparer.Ordinal);

    private static readonly SearchValues<char> s_letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz");

    /// <summary>The doubt, or null.</summary>
    public static Doubt? Of(TranslationUnit unit)
    {
        var (zh, en) = (new SideReading(unit.Zh, isChinese: true), new SideReading(unit.En, isChinese: false));
        int zhAll = zh.Han + zh.Latin, enAll = en.Han + en.Latin;
        if (zhAll == 0 || enAll == 0)
        {
            return zhAll + enAll >= 2 && unit.Zh.Segment.Codes.IsEmpty && unit.En.Segment.Codes.IsEmpty && zh.Codes.Count + en.Codes.Count == 0
                ? new Doubt(DoubtReason.Empty, 0.99, $"the {(zhAll == 0 ? "Chinese" : "English")} side says nothing")
                : null;
        }

        if (string.Equals(Normalizer.Key(zh.Text), Normalizer.Key(en.Text), StringComparison.Ordinal))
        {
            return zh.Han > 0 || LowerWords(en.Masked) >= WordsOfSentence ? new Doubt(DoubtReason.Untranslated, 0.98, "both sides are the same") : null;
        }

        return Swapped(zh, en) ?? OtherScript(zh, en) ?? OtherLatin(en.Masked);
    }

    private static Doubt? Swapped(SideReading zh, SideReading en)
    {
        var share = Share(en.Han, en.Latin);
        if (zh.Han == 0 && en.Han > 0 && share > 0.5)
        {
            return new Doubt(DoubtReason.WrongLanguage, 0.99, "the sides are swapped: the English side is Chinese, the Chinese side is not");
        }

        if (share >= 0.5)
        {
            return new Doubt(DoubtReason.WrongLanguage, Math.Min(0.98, 0.3 + (0.7 * share)), "the English side is mostly Chinese");
        }

        if (zh.Han == 0 && LowerWords(zh.Masked) >= WordsOfSentence)
        {
            return new Doubt(DoubtReason.WrongLanguage, 0.95, "the Chinese side holds no Chinese");
        }

        return LowerRun(zh.Masked) is >= 6 and var run
            ? new Doubt(DoubtReason.WrongLanguage, Math.Min(0.9, 0.5 + (run * (1 - Share(zh.Han, zh.Latin)) / 20)), FormattableString.Invariant($"the Chinese side holds {run} English words in a row"))
            : null;
    }

    private static Doubt? OtherScript(SideReading zh, SideReading en)
    {
        foreach (var side in new[] { zh, en })
        {
            var (other, name) = (0, "");
            foreach (var rune in side.Masked.EnumerateRunes())
            {
                if (ScriptOf(rune.Value) is { } script)
                {
                    (other, name) = (other + 1, script);
                }
            }

            var share = other / (double)(side.Han + side.Latin);
            if (other >= 3 && share > 0.25)
            {
                return new Doubt(DoubtReason.WrongLanguage, Math.Min(0.98, 0.5 + (0.5 * share)), $"the {(side.IsChinese ? "Chinese" : "English")} side is in {name} letters");
            }
        }

        return null;
    }

    private static Doubt? OtherLatin(string text)
    {
        var words = text.ToLowerInvariant().Split([' ', ',', '.', ';', ':', '!', '?', '(', ')', '"', '\'', '’'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 5 || words.Any(s_english.Contains))
        {
            return null;
        }

        var foreign = words.Count(s_foreign.Contains);
        var accented = words.Count(static w => w.Any(static c => c is >= 'À' and <= 'ɏ'));
        var strange = words.Count(static w => char.IsAsciiLetterLower(w[0]) && BilingualLexicon.Instance.StemOf(EnglishStem.Of(w)) < 0);
        var share = (foreign + accented + strange) / (double)words.Length;
        return share >= 0.5 && foreign + accented >= 2
            ? new Doubt(DoubtReason.WrongLanguage, Math.Min(0.95, 0.4 + (0.6 * share)), "the English side does not read as English")
            : null;
    }

    private static double Share(int han, int latin) => LettersPerHan * han / ((LettersPerHan * han) + latin);

    private static int LowerWords(string text) => text.Split(' ').Count(IsLowerWord);

    // Words in lower case that stand one behind the other: a sentence, not a name in Latin letters.
    private static int LowerRun(string text)
    {
        var (run, longest) = (0, 0);
        foreach (var word in text.Split(' '))
        {
            run = IsLowerWord(word.Trim(',', ';', '"')) ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    private static bool IsLowerWord(string word) => word.Length > 1 && !word.AsSpan().ContainsAnyExcept(s_letters);

    private static string? ScriptOf(int c) => c switch
    {
        >= 0x3041 and <= 0x30FF and not 0x30FB and not 0x30FC => "Japanese",
        (>= 0xAC00 and <= 0xD7A3) or (>= 0x1100 and <= 0x11FF) => "Korean",
        >= 0x0400 and <= 0x052F => "Cyrillic",
        >= 0x0590 and <= 0x05FF => "Hebrew",
        >= 0x0600 and <= 0x06FF => "Arabic",
        >= 0x0900 and <= 0x097F => "Devanagari",
        >= 0x0E00 and <= 0x0E7F => "Thai",
        _ => null,
    };
}
