namespace Termbase.Workspaces.Merging;

/// <summary>What one side did to a rendering, unit or other record.</summary>
/// <param name="Side">mine | theirs.</param>
/// <param name="Kind">added | removed | changed.</param>
/// <param name="Concept">Concept or unit id; empty if none.</param>
/// <param name="Label">The record for a person: "社会资本 → social capital".</param>
/// <param name="Cell">The column that changed; empty for whole records.</param>
/// <param name="Before">The former value of the cell.</param>
/// <param name="After">The new value of the cell.</param>
public sealed record MergeChange(string Side, string Kind, string Concept, string Label, string Cell = "", string Before = "", string After = "");
