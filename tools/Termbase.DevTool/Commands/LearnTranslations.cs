using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using Termbase.Languages;

namespace Termbase.DevTool.Commands;

/// <summary>
/// Learns the table of word translations (<c>src/Termbase/Languages/Data/translations.br</c>) from translated sentences: IBM Model 1 in both
/// directions, the last rounds with the agreement of the two (Liang, Taskar and Klein 2006).
/// </summary>
internal static class LearnTranslations
{
    public const string Usage = "--pairs TSV --words WORDS [--out FILE] [--limit N] [--keep N]";

    private const int Candidates = 300;
    private const int PlainRounds = 3;
    private const int AgreeingRounds = 3;

    private static readonly System.Buffers.SearchValues<char> s_markUp = System.Buffers.SearchValues.Create("`$\\{}<>@|=_");

    public static int Run(string[] args)
    {
        string? pairs = null, wordsFile = null, output = "src/Termbase/Languages/Data/translations.br";
        var limit = int.MaxValue;
        var keep = 120_000;
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            switch (args[i])
            {
                case "--pairs": pairs = args[i + 1]; break;
                case "--words": wordsFile = args[i + 1]; break;
                case "--out": output = args[i + 1]; break;
                case "--limit": limit = int.Parse(args[i + 1], CultureInfo.InvariantCulture); break;
                case "--keep": keep = int.Parse(args[i + 1], CultureInfo.InvariantCulture); break;
                default: break;
            }
        }

        if (pairs is null || wordsFile is null || !File.Exists(pairs) || !File.Exists(wordsFile))
        {
            Console.Error.WriteLine("learn-translations: --pairs (zh TAB en, a pair a line) and --words (word and count a line) are wanted");
            return 2;
        }

        var sentences = File.ReadLines(pairs).Where(IsProse).Distinct(StringComparer.Ordinal).Take(limit).Select(l => l.Split('\t')).ToList();
        Console.WriteLine($"{sentences.Count} pairs");
        var path = new WordPath(File.ReadLines(wordsFile).Select(l => l.Split(' ', '\t'))
            .Where(c => c.Length > 1 && Han.Count(c[0]) == c[0].Length)
            .Select(c => KeyValuePair.Create(ChineseScript.ToSimplified(c[0]), double.Parse(c[1], CultureInfo.InvariantCulture) + 0.5)).DistinctBy(c => c.Key));
        var chinese = sentences.ConvertAll(s => BilingualTokens.Chinese(s[0], path.Segment));
        // Cut again by the words that occur here, as the aligner will.
        var seen = Count(chinese).Where(c => c.Value >= 4 || c.Key.Length == 1).ToDictionary(c => c.Key, c => (double)c.Value);
        path = new WordPath(seen.Where(c => Han.IsHan(c.Key[0])));
        chinese = sentences.ConvertAll(s => BilingualTokens.Chinese(s[0], path.Segment));
        var english = sentences.ConvertAll(s => BilingualTokens.English(s[1]));
        var zh = new Side(chinese, 4);
        var en = new Side(english, 4);
        Console.WriteLine($"{zh.Words.Count} Chinese words, {en.Words.Count} English stems");
        var model = new Model(zh, en);
        for (var round = 0; round < PlainRounds + AgreeingRounds; round++)
        {
            model.Train(round >= PlainRounds);
            Console.WriteLine($"round {round + 1}");
        }

