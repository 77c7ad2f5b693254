using Termbase.Languages.Numerals;

namespace Termbase.Tests.Languages.Numerals;

public sealed class QuantityMatcherTests
{
    [Theory]
    [InlineData("总投资90亿元", "a total investment of 9 billion yuan")]
    [InlineData("占全国的一半", "50 percent of the national total")]
    [InlineData("产量增长两倍", "output tripled")]
    [InlineData("产量增长两倍", "output grew by 200 percent")]
    [InlineData("收入翻两番", "income quadrupled")]
    [InlineData("打八折", "20 percent off")]
    [InlineData("18岁以上", "aged 18 or above")]
    [InlineData("三四十人", "30 to 40 people")]
    [InlineData("6—8人", "between six and eight people")]
    [InlineData("2021年7月8日", "8 July 2021")]
    [InlineData("2021年8月7日", "7/8/2021")]
    [InlineData("26日下午5时", "at 5 p.m. on July 26")]
    [InlineData("“十四五”期间", "during the 14th Five-Year Plan period")]
    [InlineData("“十四五”时期", "from 2021 to 2025")]
    [InlineData("20世纪80年代", "in the 1980s")]
    [InlineData("离家20里", "10 kilometers from home")]
    [InlineData("种了3000亩", "planted on 200 hectares")]
    [InlineData("占三成", "30% of it")]
    [InlineData("百分之五至八", "5-8 percent")]
    [InlineData("降了3元5角", "fell by 3.5 yuan")]
    [InlineData("第二十一条", "Article 21")]
    [InlineData("数百名居民", "hundreds of residents")]
    [InlineData("开了一个会，讨论了五位一体布局", "held a meeting on the five-sphere plan")]
    [InlineData("卡-52M直升机", "the Ka-52M helicopter")]
    [InlineData("气温33℃", "a temperature of 33 degrees Celsius")]
    public void Agreeing_numbers_are_left_alone(string zh, string en) => Assert.Empty(Warnings(zh, en));

    [Theory]
    [InlineData("总投资90亿元", "a total investment of 90 billion yuan", NumeralMismatchReason.Value)]
    [InlineData("总投资90万元", "a total investment of 9 billion yuan", NumeralMismatchReason.Value)]
    [InlineData("产量增长两倍", "output doubled", NumeralMismatchReason.Value)]
    [InlineData("占三分之一", "accounting for two-thirds", NumeralMismatchReason.Value)]
    [InlineData("2021年7月8日", "July 9, 2021", NumeralMismatchReason.Value)]
    [InlineData("“十四五”期间", "during the 13th Five-Year Plan period", NumeralMismatchReason.Value)]
    [InlineData("长50公里", "50 miles long", NumeralMismatchReason.Unit)]
    [InlineData("捐款500美元", "donated 500 yuan", NumeralMismatchReason.Currency)]
    [InlineData("增长5.2%，共655例", "up 5.2 percent", NumeralMismatchReason.Missing)]
    [InlineData("气温下降", "the temperature fell by 18 degrees", NumeralMismatchReason.Added)]
    [InlineData("（三）组织保障", "(4) Organization", NumeralMismatchReason.Value)]
    [InlineData("卡-52M直升机", "the Ka-53M helicopter", NumeralMismatchReason.Value)]
    public void Differing_numbers_are_found(string zh, string en, NumeralMismatchReason reason) =>
        Assert.Equal(reason, Assert.Single(Warnings(zh, en)).Reason);

    [Fact]
    public void A_number_repeated_on_one_side_is_no_mismatch() =>
        Assert.Empty(Warnings("7月25日电 25日下午，共30人", "July 25: 30 people in the afternoon; the 30 were safe"));

    [Fact]
    public void A_mismatch_names_the_places_on_both_sides()
    {
        const string zh = "新增46例";
        const string en = "47 new cases";

        var mismatch = Assert.Single(Warnings(zh, en));

        Assert.Equal(("46", "47"), (mismatch.Source!.Span.Of(zh), mismatch.Target!.Span.Of(en)));
    }

    [Theory]
    [InlineData("一半", "1/2", true)]
    [InlineData("至少5人", "at least five people", true)]
    [InlineData("至少5人", "at most five people", false)]
    [InlineData("8公里", "5 miles", true)]
    [InlineData("2021年7月8日", "July 8", true)]
    [InlineData("1小时", "60 minutes", true)]
    [InlineData("5公斤", "10 jin", true)]
    [InlineData("5%", "5 percentage points", true)]
    [InlineData("3亿", "30 million", false)]
    public void Two_quantities_agree_by_value(string zh, string en, bool agree) =>
        Assert.Equal(agree, QuantityComparer.Agree(NumeralReader.Read(zh, NumeralLanguage.Chinese)[0], NumeralReader.Read(en, NumeralLanguage.English)[0]));

    [Theory]
    [InlineData(1, 1953, 1957)]
    [InlineData(6, 1981, 1985)]
    [InlineData(14, 2021, 2025)]
    public void A_plan_has_its_years(int plan, int first, int last) => Assert.Equal((first, last), PlanYears.Of(plan));

    private static IEnumerable<NumeralMismatch> Warnings(string zh, string en) =>
        QuantityMatcher.Compare(NumeralReader.Read(zh, NumeralLanguage.Chinese), NumeralReader.Read(en, NumeralLanguage.English))
            .Where(static m => m.Confidence >= QuantityMatcher.DefaultThreshold);
}
