using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Termbase.Model;

namespace Termbase.Linting;

/// <summary>How strongly a modal binds.</summary>
internal enum Force
{
    /// <summary>必须: must.</summary>
    Must,

    /// <summary>应当: should, shall.</summary>
    Should,

    /// <summary>可以: may.</summary>
    May,

    /// <summary>鼓励: encourage.</summary>
    Encourage,

    /// <summary>不得: must not.</summary>
    MustNot,
}

/// <summary>The modals of Chinese and English and which may stand for which. Thread-safe.</summary>
internal static partial class Modals
{
    private static readonly Force[] Forces = Enum.GetValues<Force>();

    /// <summary>The modals of a Chinese text with their words, in order.</summary>
    public static ImmutableArray<(Force Force, TextSpan Span)> InChinese(string text) => Find(Zh(), text);

    /// <summary>The modals of an English text with their words, in order; "shall" counts as must, "must not" as a ban.</summary>
    public static ImmutableArray<(Force Force, TextSpan Span)> InEnglish(string text) => Find(En(), text);

    /// <summary>Whether Chinese is a modal and nothing else: its English follows the sentence.</summary>
    public static bool IsModal(string zh) => zh is "必须" or "务必" or "应" or "应当" or "应该" or "可" or "可以" or "鼓励" or "不得" or "严禁" or "须" or "要";

    /// <summary>Whether English of this force (with this word) may stand for the Chinese one.</summary>
    public static bool Agree(Force zh, Force en, string word) => zh == en || (zh, en) switch
    {
        // Law English has "shall" for both; what is due may be said with "must" as a matter of style.
        (Force.Must, Force.Should) => word.StartsWith("shall", StringComparison.OrdinalIgnoreCase),
        (Force.Should, Force.Must) => true,
        _ => false,
    };

    /// <summary>The English word that contradicts the only force of the Chinese, where no word of the English agrees with it; else null.</summary>
    public static (Force Zh, TextSpan Word)? Conflict(ImmutableArray<(Force Force, TextSpan Span)> zh, string english)
    {
        if (zh.Select(static z => z.Force).Distinct().Count() != 1)
        {
            return null;
        }

        // "No law shall …", "nobody may", "for no more than two terms": a ban, wherever its negation stands.
        if (zh[0].Force == Force.MustNot && Negation().IsMatch(english))
        {
            return null;
        }

        var words = InEnglish(english);
        if (words.Any(w => Agree(zh[0].Force, w.Force, w.Span.Of(english))))
        {
            return null;
        }

        // "could", "might" and "never" say more often what is than what one may do.
        var binding = words.Where(w => !(w.Span.Of(english).ToUpperInvariant() is "COULD" or "MIGHT" or "NEVER" || (w.Span.Of(english).Equals("can", StringComparison.OrdinalIgnoreCase) && zh[0].Force is Force.Must or Force.Should))).ToList();
        return binding.Count == 0 ? null : (zh[0].Force, binding[^1].Span);
    }

    private static ImmutableArray<(Force Force, TextSpan Span)> Find(Regex pattern, string text) =>
        [.. pattern.Matches(text).Select(static m => (Array.Find(Forces, f => m.Groups[f.ToString()].Success), new TextSpan(m.Index, m.Length)))];

    // "should not" and "need not" are no bans.
    [GeneratedRegex(@"\b(?:no|nor|neither|never|nobody|none|nothing|nowhere|without|cannot|(?<!\b(?:should|ought to|need|would|could|might) )not)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Negation();

    // 应 and 可 alone only where no longer word holds them (供应, 应急; 许可, 可持续).
    [GeneratedRegex(@"(?<MustNot>不得(?!不)|严禁|不准(?![确时备])|禁止|不可以)|(?<Must>必须|务必|(?<![必急])须(?=[经由在按将向对与])|^须$|一律)|(?<Should>(?<!不)(?:应当|应该)|(?<![反供适相响效对呼感照不答顺变理])应(?![急用对邀付变聘届力急激战收答验原当该]))|(?<May>(?<!不)可以|(?<=[均也亦还方])可(?=\p{IsCJKUnifiedIdeographs})|(?<![许认不])可(?=[由在按对向根自依结])|^可$)|(?<Encourage>鼓励)", RegexOptions.CultureInvariant)]
    private static partial Regex Zh();

    [GeneratedRegex(@"\b(?:(?<MustNot>(?:must|shall|may|can) (?:not|never|in no case)|cannot|(?:is|are) (?:strictly |not )*(?:prohibited|forbidden|banned|allowed to not)|(?:is|are) not (?:allowed|permitted)|prohibit\w*|forbid\w*|never|(?:may|must|shall) (?:no|neither)|(?:no|neither|nor)(?: [\w'’-]+){1,4} (?:may|must|shall|can))|(?<Must>must|(?:is|are|be) (?:required|obliged|obligated|compelled)(?: to|$)|(?:has|have) to|mandatory|without exception|without fail)|(?<Should>should(?: not)?|shall|ought to|(?:is|are) (?:advised|urged|expected)(?: to|$))|(?<May>may|can|could|might|(?:is|are) (?:free|allowed|permitted|entitled|authorized)(?: to|$))|(?<Encourage>encourag\w*))\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex En();
}
