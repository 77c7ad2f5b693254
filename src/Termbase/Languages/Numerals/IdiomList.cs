namespace Termbase.Languages.Numerals;

/// <summary>
/// Words, names and idioms that contain a numeral and mean no number. Chinese ones are found at their first numeral
/// character; <c>!</c> names characters that may not follow (十分 is no idiom before 钟).
/// </summary>
internal static class IdiomList
{
    /// <summary>All Chinese ones, parted by white space; grouped by why they are here, order means nothing.</summary>
    public const string ChineseWords = """
        一定 一些 一起!案事 一直 一样 一切 一旦 一带一路 一带 一线 一流 一体 一致 一度 一方面 一面 一边 一般 一律 一向 一概 一贯 一并 一同 一共 一再
        一时 一会儿 一点 一下 一下子 一来 一番 一味 一举 一系列 一条龙 一把手 一口气 一手 一行 一家人 一张一弛 一代 一代代 一代又一代 一路 一揽子 一刀切 一窝蜂
        一心一意 一门心思 一模一样 一针见血 一目了然 一帆风顺 一言一行 一点一滴 一分为二 一举一动 一举两得 一朝一夕 一蹴而就 一如既往 一视同仁 一脉相承 一成不变 一席之地
        一环扣一环 一村一品 一户一策 一企一策 一城一策 一事一议 一岗双责 一票否决 一站式 一国两制 一个中国 一个国家、两种制度
        统一 唯一 单一 专一 之一 万一 同一 划一 逐一 合一 归一 归于一 有朝一日 千篇一律 百里挑一 不一 说一不二 数一数二 表里如一 始终如一 一一 进一步 第一时间 第一手 天下第一
        二氧化 二氧化碳 二手 二维码 二维 二胡 二话 二极管 二元 二次元 二进制 二线 三线 一二三线 二三线 独一无二 独一份 不二 十二生肖 二人转 二重
        三维 三农 三角 三军 三峡 三亚 三明 三门县 三门峡 三沙 三星 三国演义 三国 三甲 三氧化 三番五次 三三两两 三七二十一 三局两胜 五局三胜 三心二意 三言两语 三令五申 三思 三位一体 三包 三无 三产 三轮车 三文鱼 三明治
        三农问题 三里屯 三元里 三水区 三江源 三江 三峡库区 举一反三 再三 接二连三 丢三落四 朝三暮四 不三不四 低三下四 颠三倒四 三顾茅庐 三伏 三九天 三步并 三通 三资 三包 三高
        四川 四海 四季 四处 四面八方 四通八达 四面 四平 四肢 四周!年 四大名著 四合院 四书五经 四分五裂 张三李四 五湖四海 四舍五入 四维 四方
        五位一体 五四运动 五四青年 五四 五一 五角大楼 五花八门 五颜六色 五谷丰登 五谷 五金 五行 五星红旗 五星 五湖 五台山 五指山 五粮液 五官 五脏 五味 五彩 五彩缤纷 五光十色 五常 五保 五险一金 五险 九五之尊 五环
        六安 六盘水 六朝 六合 六一儿童 六一 六神无主 七一勋章 七一 七夕 七上八下 七嘴八舌 乱七八糟 七七事变 七七 八一建军 八一 八路军 八国联军 八宝 八达岭 八卦 八方 八仙 八股 八项规定
        九江 九寨沟 九龙 九一八 九牛一毛 九死一生 九州 九华山 九霄 九三学社 九三阅兵 九九 双十一 双十二 双十 双一流 双百 双千 三八妇女 三八红旗 三八 三一五
        十分!钟之米 十足 十堰 十字路口 十字 十全十美 十全 十里八乡 十指 十日谈 红十字 合十 十三陵 十渡 十万火急 十之八九 十有八九 八九不离十 十一黄金周 十一长假
        百姓 百货 百度 百科 百合 百年!前后历来间以的老 百里 百花 百家争鸣 百花齐放 百强 百万富翁 百般 百色 百济 百事 百叶 百折不挠 百废待兴 百炼成钢 百尺竿头 百战 百感交集 百团大战 百业 百听不厌 百看不厌 百战百胜 千百年 老百姓 两个一百年
        千万!元美欧港日人吨千平亩公立户家名个块级余多英瓦辆台 千方百计 千家万户 千军万马 千秋 千古 千里 千变万化 千钧一发 千锤百炼 千差万别 千瓦 千米 千克 千丝万缕 千辛万苦 千头万绪 千山万水 千言万语 千疮百孔 千载难逢 千禧 千岛 千山 千阳 成千上万 千人计划 千奇百怪 千姿百态
        万物 万里 万众 万岁 万全 万能 万象 万紫千红 万事 万家 万家灯火 万科 万达 万无一失 万州 万宁 万隆 万维网 万水千山 万古 万国 万圣 万恶 万有引力 万方 万民 万世 万千 万载 万荣 亿万 千千万万 千万别 万安 万年青 万历
        半岛 半导体 半球 半径 半成品 半封建 半殖民地 半途 半路 半壁 半边天 半自动 半决赛 半信半疑 半壁江山 半挂 半官方 半信 半开 半空 半生 半步 半点 半句 半小康 半山 半程 半晌 半日 半夜 一知半解 半斤八两 事半功倍 多半 大半 半农 半结构 半干旱 半湿润 半永久 半专业 半公开 半成 半马 半程马拉松 东半球 西半球 南半球 北半球 半月刊 半月谈
        两岸 两会 两委 两弹一星 两弹 两手 两手抓 两极 两旁 两边 两侧 两者 两性 两栖 两翼 两全 两难 两山 两江 两湖 两广 两淮 两河 两高 两院院士 两院 两融 两用 两学一做 两个确立 两个维护 四个意识 四个自信 三个代表 三大攻坚战 四个全面 八个明确 三严三实 两不愁三保障 两不愁 三保障 三去一降一补 六稳 六保 三权分立
        三次产业 两票制 两头!牛羊猪驴马象熊奶母公小大鲸骆 两口子 两地 两点论 两线 两面 两样 两级 两相 三区三州 三步走 三步 双创 九章 九阳 七彩 七星 六艺 六亲 六边形 五边形 四边形 三角形 三角洲 三军统帅 十项全能 铁人三项 二十四节气 七巧板 七律 七绝 五言 七言 四声 八音 五线谱 五更 三更 三更半夜 四库全书 三字经 千字文 百家姓 三十六计 七十二变 二百五!十个元万千亿多余名人年米吨 五百强 世界五百强 六六大顺 三宝 三好学生 三好 五好家庭 五好 四好农村路 四好
        三明市 三河市 三原县 三台县 三都 三穗 三江县 五河县 五常市 五莲 五大连池 六枝 七台河 七里河 八宿 九台区 九台市 九原 万年县 万源 十里铺 百色市 二道区 二道江 二七 二连浩特 四会市 四平市 三塘 五华 五指 五峰
        王五 李四 赵六 张三 陈二 小三 老三 老二 老四 老五 王二 王三 初二 初三 初一 高一 高二 高三 大一!次届 大二!次届 大三!次届 大四!次届 小一!万千百亿 星期一 星期二 星期三 星期四 星期五 星期六 周一 周二 周三 周四 周五 周六 礼拜一 礼拜二 礼拜三 礼拜四 礼拜五 礼拜六
        三天两头 队伍里 队伍 落伍 退伍 入伍 十天半月 十天半个月 三年五载 三天打鱼 两天晒网 八字没 八字还没 八字方针 七七八八 三下五除二 三番两次 三长两短 四大皆空 五味杂陈 六根清净 七窍生烟 八抬大轿 九牛二虎 十年磨一剑 十年树木 百年树人 一五一十 五体投地 三教九流 七零八落 四脚朝天 八拜之交 三生有幸 四平八稳 五脊六兽 七手八脚 七拼八凑 十恶不赦 百口莫辩 百密一疏 百年好合 百年老店 千虑一得 万箭 万劫不复 略知一二
        四分卫 十二指肠 十六烷 十四行诗 八正道 两年生 二年生 一年生 三连冠 三分球 第一百货 四分之一决赛 八分之一决赛 三点式 二把手 三把手 五分钟热度 三分钟热度 两院制 一院制 三段论 四轮驱动 四驱 十四行 七弦琴 六弦琴 三弦 四胞胎 三胞胎 双胞胎 三叶草 三叉 三叉戟 四不像 四联 三联单 七星瓢虫 五倍子 三七 九层塔 九九归一 一次性 二次曲线 一次方程 二次方程 三次方程 三次方 二分法 三分法 四声
        万多 万吉 万平 数百年 千亿级 百亿级 万亿级 百家号 第一夫人 第一书记 第二次世界大战 第一次世界大战 二战 一战 一审 二审 三审 终审 第三方 第三者 第三产业 第二产业 第一产业 第一线 第二课堂 第三国 第三世界 第一把手 第一要务 第一要义 第一责任人 第一生产力 第一动力 第一资源 第一位 第一步!的
        """;

