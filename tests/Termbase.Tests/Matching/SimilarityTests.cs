using Termbase.Matching;
using Termbase.Model;

namespace Termbase.Tests.Matching;

public sealed class SimilarityTests
{
    [Theory]
    [InlineData("坚持创新发展", "坚持协调发展", 2, 6)]
    [InlineData("创新", "创新", 0, 2)]
    [InlineData("创新", "", 2, 2)]
    [InlineData("ＡＢ创新，", "ab创新,", 0, 5)]
    [InlineData("创 新", "创新", 0, 2)]
    [InlineData("用 Python 写", "用Python写", 0, 8)]
    [InlineData("new york", "newyork", 1, 8)]
    [InlineData("協調發展", "协调发展", 0, 4)]
    [InlineData("𠮷野家", "吉野家", 1, 3)]
    public void Chinese_is_compared_by_characters(string a, string b, int distance, int length)
    {
        var result = Similarity.Compare(a, b, TokenUnit.Characters);
        Assert.Equal((distance, length), (result.Distance, result.Length));
    }

    [Theory]
    [InlineData("The action plan", "the Action Plan", 0, 3)]
    [InlineData("The action plan.", "The action plans", 2, 4)]
    [InlineData("Don’t stop", "don't stop", 0, 2)]
    [InlineData("a well-known plan", "a well known plan", 1, 5)]
    [InlineData("The  plan ", "The plan", 0, 2)]
    [InlineData("soft\u00ADware", "software", 0, 1)]
    [InlineData("cafe\u0301", "café", 0, 1)]
    public void English_is_compared_by_words(string a, string b, int distance, int length)
    {
        var result = Similarity.Compare(a, b, TokenUnit.Words);
        Assert.Equal((distance, length), (result.Distance, result.Length));
    }

    [Theory]
    [InlineData("第3条", "第5条", TokenUnit.Characters, true)]
    [InlineData("第３条", "第3条", TokenUnit.Characters, false)]
    [InlineData("1,000 people", "1000 people", TokenUnit.Words, false)]
    [InlineData("2.5% of 10", "3.5% of 10", TokenUnit.Words, true)]
    public void Numbers_are_placeholders_and_it_is_told_whether_they_differ(string a, string b, TokenUnit unit, bool differ)
    {
        var result = Similarity.Compare(a, b, unit);
        Assert.Equal((0, differ), (result.Distance, result.NumbersDiffer));
    }

    [Theory]
    [InlineData("依照第六条办理", "依照第七条办理", true)]
    [InlineData("依照第六条办理", "依照第6条办理", false)]
    [InlineData("依照第二十一条办理", "依照第九条办理", true)]
    [InlineData("投资六十亿元", "投资七十亿元", true)]
    [InlineData("投資六十億元", "投资60亿元", false)]
    [InlineData("投资三亿五千万元", "投资3亿5000万元", false)]
    [InlineData("二〇二五年", "二○二六年", true)]
    [InlineData("二〇二五年", "2025年", false)]
    [InlineData("占百分之五", "占百分之三十", true)]
    [InlineData("占三分之一", "占四分之三", true)]
    [InlineData("共三项任务", "共十二项任务", true)]
    [InlineData("共三项任务", "共3项任务", false)]
    [InlineData("增长一点五倍", "增长二点五倍", true)]
    [InlineData("增长三点五倍", "增长3.5倍", false)]
    [InlineData("一月到货", "十月到货", true)]
    [InlineData("三至五年", "四至六年", true)]
    [InlineData("第一，加强", "第二，加强", true)]
    [InlineData("一、总则", "二、总则", true)]
    [InlineData("（三）附则", "（十）附则", true)]
    [InlineData("；一是加强", "；三是加强", true)]
    [InlineData("十多个城市", "二十多个城市", true)]
    [InlineData("上百家企业", "上千家企业", true)]
    [InlineData("数百万人", "数千万人", true)]
    [InlineData("两国关系", "六国关系", true)]
    [InlineData("十二五规划", "十三五规划", true)]
    [InlineData("十分钟", "三分钟", true)]
    public void Numbers_in_Chinese_numerals_are_placeholders_too(string a, string b, bool differ)
    {
        foreach (var unit in (TokenUnit[])[TokenUnit.Characters, TokenUnit.Words])
        {
            var result = Similarity.Compare(a, b, unit);
            Assert.Equal((0, differ), (result.Distance, result.NumbersDiffer));
        }
    }

