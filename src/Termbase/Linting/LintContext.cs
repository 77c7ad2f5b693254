using Termbase.Documents;
using Termbase.Languages;
using Termbase.Linting.Bitext;
using Termbase.Model;
using Termbase.Recognition;

namespace Termbase.Linting;

/// <summary>What a rule is given besides its subject: the termbase, its options, and the sink for what it finds.</summary>
public sealed class LintContext
{
    // Long enough to tell two places of one slip apart, short enough that work elsewhere in the paragraph does not reach it.
    private const int LettersAround = 16;

    // Where hardly a letter stands, in a row of signs, no further than this.
    private const int MostAround = 1000;

    private const int LongestName = 120;

    private readonly Action<Finding> _sink;

    /// <summary>Made by the linter for each rule.</summary>
    public LintContext(RuleInfo rule, Severity severity, Glossary glossary, RuleOptions options, Action<Finding> sink)
    {
        Rule = rule;
        Severity = severity;
        Glossary = glossary;
        Options = options;
        _sink = sink;
    }

    /// <summary>The rule that is running.</summary>
    public RuleInfo Rule { get; }

    /// <summary>Its severity after configuration.</summary>
    public Severity Severity { get; }

    /// <summary>The termbase; may be empty.</summary>
    public Glossary Glossary { get; }

    /// <summary>The rule's options from <c>termbase.toml</c>.</summary>
    public RuleOptions Options { get; }

    /// <summary>What was learned of how the two languages of a bitext go together.</summary>
    public BitextModel Model { get; init; } = BitextModel.BuiltIn;

    /// <summary>Makes matchers of the termbase.</summary>
    public TermCompiler Compiler { get; init; } = static (_, glossary) => TermMatcher.Create(glossary);

    /// <summary>
    /// Reports a finding. <paramref name="with"/> fills in what the other arguments do not (terms, suggestion, related places);
    /// <paramref name="atMost"/> lowers the severity of this one.
    /// </summary>
    public void Report(SourceLocation location, string message, Func<Finding, Finding>? with = null, Severity? atMost = null)
    {
        var severity = atMost is { } limit && limit < Severity ? limit : Severity;
        var finding = new Finding { Rule = Rule, Severity = severity, Location = location, Message = message };
        _sink(with is null ? finding : with(finding));
    }

    /// <summary>Reports a finding on a span of a block's text; one in a stretch of inline code (between backticks) is dropped.</summary>
    public void Report(
        LintDocument document, Block block, TextSpan span, string message, Func<Finding, Finding>? with = null, Severity? atMost = null)
    {
        if (IsCode(block.Text, span.Start) || SicNote.Covers(block.Text, span))
        {
            return;
        }

        var identity = Surroundings(block.Text, span);
        Report(
            document.Document.Locate(block, span),
            message,
            finding =>
            {
                var filled = finding with { Identity = identity };
                return Named(with is null ? filled : with(filled), span.Of(block.Text));
            },
            atMost);
    }

    // A finding that names no term is about the words it stands on.
    private static Finding Named(Finding finding, string words) =>
        finding is { Zh.IsEmpty: true, En.IsEmpty: true } && words.Length <= LongestName && words.Any(char.IsLetter)
            ? Han.Contains(words) ? finding with { Zh = [words] } : finding with { En = [words] }
            : finding;

    /// <summary>Reports a finding on a span of one side of a unit.</summary>
    public void Report(
        LintUnit unit, UnitSide side, TextSpan span, string message, Func<Finding, Finding>? with = null, Severity? atMost = null)
    {
        var identity = Surroundings(side.Segment.Text, span);
        Report(
            SourceLocation.File(unit.Path),
            message,
            finding =>
            {
                var filled = InUnit(finding with { Identity = identity }, unit, side, span);
                filled = with is null ? filled : with(filled);

                // The text translated from is not the translator's to change.
                return ReferenceEquals(side, unit.Unit.Source) ? filled with { Suggestion = "", Edit = null } : filled;
            },
            atMost);
    }

