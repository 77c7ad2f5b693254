namespace Termbase.Languages.Numerals;

/// <summary>What the words around a Chinese number say about it: hedges, classifiers, verbs of growth, halves of the day.</summary>
internal static class ChineseContext
{
    /// <summary>Hedges in front of a number.</summary>
    public static readonly PhraseTable<QuantityBound> Before = new(
    [
        .. Hedges(QuantityBound.About, "约 大约 约为 大概 大致 约合 大约为 大约有 约有 约占 约达 合约"),
        .. Hedges(QuantityBound.Nearly, "近 将近 接近 逼近 接近于 近乎"),
        .. Hedges(QuantityBound.MoreThan, "超过 超 逾 超出 突破 多于 高于 大于 超过了 突破了 超逾 上 已超 破"),
        .. Hedges(QuantityBound.AtLeast, "至少 不少于 不低于 最少 不小于 不下 至少有 至少为"),
        .. Hedges(QuantityBound.LessThan, "不足 不到 低于 少于 未满 不满 小于 未到 未达 不及"),
        .. Hedges(QuantityBound.AtMost, "至多 最多 不超过 不高于 不多于 不大于 不得超过 未超过"),
    ]);

    /// <summary>Hedges behind a number and its unit.</summary>
    public static readonly PhraseTable<QuantityBound> After = new(
    [
        .. Hedges(QuantityBound.About, "左右 上下 许 前后"),
        .. Hedges(QuantityBound.MoreThan, "多 余 有余"),
        .. Hedges(QuantityBound.AtLeast, "以上 及以上 （含）以上 或以上 起步"),
        .. Hedges(QuantityBound.AtMost, "以下 及以下 以内 之内 或以下"),
    ]);

    /// <summary>Verbs after which N倍 is an increase by N, not to N.</summary>
    public static readonly PhraseTable<bool> Growth = new(
        "增长 增加 提高 上升 提升 上涨 扩大 增 涨 高 多 高出 多出 增多 增幅达 涨幅达 增长近 增长约 增长超 增幅 涨幅 增值 升值 激增 猛增 暴涨 大增 扩增 飙升 长"
            .Split(' ').SelectMany(static v => new[] { v, v + "了" }).Select(static v => (v, true)));

    /// <summary>Words in front of a time that lasts: behind them 日 is days, not a day of the month.</summary>
    public static readonly PhraseTable<bool> Lasting = new(
        "超过 超 逾 满 不满 未满 至少 不少于 不低于 少于 不超过 不得超过 最多 最长 最短 连续 连续工作 为期 长达 提前 每隔 已满 不足".Split(' ').Select(static w => (w, true)));

    /// <summary>Words in front of a year of any length.</summary>
    public static readonly PhraseTable<bool> Era = new("公元 公元前 西元 西元前".Split(' ').Select(static w => (w, true)));

    /// <summary>Words for halves of the day; true for afternoon and evening.</summary>
    public static readonly PhraseTable<bool> HalfOfDay = new(
    [
        .. "下午 傍晚 晚上 晚间 晚 午后 夜间 当晚 深夜 今晚 昨晚".Split(' ').Select(static w => (w, true)),
        .. "上午 凌晨 清晨 早上 早晨 早 清早 中午 今早 午夜".Split(' ').Select(static w => (w, false)),
    ]);

    /// <summary>What follows a Chinese digit that counts: classifiers.</summary>
    public const string Classifiers =
        "个名位人项件家条种只头匹台辆架艘颗粒根支枝张块片本册份篇部座栋幢间套所层门道场次回届批期轮起例宗笔级类双对组队班排连营团户口村句页章节款段集首曲幅盏株棵朵束瓶杯碗盒箱袋步局员票处枚把声顶则顿滴群伙排串堆届季点分师字旬幕封档列度环轮票盘股阶岁载遍趟阵番餐桌席颗成";

    /// <summary>Nouns that may follow a small number directly: 四大, 两国, 六省.</summary>
    public const string CountableNouns = "大国省市县区方级边代院校委月日者中新小州镇乡村派座天夜男女";

    /// <summary>Whether a scale behind it counts: 上百, 近千, 逾万.</summary>
    public static bool IsBeforeScale(char c) => c is '上' or '近' or '超' or '过' or '逾' or '约' or '每' or '破' or '达';

    /// <summary>Whether <paramref name="c"/> is a classifier.</summary>
    public static bool IsClassifier(char c) => Classifiers.Contains(c, StringComparison.Ordinal);

    /// <summary>Whether <paramref name="c"/> is a noun counted without a classifier.</summary>
    public static bool IsCountable(char c) => CountableNouns.Contains(c, StringComparison.Ordinal);

    private static IEnumerable<(string, QuantityBound)> Hedges(QuantityBound bound, string words) =>
        words.Split(' ').Select(w => (w, bound));
}
