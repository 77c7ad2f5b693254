using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Termbase.DevTool.Commands;

/// <summary>
/// Generates <c>src/Termbase/Recognition/Data/words.br</c>: the word frequencies that segmentation evidence needs. From the core
/// dictionary of Lucene's SmartCn (Debian: liblucene4.10-java, in lucene-analyzers-smartcn.jar) and, for words that it lacks,
/// jieba's (Debian: python3-jieba).
/// </summary>
internal static class SegmentationTable
{
    public const string Usage = "--smartcn coredict.mem --jieba dict.txt [--min-frequency 10] [--out FILE]";

    private const int Scale = 12;

    public static int Run(string[] args)
    {
        var options = args.Chunk(2).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        if (!options.TryGetValue("--smartcn", out var smartcn) || !options.TryGetValue("--jieba", out var jieba))
        {
            Console.Error.WriteLine("segmentation-table: " + Usage);
            return 2;
        }

        var minimum = int.Parse(options.GetValueOrDefault("--min-frequency", "10"), CultureInfo.InvariantCulture);
        var words = new SmartCnDictionary(File.ReadAllBytes(smartcn)).Words()
            .Where(w => w.Value > 0 || w.Key.Length == 1).ToDictionary(w => w.Key, w => w.Value + 0.5, StringComparer.Ordinal);
        var ratio = words.Values.Sum();
        var others = File.ReadLines(jieba, Encoding.UTF8).Select(l => l.Split(' '))
            .Select(p => (Word: p[0], Frequency: double.Parse(p[1], CultureInfo.InvariantCulture))).ToList();
        ratio /= others.Sum(o => o.Frequency);
        others.RemoveAll(o => o.Frequency < minimum || o.Word.Length is < 2 or > 12 || !o.Word.All(IsHan));
        var parts = others.Select(o => o.Word).Concat(words.Keys.Where(w => w.Length > 1)).ToHashSet(StringComparer.Ordinal);
        foreach (var (word, frequency) in others.Where(o => !words.ContainsKey(o.Word) && !IsCompound(o.Word, parts)))
        {
            words[word] = Math.Max(0.5, frequency * ratio);
        }

        Write(options.GetValueOrDefault("--out", "src/Termbase/Recognition/Data/words.br"), words);
        Console.WriteLine(FormattableString.Invariant($"{words.Count} words"));
        return 0;
    }

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF';

    // Compounds of words (国内|生产|总值) would hide terms that are whole words of them.
    private static bool IsCompound(string word, HashSet<string> parts)
    {
        if (word.Length < 4)
        {
            return false;
        }

        var reached = new bool[word.Length + 1];
        reached[0] = true;
        for (var i = 0; i < word.Length; i++)
        {
            for (var j = i + 2; reached[i] && j <= word.Length; j++)
            {
                reached[j] |= j - i < word.Length && parts.Contains(word[i..j]);
            }
        }

        return reached[^1];
    }

    private static void Write(string path, Dictionary<string, double> words)
    {
        var total = words.Values.Sum();
        var sorted = words.Keys.Where(w => w.Length < 32).Order(StringComparer.Ordinal).ToList();
        var (shared, more, costs) = (new byte[sorted.Count], new byte[sorted.Count], new byte[sorted.Count]);
        var characters = new StringBuilder();
        var before = "";
        for (var i = 0; i < sorted.Count; i++)
        {
            var word = sorted[i];
            var common = 0;
            while (common < before.Length && common < word.Length - 1 && before[common] == word[common])
            {
                common++;
            }

            (shared[i], more[i]) = ((byte)common, (byte)(word.Length - common));
            costs[i] = (byte)Math.Min(254, Math.Round(Scale * Math.Log(total / words[word])));
            characters.Append(word, common, word.Length - common);
            before = word;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var stream = new BrotliStream(File.Create(path), CompressionLevel.SmallestSize);
        using var writer = new BinaryWriter(stream);
        writer.Write(sorted.Count);
        writer.Write(shared);
        writer.Write(more);
        writer.Write(costs);
        var text = characters.ToString();
        writer.Write(text.Length);
        writer.Write(text.Select(c => (byte)c).ToArray());
        writer.Write(text.Select(c => (byte)(c >> 8)).ToArray());
    }
}

/// <summary>Reads <c>coredict.mem</c>: four Java arrays, serialised; the last two hold words by GB 2312 character and their frequencies.</summary>
internal sealed class SmartCnDictionary(byte[] data)
{
    private readonly List<object?> _handles = [];
    private int _at = 4;

    public Dictionary<string, int> Words()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var gb = Encoding.GetEncoding("GB2312");
        Next();
        Next();
        var (tails, frequencies) = ((object?[])Next()!, (object?[])Next()!);
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < tails.Length; i++)
        {
            var first = gb.GetString([(byte)((i / 94) + 161), (byte)((i % 94) + 161)]);
            if (tails[i] is not object?[] list || first is not [>= '\u4E00' and <= '\u9FFF'])
            {
                continue;
            }

            for (var k = 0; k < list.Length; k++)
            {
                var word = first + (list[k] is long[] tail ? new string([.. tail.Select(c => (char)c)]) : "");
                if (word.All(c => c is >= '\u4E00' and <= '\u9FFF'))
                {
                    words[word] = words.GetValueOrDefault(word) + (int)((long[])frequencies[i]!)[k];
                }
            }
        }

        return words;
    }

    private object? Next()
    {
        switch (data[_at++])
        {
            case 0x70:
                return null;
            case 0x71:
                _at += 4;
                return _handles[BinaryPrimitives.ReadInt32BigEndian(data.AsSpan(_at - 4)) - 0x7E0000];
            case 0x75:
                break;
            default:
                throw new InvalidDataException("Not a serialised array.");
        }

        var type = (string)Class()!;
        var handle = _handles.Count;
        _handles.Add(null);
        var length = BinaryPrimitives.ReadInt32BigEndian(data.AsSpan(_at));
        _at += 4;
        object? array;
        if (type[1] == '[')
        {
            var objects = new object?[length];
            for (var i = 0; i < length; i++)
            {
                objects[i] = Next();
            }

            array = objects;
        }
        else
        {
            var size = type[1] is 'S' or 'C' ? 2 : type[1] == 'I' ? 4 : 8;
            var numbers = new long[length];
            for (var i = 0; i < length; i++, _at += size)
            {
                var span = data.AsSpan(_at);
                numbers[i] = size == 2 ? BinaryPrimitives.ReadUInt16BigEndian(span) : size == 4 ? BinaryPrimitives.ReadInt32BigEndian(span) : BinaryPrimitives.ReadInt64BigEndian(span);
            }

            array = numbers;
        }

        _handles[handle] = array;
        return array;
    }

    private object? Class()
    {
        switch (data[_at++])
        {
            case 0x70:
                return null;
            case 0x71:
                _at += 4;
                return _handles[BinaryPrimitives.ReadInt32BigEndian(data.AsSpan(_at - 4)) - 0x7E0000];
        }

        var length = BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(_at));
        var name = Encoding.UTF8.GetString(data, _at + 2, length);
        _at += 2 + length + 8;
        _handles.Add(name);

        // Flags, number of fields (none in arrays), end of annotations, then the class above.
        _at += 1 + 2 + 1;
        Class();
        return name;
    }
}
