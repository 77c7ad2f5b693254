using System.Diagnostics.CodeAnalysis;

namespace Termbase.Formats.Xliff.Checks;

/// <summary>An attribute as it stood; <paramref name="Ns"/> is empty for the element's own.</summary>
internal readonly record struct CheckAttribute(string Ns, string Name, string Value);

/// <summary>An element while it is checked. Units are let go when they are done, so that a file of any size fits. Not thread-safe.</summary>
internal sealed class CheckNode(string ns, string name, CheckNode? parent, int line, int column)
{
    internal string Ns { get; } = ns;

    internal string Name { get; } = name;

    internal CheckNode? Parent { get; } = parent;

    internal int Line { get; } = line;

    internal int Column { get; } = column;

    internal List<CheckAttribute> Attributes { get; } = [];

    internal List<CheckNode> Children { get; } = [];

    /// <summary>Whether it holds text other than white space.</summary>
    internal bool HasText { get; set; }

    internal bool IsCore => XliffNames.IsCore(Ns);

    internal bool Is(string ns, string name) => Name == name && Ns == ns;

    internal bool IsCoreOf(string name) => Name == name && IsCore;

    internal string? this[string attribute] => Get("", attribute);

    internal string? this[string ns, string attribute] => Get(ns, attribute);

    internal string? Get(string ns, string attribute)
    {
        foreach (var (space, name, value) in Attributes)
        {
            if (name == attribute && space == ns)
            {
                return value;
            }
        }

        return null;
    }

    internal bool Has(string attribute, [NotNullWhen(true)] out string? value) => (value = this[attribute]) is not null;

    /// <summary>The nearest ancestor (or itself) that is a core element of one of these names.</summary>
    internal CheckNode? Enclosing(params ReadOnlySpan<string> names)
    {
        for (var node = this; node is not null; node = node.Parent)
        {
            if (node.IsCore && names.Contains(node.Name))
            {
                return node;
            }
        }

        return null;
    }

    /// <summary>The value of an inherited attribute (<c>xml:lang</c>, <c>xml:space</c>), or null.</summary>
    internal string? Inherited(string ns, string attribute)
    {
        for (var node = this; node is not null; node = node.Parent)
        {
            if (node.Get(ns, attribute) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    internal IEnumerable<CheckNode> Core(string name) => Children.Where(c => c.IsCoreOf(name));

    /// <summary>All elements below, in document order.</summary>
    internal IEnumerable<CheckNode> Descendants()
    {
        var stack = new Stack<(CheckNode Node, int Next)>();
        stack.Push((this, 0));
        while (stack.TryPop(out var top))
        {
            if (top.Next < top.Node.Children.Count)
            {
                stack.Push((top.Node, top.Next + 1));
                var child = top.Node.Children[top.Next];
                yield return child;
                stack.Push((child, 0));
            }
        }
    }
}