        model.Write(output, keep);
        return 0;
    }

    private static bool IsProse(string line)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        return tab > 0 && tab == line.LastIndexOf('\t') && tab is >= 2 and <= 120 && line.Length - tab is >= 4 and <= 450
            && line.AsSpan().IndexOfAny(s_markUp) < 0 && Han.Count(line.AsSpan(0, tab)) * 2 > tab && Han.Count(line.AsSpan(tab)) == 0;
    }

    private static Dictionary<string, int> Count(List<List<string>> sentences)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in sentences.SelectMany(s => s.Distinct()))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _)++;
        }

        return counts;
    }

    private sealed class Side
    {
        public Side(List<List<string>> sentences, int least)
        {
            var counts = LearnTranslations.Count(sentences);
            var ids = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var (word, count) in counts.Where(c => c.Value >= least && c.Key[0] != '#').OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal))
            {
                ids.Add(word, Words.Count);
                Words.Add(word);
                Counts.Add(count);
            }

            Sentences = sentences.ConvertAll(s => s.Distinct().Select(w => ids.GetValueOrDefault(w, -1)).Where(id => id >= 0).ToArray());
        }

        public List<string> Words { get; } = [];

        public List<int> Counts { get; } = [];

        public List<int[]> Sentences { get; }
    }

    private sealed class Model
    {
        private readonly Side _zh;
        private readonly Side _en;
        private readonly int[] _start;
        private readonly int[] _word;
        private float[] _forward;
        private float[] _backward;
        private float[] _nullEn;
        private float[] _nullZh;
        private readonly float[] _joint;
        private readonly float[] _usedZh;
        private readonly float[] _usedEn;

        public Model(Side zh, Side en)
        {
            (_zh, _en) = (zh, en);
            var postings = new List<int>[zh.Words.Count];
            for (var s = 0; s < zh.Sentences.Count; s++)
            {
                foreach (var z in zh.Sentences[s])
                {
                    (postings[z] ??= []).Add(s);
                }
            }

            var words = new List<int>();
            _start = new int[zh.Words.Count + 1];
            var together = new int[en.Words.Count];
            var touched = new List<int>();
            double total = zh.Sentences.Count;
            for (var z = 0; z < zh.Words.Count; z++)
            {
                foreach (var s in postings[z] ?? [])
                {
                    foreach (var e in en.Sentences[s])
                    {
                        if (together[e]++ == 0)
                        {
                            touched.Add(e);
                        }
                    }
                }

                // More often together than by chance; of those the most telling.
                words.AddRange(touched
                    .Select(e => (e, n: together[e], lift: together[e] * total / ((double)zh.Counts[z] * en.Counts[e])))
                    .Where(c => c.n >= 2 && c.lift > 1.2)
                    .OrderByDescending(c => c.n * Math.Log(c.lift)).Take(Candidates).Select(c => c.e).Order());
                _start[z + 1] = words.Count;
                foreach (var e in touched)
                {
                    together[e] = 0;
                }

                touched.Clear();
            }

            _word = [.. words];
            Console.WriteLine($"{_word.Length} candidate pairs");
            _forward = new float[_word.Length];
            _backward = new float[_word.Length];
            _joint = new float[_word.Length];
            _usedZh = new float[zh.Words.Count];
            _usedEn = new float[en.Words.Count];
            Array.Fill(_forward, 1e-2f);
            Array.Fill(_backward, 1e-2f);
            var allEn = (float)en.Counts.Sum(static c => (double)c);
            var allZh = (float)zh.Counts.Sum(static c => (double)c);
            _nullEn = en.Counts.Select(c => c / allEn).ToArray();
            _nullZh = zh.Counts.Select(c => c / allZh).ToArray();
        }

        public void Train(bool agree)
        {
            var forward = new float[_word.Length];
            var backward = new float[_word.Length];
            Array.Clear(_joint);
            Array.Clear(_usedZh);
            Array.Clear(_usedEn);
            var index = new int[100 * 200];
            var sumE = new float[index.Length];
            var sumZ = new float[index.Length];
            for (var s = 0; s < _zh.Sentences.Count; s++)
            {
                var (zs, es) = (_zh.Sentences[s], _en.Sentences[s]);
                if (zs.Length * es.Length > index.Length || zs.Length == 0 || es.Length == 0)
                {
                    continue;
                }

                for (var j = 0; j < es.Length; j++)
                {
                    sumE[j] = _nullEn[es[j]];
                }

                for (var i = 0; i < zs.Length; i++)
                {
                    var z = zs[i];
                    sumZ[i] = _nullZh[z];
                    _usedZh[z]++;
                    for (var j = 0; j < es.Length; j++)
                    {
                        var k = Array.BinarySearch(_word, _start[z], _start[z + 1] - _start[z], es[j]);
                        index[(i * es.Length) + j] = k;
                        if (k >= 0)
                        {
                            sumE[j] += _forward[k];
                            sumZ[i] += _backward[k];
                        }
                    }
                }

                foreach (var e in es)
                {
                    _usedEn[e]++;
                }

                for (var i = 0; i < zs.Length; i++)
                {
                    for (var j = 0; j < es.Length; j++)
                    {
                        var k = index[(i * es.Length) + j];
                        if (k < 0)
                        {
                            continue;
                        }

                        var f = _forward[k] / sumE[j];
                        var b = _backward[k] / sumZ[i];
                        var both = agree ? f * b : 0;
                        forward[k] += agree ? both : f;
                        backward[k] += agree ? both : b;
                        _joint[k] += f * b;
                    }
                }
            }

            // t(e|z): of the sentences with z, in how many z gives e. The rest of the mass is the null word's.
            var perEn = new float[_en.Words.Count];
            for (var z = 0; z < _zh.Words.Count; z++)
            {
                var sum = 0f;
                for (var k = _start[z]; k < _start[z + 1]; k++)
                {
                    sum += forward[k];
                    perEn[_word[k]] += backward[k];
                }

                sum = Math.Max(sum, agree ? 0.5f * _usedZh[z] : 1e-9f);
                for (var k = _start[z]; k < _start[z + 1]; k++)
                {
                    _forward[k] = forward[k] / sum;
                }
            }

            for (var k = 0; k < _word.Length; k++)
            {
                var e = _word[k];
                _backward[k] = backward[k] / Math.Max(perEn[e], agree ? 0.5f * _usedEn[e] : 1e-9f);
            }
        }

        public void Write(string output, int keep)
        {
            var chosen = new List<(int Z, int K, double Worth)>();
            for (var z = 0; z < _zh.Words.Count; z++)
            {
                for (var k = _start[z]; k < _start[z + 1]; k++)
                {
                    if (_joint[k] > 0.8 && Math.Max(_forward[k], _backward[k]) > 0.004)
                    {
                        chosen.Add((z, k, (_joint[k] + 1) * Math.Log(1 + (1000 * _forward[k] * _backward[k]))));
                    }
                }
            }

            Console.WriteLine($"{chosen.Count} pairs pass");
            chosen = [.. chosen.OrderByDescending(c => c.Worth).Take(keep)];
            var stems = chosen.Select(c => _word[c.K]).Distinct().Order().ToList();
            var number = stems.Select((e, n) => (e, n)).ToDictionary(p => p.e, p => p.n);
            var text = new StringBuilder();
            text.Append(CultureInfo.InvariantCulture, $"{_zh.Sentences.Count}\n");
            text.AppendJoin(' ', stems.Select(e => _en.Words[e])).Append('\n');
            text.AppendJoin(' ', stems.Select(e => _en.Counts[e].ToString(CultureInfo.InvariantCulture))).Append('\n');
            foreach (var group in chosen.GroupBy(c => c.Z).OrderBy(g => _zh.Words[g.Key], StringComparer.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $"{_zh.Words[group.Key]} {_zh.Counts[group.Key]}");
                foreach (var (_, k, _) in group.OrderBy(c => _word[c.K]))
                {
                    text.Append(CultureInfo.InvariantCulture, $" {number[_word[k]]}{Level(_forward[k])}{Level(_backward[k])}");
                }

                text.Append('\n');
            }

            using var file = File.Create(output);
            using var brotli = new BrotliStream(file, CompressionLevel.SmallestSize);
            brotli.Write(Encoding.UTF8.GetBytes(text.ToString()));
            brotli.Flush();
            Console.WriteLine($"{output}: {chosen.Count} pairs, {chosen.Select(c => c.Z).Distinct().Count()} words, {stems.Count} stems, {file.Length} bytes");
        }

        // A letter for a probability: A is 1, each letter further the half power of two less, Z a 1/6000th or less.
        private static char Level(float p) => (char)('A' + Math.Clamp((int)Math.Round(-2 * Math.Log2(Math.Max(p, 1e-9))), 0, 25));
    }
}
