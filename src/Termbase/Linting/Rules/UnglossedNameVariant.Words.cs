using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Linting.Rules;

// Guiyang Data Trading Exchange, where 贵阳大数据交易所 was glossed as Guiyang Big Data Exchange: another word for a part of the Chinese.
public sealed partial class UnglossedNameVariant
{
    // What the parts of names of bodies and firms are called.
    private static readonly ImmutableArray<(string Zh, string[] En)> Parts =
    [
        ("交易", ["trading", "trade", "exchange", "transaction"]), ("数据", ["data"]), ("海洋", ["ocean", "marine", "oceanic", "maritime"]), ("科学", ["science", "scientific"]), ("科技", ["technology", "science", "tech"]),
        ("技术", ["technology", "technical", "technological", "tech"]), ("工业", ["industry", "industrial"]), ("产业", ["industry", "industrial"]), ("研究院", ["institute", "academy", "research"]), ("研究所", ["institute", "research"]),
        ("研究", ["research", "study"]), ("中心", ["center", "centre", "hub"]), ("集团", ["group", "corporation"]), ("基金", ["fund", "foundation"]), ("委员会", ["committee", "commission"]), ("联盟", ["alliance", "league", "union"]),
        ("协会", ["association", "society"]), ("学会", ["society", "association"]), ("园", ["park", "zone", "garden"]), ("实验室", ["laboratory", "lab"]), ("港", ["port", "harbor", "harbour"]), ("船", ["ship", "shipping", "shipbuilding", "vessel", "marine"]),
        ("电力", ["power", "electric", "electricity"]), ("电气", ["electric", "electrical"]), ("电子", ["electronic", "electronics"]), ("能源", ["energy"]), ("投资", ["investment", "investing"]), ("控股", ["holding"]), ("资本", ["capital"]),
        ("建设", ["construction", "building", "development"]), ("开发", ["development"]), ("发展", ["development"]), ("信息", ["information", "info"]), ("智能", ["intelligent", "intelligence", "smart"]), ("航空", ["aviation", "airline", "air", "aeronautic"]),
        ("航天", ["aerospace", "space"]), ("生物", ["biological", "biotech", "biology", "bio"]), ("医药", ["pharmaceutical", "medicine", "pharma", "medical"]), ("药业", ["pharmaceutical", "pharma", "medicine"]), ("医疗", ["medical", "healthcare"]), ("材料", ["material"]),
        ("创新", ["innovation", "innovative"]), ("示范", ["demonstration", "model"]), ("管理", ["management", "administration", "administrative"]), ("农业", ["agricultural", "agriculture"]), ("渔业", ["fishery", "fisherie", "fishing"]), ("水产", ["aquatic", "fishery", "aquaculture"]),
        ("汽车", ["automobile", "automotive", "auto", "car", "vehicle", "motor"]), ("机械", ["machinery", "machine", "mechanical"]), ("装备", ["equipment"]), ("设备", ["equipment", "device"]), ("制造", ["manufacturing"]), ("钢铁", ["steel", "iron"]), ("化工", ["chemical", "chemistry"]),
        ("物流", ["logistics", "logistic"]), ("运输", ["transport", "transportation", "shipping"]), ("交通", ["transport", "transportation", "traffic", "communication"]), ("环境", ["environment", "environmental"]), ("环保", ["environmental"]), ("文化", ["culture", "cultural"]),
        ("旅游", ["tourism", "travel", "tourist"]), ("教育", ["education", "educational"]), ("职业", ["vocational", "career", "professional"]), ("职工", ["worker", "staff", "employee"]), ("师范", ["normal", "teacher"]), ("理工", ["technology", "science"]), ("金融", ["finance", "financial"]),
        ("证券", ["securities", "securitie", "stock"]), ("产权", ["equity", "property", "asset"]), ("碳排放", ["carbon", "emission"]), ("环境能源", ["environment", "energy"]), ("合作", ["cooperation", "cooperative"]), ("大", ["big", "large", "great", "grand"]), ("新", ["new", "novel"]),
        ("国际", ["international"]), ("先进", ["advanced"]), ("重", ["heavy"]), ("通信", ["communication", "telecommunication", "telecom"]), ("网络", ["network", "internet", "cyber"]), ("软件", ["software"]), ("食品", ["food"]), ("粮食", ["grain", "food"]), ("种业", ["seed"]),
        ("健康", ["health", "healthcare"]), ("养老", ["elderly", "senior"]), ("服务", ["service"]), ("会展", ["convention", "exhibition", "expo"]), ("博览", ["expo", "exposition", "fair"]), ("展览", ["exhibition", "expo"]),
    ];

    private static (int From, int To)? OtherWord(Name name, NameRun run)
    {
        var first = name.Words[0];
        if (name.Words.Length < 3 || first.Length < 4)
        {
            return null;
        }

        // Behind a word that many names begin with only the same part of the Chinese tells that one thing is meant.
        var isOwn = !Common.Contains(first) && (PlaceNames.IsPlace(first) || Reads(first, name.Pair.Zh));

        for (var from = 0; from + 3 <= run.Words.Length; from++)
        {
            // The variant is written to its end: the run ends there, or with a legal form.
            if (!string.Equals(run.Words[from].Word, first, StringComparison.OrdinalIgnoreCase) || run.Words.Length - from > name.Words.Length + 2)
            {
                continue;
            }

            var mine = Stems(name.Words);
            var theirs = Stems([.. run.Words.Skip(from).Select(static w => w.Word)]);
            var zh = ChineseScript.ToSimplified(name.Pair.Zh);
            var (gone, added) = (mine.Except(theirs, StringComparer.Ordinal).ToList(), theirs.Except(mine, StringComparer.Ordinal).ToList());
            if (mine.Count >= 3 && theirs.Count >= 3 && mine[^1] == theirs[^1] && gone.Count is 1 or 2 && added.Count is 1 or 2 && mine.Count - gone.Count >= 2 && (isOwn ? added.TrueForAll(a => Means(zh, a)) && gone.TrueForAll(g => Means(zh, g)) : gone.Count == 1 && added.Count == 1 && MeanOne(zh, gone[0], added[0])))
            {
                return (from, run.Words.Length);
            }
        }

        return null;
    }

    private static List<string> Stems(ImmutableArray<string> words) =>
        [.. words.Where(static w => !NameRun.LegalForms.Contains(w) && w is not ("of" or "and" or "for" or "the" or "&")).Select(static w => EnglishForm.Stem(w.ToLowerInvariant()))];

    private static bool Means(string zh, string stem) => Parts.Any(p => zh.Contains(p.Zh, StringComparison.Ordinal) && p.En.Contains(stem, StringComparer.Ordinal));

    private static bool MeanOne(string zh, string a, string b) =>
        Parts.Any(p => zh.Contains(p.Zh, StringComparison.Ordinal) && p.En.Contains(a, StringComparer.Ordinal) && p.En.Contains(b, StringComparer.Ordinal));

    // "Article 17 The …": where the English begins a paragraph, its label is no part of it.
    private static ImmutableArray<string> WithoutLabel(ImmutableArray<string> words)
    {
        var from = words.Length > 2 && words[0] is "Article" or "Section" or "Chapter" or "Item" or "Clause" or "Box" && LabelNumber().IsMatch(words[1]) ? 2 : 0;
        return words[(from + (from + 1 < words.Length && words[from] == "The" ? 1 : 0))..];
    }

    [GeneratedRegex(@"^(?:\d{1,3}|[IVXL]+)[.:]?$", RegexOptions.CultureInvariant)]
    private static partial Regex LabelNumber();
}
