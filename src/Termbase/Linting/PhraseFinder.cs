using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Termbase.Model;

namespace Termbase.Linting;

/// <summary>
/// Finds English phrases as whole words: number, possessive, hyphen or space, and letter case do not matter, but a phrase with
/// capitals inside (AI) wants them. The longest phrase wins. Immutable and thread-safe; linear in the text.
/// </summary>
internal sealed partial class PhraseFinder<T>
{
    private readonly FrozenDictionary<string, (string[] Words, string Written, T Value)[]> _byFirst;

    public PhraseFinder(IEnumerable<(string Phrase, T Value)> phrases) =>
        _byFirst = phrases.Select(static p => (Words: Words(p.Phrase).Select(static w => w.Key).ToArray(), p.Phrase, p.Value))
            .Where(static p => p.Words.Length > 0)
            .GroupBy(static p => p.Words[0], StringComparer.Ordinal)
            .ToFrozenDictionary(static g => g.Key, static g => g.OrderByDescending(static p => p.Words.Length).ToArray(), StringComparer.Ordinal);

    public IEnumerable<(TextSpan Span, T Value)> In(string text)
    {
        var words = Words(text);
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var (phrase, written, value) in _byFirst.GetValueOrDefault(words[i].Key, []))
            {
                var n = 0;
                while (n < phrase.Length && i + n < words.Count && words[i + n].Key == phrase[n] && (n == 0 || IsJoined(text, words[i + n - 1].Span.End, words[i + n].Span.Start)))
                {
                    n++;
                }

                var span = TextSpan.FromBounds(words[i].Span.Start, words[Math.Max(i, Math.Min(i + n, words.Count) - 1)].Span.End);
                if (n == phrase.Length && HasCase(written, span.Of(text)))
                {
                    yield return (span, value);
                    i += n - 1;
                    break;
                }
            }
        }
    }

    private static List<(string Key, TextSpan Span)> Words(string text)
    {
        var words = new List<(string, TextSpan)>();
        foreach (var match in Word().EnumerateMatches(text))
        {
            var word = text.AsSpan(match.Index, match.Length);
            var stem = word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word;
            words.Add((EnglishForm.Stem(stem.ToString().ToLowerInvariant()), new TextSpan(match.Index, match.Length)));
        }

        return words;
    }

    private static bool IsJoined(string text, int from, int to) =>
        to == from + 1 ? text[from] is ' ' or '-' or '\u00A0' or '‑' : text.AsSpan(from, to - from).IsWhiteSpace();

    // AI is not "ai"; "Plan" at the start of a sentence is "plan".
    private static bool HasCase(string phrase, string found) =>
        !phrase.AsSpan(1).ContainsAnyInRange('A', 'Z') || phrase.Contains(' ', StringComparison.Ordinal) || found.AsSpan(1).ContainsAnyInRange('A', 'Z');

    [GeneratedRegex(@"[A-Za-z0-9\u00C0-\u024F&]+(?:['’][A-Za-z]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
