using System.Globalization;

namespace Termbase.DevTool.Commands;

/// <summary>The words behind a measuring command: files, options with a value, and flags without one. Immutable.</summary>
internal sealed class MeasureArguments
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public MeasureArguments(string[] args, params string[] flags)
    {
        var files = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            if (flags.Contains(args[i], StringComparer.Ordinal))
            {
                _values[args[i]] = "";
            }
            else if (args[i].StartsWith("--", StringComparison.Ordinal) && i + 1 < args.Length)
            {
                _values[args[i]] = args[++i];
            }
            else
            {
                files.Add(args[i]);
            }
        }

        Files = files;
    }

    public IReadOnlyList<string> Files { get; }

    /// <summary>Whether there are files, and all of them exist.</summary>
    public bool HasFiles => Files.Count > 0 && Files.All(File.Exists);

    public bool Has(string name) => _values.ContainsKey(name);

    public string? Value(string name) => _values.GetValueOrDefault(name);

    public int Number(string name, int otherwise) => Value(name) is { } v ? int.Parse(v, CultureInfo.InvariantCulture) : otherwise;

    public double Number(string name, double otherwise) => Value(name) is { } v ? double.Parse(v, CultureInfo.InvariantCulture) : otherwise;
}
