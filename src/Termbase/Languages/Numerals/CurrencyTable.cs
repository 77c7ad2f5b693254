namespace Termbase.Languages.Numerals;

/// <summary>Names of currencies in both languages, by ISO 4217 code; 角 and 分 are parts of the yuan.</summary>
internal static class CurrencyTable
{
    /// <summary>A line a currency, its code and its names after a number in Chinese. <c>?</c>: 元 and 块 alone may be any dollar or yuan.</summary>
    public const string ChineseNames = """
        CNY 元人民币 人民币元 人民币 块钱 块 yuan RMB
        ? 元 圆
        USD 美元 美金
        HKD 港元 港币
        TWD 新台币 台币
        MOP 澳门元 澳门币
        EUR 欧元
        GBP 英镑
        JPY 日元 日圆
        KRW 韩元 韩圆
        RUB 卢布
        INR 卢比 印度卢比
        CHF 瑞士法郎
        AUD 澳元 澳大利亚元
        CAD 加元 加拿大元
        SGD 新加坡元 新元
        THB 泰铢
        VND 越南盾
        MYR 林吉特 马币
        BRL 雷亚尔
        ZAR 兰特
        """;

    /// <summary>After a number in Chinese.</summary>
    public static readonly PhraseTable<string> Chinese = Table(false, ChineseNames.Split('\n'));

    /// <summary>Before a number, both languages.</summary>
    public static readonly PhraseTable<string> Prefix = Table(true,
        "CNY ¥ ￥ RMB RMB¥ CNY CN¥ 人民币", "USD US$ USD US_$ U.S.$", "$ $ ＄", "HKD HK$ HKD 港币", "TWD NT$ TWD", "MOP MOP$ MOP", "EUR € EUR",
        "GBP £ ￡ GBP", "JPY JP¥ JPY", "KRW ₩ KRW", "INR ₹", "RUB ₽ RUB", "AUD A$ AU$ AUD", "CAD C$ CA$ CAD", "SGD S$ SGD", "CHF CHF");

    /// <summary>After a number in English.</summary>
    public static readonly PhraseTable<string> English = Table(true,
        "CNY yuan RMB CNY renminbi Chinese_yuan yuan_RMB RMB_yuan kuai", "$ dollar dollars", "USD US_dollars US_dollar U.S._dollars U.S._dollar USD American_dollars",
        "HKD Hong_Kong_dollars Hong_Kong_dollar HKD HK_dollars", "TWD New_Taiwan_dollars NT_dollars TWD", "MOP patacas Macao_patacas MOP", "EUR euro euros EUR",
        "GBP pounds_sterling British_pounds pound_sterling GBP", "JPY yen Japanese_yen JPY", "KRW Korean_won South_Korean_won KRW", "RUB ruble rubles rouble roubles RUB",
        "INR rupee rupees Indian_rupees", "CHF Swiss_francs Swiss_franc CHF", "AUD Australian_dollars AUD", "CAD Canadian_dollars CAD", "SGD Singapore_dollars SGD",
        "THB baht Thai_baht", "VND dong Vietnamese_dong VND", "MYR ringgit", "BRL reais Brazilian_reais", "ZAR rand");

    private static PhraseTable<string> Table(bool words, params string[] lines) => new(
        lines.Select(static line => line.Split(' ')).SelectMany(static cells => cells.Skip(1).Select(name => (name.Replace('_', ' '), cells[0]))), words);
}
