using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Languages;
using Termbase.Mining;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A Chinese person's name with the surname last, or in two spellings. See <c>PersonNameForm.md</c>.</summary>
public sealed partial class PersonNameForm : DocumentRule
{
    private const string Single =
        "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢路岳齐梅庄辛管祝左涂谷祁耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍覃霍翁隋甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺农闭岳区麦植禤仝逄亓暨鄂幸呼律仉";

    private static readonly FrozenSet<string> Double = FrozenSet.Create(StringComparer.Ordinal, "欧阳", "司马", "诸葛", "上官", "司徒", "皇甫", "令狐", "慕容", "尉迟", "夏侯", "东方", "公孙", "长孙", "宇文");

    private static readonly FrozenSet<string> Latin =
        Single.SelectMany(static c => Romanization.Readings(c)).Concat(Double.Select(Romanization.Pinyin)).Select(Romanization.Fold).ToFrozenSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB357", "person-name-form", "人名未姓在前或拼写不一", "A person's name with the surname last or in two spellings", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        var persons = new List<(string Zh, string Surname, string Given, string Written, MinedPair Pair)>();
        foreach (var pair in document.Pairs.Where(static p => p.En.Length > 0))
        {
            if (Split(pair) is not { } name)
            {
                continue;
            }

            var right = $"{Capital(name.Surname)} {Capital(name.Given)}";
            persons.Add((pair.Zh, name.Surname, name.Given, name.Latin, pair));
            if (name.IsReversed)
            {
                context.Report(
                    pair.EnLocation, $"{pair.Zh} has the surname last in \"{name.Latin}\": write {right}",
                    f => f with { Zh = [pair.Zh], En = [name.Latin], Suggestion = right, Identity = $"{pair.Zh}|{name.Latin}" });
            }
        }

        // Names in the text by their letters: the same letters in another form, and the same words turned round.
        var forms = new Dictionary<string, List<(string Written, Block Block, TextSpan Span)>>(StringComparer.Ordinal);
        foreach (var block in document.Document.Blocks.Where(static b => b.Kind is not BlockKind.Code))
        {
            foreach (var (written, span) in Names(block.Text))
            {
                var words = written.Split(' ');
                if (Latin.Contains(Romanization.Fold(words[0])) && IsGiven(words[1..]))
                {
                    Add($"{Romanization.Fold(words[0])} {Romanization.Fold(string.Concat(words[1..]))}", written, block, span);
                }
                else if (words.Length == 2 && Latin.Contains(Romanization.Fold(words[1])) && IsGiven(words[..1]))
                {
                    Add($"{Romanization.Fold(words[1])} {Romanization.Fold(words[0])}", written, block, span);
                }
            }
        }

        void Add(string key, string written, Block block, TextSpan span) =>
            (forms.TryGetValue(key, out var list) ? list : forms[key] = []).Add((written, block, span));

        foreach (var (key, places) in forms)
        {
            var glossed = persons.Find(p => $"{p.Surname} {p.Given}" == key);
            var own = glossed.Pair is null ? null : glossed.Written;
            var written = places.GroupBy(static p => p.Written, StringComparer.Ordinal).OrderByDescending(g => g.Key == own).ThenByDescending(static g => g.Count()).ToList();
            if (written.Count > 1 && (own is not null || written.Exists(static g => g.Count() > 1) || written.TrueForAll(static g => IsSplit(g.Key) || g.Key.Contains('-', StringComparison.Ordinal))))
            {
                Report(document, written[0].Key, [.. written.Skip(1).SelectMany(static g => g)], context);
            }
        }

