using System.Collections.Immutable;
using System.Text;

namespace Termbase.Languages;

/// <summary>Builds a derived text together with its <see cref="OffsetMap"/>. Not thread-safe.</summary>
public sealed class MappedTextBuilder
{
    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<OffsetMap.Run>.Builder _runs = ImmutableArray.CreateBuilder<OffsetMap.Run>();
    private int _originalEnd;

    /// <summary>Length of what was appended so far.</summary>
    public int Length => _text.Length;

    /// <summary>The last character, or NUL if there is none.</summary>
    public char Last => _text.Length == 0 ? '\0' : _text[^1];

    /// <summary>
    /// Appends text that corresponds, code unit for code unit, to the original at <paramref name="originalStart"/> (the same text, or folded
    /// character by character).
    /// </summary>
    public void Append(ReadOnlySpan<char> text, int originalStart)
    {
        if (text.IsEmpty)
        {
            return;
        }

        var last = _runs.Count - 1;
        if (last < 0 || !_runs[last].Linear || originalStart != _originalEnd)
        {
            _runs.Add(new OffsetMap.Run(_text.Length, originalStart, text.Length, true));
        }
        else
        {
            _runs[last] = _runs[last] with { Length = _runs[last].Length + text.Length };
        }

        _text.Append(text);
        _originalEnd = originalStart + text.Length;
    }

    /// <summary>Appends text that stands for other text in the original (an entity, a healed line break, a folded character).</summary>
    public void AppendReplacement(ReadOnlySpan<char> text, int originalStart, int originalLength)
    {
        if (text.IsEmpty)
        {
            return;
        }

        _runs.Add(new OffsetMap.Run(_text.Length, originalStart, originalLength, false));
        _text.Append(text);
        _originalEnd = originalStart + originalLength;
    }

    /// <summary>Appends a text that was built before, with its map.</summary>
    public void Append(string text, OffsetMap map)
    {
        var runs = map.Runs;
        for (var i = 0; i < runs.Length; i++)
        {
            var end = i + 1 < runs.Length ? runs[i + 1].Derived : text.Length;
            var part = text.AsSpan(runs[i].Derived, end - runs[i].Derived);
            if (runs[i].Linear)
            {
                Append(part, runs[i].Original);
            }
            else
            {
                AppendReplacement(part, runs[i].Original, runs[i].Length);
            }
        }
    }

    /// <summary>Removes white space from the end.</summary>
    public void TrimEnd()
    {
        var end = _text.Length;
        while (end > 0 && char.IsWhiteSpace(_text[end - 1]))
        {
            end--;
        }

        _text.Length = end;
        while (_runs.Count > 0 && _runs[^1].Derived >= end)
        {
            _runs.RemoveAt(_runs.Count - 1);
        }

        if (_runs.Count > 0)
        {
            var run = _runs[^1];
            if (run.Linear)
            {
                _runs[^1] = run with { Length = end - run.Derived };
                _originalEnd = run.Original + (end - run.Derived);
            }
            else
            {
                _originalEnd = run.Original + run.Length;
            }
        }
    }

    /// <summary>The text and its map.</summary>
    public (string Text, OffsetMap Map) Build() =>
        (_text.ToString(), new OffsetMap(_runs.ToImmutable(), _text.Length, _originalEnd));
}
