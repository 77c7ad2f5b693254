namespace Termbase.Workspaces.Merging;

/// <summary>Something that the two sides say differently and no rule of the merge settles.</summary>
/// <param name="Kind">
/// cell (both changed a cell) | deleted (one side deleted what the other changed) | preferred (two preferred renderings of one term) |
/// concept (one id for two concepts) | translation (two translations of one segment of one document).
/// </param>
/// <param name="Concept">Concept or unit id.</param>
/// <param name="Label">The record for a person.</param>
/// <param name="Cell">The column; empty where the record as a whole is meant.</param>
/// <param name="Base">The value before both changes; empty where there is no base.</param>
/// <param name="Mine">The first file's value.</param>
/// <param name="Theirs">The second file's value.</param>
/// <param name="Resolution">mine | theirs | open.</param>
public sealed record MergeConflict(string Kind, string Concept, string Label, string Cell, string Base, string Mine, string Theirs, string Resolution)
{
    /// <summary>Whether a person still has to choose.</summary>
    public bool IsOpen => Resolution == "open";
}
