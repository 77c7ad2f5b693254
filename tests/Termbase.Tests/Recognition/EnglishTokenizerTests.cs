using Termbase.Recognition;

namespace Termbase.Tests.Recognition;

public sealed class EnglishTokenizerTests
{
    [Fact]
    public void A_word_has_one_hash_wherever_it_stands_and_however_it_is_written()
    {
        const string Letters = "internationalisation";
        for (var length = 1; length <= Letters.Length; length++)
        {
            var word = Letters[..length];
            foreach (var text in new[] { word, word.ToUpperInvariant(), $"x, {word}", $"{word} and so on to the end", $"“{word}”", $"中{word}中", word.Insert(length / 2, "\u00AD") })
            {
                Assert.Contains(EnglishTokenizer.HashOf(word), Tokens(text).Select(static t => t.Hash));
            }
        }
    }

    [Fact]
    public void Accents_ligatures_and_width_fold_into_the_plain_word()
    {
        Assert.Equal(EnglishTokenizer.HashOf("cafe"), Assert.Single(Tokens("Café")).Hash);
        Assert.Equal(EnglishTokenizer.HashOf("office"), Assert.Single(Tokens("o\uFB03ce")).Hash);
        Assert.Equal(EnglishTokenizer.HashOf("ai"), Assert.Single(Tokens("ＡＩ")).Hash);
    }

    [Theory]
    [InlineData("policy", (int)WordShape.Lower)]
    [InlineData("Policy", (int)WordShape.Capital)]
    [InlineData("Policymakers", (int)WordShape.Capital)]
    [InlineData("policymakerS", (int)WordShape.Other)]
    [InlineData("POLICY", (int)WordShape.Other)]
    [InlineData("A", (int)WordShape.Other)]
    [InlineData("caf\u00E9", (int)WordShape.Other)]
    public void The_letter_case_of_a_word_is_told_while_it_is_read(string word, int shape) =>
        Assert.Equal(shape, (int)Assert.Single(Tokens(word)).Shape);

    private static List<EnglishToken> Tokens(string text)
    {
        var tokens = new List<EnglishToken>();
        var tokenizer = new EnglishTokenizer(text);
        while (tokenizer.MoveNext(out var token))
        {
            tokens.Add(token);
        }

        return tokens;
    }
}