        Unglossed(document, persons.ConvertAll(static p => $"{p.Surname} {p.Given}"), forms, context);
        foreach (var person in persons.Where(static p => p.Given.Length >= 5).DistinctBy(static p => p.Zh))
        {
            // One letter apart, and without Chinese of its own.
            foreach (var (key, places) in forms.Where(f => IsOneLetterApart(f.Key, $"{person.Surname} {person.Given}") && !persons.Exists(p => $"{p.Surname} {p.Given}" == f.Key)))
            {
                Report(document, person.Written, places, context);
            }
        }
    }

    // "Guo Shuping" and later "Guo Shupin": one letter at the end of a syllable. Two persons are named side by side somewhere.
    private static void Unglossed(LintDocument document, List<string> glossed, Dictionary<string, List<(string Written, Block Block, TextSpan Span)>> forms, LintContext context)
    {
        foreach (var family in forms.Where(f => !glossed.Contains(f.Key) && f.Key.Length - f.Key.IndexOf(' ', StringComparison.Ordinal) > 5).GroupBy(static f => f.Key[..f.Key.IndexOf(' ', StringComparison.Ordinal)], StringComparer.Ordinal))
        {
            var people = family.ToList();
            for (var i = 0; i < people.Count; i++)
            {
                for (var j = i + 1; j < people.Count; j++)
                {
                    if (IsOneLetterApart(people[i].Key, people[j].Key) && !people[i].Value.Exists(a => people[j].Value.Exists(b => Math.Abs(a.Block.Index - b.Block.Index) <= 1)))
                    {
                        var (rare, usual) = people[j].Value.Count <= people[i].Value.Count ? (people[j].Value, people[i].Value) : (people[i].Value, people[j].Value);
                        Report(document, usual[0].Written, rare, context);
                    }
                }
            }
        }
    }

    private static void Report(LintDocument document, string usual, List<(string Written, Block Block, TextSpan Span)> others, LintContext context) =>
        context.Report(
            document, others[0].Block, others[0].Span, $"\"{others[0].Written}\" and \"{usual}\": one person, one spelling",
            f => f with
            {
                En = [others[0].Written, usual],
                Suggestion = usual,
                Identity = $"{others[0].Written}|{usual}",
                Related = [.. others.Skip(1).Select(o => new RelatedPlace(document.Document.Locate(o.Block, o.Span), $"here \"{o.Written}\""))],
            });

    // 李伟民 beside "Li Weimin" or "Weimin Li": both words pinyin of the characters, else it is no person or has a name of his own.
    private static (string Surname, string Given, string Latin, bool IsReversed)? Split(MinedPair pair)
    {
        var zh = ChineseScript.ToSimplified(string.Concat(pair.Zh.Where(Han.IsHan)));
        var family = zh.Length >= 3 && Double.Contains(zh[..2]) ? 2 : 1;
        if (zh.Length != pair.Zh.Length || zh.Length - family is < 1 or > 2 || (family == 1 && !Single.Contains(zh[0], StringComparison.Ordinal)))
        {
            return null;
        }

        if (Runs().Matches(pair.En).LastOrDefault(m => m.Index + m.Length == pair.En.Length)?.Value.Split(' ') is not { Length: > 1 } words)
        {
            return null;
        }

        var (surname, given) = (zh[..family], zh[family..]);
        var two = words[^Math.Min(words.Length, given.Length + 1)..];
        foreach (var taken in two.Length > 2 ? new[] { two, two[1..] } : [two])
        {
            var straight = Romanization.PinyinMatches(taken[0], surname) && Romanization.PinyinMatches(string.Concat(taken[1..]), given);
            var reversed = Romanization.PinyinMatches(taken[^1], surname) && Romanization.PinyinMatches(string.Concat(taken[..^1]), given);
            if (straight || reversed)
            {
                var latin = string.Join(' ', taken);
                return straight ? (Romanization.Fold(taken[0]), Romanization.Fold(string.Concat(taken[1..])), latin, false)
                    : (Romanization.Fold(taken[^1]), Romanization.Fold(string.Concat(taken[..^1])), latin, true);
            }
        }

        return null;
    }

    private static bool IsSplit(string written) => written.Count(static c => c == ' ') > 1;

    private static bool IsGiven(string[] words) =>
        Romanization.CountPinyin(string.Join(' ', words)) is (1 or 2) and var syllables && (words.Length == 1 || words.Length == syllables);

    private static bool IsOneLetterApart(string a, string b) => a.Length >= 8 && Math.Abs(a.Length - b.Length) <= 1 && a != b && EditDistance.Of(a, b) == 1;

    private static string Capital(string word) => word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word[1..];

    // Capitalised words in a row, two or three once a title (Mayor, Dr.) or the first word of the sentence is taken off.
    private static IEnumerable<(string Written, TextSpan Span)> Names(string text)
    {
        foreach (Match match in Runs().Matches(text))
        {
            var start = match.Index;
            var words = match.Value.Split(' ');
            var from = 0;
            while (words.Length - from > 2 && !(Latin.Contains(Romanization.Fold(words[from])) && IsGiven(words[(from + 1)..])))
            {
                start += words[from].Length + 1;
                from++;
            }

            if (words.Length - from is 2 or 3)
            {
                yield return (string.Join(' ', words[from..]), TextSpan.FromBounds(start, match.Index + match.Length));
            }
        }
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}\-])\p{Lu}[a-zA-Zü]+(?:['’\-]\p{L}[a-z]+)?\.?(?: \p{Lu}[a-zü]+(?:['’\-]\p{L}[a-z]+)?){1,4}(?![\p{L}\-])", RegexOptions.CultureInvariant)]
    private static partial Regex Runs();
}
