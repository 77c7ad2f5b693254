using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Linting;

/// <summary>A place where an acronym stands. Immutable.</summary>
/// <param name="Acronym">Without a plural s.</param>
/// <param name="Block">The block.</param>
/// <param name="Span">In the block's text.</param>
/// <param name="Expansion">The full form that stands beside it, which defines it; empty where it is only used.</param>
internal sealed record AcronymPlace(string Acronym, Block Block, TextSpan Span, string Expansion);

/// <summary>Finds acronyms in running text (paragraphs and list items) and the places that define them. Thread-safe.</summary>
internal static partial class AcronymScan
{
    private const int LongestExpansion = 90;

    /// <summary>What every reader of such texts knows, and what is a name rather than a short form.</summary>
    private static readonly FrozenSet<string> House = FrozenSet.Create(
        StringComparer.Ordinal,
        "AI", "AIDS", "AM", "APEC", "API", "AR", "ASEAN", "ATM", "BBC", "BC", "BCE", "BRICS", "CAD", "CCP", "CCTV", "CD", "CE", "CEO", "CFO", "CNC", "CNN", "COVID", "CPC", "CPU", "CR", "CSS", "CSV", "CT", "CTO", "DC", "DIY", "DNA", "DVD", "ERP",
        "EU", "FAQ", "FBI", "FM", "GDP", "GIS", "GMT", "GNP", "GPS", "GPU", "HIV", "HTML", "HTTP", "HTTPS", "IBM", "ICT", "ID", "IMF", "IP", "IPO", "IQ", "ISO", "IT", "KPI", "LAN", "LCD", "LED", "LF", "LTE", "M&A", "MA", "MBA",
        "MIT", "MP", "MRI", "NASA", "NATO", "NGO", "NO", "OECD", "OEM", "OK", "OPEC", "PC", "PDF", "PLA", "PM", "PRC", "PS", "PVC", "Q&A", "QR", "RAM", "R&D", "RMB", "RNA", "ROM", "S&T", "SAR", "SDK", "SIM", "SME", "SMS",
        "SQL", "STEM", "SUV", "TN", "TSV", "TV", "UAE", "UK", "UN", "UNESCO", "URL", "US", "USA", "USB", "USD", "USSR", "UTC", "VAT", "VIP", "VPN", "VR", "WAN", "WHO", "WTO", "XML", "YMCA");

    /// <summary>All places in the order of the text.</summary>
    public static List<AcronymPlace> In(Document document)
    {
        var places = new List<AcronymPlace>();
        foreach (var block in document.Blocks.Where(static b => b.Kind is BlockKind.Paragraph or BlockKind.ListItem && Acronym().IsMatch(b.Text) && !IsShouting(b.Text)))
        {
            foreach (Match match in Acronym().Matches(block.Text))
            {
                var acronym = match.Groups["acronym"].Value;
                if (House.Contains(acronym) || Roman().IsMatch(acronym))
                {
                    continue;
                }

                var span = new TextSpan(match.Index, match.Length);
                var expansion = Expansion(block.Text, span, acronym);
                if (expansion.Length > 0 || !IsName(block.Text, span))
                {
                    places.Add(new AcronymPlace(acronym, block, span, expansion));
                }
            }
        }

        return places;
    }

    // Part of a name: QRT Harbour Services, Riverside PLC.
    private static bool IsName(string text, TextSpan span) =>
        NameBehind().IsMatch(text, span.End) || NameBefore().IsMatch(text.AsSpan(0, span.Start)[^Math.Min(span.Start, 40)..]);

    private static bool IsShouting(string text)
    {
        var (upper, letters) = (0, 0);
        foreach (var c in text)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            upper += char.IsUpper(c) ? 1 : 0;
        }

        return 2 * upper > letters;
    }

    // Full Form (ACR), Full Form (中文; ACR), ACR (Full Form): the initials must be those of the words.
    private static string Expansion(string text, TextSpan span, string acronym)
    {
        var open = text.LastIndexOfAny(['(', '（'], Math.Max(0, span.Start - 1), Math.Min(Math.Max(1, span.Start), 40));
        if (span.Start > 0 && open >= 0 && text.AsSpan(open, span.Start - open).IndexOfAny(')', '）') < 0)
        {
            var inside = text[(open + 1)..span.Start];
            if (inside.All(static c => !char.IsAsciiLetter(c)) || inside.EndsWith(' ') && inside.TrimEnd() is "or" or "hereinafter" or "hereafter" or "also")
            {
                return Initials(text[Math.Max(0, open - LongestExpansion)..open], acronym) is { Length: > 0 } full ? full : inside.Any(Han.IsHan) || inside.Length == 0 ? "?" : "";
            }
        }

        if (OrBefore().Match(text[Math.Max(0, span.Start - 10)..span.Start]) is { Success: true } or)
        {
            return Initials(text[Math.Max(0, span.Start - LongestExpansion)..(span.Start - or.Length)], acronym);
        }

        var behind = InBracket().Match(text, span.End, Math.Min(LongestExpansion, text.Length - span.End));
        var words = behind.Groups[1].Success ? behind.Groups[1].Value : behind.Groups[2].Value;
        return words.Contains(' ', StringComparison.Ordinal) && char.ToUpperInvariant(words[0]) == acronym[0] ? words : "";
    }

    // The shortest run of words before the bracket whose initials (small words and inner capitals aside) are the acronym's letters.
    private static string Initials(string before, string acronym)
    {
        var words = EnglishWord().Matches(before);
        for (var from = words.Count - 1; from >= 0; from--)
        {
            if (char.ToUpperInvariant(before[words[from].Index]) == acronym[0] && words.Count - from >= Math.Min(2, acronym.Length - 1)
                && IsSubsequence(acronym.Where(char.IsAsciiLetter), string.Concat(words.Skip(from).Select(static w => w.Value)).ToUpperInvariant())
                && words.Count - from >= (acronym.Length + 1) / 2)
            {
                return before[words[from].Index..].TrimEnd(' ', '"', '”');
            }
        }

        return "";
    }

    private static bool IsSubsequence(IEnumerable<char> letters, string text)
    {
        var at = 0;
        foreach (var letter in letters)
        {
            at = text.IndexOf(letter, at) + 1;
            if (at == 0)
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}&./@\-–:_#])(?<acronym>[A-Z](?:[A-Z]|&[A-Z]){1,5})s?(?![\p{L}\p{N}&/@_]|[-–.:]\p{L}|-\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Acronym();

    [GeneratedRegex(@"^[IVXLCDM]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Roman();

    [GeneratedRegex(@"\G(?: |['’]s )(?:\p{Lu}|\d)", RegexOptions.CultureInvariant)]
    private static partial Regex NameBehind();

    [GeneratedRegex(@"(?<![.!?:] )(?<!^)\b\p{Lu}[\p{Ll}\-]+ $", RegexOptions.CultureInvariant)]
    private static partial Regex NameBefore();

    [GeneratedRegex(@"\G(?: \(([A-Za-z][^()]*)\)|, (?:or|short for|i\.e\.,|that is,) (?:the )?(\p{Lu}[^,.;:()]*))", RegexOptions.CultureInvariant)]
    private static partial Regex InBracket();

    [GeneratedRegex(@", or (?:the )?$", RegexOptions.CultureInvariant)]
    private static partial Regex OrBefore();

    [GeneratedRegex(@"\p{L}[\p{L}'’]*", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishWord();
}
