using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using Termbase.Matching;

namespace Termbase.Benchmarks.Kernels;

/// <summary>One block of 512 units against a query of 25 tokens, at each width.</summary>
public unsafe class ScanBenchmark
{
    private const int Width = 320;
    private readonly byte* _block = (byte*)NativeMemory.AlignedAlloc(Width * Signature.ColumnBytes, 64);
    private readonly int[] _columns = new int[25];

    /// <summary>Bits at a time.</summary>
    [Params(64, 128, 256, 512)]
    public int Bits { get; set; }

    /// <summary>Random columns, an eighth of the bits set.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        var random = new Random(1);
        for (var i = 0; i < Width * Signature.ColumnBytes; i++)
        {
            _block[i] = (byte)(random.Next(256) & random.Next(256) & random.Next(256));
        }

        for (var i = 0; i < _columns.Length; i++)
        {
            _columns[i] = random.Next(Width);
        }
    }

    /// <summary>The scan.</summary>
    [Benchmark(OperationsPerInvoke = Signature.BlockUnits)]
    public ulong Scan()
    {
        var mask = stackalloc ulong[8];
        SignatureScan.Run(_block, _columns, 18, mask, _block, (LaneWidth)Bits);
        return mask[0];
    }
}
