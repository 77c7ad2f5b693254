namespace Termbase.Formats.Xliff.Checks;

/// <summary>Checks beyond the structure, fed element by element. Not thread-safe.</summary>
internal abstract class DocumentChecks(CheckReport report)
{
    protected CheckReport Report { get; } = report;

    /// <summary>A start tag; the attributes are there, the children are not.</summary>
    internal virtual void Enter(CheckNode node)
    {
    }

    /// <summary>An end tag; the children are there.</summary>
    internal abstract void Leave(CheckNode node);

    /// <summary>The end of the file.</summary>
    internal virtual void Finish()
    {
    }

    /// <summary>Reports an id that comes twice among some elements.</summary>
    protected void Unique(HashSet<string> seen, CheckNode node, string? id, string among)
    {
        if (id is not null && !seen.Add(id))
        {
            Report.Add(node, "duplicate-id", $"the id '{id}' comes twice among {among}; give one a new id");
        }
    }
}
