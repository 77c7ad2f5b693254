namespace Termbase.Benchmarks.Memory;

/// <summary>What was measured at one size, by step.</summary>
internal sealed class SizeResult(int size)
{
    private readonly Dictionary<string, Dictionary<string, double>> _steps = new(StringComparer.Ordinal);

    public int Size { get; } = size;

    public Dictionary<string, double> this[string step]
    {
        get => _steps[step];
        set => _steps[step] = value;
    }

    public bool Has(string step) => _steps.ContainsKey(step);

    public double? Get(string step, string key) => _steps.TryGetValue(step, out var values) && values.TryGetValue(key, out var value) ? value : null;
}
