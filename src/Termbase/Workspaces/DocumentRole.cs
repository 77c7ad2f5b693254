namespace Termbase.Workspaces;

/// <summary>What a document is to the workspace.</summary>
public enum DocumentRole
{
    /// <summary>Being worked on: findings stand there.</summary>
    Draft,

    /// <summary>Cannot be changed any more: evidence and related places only.</summary>
    Published,
}
