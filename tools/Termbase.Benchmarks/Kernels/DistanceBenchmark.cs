using System.Text;
using BenchmarkDotNet.Attributes;
using Termbase.Matching;

namespace Termbase.Benchmarks.Kernels;

/// <summary>Comparing a query with a stored text, from UTF-8 on.</summary>
public class DistanceBenchmark
{
    private readonly PreparedQuery _query = new();
    private readonly byte[] _zh = Encoding.UTF8.GetBytes("坚持把科技创新摆在发展全局的核心位置，深入实施创新驱动发展战略。");
    private readonly byte[] _en = Encoding.UTF8.GetBytes("We will keep innovation at the core of development, and carry the strategy of innovation-driven growth further.");

    /// <summary>Chinese, by characters.</summary>
    [Benchmark]
    public bool Characters()
    {
        _query.Prepare("把科技创新放在发展全局的重要位置，实施创新驱动战略。", TokenUnit.Characters);
        return _query.TryCompare(_zh, 50, out _);
    }

    /// <summary>English, by words.</summary>
    [Benchmark]
    public bool Words()
    {
        _query.Prepare("We will put innovation at the centre of development and carry on the strategy of growth driven by innovation.", TokenUnit.Words);
        return _query.TryCompare(_en, 50, out _);
    }
}
