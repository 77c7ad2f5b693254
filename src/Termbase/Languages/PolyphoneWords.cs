using System.Collections.Frozen;

namespace Termbase.Languages;

/// <summary>Common words in which a character has another than its usual reading. Our own list.</summary>
internal static class PolyphoneWords
{
    private const string List = """
        银行 yin hang|行业 hang ye|行情 hang qing|同行 tong hang|央行 yang hang|发行 fa xing|重庆 chong qing|重复 chong fu|重新 chong xin
        重组 chong zu|重建 chong jian|重叠 chong die|多重 duo chong|增长 zeng zhang|成长 cheng zhang|部长 bu zhang|市长 shi zhang|省长 sheng zhang
        县长 xian zhang|校长 xiao zhang|院长 yuan zhang|局长 ju zhang|司长 si zhang|处长 chu zhang|组长 zu zhang|会长 hui zhang|首长 shou zhang
        委员长 wei yuan zhang|董事长 dong shi zhang|秘书长 mi shu zhang|长江 chang jiang|长征 chang zheng|长期 chang qi|长远 chang yuan
        会计 kuai ji|首都 shou du|都市 du shi|成都 cheng du|调查 diao cha|调动 diao dong|调度 diao du|调研 diao yan|强调 qiang diao|协调 xie tiao
        调整 tiao zheng|调节 tiao jie|参与 can yu|参加 can jia|参考 can kao|人参 ren shen|率领 shuai ling|效率 xiao lü|速率 su lü|税率 shui lü
        汇率 hui lü|频率 pin lü|功率 gong lü|音乐 yin yue|应用 ying yong|应急 ying ji|供应 gong ying|反应 fan ying|传播 chuan bo|传统 chuan tong
        传感器 chuan gan qi|宣传 xuan chuan|传记 zhuan ji|单位 dan wei|便宜 pian yi|角色 jue se|厦门 xia men|曾经 ceng jing|朝鲜 chao xian
        朝阳 chao yang|落实 luo shi|大夫 dai fu|还是 hai shi|偿还 chang huan|地方 di fang|基地 ji di|目的 mu di|的确 di que|西藏 xi zang
        储藏 chu cang|记载 ji zai|装载 zhuang zai|载体 zai ti|数据 shu ju|处理 chu li|处置 chu zhi|差异 cha yi|差距 cha ju|出差 chu chai
        兴起 xing qi|新兴 xin xing|振兴 zhen xing|高兴 gao xing|弹药 dan yao|导弹 dao dan|炮弹 pao dan|子弹 zi dan|弹性 tan xing|降低 jiang di
        给予 ji yu|供给 gong ji|补给 bu ji|创新 chuang xin|创伤 chuang shang|中央 zhong yang|血液 xue ye|薄弱 bo ruo|薄膜 bo mo|薄壁 bo bi
        车辆 che liang|更新 geng xin|变更 bian geng|当地 dang di|适当 shi dang|假期 jia qi|空间 kong jian|间接 jian jie|累积 lei ji|模式 mo shi
        模型 mo xing|模样 mu yang|模具 mu ju|屏蔽 ping bi|省份 sheng fen|反省 fan xing|识别 shi bie|标识 biao zhi|相关 xiang guan|照相 zhao xiang
        校对 jiao dui|校准 jiao zhun|系统 xi tong|着力 zhuo li|着手 zhuo shou|沿着 yan zhe|自动 zi dong|转化 zhuan hua|作用 zuo yong|什么 shen me
        """;

    private static readonly Lazy<FrozenDictionary<string, string[]>> Words = new(() => List
        .Split(['|', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(entry => entry.Split(' '))
        .ToFrozenDictionary(parts => parts[0], parts => parts[1..], StringComparer.Ordinal));

    /// <summary>The longest listed word that starts at an index, or null.</summary>
    public static (int Length, string[] Syllables)? At(string text, int index)
    {
        if (!Han.IsHan(text[index]))
        {
            return null;
        }

        var lookup = Words.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(3, text.Length - index); length > 1; length--)
        {
            if (lookup.TryGetValue(text.AsSpan(index, length), out var syllables))
            {
                return (length, syllables);
            }
        }

        return null;
    }
}
