using Termbase.Linting;

namespace Termbase.Workspaces;

/// <summary>Finds the word that was probably meant. Thread-safe.</summary>
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

    /// <summary>Edits between two names, letter case aside.</summary>
    private static int Distance(string a, string b) => EditDistance.Of(a.ToLowerInvariant(), b.ToLowerInvariant());
}
