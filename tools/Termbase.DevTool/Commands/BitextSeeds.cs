using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Languages;
using Termbase.Languages.Numerals;
using Termbase.Model;
using Termbase.Recognition;

namespace Termbase.DevTool.Commands;

/// <summary>The kinds of error that are put into the English of clean pairs (zh to en), each at a place chosen at random.</summary>
internal static partial class BitextSeeds
{
    /// <summary>A kind of error: what breaks a pair, or null where it cannot; and the rules that ought to see it.</summary>
    public sealed record SeedKind(string Name, Func<TranslationUnit, Random, Glossary, (TranslationUnit Clean, TranslationUnit Broken)?> Break, params string[] Rules);

    public static readonly SeedKind[] Kinds =
    [
        new("number by value", static (u, r, _) => In(u, Number(u, r)), "number-mismatch", "date-mismatch", "unit-mismatch"),
        new("unit", static (u, r, _) => In(u, UnitOrCurrency(u, r)), "unit-mismatch", "number-mismatch"),
        new("date", static (u, r, _) => In(u, Date(u, r)), "date-mismatch", "number-mismatch"),
        new("bracket", static (u, r, _) => In(u, Remove(u, r, Bracket())), "bracket-mismatch"),
        new("end punctuation", static (u, r, _) => In(u, End(u, r)), "end-punctuation"),
        new("dropped sentence", static (u, r, _) => In(u, DropSentence(u, r)), "missing-sentence", "disproportionate-length"),
        new("left-over Chinese", static (u, r, _) => In(u, LeaveChinese(u, r)), "leftover-source"),
        new("doubled word", static (u, r, _) => In(u, DoubleWord(u, r)), "repeated-word"),
        new("swapped term", static (u, r, g) => In(u, SwapTerm(u, r, g)), "unrendered-term", "deprecated-rendering"),
        new("placeholder", static (u, r, _) => Placeholder(u, r), "placeholder-mismatch"),
    ];

    private static (TranslationUnit, TranslationUnit)? In(TranslationUnit unit, string? broken) =>
        broken is null || broken == unit.En.Segment.Text ? null : (unit, With(unit, broken));

    private static TranslationUnit With(TranslationUnit unit, string english) => unit with { En = unit.En with { Segment = Segment.Plain(english) } };

    private static string Replace(string text, int start, int length, string with) => string.Concat(text.AsSpan(0, start), with, text.AsSpan(start + length));

    private static T? Pick<T>(IReadOnlyList<T> all, Random random)
        where T : class => all.Count == 0 ? null : all[random.Next(all.Count)];

    // A digit of a number that is neither date nor name; the first digit does not become 0.
    private static string? Number(TranslationUnit unit, Random random) => ChangeDigit(unit, random, static q =>
        q.Kind is QuantityKind.Cardinal or QuantityKind.Ordinal or QuantityKind.Percent or QuantityKind.PercentagePoint or QuantityKind.Multiple
            or QuantityKind.Money or QuantityKind.Measure or QuantityKind.Fraction or QuantityKind.Ratio);

    private static string? Date(TranslationUnit unit, Random random) => ChangeDigit(unit, random, static q =>
        q.Kind is QuantityKind.Date or QuantityKind.Year or QuantityKind.YearRange or QuantityKind.Time or QuantityKind.Month);

    // A digit of %1 is no number.
    private static string Masked(TranslationUnit unit) => new Termbase.Linting.Bitext.SideReading(unit.En, isChinese: false).Masked;

    private static string? ChangeDigit(TranslationUnit unit, Random random, Func<Quantity, bool> wanted)
    {
        var text = unit.En.Segment.Text;
        var picked = Pick([.. NumeralReader.Read(Masked(unit), NumeralLanguage.English).Where(q => wanted(q) && q.HasDigits && q.Span.Of(text).Any(char.IsAsciiDigit))], random);
        if (picked is null)
        {
            return null;
        }

        var digits = Enumerable.Range(picked.Span.Start, picked.Span.Length).Where(i => char.IsAsciiDigit(text[i])).ToList();
        var at = digits[random.Next(digits.Count)];
        char changed;
        do
        {
            changed = (char)('0' + random.Next(10));
        }
        while (changed == text[at] || (changed == '0' && (at == 0 || !char.IsAsciiDigit(text[at - 1]))));
        return Replace(text, at, 1, changed.ToString());
    }

