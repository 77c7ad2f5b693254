using System.Text;

namespace Termbase.Formats.Po;

/// <summary>
/// Puts the strings of one field together: pieces in double quotes, on one line or on several, with escapes. <paramref name="broken"/> is told
/// what costs the entry, <paramref name="tell"/> what does not. Not thread-safe.
/// </summary>
internal sealed class PoStringReader(Action<string, string> broken, Action<string, string> tell)
{
    private readonly StringBuilder _value = new();
    private string? _single;

    /// <summary>Goes on behind what was read of a field before.</summary>
    internal void Continue(string? value) => _value.Append(value);

    /// <summary>What was read since the last time.</summary>
    internal string Take()
    {
        var value = _single ?? (_value.Length == 0 ? "" : _value.ToString());
        _single = null;
        _value.Clear();
        return value;
    }

    /// <summary>The beginning of a text, for a message.</summary>
    internal static string Short(ReadOnlySpan<char> text) => text.Length > 30 ? string.Concat(text[..30], "…") : text.ToString();

    /// <summary>Reads the strings of a line.</summary>
    internal void Read(ReadOnlySpan<char> text)
    {
        // Strings side by side are one, as in C.
        while (true)
        {
            if (text.IsEmpty || text[0] != '"')
            {
                broken("syntax-error", "after the keyword comes a string in double quotes; the entry is left out");
                return;
            }

            var end = text[1..].IndexOfAny('"', '\\');
            if (end >= 0 && text[end + 1] == '"')
            {
                Plain(text.Slice(1, end));
                text = text[(end + 2)..];
            }
            else if (!Escaped(text[1..], out text))
            {
                return;
            }

            text = text.TrimStart(" \t");
            if (text is not ['"', ..])
            {
                Tail(text);
                return;
            }
        }
    }

    private void Plain(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        if (_value.Length == 0 && _single is null)
        {
            _single = text.ToString();
            return;
        }

        Spill();
        _value.Append(text);
    }

    // A value of one line is one string; only more lines need the builder.
    private void Spill()
    {
        if (_single is not null)
        {
            _value.Append(_single);
            _single = null;
        }
    }

    // False where the string does not end in this line.
    private bool Escaped(ReadOnlySpan<char> text, out ReadOnlySpan<char> rest)
    {
        Spill();
        rest = default;
        while (true)
        {
            var next = text.IndexOfAny('"', '\\');
            if (next < 0)
            {
                _value.Append(text);
                broken("unterminated-string", "the string lacks its closing quote; the entry is left out");
                return false;
            }

            _value.Append(text[..next]);
            if (text[next] == '"')
            {
                rest = text[(next + 1)..];
                return true;
            }

            text = text[(next + 1)..];
            if (text.IsEmpty)
            {
                continue;
            }

            var used = PoText.Unescape(text, _value);
            if (used == 0)
            {
                tell("bad-escape", $"\\{text[0]} is no escape of PO; taken as it stands");
                _value.Append('\\').Append(text[0]);
                used = 1;
            }

            text = text[used..];
        }
    }

    private void Tail(ReadOnlySpan<char> rest)
    {
        if (!rest.Trim().IsEmpty)
        {
            broken("syntax-error", $"'{Short(rest.Trim())}' stands behind the closing quote; escape quotes inside a string (\\\"); the entry is left out");
        }
    }
}
