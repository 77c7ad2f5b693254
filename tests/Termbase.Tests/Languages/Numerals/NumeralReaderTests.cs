using FsCheck;
using FsCheck.Fluent;
using Termbase.Languages.Numerals;

namespace Termbase.Tests.Languages.Numerals;

public sealed class NumeralReaderTests
{
    [Fact]
    public void The_table_of_cases_is_read_right()
    {
        var cases = NumeralCases.Load();
        var failures = cases.Where(static c => c.Read() != c.Expected)
            .Select(static c => $"{c.Text} ({c.Language}): want [{c.Expected}], got [{c.Read()}]").ToArray();

        Assert.True(cases.Length >= 400, "the table has shrunk");
        Assert.True(failures.Length == 0, string.Join('\n', failures));
    }

    [Fact]
    public void No_idiom_is_read_as_a_number()
    {
        var read = NumeralCases.Load().Where(static c => c.Expected.Length == 0 && c.Read().Length > 0).Select(static c => $"{c.Text}: {c.Read()}");

        Assert.Empty(read);
    }

    [Fact]
    public void A_number_written_in_Chinese_is_read_back()
    {
        Prop.ForAll(Numbers(9_999_999_999_999), number =>
        {
            var text = NumeralWriter.Chinese(number) + "个";
            var read = NumeralReader.Read(text, NumeralLanguage.Chinese);
            return (read.Length == 1 && read[0].Value == number).Label($"{number}: {text}");
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_number_written_in_English_words_is_read_back()
    {
        Prop.ForAll(Numbers(999_999_999_999_999), number =>
        {
            var text = NumeralWriter.English(number);
            var read = NumeralReader.Read(text, NumeralLanguage.English);
            return (read.Length == 1 && read[0].Value == number).Label($"{number}: {text}");
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_text_is_read_without_failing_and_spans_stay_inside_in_order()
    {
        const string alphabet = "0123456789０.，,-—:/%$一二三十百千万亿零两半几第年月日时点分成折倍翻番个之至第上 abfiMtoneKwhlaf’'()";
        var texts = Gen.Elements(alphabet.ToCharArray()).ArrayOf().ToArbitrary();
        Prop.ForAll(texts, characters =>
        {
            var text = new string(characters);
            return Ordered(NumeralReader.Read(text, NumeralLanguage.Chinese), text) && Ordered(NumeralReader.Read(text, NumeralLanguage.English), text);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void A_span_covers_the_number_its_unit_and_its_hedge()
    {
        const string text = "当地有超过2.5万亩良田";

        var quantity = Assert.Single(NumeralReader.Read(text, NumeralLanguage.Chinese));

        Assert.Equal("超过2.5万亩", quantity.Span.Of(text));
    }

    [Theory]
    [InlineData("全县有3.2万户", "Cardinal 32000")]
    [InlineData("a total of 3.2 million", "Cardinal 3200000")]
    public void The_language_is_told_by_the_script(string text, string expected) =>
        Assert.Equal(expected, NumeralReader.Read(text)[0].ToString());

    [Fact]
    public void A_date_with_both_orders_possible_says_so() =>
        Assert.True(NumeralReader.Read("7/8/2021", NumeralLanguage.English)[0].Calendar!.DayMonthAmbiguous);

    [Fact]
    public void Long_rows_of_digits_end()
    {
        var text = string.Concat(Enumerable.Repeat("1一百-十〇3月a", 10_000));

        Assert.True(Ordered(NumeralReader.Read(text, NumeralLanguage.Chinese), text));
        Assert.True(Ordered(NumeralReader.Read(text, NumeralLanguage.English), text));
        var sevens = new string('7', 100_000);
        Assert.True(Ordered(NumeralReader.Read(sevens, NumeralLanguage.English), sevens));
        var threes = new string('三', 100_000);
        Assert.True(Ordered(NumeralReader.Read(threes, NumeralLanguage.Chinese), threes));
    }

    private static bool Ordered(IEnumerable<Quantity> quantities, string text)
    {
        var last = 0;
        foreach (var quantity in quantities)
        {
            if (quantity.Span.Start < 0 || quantity.Span.End > text.Length || quantity.Span.End < last)
            {
                return false;
            }

            last = quantity.Span.End;
        }

        return true;
    }

    // Every number of digits as often as any other.
    private static Arbitrary<long> Numbers(long largest) =>
        (from digits in Gen.Choose(1, largest.ToString(System.Globalization.CultureInfo.InvariantCulture).Length)
         from high in Gen.Choose(1, int.MaxValue)
         from low in Gen.Choose(1, int.MaxValue)
         select 1 + (((high * (long)int.MaxValue) + low) % (long)Math.Pow(10, digits))).Where(n => n <= largest).ToArbitrary();
}
