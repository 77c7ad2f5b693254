using System.Text;
using System.Text.RegularExpressions;
using Termbase.Model;

namespace Termbase.Formats.Tmx;

/// <summary>The encoding of an XML file: byte order mark, then the bytes themselves, then what the XML declaration says.</summary>
internal static partial class TmxEncoding
{
    private const string Anew = "write the file anew as UTF-8, other tools refuse it";

    internal static EncodingGuess Detect(ReadOnlySpan<byte> sample, string path, ReadLog log)
    {
        if (EncodingDetector.FromMark(sample) is { } marked)
        {
            if (Declared(sample, marked) is { } said && !IsSame(said, marked.Encoding))
            {
                log.Note(SourceLocation.File(path), "", "wrong-encoding", $"declared as {said}, but its byte order mark is that of {marked.Name}; read as {marked.Name}; {Anew}");
            }

            return marked;
        }

        // XML ends with a bracket: a character that is cut in two at the end is where the file breaks off, and tells nothing of its encoding.
        var guess = EncodingDetector.Guess(sample, path, isWhole: false);

        var declared = Declared(sample, guess);
        if (declared is not null && !declared.StartsWith("utf", StringComparison.OrdinalIgnoreCase)
            && EncodingDetector.ByName(declared) is { } encoding)
        {
            return new EncodingGuess(encoding, declared, 0, 1);
        }

        if (guess.IsUtf8 && declared is not null && !IsSame(declared, guess.Encoding))
        {
            log.Note(SourceLocation.File(path), "", "wrong-encoding", $"declared as {declared}, but the bytes are UTF-8; read as UTF-8; {Anew}");
        }
        else if (!guess.IsUtf8)
        {
            // A lie about the encoding would cost the text; what the bytes say wins, aloud.
            log.Note(
                SourceLocation.File(path), "", "wrong-encoding",
                guess.Damaged ? guess.Advice
                    : declared is not null && guess.Name.StartsWith(declared, StringComparison.OrdinalIgnoreCase)
                    ? $"is {guess.Name} without a byte order mark, which XML wants; {Anew}"
                    : $"declared as {declared ?? "UTF-8 (by default)"}, but the bytes are {guess.Name}; read as {guess.Name}; {Anew}");
        }

        return guess;
    }

    // A declaration is ASCII, but its bytes are those of the encoding where that has two for each character.
    private static string? Declared(ReadOnlySpan<byte> sample, EncodingGuess guess)
    {
        var start = sample.Slice(guess.PreambleLength, Math.Min(sample.Length - guess.PreambleLength, 400));
        var head = (guess.Name.StartsWith("UTF-", StringComparison.Ordinal) ? guess.Encoding : Encoding.Latin1).GetString(start);
        return Declaration().Match(head) is { Success: true } match ? match.Groups[1].Value : null;
    }

    // Whether bytes in the encoding may be declared so; "utf-16" stands for either order.
    private static bool IsSame(string declared, Encoding encoding) =>
        EncodingDetector.ByName(declared) is { } named
        && (named.CodePage == encoding.CodePage
            || (named.CodePage, encoding.CodePage) is (1200 or 1201, 1200 or 1201) or (12000 or 12001, 12000 or 12001));

    [GeneratedRegex("""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
