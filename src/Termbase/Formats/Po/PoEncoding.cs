using System.Text;
using System.Text.RegularExpressions;
using Termbase.Model;

namespace Termbase.Formats.Po;

/// <summary>The encoding that the header names, and the language, looked up in the first bytes before anything is decoded.</summary>
internal sealed partial record PoEncoding(Encoding Encoding, string Name, bool IsDeclared, bool IsKnown, string Language)
{
    internal bool IsUtf8 => Encoding.CodePage == 65001;

    /// <summary>Bytes of the byte order mark that the file starts with; 0 where it has none.</summary>
    internal int MarkLength { get; private init; }

    internal static PoEncoding Detect(ReadOnlySpan<byte> sample, string path)
    {
        var head = Encoding.Latin1.GetString(sample);
        var language = LanguageField().Match(head) is { Success: true } said ? said.Groups[1].Value : "";
        var declared = Charset().Match(head) is { Success: true } match ? match.Groups[1].Value : "";
        if (EncodingDetector.FromMark(sample) is { } marked)
        {
            RefuseWide(marked.Encoding, path);
            return new PoEncoding(marked.Encoding, marked.Name, declared.Length > 0, IsKnown: true, language) { MarkLength = marked.PreambleLength };
        }

        if (declared.Length > 0 && declared != "CHARSET")
        {
            var found = EncodingDetector.ByName(declared) ?? EncodingDetector.ByName(declared.Replace("ISO_", "ISO-", StringComparison.OrdinalIgnoreCase));
            if (found is not null)
            {
                return new PoEncoding(found, declared, IsDeclared: true, IsKnown: true, language);
            }
        }

        var guess = EncodingDetector.Guess(sample, path, isWhole: sample.Length < TextFile.SampleSize);
        RefuseWide(guess.Encoding, path);
        return new PoEncoding(guess.Encoding, guess.Name, declared.Length > 0 && declared != "CHARSET", declared.Length == 0 || declared == "CHARSET", language);
    }

    // Lines are cut in bytes, and gettext reads no such file either.
    private static void RefuseWide(Encoding encoding, string path)
    {
        if (encoding.CodePage is 1200 or 1201 or 12000 or 12001)
        {
            throw new InputException(SourceLocation.File(path), $"is {encoding.WebName.ToUpperInvariant()}, which PO cannot be; save it as UTF-8");
        }
    }

    [GeneratedRegex("""(?:^\s*|"|\\n)Content-Type:[^\n]*?charset=([A-Za-z0-9_.:-]+)""", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Charset();

    [GeneratedRegex("""(?:"|\\n)Language:\s*([A-Za-z0-9_@.-]+)""", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex LanguageField();
}
