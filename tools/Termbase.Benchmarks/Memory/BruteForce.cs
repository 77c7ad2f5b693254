using System.Diagnostics;
using System.Globalization;
using Termbase.Matching;

namespace Termbase.Benchmarks.Memory;

/// <summary>
/// The query against every unit whose length allows the threshold, on token numbers held in memory: no signatures, no index. What the
/// others are measured against.
/// </summary>
internal static class BruteForce
{
    public static void Run(Dictionary<string, string> options)
    {
        var min = double.Parse(options["min"], CultureInfo.InvariantCulture);
        var step = int.Parse(options.GetValueOrDefault("every", "1"), CultureInfo.InvariantCulture);
        var queries = MemoryWorker.Queries(options["queries"]);
        using var answers = new StreamWriter(options["answers"]);
        foreach (var zh in new[] { true, false })
        {
            var unit = zh ? TokenUnit.Characters : TokenUnit.Words;
            var texts = Corpus.ReadTsv(options["tsv"]).Select(p => zh ? p.Zh : p.En).ToArray();
            var side = new Tokens(texts, unit);
            var mine = queries.Where(q => q.Zh == zh).Where((_, i) => i % step == 0).Select(static q => q.Text).ToArray();
            var plain = options.GetValueOrDefault("plain") == "1";
            var found = new List<(int Unit, double Score)>[mine.Length];
            var times = new double[mine.Length];
            Parallel.For(0, mine.Length, i =>
            {
                var start = Stopwatch.GetTimestamp();
                found[i] = side.Find(mine[i], texts, min, plain);
                times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            });
            foreach (var list in found)
            {
                answers.WriteLine(string.Join(' ', list.Select(static f => FormattableString.Invariant($"{f.Unit}:{f.Score:R}"))));
            }

            Array.Sort(times);
            var name = zh ? "zh" : "en";
            MemoryWorker.Print(name + "-median", times[times.Length / 2]);
            MemoryWorker.Print(name + "-p99", times[times.Length * 99 / 100]);
            MemoryWorker.Print(name + "-mean", times.Average());
        }
    }

    private sealed class Tokens
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
        private readonly int[] _all;
        private readonly int[] _starts;
        private readonly TokenUnit _unit;

        public Tokens(string[] texts, TokenUnit unit)
        {
            _unit = unit;
            var all = new List<int>();
            _starts = new int[texts.Length + 1];
            var buffer = new TokenBuffer();
            for (var i = 0; i < texts.Length; i++)
            {
                Tokenizer.Tokenize(texts[i], unit, buffer);
                for (var t = 0; t < buffer.Count; t++)
                {
                    var key = Key(buffer, t);
                    if (!_numbers.TryGetValue(key, out var number))
                    {
                        _numbers.Add(key, number = _numbers.Count);
                    }

                    all.Add(number);
                }

                _starts[i + 1] = all.Count;
            }

            _all = [.. all];
        }

        public List<(int Unit, double Score)> Find(string text, string[] texts, double min, bool plain)
        {
            var buffer = new TokenBuffer();
            Tokenizer.Tokenize(text, _unit, buffer);
            var query = new int[buffer.Count];
            for (var t = 0; t < query.Length; t++)
            {
                query[t] = _numbers.GetValueOrDefault(Key(buffer, t), -1);
            }

            var found = new List<(int Unit, double Score)>();
            var words = BitParallel.WordsFor(query.Length);
            if (words == 0)
            {
                return found;
            }

            // Positions by token; a dense table over the distinct tokens of the query, row 0 for all others.
            var row = new Dictionary<int, int>();
            foreach (var token in query)
            {
                row.TryAdd(token, row.Count + 1);
            }

            var equal = new ulong[(row.Count + 1) * words];
            for (var i = 0; i < query.Length; i++)
            {
                equal[(row[query[i]] * words) + (i >> 6)] |= 1UL << (i & 63);
            }

            var rows = new int[_numbers.Count];
            foreach (var (token, at) in row)
            {
                if (token >= 0)
                {
                    rows[token] = at;
                }
            }

            var vectors = new ulong[2 * words];
            var symbols = new int[4096];
            var costs = new int[4096];
            var mine = Array.ConvertAll(query, token => row[token]);
            for (var i = 0; i < texts.Length; i++)
            {
                var length = _starts[i + 1] - _starts[i];
                var longer = Math.Max(length, query.Length);
                if (Similarity.ScoreOf(Math.Abs(length - query.Length), longer) < min)
                {
                    continue;
                }

                Array.Resize(ref symbols, Math.Max(symbols.Length, length));
                for (var t = 0; t < length; t++)
                {
                    symbols[t] = rows[_all[_starts[i] + t]];
                }

                var limit = Similarity.LimitFor(longer, min);
                var distance = plain
                    ? Plain(mine, symbols.AsSpan(0, length), ref costs)
                    : BitParallel.Distance(equal, query.Length, words, symbols.AsSpan(0, length), vectors, limit);
                if (distance > limit)
                {
                    continue;
                }

                // The plain recurrence confirms what the bit vectors say.
                var result = Similarity.Compare(text, texts[i], _unit);
                if (result.Distance != distance)
                {
                    throw new InvalidOperationException("the two distances differ: " + text + " | " + texts[i]);
                }

                var score = Math.Max(0, result.Score
                    - (result.NumbersDiffer ? MatchPenalties.Default.Numbers : 0)
                    - (result.CodesDiffer ? MatchPenalties.Default.Codes : 0)
                    - (result.ScriptsDiffer ? MatchPenalties.Default.OtherScript : 0));
                if (score >= min)
                {
                    found.Add((i + 1, score));
                }
            }

            return found;
        }

        // Rows number the tokens of the query from 1; 0 is any other, which equals none of them.
        private static int Plain(ReadOnlySpan<int> a, ReadOnlySpan<int> b, ref int[] costs)
        {
            Array.Resize(ref costs, Math.Max(costs.Length, b.Length + 1));
            for (var j = 0; j <= b.Length; j++)
            {
                costs[j] = j;
            }

            for (var i = 0; i < a.Length; i++)
            {
                var diagonal = costs[0];
                costs[0] = i + 1;
                for (var j = 0; j < b.Length; j++)
                {
                    var cost = diagonal + (a[i] == b[j] ? 0 : 1);
                    diagonal = costs[j + 1];
                    costs[j + 1] = Math.Min(cost, Math.Min(costs[j], diagonal) + 1);
                }
            }

            return costs[b.Length];
        }

        private static string Key(TokenBuffer buffer, int token) =>
            buffer.Kinds[token] == TokenKind.Word ? buffer[token].ToString() : "\0" + buffer.Kinds[token];
    }
}
