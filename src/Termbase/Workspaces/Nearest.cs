namespace Termbase.Workspaces;

/// <summary>Finds the word that was probably meant.</summary>
/// <summary>Helps with a mistyped name.</summary>
public static class Nearest
{
    /// <summary><c>; did you mean 'x'?</c>, or, where nothing is near, what there is; empty if there is nothing.</summary>
    public static string Hint(string word, IEnumerable<string> known)
    {
        var all = known.ToArray();
        var best = all.Select(k => (Word: k, Distance: Distance(word, k))).OrderBy(static x => x.Distance).FirstOrDefault();
        if (best.Word is not null && best.Distance <= Math.Max(2, word.Length / 3))
        {
            return $"; did you mean '{best.Word}'?";
        }

        return all.Length is 0 or > 12 ? "" : "; there is: " + string.Join(", ", all);
    }

    /// <summary>Levenshtein distance in UTF-16 code units, letter case aside.</summary>
    private static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + cost));
            }
        }

        return row[b.Length];
    }
}
