namespace Termbase.Workspaces.Merging;

/// <summary>Who is right where both sides changed the same thing in different ways.</summary>
public enum MergePolicy
{
    /// <summary>Nobody yet: both versions stay, marked, for a person to choose.</summary>
    Ask,

    /// <summary>The side with the later date; mine where the dates are equal or missing.</summary>
    Newest,

    /// <summary>The rendering seen in more places; the later date where that does not tell.</summary>
    Evidence,

    /// <summary>The first file.</summary>
    Mine,

    /// <summary>The second file.</summary>
    Theirs,
}
