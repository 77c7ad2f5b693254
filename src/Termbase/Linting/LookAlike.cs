using Termbase.Languages;

namespace Termbase.Linting;

/// <summary>Whether two Chinese characters are easily taken for each other: by ear or by eye. Thread-safe.</summary>
internal static class LookAlike
{
    // Characters that differ in a stroke or in their radical; each group by itself.
    private const string Groups =
        "人入八 己已巳 末未来 士土工 千干于 日曰目 大太犬 天夫无 今令 戊戌戍 辨辩辫瓣 拨拔 扰拢 析折拆 刺剌 侯候 管灌菅 渴竭揭喝 蓝篮 暮幕募墓慕 历厉 厂广 田由甲申电 牛午 免兔 鸟乌 束柬 晴睛清情请精 代伐 风凤 亨享 "
        + "卷券 师帅 徒徙 沈沉 治冶 防妨仿访坊 检捡脸险验签 施旋 偏遍编篇 副幅辐 梁粱 崇祟 贷货 竞竟 栽裁载戴 绵棉锦 型形刑 测侧则 融隔 设没 准淮 坏环怀杯 狼狠很恨 孤弧狐 仓仑 抢抡枪 往住注驻 科料 利刊 明朋 直真 具其 办为 "
        + "力刀万方 车东乐 问间闻 开井升 王玉主 木本术 水永 火灭 自白百 平乎 业亚 共供洪拱 兴举 体休 位拉泣 作昨 他地池她 场扬汤杨肠 城域 增赠憎 续绩 积织识职 组祖租粗 担但坦 堤提题 栋拣练炼 桃挑跳 借措错惜猎 持特待 材村 枝技 快块决 "
        + "洋详样 洁结 活话 海悔梅 滴摘嫡 漫慢 澡操躁燥 细纽 终经 轻径 绿缘录 盲育 辆俩 输愉 迁迂 遣遗 郊效 部陪剖 郡群 钢铜纲网 银根 镇填 闲闭 阅阔 阳阴 陕狭峡 除徐 隐稳 项顶须预 颗棵 饮饭 骤聚 麦表 带戴 园圆 像象 账帐 "
        + "陪培 枢区 钮纽 郎廊 犯范 名明 嵌欠 绵面 震振 早旱 喷愤 囗口 捕埔浦 瓶坪评 赔陪 酸畯 薯署 雷霄 霞雾 侧厕 佰伯 债责 傍旁 僵疆 充允 冈网 冬终 凉惊 刮括 剧据 励历 劝观 匀勺 协胁 卖买 厅厂 压庄 又叉 双取 古占 句旬 叶计 吴昊 吹饮 员圆 哀衰衷 哪那 喂偎 嘱瞩 团困因";

    private static readonly Dictionary<char, string> Shapes = Groups.Split(' ').SelectMany(static g => g.Select(c => (c, g))).GroupBy(static p => p.c).ToDictionary(static p => p.Key, static p => string.Concat(p.Select(static x => x.g)));

    /// <summary>Whether two different characters share a reading or are in one group by their form.</summary>
    public static bool Are(char a, char b) =>
        a != b && ((Shapes.TryGetValue(a, out var like) && like.Contains(b, StringComparison.Ordinal)) || Romanization.SoundAlike(a, b));

    /// <summary>As <see cref="Are"/>, or as sounds that many speakers do not keep apart: n and ng, z and zh, s and sh, c and ch.</summary>
    public static bool Nearly(char a, char b)
    {
        if (a == b || Are(a, b))
        {
            return a != b;
        }

        for (var mine = PinyinTable.Instance.Packed(a); mine != 0; mine >>= PinyinTable.Bits)
        {
            for (var theirs = PinyinTable.Instance.Packed(b); theirs != 0; theirs >>= PinyinTable.Bits)
            {
                if (ReferenceEquals(PlainOf[(int)(mine & PinyinTable.Mask)], PlainOf[(int)(theirs & PinyinTable.Mask)]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Syllables, by number, that are told apart by few sound the same: one string each.
    private static readonly string[] PlainOf = [.. PinyinTable.Instance.Syllables.Select(static s => string.Intern(Plain(s)))];

    private static string Plain(string reading)
    {
        var plain = Romanization.Fold(reading);
        plain = plain.EndsWith("ng", StringComparison.Ordinal) ? plain[..^1] : plain;
        return plain.Length > 2 && plain[1] == 'h' && (plain[0] is 'z' or 's' or 'c') ? plain[..1] + plain[2..] : plain;
    }
}
