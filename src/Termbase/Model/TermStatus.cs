namespace Termbase.Model;

/// <summary>What was decided about a rendering (ISO 12616 / TBX administrative status).</summary>
public enum TermStatus
{
    /// <summary>Mined or suggested, not yet judged: shown, never enforced, not exported unless asked.</summary>
    Proposed,

    /// <summary>The one to use; at most one English term per Chinese term and <c>when</c>.</summary>
    Preferred,

    /// <summary>May be used.</summary>
    Admitted,

    /// <summary>Must not be used (<c>forbidden</c> counts as this).</summary>
    Deprecated,

    /// <summary>Was used once, replaced since.</summary>
    Superseded,
}
