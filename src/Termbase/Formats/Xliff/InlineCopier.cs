using System.Globalization;
using System.Text;
using Termbase.Model;

namespace Termbase.Formats.Xliff;

/// <summary>Writes a new translation with the codes of the file as they stand there. Not thread-safe.</summary>
internal sealed class InlineCopier
{
    private readonly bool _version2;
    private readonly Encoding _encoding;
    private readonly Action<string> _lost;
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<InlineKind, Queue<(string Key, string Raw)>> _inOrder = [];

    internal InlineCopier(PartDraft part, bool version2, Encoding encoding, Action<string> lost)
    {
        (_version2, _encoding, _lost) = (version2, encoding, lost);
        Learn(part.Target);
        Learn(part.Source);
        foreach (var kind in Enum.GetValues<InlineKind>())
        {
            _inOrder[kind] = new Queue<(string, string)>();
        }

        for (var i = 0; i < part.Source!.Segment.Codes.Length; i++)
        {
            var code = part.Source.Segment.Codes[i];
            _inOrder[code.Kind].Enqueue((Key(code), part.Source.Raw![i]));
        }
    }

    internal string Write(Segment target)
    {
        var raw = Raw(target);
        var text = new StringBuilder();
        var at = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            var position = target.Codes[i].Position;
            Escape(text, target.Text.AsSpan(at, position - at));
            at = position;
            text.Append(raw[i]);
        }

        Escape(text, target.Text.AsSpan(at));
        return text.ToString();
    }

    private string[] Raw(Segment target)
    {
        var raw = new string?[target.Codes.Length];
        var used = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < raw.Length; i++)
        {
            var key = Key(target.Codes[i]);
            if (_known.TryGetValue(key, out raw[i]))
            {
                used.Add(key);
            }
        }

        for (var i = 0; i < raw.Length; i++)
        {
            var queue = _inOrder[target.Codes[i].Kind];
            while (raw[i] is null && queue.TryDequeue(out var next))
            {
                raw[i] = used.Add(next.Key) ? next.Raw : null;
            }
        }

        Nest(target, raw);
        return [.. raw.Select((r, i) => r ?? Fresh(target.Codes[i], i))];
    }

    // g, pc and mrk are real elements: what does not nest must not be written.
    private void Nest(Segment target, string?[] raw)
    {
        var open = new Stack<int>();
        var sound = new bool[raw.Length];
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] is not { } tag || IsWhole(tag))
            {
                sound[i] = true;
            }
            else if (!tag.StartsWith("</", StringComparison.Ordinal))
            {
                open.Push(i);
            }
            else if (open.Count > 0 && Name(raw[open.Peek()]!) == Name(tag))
            {
                sound[i] = sound[open.Pop()] = true;
            }
        }

        for (var i = 0; i < raw.Length; i++)
        {
            if (!sound[i])
            {
                raw[i] = "";
                _lost($"the code {Key(target.Codes[i])} does not nest in the new translation and was left out");
            }
        }
    }

    private static bool IsWhole(string raw) =>
        raw.EndsWith("/>", StringComparison.Ordinal) || (!raw.StartsWith("</", StringComparison.Ordinal) && raw.Contains("</", StringComparison.Ordinal));

    private static string Name(string tag) => RawTag.Name(tag).ToString();

    // A code that the source does not have: as much of it as the version can say.
    private string Fresh(InlineCode code, int index)
    {
        _lost($"the source has no code for {Key(code)}; written as a placeholder of its own");
        var id = string.Create(CultureInfo.InvariantCulture, $"new{index + 1}");
        var content = new StringBuilder();
        Escape(content, code.Content);
        return _version2
            ? $"<ph id=\"{id}\"" + (content.Length > 0 ? $" disp=\"{content.Replace("\"", "&quot;")}\"/>" : "/>")
            : $"<ph id=\"{id}\">{content}</ph>";
    }

    private void Learn(InlineDraft? draft)
    {
        for (var i = 0; i < draft?.Segment.Codes.Length && draft.Raw is not null; i++)
        {
            _known.TryAdd(Key(draft.Segment.Codes[i]), draft.Raw[i]);
        }
    }

    private static string Key(InlineCode code) =>
        $"{code.Element}{(code.Kind == InlineKind.End ? "/" : "")} {code.Attribute("id") ?? code.Attribute("startRef") ?? code.Attribute("rid") ?? code.Attribute("hex") ?? code.Content}";

    private void Escape(StringBuilder to, ReadOnlySpan<char> text)
    {
        if (XmlEscape.Text(to, text, _encoding))
        {
            _lost("the translation holds characters that XML forbids; they were replaced");
        }
    }
}
