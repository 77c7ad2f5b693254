using System.Collections.Immutable;
using Termbase.Documents;
using Termbase.Mining;
using Termbase.Model;

namespace Termbase.Linting.Custom;

/// <summary>What a user's own rule looks for.</summary>
public enum CustomKind
{
    /// <summary>Words that have better ones.</summary>
    Substitute,

    /// <summary>A pattern that must not occur.</summary>
    Forbid,

    /// <summary>English that wants its Chinese beside it at its first use in a document.</summary>
    Gloss,
}

/// <summary>One line of a user's own rule. Immutable.</summary>
/// <param name="Find">Words, or a .NET regular expression where the rule forbids.</param>
/// <param name="Write">What to write instead, or the Chinese that must stand beside it; empty where the rule forbids.</param>
/// <param name="Place">Where it is written, or null.</param>
public sealed record CustomItem(string Find, string Write, SourceLocation? Place);

/// <summary>A text that a rule must find something in, or nothing.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsHit">Whether something must be found.</param>
/// <param name="Place">Where it is written, or null.</param>
public sealed record CustomExample(string Text, bool IsHit, SourceLocation? Place);

/// <summary>A user's own rule, as written in <c>termbase.toml</c> or a CSV file. Immutable.</summary>
public sealed record CustomRule
{
    /// <summary>Kebab-case name, by which it is configured and allowed; its code is <c>custom/NAME</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it looks for.</summary>
    public required CustomKind Kind { get; init; }

    /// <summary>Its lines.</summary>
    public required ImmutableArray<CustomItem> Items { get; init; }

    /// <summary>Severity where nothing else is configured.</summary>
    public Severity Severity { get; init; } = Severity.Warning;

    /// <summary>What to tell; empty: made from the line.</summary>
    public string Message { get; init; } = "";

    /// <summary>Whether <c>--fix</c> may make a substitution unasked.</summary>
    public bool Fix { get; init; }

    /// <summary>Texts that show what it does; checked by <see cref="Build"/>.</summary>
    public ImmutableArray<CustomExample> Examples { get; init; } = [];

    /// <summary>Where it is written, or null.</summary>
    public SourceLocation? Place { get; init; }

    /// <summary>What the rule is called.</summary>
    public RuleInfo Info => new($"custom/{Name}", Name, Message.Length > 0 ? Message : Name, Message.Length > 0 ? Message : Name, Severity);

    /// <summary>
    /// The rule, ready to run; null where it has a mistake (a pattern that is none, an example that does not hold), each told to
    /// <paramref name="problem"/> with its place.
    /// </summary>
    public Func<LintRule>? Build(Action<SourceLocation?, string> problem)
    {
        var sound = true;
        void Tell(SourceLocation? place, string message)
        {
            sound = false;
            problem(place ?? Place, $"rule {Name}: {message}");
        }

        var patterns = ImmutableArray.CreateBuilder<CustomPattern>();
        foreach (var item in Items)
        {
            try
            {
                patterns.Add(CustomPattern.Of(Kind, item));
            }
            catch (ArgumentException e)
            {
                Tell(item.Place, $"“{item.Find}” is no regular expression: {e.Message.ReplaceLineEndings(" ")}");
            }
        }

        if (sound && Kind == CustomKind.Forbid && !Examples.Any(static e => e.IsHit))
        {
            Tell(Place, "a pattern needs an example that it finds: hit = [\"…\"]");
        }

        var (info, made) = (Info, patterns.ToImmutable());
        LintRule Make() => new CustomCheck(info, Kind, made, Message, Fix);
        foreach (var example in sound ? Examples : [])
        {
            var document = DocumentReader.Read("example.txt", example.Text);
            var found = new Linter(Glossary.Empty, LintSettings.Default, [Make]).Run([new LintDocument(document, GlossMiner.Mine(document), false)]);
            if (found.IsEmpty == example.IsHit)
            {
                Tell(example.Place, example.IsHit
                    ? $"finds nothing in its example “{example.Text}”"
                    : $"finds “{document.Source.SpanOf(found[0].Location).Of(example.Text)}” in “{example.Text}”, where it must find nothing");
            }
        }

        return sound ? Make : null;
    }
}
