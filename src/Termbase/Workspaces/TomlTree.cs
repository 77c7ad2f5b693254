using Termbase.Model;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace Termbase.Workspaces;

/// <summary>A TOML value with its place. Value: string, long, double, bool, <see cref="TomlTable"/>, or a list of items.</summary>
internal sealed record TomlItem(string Key, SourceLocation KeyPlace, SourceLocation Place, object Value);

/// <summary>A TOML table in the order of the file.</summary>
internal sealed class TomlTable(SourceLocation place)
{
    public SourceLocation Place { get; } = place;

    public List<TomlItem> Items { get; } = [];

    public TomlItem? Find(string key)
    {
        foreach (var item in Items)
        {
            if (string.Equals(item.Key, key, StringComparison.Ordinal))
            {
                return item;
            }
        }

        return null;
    }
}

/// <summary>
/// Turns TOML text into a tree that knows the place of every key and value. Tomlyn's syntax tree is used, not its object mapper:
/// the mapper reflects, and forgets where a value stood.
/// </summary>
internal sealed class TomlTree
{
    private readonly SourceText _source;
    private readonly Action<SourceLocation, string> _problem;

    private TomlTree(SourceText source, Action<SourceLocation, string> problem)
    {
        _source = source;
        _problem = problem;
    }

    /// <summary>Parses; syntax errors and doubled keys go to <paramref name="problem"/>, the rest is kept.</summary>
    public static TomlTable Parse(SourceText source, Action<SourceLocation, string> problem)
    {
        var tree = new TomlTree(source, problem);
        var document = SyntaxParser.Parse(source.Text, source.Path);
        foreach (var message in document.Diagnostics)
        {
            if (message.Kind == DiagnosticMessageKind.Error)
            {
                problem(tree.At(message.Span), "not valid TOML: " + OneLine(message.Message));
            }
        }

        var root = new TomlTable(SourceLocation.AtLine(source.Path, 1));
        tree.Fill(root, document.KeyValues);
        foreach (var table in document.Tables)
        {
            tree.AddTable(root, table);
        }

        return root;
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();

    private void AddTable(TomlTable root, TableSyntaxBase table)
    {
        if (table.Name is not { } name)
        {
            return;
        }

        var keys = Keys(name);
        if (keys.Count == 0 || Descend(root, keys) is not { } parent)
        {
            return;
        }

        var (last, place) = keys[^1];
        TomlTable? target;
        if (table is TableArraySyntax)
        {
            target = new TomlTable(place);
            var list = parent.Find(last);
            if (list is null)
            {
                list = new TomlItem(last, place, place, new List<TomlItem>());
                parent.Items.Add(list);
            }

            if (list.Value is not List<TomlItem> items)
            {
                _problem(place, $"'{last}' is set twice; keep one of them");
                return;
            }

            items.Add(new TomlItem(last, place, place, target));
        }
        else
        {
            target = ChildTable(parent, last, place);
        }

        if (target is not null)
        {
            Fill(target, table.Items);
        }
    }

    private void Fill(TomlTable table, IEnumerable<KeyValueSyntax> pairs)
    {
        foreach (var pair in pairs)
        {
            if (pair.Key is null || pair.Value is null)
            {
                continue;
            }

            var keys = Keys(pair.Key);
            if (keys.Count == 0 || Descend(table, keys) is not { } parent || Value(pair.Value) is not { } value)
            {
                continue;
            }

            var (key, place) = keys[^1];
            if (parent.Find(key) is not null)
            {
                _problem(place, $"'{key}' is set twice; keep one of them");
                continue;
            }

            parent.Items.Add(new TomlItem(key, place, At(pair.Value.Span), value));
        }
    }

    private TomlTable? Descend(TomlTable table, List<(string Key, SourceLocation Place)> keys)
    {
        var at = table;
        for (var i = 0; i < keys.Count - 1 && at is not null; i++)
        {
            at = ChildTable(at, keys[i].Key, keys[i].Place);
        }

        return at;
    }

    // In "[overrides.rules.x]" the name of a list of tables means its last table.
    private TomlTable? ChildTable(TomlTable parent, string key, SourceLocation place)
    {
        switch (parent.Find(key)?.Value)
        {
            case null:
                var child = new TomlTable(place);
                parent.Items.Add(new TomlItem(key, place, place, child));
                return child;
            case TomlTable table:
                return table;
            case List<TomlItem> { Count: > 0 } list when list[^1].Value is TomlTable last:
                return last;
            default:
                _problem(place, $"'{key}' is a value here and a table there; keep one of them");
                return null;
        }
    }

    private object? Value(ValueSyntax syntax)
    {
        switch (syntax)
        {
            case StringValueSyntax text:
                return text.Value ?? "";
            case IntegerValueSyntax number:
                return number.Value;
            case FloatValueSyntax number:
                return number.Value;
            case BooleanValueSyntax flag:
                return flag.Value;
            case ArraySyntax array:
                var items = new List<TomlItem>();
                foreach (var item in array.Items)
                {
                    if (item.Value is { } inner && Value(inner) is { } value)
                    {
                        items.Add(new TomlItem("", At(inner.Span), At(inner.Span), value));
                    }
                }

                return items;
            case InlineTableSyntax inline:
                var table = new TomlTable(At(inline.Span));
                var pairs = new List<KeyValueSyntax>();
                foreach (var item in inline.Items)
                {
                    if (item.KeyValue is { } pair)
                    {
                        pairs.Add(pair);
                    }
                }

                Fill(table, pairs);
                return table;
            default:
                _problem(At(syntax.Span), "dates and times have no meaning here; write a string");
                return null;
        }
    }

    private List<(string Key, SourceLocation Place)> Keys(KeySyntax key)
    {
        var keys = new List<(string, SourceLocation)>();
        Add(key.Key);
        foreach (var dotted in key.DotKeys)
        {
            Add(dotted.Key);
        }

        return keys;

        void Add(BareKeyOrStringValueSyntax? part)
        {
            var name = part switch
            {
                BareKeySyntax bare => bare.Key?.Text,
                StringValueSyntax quoted => quoted.Value,
                _ => null,
            };
            if (name is not null)
            {
                keys.Add((name.Trim(), At(part!.Span)));
            }
        }
    }

    private SourceLocation At(SourceSpan span)
    {
        var start = Math.Clamp(span.Start.Offset, 0, _source.Text.Length);
        var end = Math.Clamp(span.End.Offset + 1, start, _source.Text.Length);
        return _source.Locate(TextSpan.FromBounds(start, end));
    }
}
