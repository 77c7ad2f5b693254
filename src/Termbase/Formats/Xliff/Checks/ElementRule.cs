using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Termbase.Formats.Xliff.Checks;

/// <summary>
/// What one element may bear and hold. Attributes are written <c>id!nmtoken name translate:yn @</c>: the name, <c>!</c> where required or
/// <c>:</c>, then the type of its value if checked; <c>@</c> allows attributes of other namespaces,
/// <c>~</c> those of modules. Immutable.
/// </summary>
internal sealed record ElementRule(
    ContentModel Content,
    bool IsMixed,
    bool AllowsForeign,
    bool AllowsModules,
    FrozenDictionary<string, string> Attributes,
    ImmutableArray<string> Required)
{
    internal static ElementRule Parse(string attributes, string content)
    {
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        var required = ImmutableArray.CreateBuilder<string>();
        bool allowsForeign = false, allowsModules = false;
        foreach (var word in attributes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is "@" or "~")
            {
                allowsForeign |= word == "@";
                allowsModules |= word == "~";
                continue;
            }

            var cut = word.IndexOfAny(['!', ':'], word.StartsWith("xml:", StringComparison.Ordinal) ? 4 : 0);
            var name = cut < 0 ? word : word[..cut];
            types[name] = cut < 0 ? "" : word[(cut + 1)..];
            if (cut >= 0 && word[cut] == '!')
            {
                required.Add(name);
            }
        }

        var isMixed = content.StartsWith('#');
        return new ElementRule(
            ContentModel.Parse(content.TrimStart('#')),
            isMixed,
            allowsForeign,
            allowsModules,
            types.ToFrozenDictionary(StringComparer.Ordinal),
            required.ToImmutable());
    }
}
