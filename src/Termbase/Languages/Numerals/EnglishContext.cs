namespace Termbase.Languages.Numerals;

/// <summary>Hedges and other words around an English number.</summary>
internal static class EnglishContext
{
    /// <summary>Hedges in front of a number.</summary>
    public static readonly PhraseTable<QuantityBound> Before = new(
    [
        .. Hedges(QuantityBound.About, "about|around|approximately|some|roughly|an estimated|estimated|circa|approx.|or so"),
        .. Hedges(QuantityBound.Nearly, "nearly|almost|close to|approaching|just under|nearing"),
        .. Hedges(QuantityBound.MoreThan, "more than|over|exceeding|exceeds|exceed|exceeded|above|in excess of|upwards of|upward of|surpassed|surpassing|topped|over the age of|above the age of|older than|well over|greater than|higher than|beyond|past"),
        .. Hedges(QuantityBound.AtLeast, "at least|no less than|no fewer than|not less than|not fewer than|a minimum of|minimum of"),
        .. Hedges(QuantityBound.LessThan, "less than|fewer than|under the age of|below the age of|younger than|under|below|lower than"),
        .. Hedges(QuantityBound.AtMost, "up to|at most|no more than|not more than|a maximum of|maximum of|not exceeding|within|no higher than|not exceed"),
    ], words: true);

    /// <summary>Hedges behind a number and its unit.</summary>
    public static readonly PhraseTable<QuantityBound> After = new(
    [
        .. Hedges(QuantityBound.AtLeast, "or more|or above|and above|or higher|or over|and over|or older|and up"),
        .. Hedges(QuantityBound.MoreThan, "plus|+|-plus|odd|-odd"),
        .. Hedges(QuantityBound.About, "or so"),
        .. Hedges(QuantityBound.AtMost, "or less|or fewer|or below|or under|and below|or lower"),
    ], words: true);

    /// <summary>Words before "by N times" or "N times" that speak of growth.</summary>
    public static readonly PhraseTable<bool> Growth = new(
        "increased|increase|increases|increasing|grew|grow|grown|growing|growth|rose|rise|risen|rising|expanded|expand|up|soared|jumped|surged|climbed|an increase".Split('|').Select(static w => (w, true)), words: true);

    /// <summary>Words between which and a number "May" is a month.</summary>
    public static readonly PhraseTable<bool> MonthBefore = new(
        "in|of|by|since|until|till|from|to|early|late|last|this|next|mid|during|between|and|before|after|for|on|through|early in|end of|,".Split('|').Select(static w => (w, true)), words: true);

    /// <summary>Names of the five-year plan behind an ordinal.</summary>
    public static readonly PhraseTable<bool> Plan = new(
        "Five-Year Plan|Five Year Plan|Five-year Plan|FYP|5-Year Plan|Five-Year Program|Five-Year Programme|Five-Year".Split('|').Select(static w => (w, true)), words: true);

    /// <summary>Words behind a year of any length.</summary>
    public static readonly PhraseTable<bool> Era = new("BC|BCE|B.C.|AD|CE|A.D.|C.E.|B.C.E.".Split('|').Select(static w => (w, true)), words: true);

    /// <summary>Nouns in front of a number that make it the number of something.</summary>
    public static readonly PhraseTable<bool> Numbered = new(
        "No.|No|Nos.|Number|Article|Articles|Chapter|Section|Paragraph|Paragraphs|Subparagraph|Clause|Item|Rule|Annex|Appendix|Table|Figure|Part|Volume|Phase|Level|Class|Grade|Category|Type|Title|Tier|Stage|Book|Act|#".Split('|').Select(static w => (w, true)), words: true);

    private static IEnumerable<(string, QuantityBound)> Hedges(QuantityBound bound, string words) => words.Split('|').Select(w => (w, bound));
}
