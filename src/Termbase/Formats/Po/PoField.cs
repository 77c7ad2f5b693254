namespace Termbase.Formats.Po;

/// <summary>What a string of a PO file belongs to.</summary>
internal enum PoField
{
    None,
    PreviousContext,
    PreviousId,
    PreviousIdPlural,
    Domain,
    Context,
    Id,
    IdPlural,
    String,
}
