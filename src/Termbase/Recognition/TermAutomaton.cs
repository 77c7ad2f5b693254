using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace Termbase.Recognition;

/// <summary>
/// All terms of both languages, compiled. Chinese is matched character by character, English word by word with all forms of
/// each term compiled in; either costs one hash probe a step, whatever the number of terms. Text is folded while it is read, so spans
/// are those of the original. Immutable and thread-safe; needs memory of about 60 bytes a term and state.
/// </summary>
public sealed class TermAutomaton
{
    private const uint Magic = 0x35544254; // "TBT5", and the byte order.

    internal readonly TransitionTable Vocabulary;
    internal readonly TermTrie English;
    internal readonly TermTrie Chinese;
    internal readonly ulong[] ChinesePairs;
    private readonly char[] _texts;
    private readonly int[] _offsets;

    internal TermAutomaton(TransitionTable vocabulary, TermTrie english, TermTrie chinese, ulong[] chinesePairs, char[] texts, int[] offsets)
    {
        (Vocabulary, English, Chinese) = (vocabulary, english, chinese);
        (ChinesePairs, _texts, _offsets) = (chinesePairs, texts, offsets);
        for (var c = 0; c < 128 && HasChinese; c++)
        {
            HasMixedStarts |= chinese.First(c) >= 0;
        }
    }

    /// <summary>Number of entries; their numbers are 0 to this.</summary>
    public int EntryCount => _offsets.Length - 1;

    /// <summary>Whether a Chinese term may start with a character of ASCII; else such text is passed over.</summary>
    internal bool HasMixedStarts { get; }

    internal bool HasChinese => !Chinese.IsEmpty;

    internal bool HasEnglish => !English.IsEmpty;

    /// <summary>The text of an entry, as it was given.</summary>
    public ReadOnlySpan<char> TextOf(int entry) => _texts.AsSpan(_offsets[entry], _offsets[entry + 1] - _offsets[entry]);

    /// <summary>Compiles terms. Linear in their text; an entry without a letter or character matches nothing.</summary>
    public static TermAutomaton Build(IEnumerable<TermEntry> entries)
    {
        var build = new TermAutomatonBuilder();
        foreach (var entry in entries)
        {
            build.Add(entry);
        }

        return build.ToAutomaton();
    }

    /// <summary>
    /// Every occurrence in the text that <paramref name="policy"/> allows, by start, then the longest first; several entries of one
    /// span follow each other. Appended to <paramref name="output"/>, which the caller may use again.
    /// </summary>
    /// <param name="text">Running text, healed of line ends inside Chinese.</param>
    /// <param name="policy">What counts.</param>
    /// <param name="output">Where matches go.</param>
    /// <param name="side">Terms of one language only; null for both.</param>
    public void Match(ReadOnlySpan<char> text, MatchPolicy policy, List<RawMatch> output, TermSide? side = null)
    {
        var first = output.Count;
        if (side != TermSide.En && HasChinese)
        {
            new ChineseScanner(this, policy).Scan(text, output);
        }

        var second = output.Count;
        if (side != TermSide.Zh && HasEnglish)
        {
            EnglishScanner.Scan(this, policy, text, output);
        }

        if (second > first && output.Count > second)
        {
            Merge(output, first, second, policy.Nested == NestedTerms.Longest);
        }
    }

    /// <summary>Writes the compiled form. It holds for this version of the library and this byte order.</summary>
    public void Save(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(BitConverter.GetBytes(Magic));
        Vocabulary.Save(writer);
        English.Save(writer);
        Chinese.Save(writer);
        BlobIO.Write(writer, ChinesePairs);
        BlobIO.Write(writer, _texts);
        BlobIO.Write(writer, _offsets);
        writer.Write(Magic);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is damaged, cut off, or of another version: build anew.</exception>
    public static TermAutomaton Load(Stream stream)
    {
        try
        {
            using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
            if (BitConverter.ToUInt32(reader.ReadBytes(4)) != Magic)
            {
                throw new InvalidDataException("The term cache is of another version.");
            }

            var automaton = new TermAutomaton(
                TransitionTable.Load(reader), TermTrie.Load(reader), TermTrie.Load(reader), BlobIO.Read<ulong>(reader), BlobIO.Read<char>(reader), BlobIO.Read<int>(reader));
            return reader.ReadUInt32() == Magic ? automaton : throw new InvalidDataException("The term cache is damaged.");
        }
        catch (Exception e) when (e is EndOfStreamException or ArgumentException)
        {
            throw new InvalidDataException("The term cache is cut off.", e);
        }
    }

    // Both parts are in order.
    private static void Merge(List<RawMatch> output, int first, int second, bool longest)
    {
        var matches = CollectionsMarshal.AsSpan(output)[first..];
        var rented = ArrayPool<RawMatch>.Shared.Rent(matches.Length);
        var (a, b, kept) = (0, second - first, 0);
        for (var n = 0; n < matches.Length; n++)
        {
            var next = b >= matches.Length || (a < second - first && IsBefore(matches[a], matches[b])) ? matches[a++] : matches[b++];

            // A word inside a mixed term (AI in AI芯片) is not an occurrence of its own.
            if (!longest || kept == 0 || next.Span.Start >= rented[kept - 1].Span.End || next.Span == rented[kept - 1].Span)
            {
                rented[kept++] = next;
            }
        }

        rented.AsSpan(0, kept).CopyTo(matches);
        output.RemoveRange(first + kept, matches.Length - kept);
        ArrayPool<RawMatch>.Shared.Return(rented);
    }

    private static bool IsBefore(in RawMatch x, in RawMatch y) =>
        x.Span.Start != y.Span.Start ? x.Span.Start < y.Span.Start
        : x.Span.Length != y.Span.Length ? x.Span.Length > y.Span.Length : x.Entry < y.Entry;
}
