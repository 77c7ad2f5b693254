using System.Collections.Immutable;

namespace Termbase.Formats.Po;

/// <summary>The header of a PO file: the fields of the translation of the empty msgid. Immutable.</summary>
public sealed record PoHeader(ImmutableArray<KeyValuePair<string, string>> Fields)
{
    /// <summary>A header without fields.</summary>
    public static PoHeader Empty { get; } = new(ImmutableArray<KeyValuePair<string, string>>.Empty);

    /// <summary>The value of a field (letter case does not matter), or null.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var (key, value) in Fields)
            {
                if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <summary>The plural forms, or null where there is no such field; a field that cannot be read gives none either.</summary>
    public PoPlural? Plural => this["Plural-Forms"] is { } text && PoPlural.TryParse(text, out var plural, out _) ? plural : null;

    /// <summary>The name of the encoding in <c>Content-Type</c>, or null.</summary>
    public string? Charset
    {
        get
        {
            var type = this["Content-Type"] ?? "";
            var at = type.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
            return at < 0 ? null : type[(at + 8)..].Split(';')[0].Trim();
        }
    }

    /// <summary>Reads the fields, a line each; what has no colon is left out.</summary>
    public static PoHeader Parse(string text) => new(
    [
        .. text.Split('\n').Select(static line => (line, Colon: line.IndexOf(':', StringComparison.Ordinal))).Where(static l => l.Colon > 0)
            .Select(static l => new KeyValuePair<string, string>(l.line[..l.Colon].Trim(), l.line[(l.Colon + 1)..].Trim())),
    ]);
}
