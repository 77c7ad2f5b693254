using System.Text;
using Termbase.Formats;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Workspaces.Merging;

/// <summary>Glossary files as text, read and written for an edit or a merge.</summary>
public static class MergeFile
{
    /// <summary>The text of a UTF-8 file, and whether it starts with a byte order mark.</summary>
    /// <exception cref="InputException">The file is missing, unreadable or not UTF-8.</exception>
    public static (string Text, bool Bom) Read(string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            var bom = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble);
            return (new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.AsSpan(bom ? 3 : 0)), bom);
        }
        catch (DecoderFallbackException e)
        {
            throw new InputException(SourceLocation.File(path), "is not UTF-8; save it as UTF-8 first", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(SourceLocation.File(path), "cannot be read: " + TextFile.OneLine(e.Message), e);
        }
    }

    /// <summary>Writes a text as UTF-8, whole or not at all.</summary>
    public static void Write(string path, string text, bool bom) => AtomicFile.Write(path, stream =>
    {
        if (bom)
        {
            stream.Write(Encoding.UTF8.Preamble);
        }

        stream.Write(Encoding.UTF8.GetBytes(text));
    });

    /// <summary>In how many places the files of evidence saw a pair; places named in several files count once. Missing files count nothing.</summary>
    public static Func<string, string, int> EvidenceOf(IEnumerable<string> files)
    {
        var places = new HashSet<(string, string, string, string)>();
        var counts = new Dictionary<(string, string), int>();
        foreach (var file in files.Where(File.Exists).Distinct(StringComparer.Ordinal))
        {
            foreach (var row in new GlossaryTable(Read(file).Text).Rows.Where(static r => r["kind"] != "decision"))
            {
                var pair = (Normalizer.Key(row["zh"]), Normalizer.Key(row["en"]));
                if (places.Add((pair.Item1, pair.Item2, row["document"], row["locator"])))
                {
                    counts[pair] = counts.GetValueOrDefault(pair) + 1;
                }
            }
        }

        return (zh, en) => counts.GetValueOrDefault((Normalizer.Key(zh), Normalizer.Key(en)));
    }
}
