using Termbase.Formats.Csv;
using Termbase.Model;

namespace Termbase.Formats;

/// <summary>The parts of a concept that a term format may or may not hold.</summary>
[Flags]
public enum TermFields
{
    /// <summary>The pair of terms only.</summary>
    None = 0,

    /// <summary>Ids of concepts, and which terms belong to one.</summary>
    Concepts = 1 << 0,

    /// <summary>All five statuses.</summary>
    Status = 1 << 1,

    /// <summary>Collocates of a rendering.</summary>
    When = 1 << 2,

    /// <summary>How lint treats it.</summary>
    Check = 1 << 3,

    /// <summary>Subject field.</summary>
    Domain = 1 << 4,

    /// <summary>Part of speech.</summary>
    Pos = 1 << 5,

    /// <summary>Region of the Chinese.</summary>
    Region = 1 << 6,

    /// <summary>Pinyin.</summary>
    Pinyin = 1 << 7,

    /// <summary>Definition.</summary>
    Definition = 1 << 8,

    /// <summary>Note.</summary>
    Note = 1 << 9,

    /// <summary>Related concepts.</summary>
    See = 1 << 10,

    /// <summary>Client.</summary>
    Client = 1 << 11,

    /// <summary>Who decided, and when.</summary>
    History = 1 << 12,

    /// <summary>Kinds of the terms (short form, acronym).</summary>
    Types = 1 << 13,

    /// <summary>Evidence.</summary>
    Evidence = 1 << 14,

    /// <summary>Cells of unknown columns.</summary>
    Extra = 1 << 15,

    /// <summary>Everything in the columns of a glossary file.</summary>
    Row = Concepts | Status | When | Check | Domain | Pos | Region | Pinyin | Definition | Note | See | Client | History | Types | Extra,
}

/// <summary>What of a concept a format leaves behind.</summary>
public static class TermFieldCheck
{
    /// <summary>Tells the report each part of a concept that is there and not in <paramref name="carries"/>.</summary>
    public static void Report(Concept concept, TermFields carries, LossReport? losses)
    {
        if (losses is null)
        {
            return;
        }

        if ((carries & TermFields.Concepts) == 0
            && concept.Renderings.FirstOrDefault(r => r.Concept.Length > 0 && r.Concept != ConceptId.For(r.Zh, (carries & TermFields.Domain) == 0 ? "" : r.Domain)) is { } kept)
        {
            losses.Add("concept id, and which terms are one concept", kept.Zh, kept.Location);
        }

        foreach (var row in concept.Renderings)
        {
            Tell(row.Status != TermStatus.Proposed, TermFields.Status, "status", row);
            Tell(!row.When.IsEmpty, TermFields.When, "when (collocates)", row);
            Tell(row.Check != CheckMode.Default, TermFields.Check, "check", row);
            Tell(row.Domain.Length > 0, TermFields.Domain, "domain", row);
            Tell(row.Pos.Length > 0, TermFields.Pos, "part of speech", row);
            Tell(row.Region.Length > 0, TermFields.Region, "region", row);
            Tell(row.Pinyin.Length > 0, TermFields.Pinyin, "pinyin", row);
            Tell(row.Definition.Length > 0, TermFields.Definition, "definition", row);
            Tell(row.Note.Length > 0, TermFields.Note, "note", row);
            Tell(row.See.Length > 0, TermFields.See, "see", row);
            Tell(row.Client.Length > 0, TermFields.Client, "client", row);
            Tell(row.By.Length + row.Date.Length > 0, TermFields.History, "who decided and when", row);
            Tell(row.ZhType != TermType.Full || row.EnType != TermType.Full, TermFields.Types, "type of term", row);
            if ((carries & TermFields.Extra) == 0)
            {
                foreach (var (column, _) in row.Extra.Where(static e => e.Value.Length > 0))
                {
                    losses.Add($"column '{column}'", row.Zh, row.Location);
                }
            }
        }

        if ((carries & TermFields.Evidence) == 0)
        {
            foreach (var evidence in concept.Evidence)
            {
                losses.Add("evidence", evidence.Zh, evidence.Location);
            }
        }

        void Tell(bool has, TermFields field, string name, Rendering row)
        {
            if (has && (carries & field) == 0)
            {
                losses.Add(name, row.Zh, row.Location);
            }
        }
    }
}