    /// <summary>The finding as one on a span of one side of a unit.</summary>
    internal static Finding InUnit(Finding finding, LintUnit unit, UnitSide side, TextSpan? span) => finding with
    {
        Location = (side.Location ?? unit.Unit.Location ?? SourceLocation.File(unit.Path)) with { Path = unit.Path },
        Unit = unit.Unit.Id.Length > 0 ? unit.Unit.Id : FormattableString.Invariant($"{unit.Unit.Number}"),
        Side = ReferenceEquals(side, unit.Unit.Source) ? "source" : "target",
        UnitSource = unit.Unit.Source.Segment.Text,
        UnitTarget = unit.Unit.Target.Segment.Text,
        InSegment = span,
    };

    /// <summary>Reports a finding that was held back.</summary>
    internal void Report(Finding finding) => _sink(finding);

    /// <summary>This context with another place to report to.</summary>
    internal LintContext With(Action<Finding> sink) => new(Rule, Severity, Glossary, Options, sink) { Model = Model, Compiler = Compiler };

    /// <summary>The change of a span of a block's text, as a change to the file.</summary>
    public static TextEdit Edit(Block block, TextSpan span, string replacement, bool isSafe) =>
        new(block.Map.ToOriginal(span), replacement, isSafe);

    // Between backticks, one or several: code in a line of Markdown or reStructuredText, which readers leave in the text.
    private static bool IsCode(string text, int at) =>
        text.Contains('`', StringComparison.Ordinal) && Fences(text.AsSpan(0, at)) % 2 == 1 && text.AsSpan(at).Contains('`');

    private static int Fences(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            count += text[i] == '`' && (i == 0 || text[i - 1] != '`') ? 1 : 0;
        }

        return count;
    }

    private static string Surroundings(string text, TextSpan span)
    {
        // Only as far as needed: a paragraph may be long, and its findings many.
        var (from, to, before, behind) = (span.Start, span.End, 0, 0);
        while (from > 0 && before < LettersAround && span.Start - from < MostAround)
        {
            before += char.IsLetterOrDigit(text[--from]) ? 1 : 0;
        }

        while (to < text.Length && behind < LettersAround && to - span.End < MostAround)
        {
            behind += char.IsLetterOrDigit(text[to++]) ? 1 : 0;
        }

        return string.Concat(
            new string([.. text[from..span.Start].Where(char.IsLetterOrDigit)]),
            "|",
            span.Of(text),
            "|",
            new string([.. text[span.End..to].Where(char.IsLetterOrDigit)]));
    }
}

/// <summary>Options of one rule: the keys of its table in <c>termbase.toml</c>. Immutable.</summary>
/// <param name="Values">By key; values are string, long, double, bool or an array of strings.</param>
public sealed record RuleOptions(IReadOnlyDictionary<string, object> Values)
{
    /// <summary>No options.</summary>
    public static RuleOptions None { get; } = new(new Dictionary<string, object>());

    /// <summary>The option's value, or <paramref name="fallback"/> where it is not set.</summary>
    public T Get<T>(string key, T fallback) => Values.TryGetValue(key, out var value) && value is T typed ? typed : fallback;

    /// <summary>The option's value, or its default where it is not set. A whole number serves where a fraction is wanted.</summary>
    public T Get<T>(RuleOption option) =>
        Values.TryGetValue(option.Key, out var value)
            ? value is T typed ? typed : value is long whole && typeof(T) == typeof(double) ? (T)(object)(double)whole : (T)option.Default
            : (T)option.Default;

    /// <summary>The option's list of strings, or its default where it is not set.</summary>
    public IReadOnlyList<string> GetList(RuleOption option) =>
        Values.TryGetValue(option.Key, out var value) && value is IReadOnlyList<string> list ? list : (IReadOnlyList<string>)option.Default;

    /// <summary>These options, and those of <paramref name="other"/> for keys that are not set here.</summary>
    internal RuleOptions Over(RuleOptions other)
    {
        var values = new Dictionary<string, object>(other.Values, StringComparer.Ordinal);
        foreach (var (key, value) in Values)
        {
            values[key] = value;
        }

        return new RuleOptions(values);
    }
}
