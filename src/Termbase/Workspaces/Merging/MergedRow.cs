namespace Termbase.Workspaces.Merging;

/// <summary>A row of the result, and whether each side had it as preferred.</summary>
internal sealed record MergedRow(TableRow Row, bool PreferredByMine, bool PreferredByTheirs);
