using System.Buffers;
using System.Runtime.InteropServices;

namespace Termbase.Recognition;

/// <summary>
/// All terms of both languages, compiled. Chinese is matched character by character, English word by word with all forms of
/// each term compiled in; either costs one hash probe a step, whatever the number of terms. Text is folded while it is read, so spans
/// are those of the original. Immutable and thread-safe; needs memory of about 60 bytes a term and state.
/// </summary>
public sealed class TermAutomaton
{
    private const int Magic = 0x36544254; // "TBT6", and the byte order.

    internal readonly TransitionTable Vocabulary;
    internal readonly TermTrie English;
    internal readonly TermTrie Chinese;
    internal readonly ulong[] ChinesePairs;
    private readonly char[] _texts;
    private readonly int[] _offsets;

    internal TermAutomaton(TransitionTable vocabulary, TermTrie english, TermTrie chinese, ulong[] chinesePairs, char[] texts, int[] offsets, ulong digest)
    {
        (Vocabulary, English, Chinese) = (vocabulary, english, chinese);
        (ChinesePairs, _texts, _offsets, Digest) = (chinesePairs, texts, offsets, digest);
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

    /// <summary>
    /// Tells one list of entries from another: equal for the same texts, languages, types and parts of speech in the same order.
    /// </summary>
    public ulong Digest { get; }

    /// <summary>Writes the compiled form. It holds for this build of the library and this byte order.</summary>
    public void Save(Stream stream)
    {
        var writer = new BlobWriter(stream);
        writer.Write(Magic);
        writer.Write(Digest);
        writer.Write(ChinesePairs);
        writer.Write(_texts);
        writer.Write(_offsets);
        Vocabulary.Save(writer);
        English.Save(writer);
        Chinese.Save(writer);
        writer.End();
    }

    /// <summary>
    /// Reads what <see cref="Save"/> wrote. Every number in it is checked, so a damaged or foreign file is refused or harmless.
    /// </summary>
    /// <param name="stream">A stream that can seek; read to its end.</param>
    /// <exception cref="InvalidDataException">It is damaged, cut off, or of another version: build anew.</exception>
    public static TermAutomaton Load(Stream stream) => Load(stream, checks: true);

    /// <summary>Like <see cref="Load(Stream)"/>; without <paramref name="checks"/> a wrong checksum passes, as one made to fit would.</summary>
    internal static TermAutomaton Load(Stream stream, bool checks)
    {
        var reader = new BlobReader(stream);
        if (reader.ReadInt32() != Magic)
        {
            throw new InvalidDataException("The term cache is of another version.");
        }

        var digest = reader.ReadUInt64();
        var (pairs, texts, offsets) = (reader.Read<ulong>(), reader.Read<char>(), reader.Read<int>());
        BlobReader.Require(pairs.Length == ChineseScanner.PairWords && offsets is [0, ..] && offsets[^1] == texts.Length);
        for (var i = 1; i < offsets.Length; i++)
        {
            BlobReader.Require(offsets[i] >= offsets[i - 1]);
        }

        var vocabulary = TransitionTable.Load(reader);
        var automaton = new TermAutomaton(
            vocabulary, TermTrie.Load(reader, offsets.Length - 1, vocabulary.Count), TermTrie.Load(reader, offsets.Length - 1, null), pairs, texts, offsets, digest);
        reader.End(checks);
        return automaton;
    }

    /// <summary>The digest of entries; see <see cref="Digest"/>.</summary>
    internal static ulong DigestOf(ulong before, TermEntry entry)
    {
        var sum = Checksum.Add(before, MemoryMarshal.AsBytes(entry.Text.AsSpan()));
        return Checksum.Add(sum, MemoryMarshal.AsBytes(entry.Pos.AsSpan())) + (((ulong)entry.Type << 8) | (ulong)entry.Side);
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