    private static readonly string[][] Units =
    [
        ["kilometers", "meters", "miles"], ["kilometer", "meter", "mile"], ["km", "m", "cm"], ["meters", "kilometers", "feet"], ["hectares", "mu", "square kilometers"],
        ["square meters", "square kilometers"], ["square kilometers", "hectares"], ["tons", "kilograms"], ["kilograms", "tons"], ["kg", "g"], ["hours", "minutes"], ["minutes", "hours"],
        ["days", "weeks"], ["months", "years"], ["years", "months"], ["yuan", "US dollars", "euros"], ["RMB", "USD", "EUR"], ["US dollars", "yuan", "euros"], ["USD", "CNY"], ["US$", "RMB"],
        ["percent", "percentage points"], ["degrees Celsius", "degrees Fahrenheit"], ["seconds", "minutes"], ["weeks", "months"], ["mu", "hectares"], ["feet", "meters"], ["miles", "kilometers"],
    ];

    // Only a unit that was read as that of a number: "for years" is none.
    private static string? UnitOrCurrency(TranslationUnit unit, Random random)
    {
        var text = unit.En.Segment.Text;
        var places = NumeralReader.Read(Masked(unit), NumeralLanguage.English)
            .Where(static q => q.HasDigits && (q.Unit is not null || q.Currency is not null || q.Kind is QuantityKind.Percent))
            .SelectMany(q => Units.Select(names => (Names: names, At: text.IndexOf(names[0], q.Span.Start, q.Span.Length, StringComparison.Ordinal))))
            .Where(p => p.At >= 0 && (p.At == 0 || !char.IsLetter(text[p.At - 1])) && (p.At + p.Names[0].Length == text.Length || !char.IsLetter(text[p.At + p.Names[0].Length])))
            .ToList();
        if (places.Count == 0)
        {
            return null;
        }

        var (picked, at) = places[random.Next(places.Count)];
        return Replace(text, at, picked[0].Length, picked[random.Next(1, picked.Length)]);
    }

    private static string? Remove(TranslationUnit unit, Random random, Regex pattern)
    {
        var text = unit.En.Segment.Text;
        var match = Pick(pattern.Matches(text).ToList(), random);
        return match is null ? null : Replace(text, match.Index, match.Length, "");
    }

    private static string? End(TranslationUnit unit, Random random)
    {
        var text = unit.En.Segment.Text;
        var match = EndSign().Match(text);
        var source = unit.Zh.Segment.Text.TrimEnd('”', '"', '）', '」', ' ');
        if (!match.Success || source.Length == 0 || !"。？！；：".Contains(source[^1], StringComparison.Ordinal))
        {
            return null;
        }

        string[] others = ["", ",", ".", "?", ";", ":"];
        var sign = match.Groups[1];
        return Replace(text, sign.Index, 1, others[random.Next(others.Length)]);
    }

    private static string? DropSentence(TranslationUnit unit, Random random)
    {
        var text = unit.En.Segment.Text;
        var sentences = SentenceSplitter.Split(text).Where(s => s.Of(text).Count(char.IsLetter) >= 8).ToList();
        if (sentences.Count < 2)
        {
            return null;
        }

        var at = sentences[random.Next(sentences.Count)];
        return Replace(text, at.Start, at.Length, "").Trim().Replace("  ", " ", StringComparison.Ordinal);
    }

