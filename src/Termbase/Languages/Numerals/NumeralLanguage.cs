namespace Termbase.Languages.Numerals;

/// <summary>The languages whose numbers can be read.</summary>
public enum NumeralLanguage
{
    /// <summary>Chinese, simplified or traditional.</summary>
    Chinese,

    /// <summary>English.</summary>
    English,
}