    [Theory]
    [InlineData("一些人", "二些人")]
    [InlineData("一定要", "七定要")]
    [InlineData("统一领导", "统三领导")]
    [InlineData("统一年度标准", "统二年度标准")]
    [InlineData("唯一，", "唯二，")]
    [InlineData("十分重要", "五分重要")]
    [InlineData("万一失败", "万二失败")]
    [InlineData("三农工作", "五农工作")]
    [InlineData("进一步", "进两步")]
    [InlineData("一个国家", "两个国家")]
    [InlineData("第一时间", "第二时间")]
    [InlineData("千万不要", "百万不要")]
    [InlineData("老百姓", "老千姓")]
    [InlineData("四川省", "三川省")]
    [InlineData("陆家", "伍家")]
    [InlineData("零距离", "一距离")]
    [InlineData("一块走", "三块走")]
    [InlineData("三心二意", "四心五意")]
    [InlineData("两个一百年", "三个一百年")]
    public void Words_that_hold_a_numeral_are_no_numbers(string a, string b) =>
        Assert.True(Similarity.Compare(a, b, TokenUnit.Characters).Distance > 0);

    [Theory]
    [InlineData("一", "二")]
    [InlineData("5千克", "5万克")]
    [InlineData("○○○", "●●●")]
    public void A_numeral_that_nothing_counts_by_is_a_word(string a, string b) =>
        Assert.True(Similarity.Compare(a, b, TokenUnit.Characters) is { Distance: > 0, NumbersDiffer: false });

    [Fact]
    public void A_word_with_a_digit_in_it_is_a_word() =>
        Assert.Equal(1, Similarity.Compare("the 3rd plan", "the 5th plan", TokenUnit.Words).Distance);

    [Fact]
    public void Codes_are_left_out_of_the_distance_and_it_is_told_whether_they_differ()
    {
        var a = new Segment("按确定键", [new InlineCode(1, InlineKind.Begin, "bpt", "<b>", []), new InlineCode(3, InlineKind.End, "ept", "</b>", [])]);
        var b = new Segment("按确定键", [new InlineCode(1, InlineKind.Begin, "bpt", "<i>", []), new InlineCode(3, InlineKind.End, "ept", "</i>", [])]);
        Assert.Equal(new SimilarityResult(0, 4, false, true, false), Similarity.Compare(a, b, TokenUnit.Characters));
        Assert.Equal(new SimilarityResult(0, 4, false, false, false), Similarity.Compare(a, a, TokenUnit.Characters));
        Assert.Equal(new SimilarityResult(0, 4, false, true, false), Similarity.Compare(a, Segment.Plain("按确定键"), TokenUnit.Characters));
    }

    [Fact]
    public void A_code_that_moved_differs_but_not_one_that_edits_moved()
    {
        static Segment At(string text, int place) => new(text, [new InlineCode(place, InlineKind.Alone, "ph", "<br/>", [])]);
        Assert.True(Similarity.Compare(At("press OK now", 6), At("press OK now", 8), TokenUnit.Words).CodesDiffer);
        Assert.False(Similarity.Compare(At("press OK now", 6), At("Press  OK now", 7), TokenUnit.Words).CodesDiffer);
        Assert.Equal((1, false), Similarity.Compare(At("press OK now", 6), At("then press OK now", 11), TokenUnit.Words) is var r ? (r.Distance, r.CodesDiffer) : default);
    }

    [Fact]
    public void A_word_with_a_code_in_it_stays_one_word() =>
        Assert.Equal(0, Similarity.Compare(
            new Segment("Wi-Fi router", [new InlineCode(1, InlineKind.Begin, "bpt", "<b>", [])]), Segment.Plain("Wi-Fi router"), TokenUnit.Words).Distance);

    [Theory]
    [InlineData("共 {0} 个文件", "共 {count} 个文件", TokenUnit.Characters)]
    [InlineData("共%d个文件", "共％1$s个文件", TokenUnit.Characters)]
    [InlineData("Delete %s?", "Delete %(name)s?", TokenUnit.Words)]
    [InlineData("${user} wrote {0:N2}.", "{{user}} wrote %.2f.", TokenUnit.Words)]
    [InlineData("%1 of %2", "%2 of %1", TokenUnit.Words)]
    [InlineData("%1.", "{}.", TokenUnit.Words)]
    public void Placeholders_equal_each_other_and_it_is_told_that_they_differ(string a, string b, TokenUnit unit)
    {
        Assert.Equal((0, true, false), Similarity.Compare(a, b, unit) is var r ? (r.Distance, r.CodesDiffer, r.NumbersDiffer) : default);
        Assert.Equal((0, false), Similarity.Compare(a, a, unit) is var same ? (same.Distance, same.CodesDiffer) : default);
    }