    private static string? LeaveChinese(TranslationUnit unit, Random random)
    {
        var (zh, en) = (unit.Zh.Segment.Text, unit.En.Segment.Text);
        var runs = Han.Runs(zh).Where(static s => s.Length >= 2).Select(s => s.Of(zh)).ToList();
        var word = Pick(LongWord().Matches(en).ToList(), random);
        if (word is null || Pick(runs, random) is not { } run)
        {
            return null;
        }

        var length = Math.Min(run.Length, random.Next(2, 5));
        return Replace(en, word.Index, word.Length, run.Substring(random.Next(run.Length - length + 1), length));
    }

    private static string? DoubleWord(TranslationUnit unit, Random random)
    {
        var text = unit.En.Segment.Text;
        var word = Pick(Word().Matches(text).ToList(), random);
        return word is null ? null : Replace(text, word.Index, word.Length, $"{word.Value} {word.Value}");
    }

    private static string? SwapTerm(TranslationUnit unit, Random random, Glossary glossary)
    {
        var (zh, en) = (unit.Zh.Segment.Text, unit.En.Segment.Text);
        var rows = glossary.Renderings.Where(static r => r.IsEnforced && r.IsAcceptable).ToList();
        if (rows.Count == 0)
        {
            return null;
        }

        var matcher = Matchers.GetValue(glossary, static g => TermMatcher.Create(g));
        var concepts = matcher.Match(zh, TermSide.Zh).SelectMany(static m => m.Renderings).Where(static r => r.IsEnforced && r.IsAcceptable).Select(static r => r.Concept).ToHashSet(StringComparer.Ordinal);
        var matches = matcher.Match(en, TermSide.En).Where(m => m.Renderings.Any(r => concepts.Contains(r.Concept) && r.IsEnforced && r.IsAcceptable)).ToList();
        if (matches.Count == 0)
        {
            return null;
        }

        var match = matches[random.Next(matches.Count)];
        var others = rows.Where(r => !match.Renderings.Any(m => m.Concept == r.Concept) && !concepts.Contains(r.Concept)).ToList();
        return others.Count == 0 ? null : Replace(en, match.Span.Start, match.Span.Length, others[random.Next(others.Count)].En);
    }

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<Glossary, TermMatcher> Matchers = [];

    private static readonly (string Whole, string[] Broken)[] Placeholders =
    [
        ("{0}", ["{1}", "{0", "", "{ 0}"]), ("%s", ["%d", "% s", "", "s"]), ("${name}", ["$name", "${Name}", ""]), ("<b>x</b>", ["<b>x", "x</b>", "x"]), ("%(count)d", ["%(count)", "%(number)d", ""]),
    ];

    private static (TranslationUnit, TranslationUnit)? Placeholder(TranslationUnit unit, Random random)
    {
        var (zh, en) = (unit.Zh.Segment.Text, unit.En.Segment.Text);
        var spaces = Enumerable.Range(0, en.Length).Where(i => en[i] == ' ').ToList();
        var gaps = Enumerable.Range(1, Math.Max(0, zh.Length - 1)).Where(i => Han.IsHan(zh[i - 1]) && Han.IsHan(zh[i])).ToList();
        if (spaces.Count == 0 || gaps.Count == 0)
        {
            return null;
        }

        var (whole, others) = Placeholders[random.Next(Placeholders.Length)];
        var at = spaces[random.Next(spaces.Count)];
        var clean = unit with { Zh = unit.Zh with { Segment = Segment.Plain(zh.Insert(gaps[random.Next(gaps.Count)], whole)) } };
        return (With(clean, en.Insert(at, " " + whole)), With(clean, en.Insert(at, " " + others[random.Next(others.Length)])));
    }

    [GeneratedRegex(@"[()\[\]]", RegexOptions.CultureInvariant)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"([.?!;:])[”""’'\)\s]*$", RegexOptions.CultureInvariant)]
    private static partial Regex EndSign();

    [GeneratedRegex(@"(?<![\w'’\-])[A-Za-z]{4,}(?![\w'’\-])", RegexOptions.CultureInvariant)]
    private static partial Regex LongWord();

    [GeneratedRegex(@"(?<![\w'’\-./&@])[A-Za-z]+(?![\w'’\-/&@]|\.\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
