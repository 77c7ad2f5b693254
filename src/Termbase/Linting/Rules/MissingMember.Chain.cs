using System.Globalization;
using Termbase.Languages;
using Termbase.Mining;
using Termbase.Model;

namespace Termbase.Linting.Rules;

// 产购储加销 beside "production, purchasing, storage, and sales": each character stands for a word, and one of them has none.
public sealed partial class MissingMember
{
    // How often at least a word must be translated so.
    private const float OftenEnough = 0.05f;

    private static void Chain(LintDocument document, MinedPair pair, LintContext context)
    {
        var zh = ChineseScript.ToSimplified(pair.Zh.Trim('"', '“', '”'));
        if (zh.Length < 4 || !zh.All(Han.IsHan) || ListBefore(pair) is not { } list)
        {
            return;
        }

        // A verb may stand before the first member.
        string[] members = [.. Separator().Split(list.Text).Select(static (m, i) => i == 0 ? m.Trim()[(m.Trim().LastIndexOf(' ') + 1)..] : m.Trim()).Where(static m => m.Length > 0)];
        if (members.Length < 3 || members.Length != zh.Length - 1 || !members.All(static m => m.All(c => char.IsAsciiLetterLower(c) || c == '-')))
        {
            return;
        }

        // In the order of the Chinese, which leaves out one character.
        var left = Enumerable.Range(0, zh.Length).FirstOrDefault(gap => Enumerable.Range(0, members.Length).All(i => Means(zh[i < gap ? i : i + 1], members[i])), -1);
        if (left >= 0)
        {
            context.Report(
                document, pair.Block, new TextSpan(list.Start, list.Text.Length),
                string.Create(CultureInfo.InvariantCulture, $"{pair.Zh} has {zh.Length} members, \"{list.Text}\" has {members.Length}; {zh[left]} is not said"),
                f => f with { Zh = [pair.Zh], En = [list.Text], Identity = $"{pair.Zh}|{list.Text}" });
        }
    }

    // The character by itself, or a word of two that it begins or ends, is translated so.
    private static bool Means(char character, string english) =>
        BilingualLexicon.Instance.StemOf(EnglishStem.Of(english)) is >= 0 and var stem && WordsOfTwo.With(character).Append(character.ToString()).Any(w => BilingualLexicon.Instance.Gives(w, stem, OftenEnough));
}
