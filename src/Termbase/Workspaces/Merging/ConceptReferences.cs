using Termbase.Languages;

namespace Termbase.Workspaces.Merging;

/// <summary>References to concepts by their ids, which follow when a merge gives a concept another id. Thread-safe.</summary>
public static class ConceptReferences
{
    private static readonly char[] s_between = ['|', ';', ',', ' '];

    /// <summary>A <c>see</c> cell with the ids that changed; everything else stands as it was.</summary>
    public static string Follow(string see, IReadOnlyDictionary<string, string> ids)
    {
        ArgumentNullException.ThrowIfNull(see);
        ArgumentNullException.ThrowIfNull(ids);
        if (see.Length == 0 || !see.Split(s_between).Any(ids.ContainsKey))
        {
            return see;
        }

        var followed = new System.Text.StringBuilder();
        var at = 0;
        while (at < see.Length)
        {
            var end = see.IndexOfAny(s_between, at) is var found && found < 0 ? see.Length : found;
            var part = see[at..end];
            followed.Append(ids.GetValueOrDefault(part, part));
            if (end < see.Length)
            {
                followed.Append(see[end]);
            }

            at = end + 1;
        }

        return followed.ToString();
    }

    /// <summary>Whether the text of a file is one of terms that names concepts.</summary>
    public static bool HasConcepts(string text) =>
        new GlossaryTable(text) is { Kind: TableKind.Terms } table && table.Csv.Header.Contains("concept", StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Renews the ids in the text of a glossary file: those of <paramref name="ids"/>, and in evidence those that no concept has (any more) where
    /// exactly one concept has the row's two terms. Gives the new text and how many cells changed.
    /// </summary>
    /// <param name="text">The file (<c>evidence.csv</c> or terms).</param>
    /// <param name="ids">Old ids with the new ones.</param>
    /// <param name="terms">The texts of the files of terms, whose concepts count.</param>
    public static (string Text, int Changed) Renew(string text, IReadOnlyDictionary<string, string> ids, IEnumerable<string> terms)
    {
        var table = new GlossaryTable(text);
        var column = table.Kind == TableKind.Evidence ? "concept" : "see";
        if (table.Kind is not (TableKind.Evidence or TableKind.Terms) || !table.Csv.Header.Contains(column, StringComparer.OrdinalIgnoreCase))
        {
            return (text, 0);
        }

        var known = new HashSet<string>(StringComparer.Ordinal);
        var byPair = new Dictionary<(string, string), string?>();
        foreach (var row in terms.SelectMany(static t => new GlossaryTable(t).Rows).Where(static r => r["concept"].Length > 0))
        {
            known.Add(row["concept"]);
            var pair = (Normalizer.Key(row["zh"]), Normalizer.Key(row["en"]));
            byPair[pair] = byPair.TryGetValue(pair, out var one) && one != row["concept"] ? null : row["concept"];
        }

        var changed = 0;
        foreach (var row in table.Rows)
        {
            var old = row[column];
            var renewed = known.Contains(old) ? old : Follow(old, ids);
            if (table.Kind == TableKind.Evidence && renewed == old && old.Length > 0 && !known.Contains(old)
                && byPair.GetValueOrDefault((Normalizer.Key(row["zh"]), Normalizer.Key(row["en"]))) is { } now)
            {
                renewed = now;
            }

            if (renewed != old)
            {
                table.Csv.Set(row.Row, column, renewed);
                changed++;
            }
        }

        return (table.Csv.ToString(), changed);
    }
}
