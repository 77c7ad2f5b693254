using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Documents;

/// <summary>
/// Reads HTML. AngleSharp makes the tree; the characters of its text nodes are then found again in the source, in order, starting at
/// each element's position, so that entities and tags between them do not matter. Thread-safe.
/// </summary>
public static partial class HtmlReader
{
    // Far beyond any page that people write, far below what the stack holds.
    private const int MaxDepth = 1000;

    // Characters and tags that are gone over in search of one character.
    private const int MaxSteps = 1000;

    /// <summary>The document in an HTML text. Throws <see cref="InputException"/> where elements stand more than 1,000 deep.</summary>
    public static Document Read(SourceText source)
    {
        CheckDepth(source);
        var parser = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true });
        using var html = parser.ParseDocument(source.Text);
        var walker = new Walker(source);
        if (html.Body is { } body)
        {
            walker.Visit(body, BlockKind.Paragraph, 0);
            walker.Flush();
        }

        return BlockHealer.Heal(source, walker.Blocks);
    }

    // The parser's time grows with the square of the depth, so this is looked for first, in the blocks that always need an end tag. An end
    // tag closes what was left open inside, as it does for the parser; comments and scripts are passed over.
    private static void CheckDepth(SourceText source)
    {
        var open = new Stack<string>();
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (Match tag in Nesting().Matches(source.Text))
        {
            var name = tag.Groups["name"].Value;
            if (tag.Groups["end"].Success)
            {
                while (counts.GetValueOrDefault(name) > 0)
                {
                    var top = open.Pop();
                    counts[top]--;
                    if (top.Equals(name, StringComparison.OrdinalIgnoreCase))
                    {
                        break;
                    }
                }
            }
            else if (name.Length > 0)
            {
                open.Push(name);
                counts[name] = counts.GetValueOrDefault(name) + 1;
                if (open.Count > MaxDepth)
                {
                    throw TooDeep(source, tag.Index);
                }
            }
        }
    }

    [GeneratedRegex("<!--(?s:.*?)-->|<(?<raw>script|style)\\b(?s:.*?)</\\k<raw>|<(?<end>/)?(?<name>div|section|article|blockquote|ul|ol|table)(?=[\\s>])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Nesting();

    [GeneratedRegex("\\G&(?:#[0-9]+|#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);?", RegexOptions.CultureInvariant)]
    private static partial Regex References();

    private static InputException TooDeep(SourceText source, int at) => new(
        source.Locate(new TextSpan(Math.Clamp(at, 0, source.Text.Length), 0)),
        "elements are nested more than 1,000 deep; close those that are left open, or save the page as .txt");

    private sealed class Walker(SourceText file)
    {
        private readonly string _source = file.Text;
        private int _depth;
        private MappedTextBuilder _builder = new();
        private List<NoteMarker> _markers = [];
        private string _note = "";
        private BlockKind _kind;
        private int _level;
        private int _cursor;

        public List<RawBlock> Blocks { get; } = [];

        public void Visit(IElement element, BlockKind kind, int level)
        {
            if (element.SourceReference is { } reference)
            {
                _cursor = Math.Max(_cursor, reference.Position.Index);
            }

            if (++_depth > MaxDepth)
            {
                throw TooDeep(file, _cursor);
            }

            foreach (var node in element.ChildNodes)
            {
                if (node is IText text)
                {
                    (_kind, _level) = (kind, level);
                    Text(text.Data);
                }
                else if (node is IElement child)
                {
                    Element(child, kind, level);
                }
            }

            _depth--;
        }

        private void Element(IElement child, BlockKind kind, int level)
        {
            switch (child.LocalName)
            {
                case "script" or "style" or "template" or "noscript" or "head" or "title":
                    Skip(child);
                    return;
                case "br":
                    Flush();
                    return;
                case "sup" when child.TextContent.Trim().Trim('[', ']') is { Length: > 0 and <= 3 } number && number.All(char.IsAsciiDigit):
                    Sup(child, number);
                    return;
                case "td" or "th":
                    if (_builder.Length > 0 && _builder.Last != '\t')
                    {
                        _builder.TrimEnd();
                        _builder.AppendReplacement("\t", Math.Min(_cursor, _source.Length - 1), 1);
                    }

                    Visit(child, BlockKind.TableRow, 0);
                    return;
            }

            var (inner, depth, isBlock) = child.LocalName switch
            {
                ['h', >= '1' and <= '6' and var digit] => (BlockKind.Heading, digit - '0', true),
                "li" or "dd" or "dt" => (BlockKind.ListItem, level + 1, true),
                "tr" => (BlockKind.TableRow, 0, true),
                "pre" => (BlockKind.Code, 0, true),
                "p" or "div" or "section" or "article" or "main" or "header" or "footer" or "ul" or "ol" or "table" or "tbody" or "thead" or "blockquote"
                    or "figure" or "figcaption" or "aside" or "nav" or "hr" or "dl" or "caption" or "form" => (kind, level, true),
                _ => (kind, level, false),
            };
            if (isBlock && kind != BlockKind.TableRow)
            {
                Flush();
            }

            Visit(child, inner, depth);
            if (isBlock && kind != BlockKind.TableRow)
            {
                (_kind, _level) = (inner, depth);
                Flush();
            }
        }

        private void Skip(IElement element)
        {
            if (element.SourceReference is { } reference)
            {
                var close = _source.IndexOf("</" + element.LocalName, reference.Position.Index, StringComparison.OrdinalIgnoreCase);
                _cursor = Math.Max(_cursor, close < 0 ? reference.Position.Index : close);
            }
        }

        private void Sup(IElement element, string number)
        {
            var at = element.SourceReference?.Position.Index ?? _cursor;
            if (_builder.Length == 0)
            {
                _note = number;
            }
            else
            {
                _markers.Add(new NoteMarker(number, _builder.Length, at));
            }

            var close = _source.IndexOf("</sup", at, StringComparison.OrdinalIgnoreCase);
            _cursor = Math.Max(_cursor, close < 0 ? at : close);
        }

        private void Text(string data)
        {
            Span<char> one = stackalloc char[1];
            for (var i = 0; i < data.Length; i++)
            {
                var c = data[i];
                var (start, length, units) = Find(data, i);
                _cursor = start + length;
                if (char.IsWhiteSpace(c) && c != '\u00A0')
                {
                    if (_builder.Length > 0 && !char.IsWhiteSpace(_builder.Last))
                    {
                        _builder.AppendReplacement(" ", Math.Min(start, _source.Length - 1), Math.Max(length, 1));
                    }
                }
                else if (length == 1)
                {
                    one[0] = c;
                    _builder.Append(one, start);
                }
                else
                {
                    _builder.AppendReplacement(data.AsSpan(i, units), Math.Min(start, Math.Max(0, _source.Length - 1)), length);
                    i += units - 1;
                }
            }
        }

        // Where the character stands in the source: over tags and comments, and over text that the parser dropped, but never over other text
        // and a tag behind it. Where nothing fits the position is empty and the cursor stays.
        private (int Start, int Length, int Units) Find(string data, int i)
        {
            var passed = false;
            var at = _cursor;
            for (var steps = 0; at < _source.Length && steps < MaxSteps; steps++)
            {
                var s = _source[at];
                if (s == '<' && at + 1 < _source.Length && (char.IsAsciiLetter(_source[at + 1]) || _source[at + 1] is '/' or '!' or '?'))
                {
                    var end = string.CompareOrdinal(_source, at, "<!--", 0, 4) == 0
                        ? _source.IndexOf("-->", at, StringComparison.Ordinal) + 2
                        : _source.IndexOf('>', at);
                    if (end > at)
                    {
                        if (passed)
                        {
                            break;
                        }

                        at = end + 1;
                        continue;
                    }
                }
                else if (s == '&' && Reference(at, data, i) is { Length: > 0 } reference)
                {
                    return (at, reference.Length, reference.Units);
                }
                else if (s == '\r' && data[i] == '\n')
                {
                    return (at, at + 1 < _source.Length && _source[at + 1] == '\n' ? 2 : 1, 1);
                }

                if (s == data[i])
                {
                    return (at, 1, 1);
                }

                passed |= !char.IsWhiteSpace(s);
                if (passed && char.IsWhiteSpace(data[i]))
                {
                    break;
                }

                at++;
            }

            return (Math.Min(_cursor, _source.Length), 0, 1);
        }

        // A character reference is the source of the current character whatever it is decoded to; length 0 where the parser sees none.
        private (int Length, int Units) Reference(int at, string data, int i)
        {
            var match = References().Match(_source, at, Math.Min(40, _source.Length - at));
            if (!match.Success)
            {
                return default;
            }

            var rest = data.Length - i;
            if (match.Value[1] == '#')
            {
                return (match.Length, char.IsHighSurrogate(data[i]) && rest > 1 ? 2 : 1);
            }

            // As the parser does: the whole name, or the longest beginning of it that may stand without a semicolon.
            for (var length = match.Length; length > 1; length--)
            {
                if (HtmlEntityProvider.Resolver.GetSymbol(match.Value[1..length]) is { Length: > 0 } symbol)
                {
                    return (length, Math.Min(symbol.Length, rest));
                }
            }

            return default;
        }

        public void Flush()
        {
            _builder.TrimEnd();
            if (_builder.Length > 0)
            {
                var (text, map) = _builder.Build();
                Blocks.Add(new RawBlock
                {
                    Kind = _note.Length > 0 ? BlockKind.Note : _kind,
                    Level = _level,
                    NoteNumber = _note,
                    Text = text,
                    Map = map,
                    Markers = _markers,
                    IsClosed = true,
                });
            }

            (_builder, _markers, _note) = (new MappedTextBuilder(), [], "");
        }
    }
}
