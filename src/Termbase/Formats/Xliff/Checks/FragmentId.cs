using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Termbase.Formats.Xliff.Checks;

/// <summary>A fragment identifier (XLIFF 2.1 §3.1): selectors from the file down to one leaf. Immutable.</summary>
/// <param name="IsAbsolute">Whether it starts with a slash.</param>
/// <param name="Selectors">Prefix (empty for a segment, ignorable or source code) and id.</param>
internal sealed record FragmentId(bool IsAbsolute, ImmutableArray<(string Prefix, string Id)> Selectors)
{
    private const string Containers = "fgu";

    // Prefixes that the XLIFF committee registered, of modules and of extensions.
    private static readonly FrozenSet<string> Registered =
        new[] { "gls", "mtc", "res", "mda", "ctr", "slr", "val", "fs", "its", "itsm", "pgs", "tbx", "okp" }.ToFrozenSet(StringComparer.Ordinal);

    internal (string Prefix, string Id) Leaf => Selectors[^1];

    internal string? Of(string prefix) => Selectors.FirstOrDefault(s => s.Prefix == prefix).Id;

    /// <summary>Reads what follows the <c>#</c>; <paramref name="fault"/> says what is wrong with it.</summary>
    internal static FragmentId? Parse(string text, out string fault)
    {
        var isAbsolute = text.StartsWith('/');
        var selectors = ImmutableArray.CreateBuilder<(string, string)>();
        var order = -1;
        fault = "";
        var parts = text.TrimStart('/').Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            var cut = parts[i].IndexOf('=', StringComparison.Ordinal);
            var (prefix, id) = cut < 0 ? ("", parts[i]) : (parts[i][..cut], parts[i][(cut + 1)..]);
            var rank = prefix.Length == 1 ? Containers.IndexOf(prefix[0], StringComparison.Ordinal) : -1;
            fault =
                !ValueTypes.IsNmToken(id) ? $"'{id}' is no id"
                : cut == 0 || (prefix.Length > 0 && !(ValueTypes.IsNmToken(prefix) && char.IsAsciiLetter(prefix[0]))) ? $"'{prefix}' is no prefix"
                : rank >= 0 && rank <= order ? $"'{prefix}=' stands twice or in the wrong order (file, group, unit)"
                : rank < 0 && i + 1 < parts.Length ? $"'{parts[i]}' must stand last"
                : rank < 0 && prefix.Length == 1 && prefix is not ("n" or "d" or "t") ? $"the prefix '{prefix}' is too short: one's own have two letters or more"
                : rank < 0 && prefix.Length > 1 && !Registered.Contains(prefix) ? $"the prefix '{prefix}' is not registered"
                : "";
            if (fault.Length > 0)
            {
                return null;
            }

            order = rank >= 0 ? rank : order;
            selectors.Add((prefix, id));
        }

        return new FragmentId(isAbsolute, selectors.DrainToImmutable());
    }
}