    private static readonly string[] EnglishWords =
    [
        "one another", "one by one", "someone", "anyone", "one day", "one-sided", "no one", "at one with", "one china", "one-china", "one country, two systems", "all at once", "at once", "once",
        "one belt", "belt one road", "one belt, one road", "one belt one road", "one-off", "one-on-one", "one-stop", "one's", "one-party", "at first", "first of all", "first and foremost", "first-class", "first-rate", "first-hand", "firsthand", "first aid",
        "first lady", "first name", "at first glance", "in the first place", "second to none", "second-hand", "secondhand", "second hand", "second nature", "on second thought", "second thoughts", "split second", "third party", "third parties", "third-party", "third world", "the one", "this one", "that one", "which one", "another one", "a new one", "each one", "every one", "the ones",
        "two-way", "two-faced", "five-star", "four-star", "three-star", "six-pack", "nine-dash", "fourth of july", "fifth avenue", "seventh heaven", "cloud nine", "zero-sum", "zero tolerance", "zero-tolerance", "ground zero", "three-dimensional", "two-dimensional", "one-dimensional", "four-wheel", "four seasons",
        "ten commandments", "three gorges", "three kingdoms", "seven seas", "three represents", "catch-22", "twenty-twenty", "double-edged", "double check", "double-check", "double standard", "double standards", "triple threat", "first lieutenant", "first secretary", "world war ii", "world war i", "world war one", "world war two", "half-hearted", "halfway", "half-life", "second half", "first half", "half-time", "better half", "third-rate", "second-rate",
        "hundred flowers", "two birds with one stone", "six of one and half a dozen of the other", "six of one, half a dozen of the other", "the eleventh hour", "eleventh-hour", "one-man", "one-woman", "nine times out of ten", "of two minds", "in two minds", "two sides of the same coin", "two peas in a pod", "third degree", "sixth sense", "nine lives", "forty winks", "a stitch in time saves nine", "to the nines", "fifth column", "fourth estate", "ten a penny", "on all fours", "two and two together", "two wrongs", "six feet under", "whole nine yards", "one-liner", "one-liners", "one-trick pony", "first-time", "one fell swoop", "one foot in", "three musketeers", "five o'clock shadow", "one way or the other", "twelfth night", "one step ahead", "two steps forward, one step back", "a thousand words", "kill two birds", "two left feet", "two can play", "third time lucky", "on the one hand", "four corners", "three cheers", "nine-to-five", "nine to five", "twenty questions", "fifteen minutes of fame", "fourth wall", "first blood", "first refusal", "first principles", "one-armed", "one-horse", "in threes", "three sheets to the wind", "one-size-fits-all", "one size fits all", "one-way", "one-time", "one way or another", "one hand", "one side", "one of a kind", "one thing", "one-third party", "seconds", "second life", "quarter-final", "quarter-finals", "quarterfinal", "semi-final", "five-a-side", "ten to one", "million-dollar question", "one in a million", "thanks a million", "two cents", "double bass", "double bed", "first thing", "first come", "first-come", "first-line", "first-tier", "second-tier", "second-line", "third-tier", "two-child", "formula one", "square one", "day one", "number one", "air force one", "one and only", "chapter and verse",
    ];