    [Theory]
    [InlineData("50%d", "60%s")]
    [InlineData("5 % discount", "5 % interest")]
    [InlineData("100%sure", "100%safe")]
    [InlineData("%share", "%store")]
    [InlineData("{see the note}", "{see the list}")]
    [InlineData("{a, 见下}", "{b, 见下}")]
    [InlineData("%50.5", "half")]
    [InlineData("$5", "${")]
    [InlineData("%%", "!")]
    [InlineData("{", "%")]
    public void What_only_looks_like_a_placeholder_is_text(string a, string b) =>
        Assert.True(Similarity.Compare(a, b, TokenUnit.Words) is { Distance: > 0, CodesDiffer: false });

    [Theory]
    [InlineData("{}", "<x/>{}", true)]
    [InlineData("{1}", "{2}", true)]
    [InlineData("{1} {2}", "{1}{2}", false)]
    public void A_segment_of_codes_only_is_compared_by_its_codes(string a, string b, bool differ)
    {
        var (left, right) = (Coded(a), Coded(b));
        var result = Similarity.Compare(left, right, TokenUnit.Words);
        Assert.Equal((Math.Abs(left.Codes.Length - right.Codes.Length), differ), (result.Distance, result.CodesDiffer));
        Assert.Equal(new SimilarityResult(0, left.Codes.Length, false, false, false), Similarity.Compare(left, left, TokenUnit.Words));
    }

    // Each thing in braces or angles an inline code.
    private static Segment Coded(string text)
    {
        var codes = new List<InlineCode>();
        var plain = System.Text.RegularExpressions.Regex.Replace(text, "[{<][^}>]*[}>]", m =>
        {
            codes.Add(new InlineCode(codes.Count == 0 ? 0 : text.Contains(' ', StringComparison.Ordinal) ? 1 : 0, InlineKind.Alone, "ph", m.Value, []));
            return "";
        });
        return new Segment(plain, [.. codes]);
    }

    [Theory]
    [InlineData("協調", "协调", true)]
    [InlineData("协调", "协调", false)]
    [InlineData("大人", "協調大人", false)]
    public void Another_script_is_told(string a, string b, bool differ) =>
        Assert.Equal(differ, Similarity.Compare(a, b, TokenUnit.Characters).ScriptsDiffer);

    [Fact]
    public void The_limit_is_the_greatest_distance_that_still_scores_enough()
    {
        for (var length = 1; length < 200; length++)
        {
            foreach (var score in new[] { 0.5, 33.3, 50, 66.7, 70, 99.9, 100 })
            {
                var limit = Similarity.LimitFor(length, score);
                Assert.True(limit < 0 || Similarity.ScoreOf(limit, length) >= score);
                Assert.True(limit == length || Similarity.ScoreOf(limit + 1, length) < score);
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u0001")]
    [InlineData("\u0001\u0002")]
    [InlineData("\u0001a\u0002\u0001b\u0002")]
    [InlineData("%")]
    [InlineData("{{")]
    [InlineData("%(")]
    [InlineData("${}")]
    [InlineData("{0:")]
    [InlineData("%1$")]
    [InlineData("a\u0001b\u0001c\u0002d")]
    [InlineData("\uD800")]
    [InlineData("\u0301\u0301")]
    [InlineData("1.")]
    [InlineData(",1")]
    [InlineData("'")]
    public void No_text_upsets_the_tokenizer(string text)
    {
        foreach (var unit in Enum.GetValues<TokenUnit>())
        {
            Assert.Equal(0, Similarity.Compare(text, text, unit).Distance);
        }
    }

    [Fact]
    public void What_is_on_disk_depends_on_the_table_of_scripts_so_a_change_of_it_must_raise_the_version()
    {
        var hash = new ContentHash();
        for (var c = '\u3400'; c <= '\u9FFF'; c++)
        {
            if (TextFold.IsPlainHan(c))
            {
                hash.Add(TextFold.FoldHan(c).ToString());
            }
        }

        // Where this fails, raise TextFold.RulesVersion and write both values here.
        Assert.Equal(
            (4, "D2A0BE3605BDBFB55D3A489F01DAEBC4"),
            (TextFold.RulesVersion, hash.Value.ToString("X32", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Every_character_can_be_folded()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            Assert.Equal(TextFold.Fold((char)c), TextFold.Fold((char)c));
        }
    }

    [Theory]
    [InlineData("㈠总则", "(一)总则")]
    [InlineData("⼀般规定", "一般规定")]
    public void A_compatibility_form_is_no_other_script(string left, string right)
    {
        var result = Similarity.Compare(left, right, TokenUnit.Characters);
        Assert.Equal((0, false), (result.Distance, result.ScriptsDiffer));
    }
}
