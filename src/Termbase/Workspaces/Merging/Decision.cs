namespace Termbase.Workspaces.Merging;

/// <summary>One decision about a rendering: who said what, when, and why.</summary>
/// <param name="Date">yyyy-MM-dd as written; empty if not known.</param>
/// <param name="By">The person.</param>
/// <param name="Concept">Concept id.</param>
/// <param name="Zh">The Chinese.</param>
/// <param name="En">The English.</param>
/// <param name="What">The status that was given; empty where only the evidence names the decision.</param>
/// <param name="Reason">Why; empty if not said.</param>
/// <param name="IsCurrent">Whether it is the row's present state.</param>
public sealed record Decision(string Date, string By, string Concept, string Zh, string En, string What, string Reason, bool IsCurrent);
