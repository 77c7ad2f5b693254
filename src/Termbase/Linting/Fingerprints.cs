using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Termbase.Linting;

/// <summary>
/// Gives each finding a name that survives edits elsewhere in its file: the first 64 bits of the SHA-256 of rule, file, what the
/// finding is about, and, where several are about the same, its number among them.
/// </summary>
internal static class Fingerprints
{
    public static ImmutableArray<Finding> Set(IEnumerable<Finding> ordered, string root)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var result = ImmutableArray.CreateBuilder<Finding>();
        foreach (var finding in ordered)
        {
            // By path as reported: two files of one name must not share a count. The unit's number is left out: it changes
            // with every unit that is put in before it.
            var place = $"{finding.Rule.Code}\n{finding.Location.Path}\n{finding.Side}\n{finding.Identity}";
            var number = seen[place] = seen.GetValueOrDefault(place) + 1;
            var subject = string.Join(
                '\n', finding.Rule.Code, FileKey(finding.Location.Path, root), finding.Side, finding.Identity, $"{number}");
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(subject));
            result.Add(finding with { Fingerprint = Convert.ToHexStringLower(hash.AsSpan(0, 8)) });
        }

        return result.ToImmutable();
    }

    private static string FileKey(string path, string root)
    {
        if (root.Length > 0)
        {
            var relative = Path.GetRelativePath(root, path).Replace('\\', '/');
            if (!relative.StartsWith("../", StringComparison.Ordinal) && !Path.IsPathRooted(relative))
            {
                return relative;
            }
        }

        return Path.GetFileName(path);
    }
}
