using System.Text;
using System.Text.RegularExpressions;
using Termbase.Model;

namespace Termbase.Formats.Tmx;

/// <summary>The encoding of an XML file: byte order mark, then the bytes themselves, then what the XML declaration says.</summary>
internal static partial class TmxEncoding
{
    internal static EncodingGuess Detect(ReadOnlySpan<byte> sample, string path, ReadLog log)
    {
        if (EncodingDetector.FromMark(sample) is { } marked)
        {
            return marked;
        }

        // XML ends with a bracket: a character that is cut in two at the end is where the file breaks off, and tells nothing of its encoding.
        var guess = EncodingDetector.Guess(sample, path, isWhole: false);

        // A declaration is ASCII, but its bytes are those of the encoding where that has two for each character.
        var start = sample[..Math.Min(sample.Length, 400)];
        var head = (guess.Name.StartsWith("UTF-16", StringComparison.Ordinal) ? guess.Encoding : Encoding.Latin1).GetString(start);
        var declared = Declaration().Match(head) is { Success: true } match ? match.Groups[1].Value : null;
        if (declared is not null && !declared.StartsWith("utf", StringComparison.OrdinalIgnoreCase)
            && EncodingDetector.ByName(declared) is { } encoding)
        {
            return new EncodingGuess(encoding, declared, 0, 1);
        }

        if (!guess.IsUtf8)
        {
            // A lie about the encoding would cost the text; what the bytes say wins, aloud.
            log.Note(
                SourceLocation.File(path), "", "wrong-encoding",
                guess.Damaged ? guess.Advice
                    : declared is not null && guess.Name.StartsWith(declared, StringComparison.OrdinalIgnoreCase)
                    ? $"is {guess.Name} without a byte order mark, which XML wants; write the file anew as UTF-8, other tools refuse it"
                    : $"declared as {declared ?? "UTF-8 (by default)"}, but the bytes are {guess.Name}; read as {guess.Name}; write the file anew as UTF-8, other tools refuse it");
        }

        return guess;
    }

    [GeneratedRegex("""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
