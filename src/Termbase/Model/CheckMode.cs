namespace Termbase.Model;

/// <summary>How lint treats a rendering (the glossary column <c>check</c>).</summary>
public enum CheckMode
{
    /// <summary>By its status.</summary>
    Default,

    /// <summary>Shown, never linted (bare polysemous words).</summary>
    Off,

    /// <summary>The Chinese is wanted at first use.</summary>
    Gloss,

    /// <summary>This English is wrong even with no Chinese beside it.</summary>
    Ban,
}