    private static readonly Dictionary<char, List<Idiom>> ByNumeral = Split();

    private static readonly PhraseTable<bool> English = new(EnglishWords.Select(static w => (w, true)), words: true);

    /// <summary>Whether a Chinese idiom's first numeral stands at <paramref name="at"/>; where the idiom ends.</summary>
    public static bool TryChinese(ReadOnlySpan<char> text, int at, out int end)
    {
        if (ByNumeral.TryGetValue(text[at], out var candidates))
        {
            foreach (var (word, offset, notBefore) in candidates)
            {
                var start = at - offset;
                end = start + word.Length;
                if (start >= 0 && end <= text.Length && text.Slice(start, word.Length).SequenceEqual(word)
                    && (notBefore.Length == 0 || end == text.Length || !notBefore.Contains(text[end], StringComparison.Ordinal)))
                {
                    return true;
                }
            }
        }

        end = at;
        return false;
    }

    /// <summary>Whether the idiom whose first numeral stands at <paramref name="at"/> begins before it (第一时间).</summary>
    public static bool CoversBefore(ReadOnlySpan<char> text, int at)
    {
        foreach (var (word, offset, _) in ByNumeral.GetValueOrDefault(text[at], []))
        {
            if (offset > 0 && at >= offset && text[(at - offset)..].StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an English idiom starts at <paramref name="at"/>, the start of a word.</summary>
    public static bool TryEnglish(ReadOnlySpan<char> text, int at, out int end) => English.TryMatch(text, at, out _, out end);

    // The longest first. Without LINQ over tuples, which would be compiled anew at each start.
    private static Dictionary<char, List<Idiom>> Split()
    {
        var all = new Dictionary<char, List<Idiom>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in ChineseWords.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            var mark = entry.IndexOf('!', StringComparison.Ordinal);
            var word = mark < 0 ? entry : entry[..mark];
            if (!seen.Add(entry) || FirstNumeral(word) is not (>= 0 and var at))
            {
                continue;
            }

            if (!all.TryGetValue(word[at], out var list))
            {
                all.Add(word[at], list = []);
            }

            var place = list.FindIndex(other => other.Word.Length < word.Length);
            list.Insert(place < 0 ? list.Count : place, new Idiom(word, at, mark < 0 ? "" : entry[(mark + 1)..]));
        }

        return all;
    }

    private sealed record Idiom(string Word, int At, string NotBefore);

    private static int FirstNumeral(string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (ChineseNumerals.IsNumeral(word[i]) || word[i] == '半')
            {
                return i;
            }
        }

        return -1;
    }
}
