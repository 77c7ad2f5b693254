using Termbase.Model;

namespace Termbase.Formats.Tmx;

/// <summary>TMX 1.1 to 1.4b in; out in the profile that every importer takes (<see cref="TmxWriter"/>).</summary>
public sealed class TmxFormat : IUnitFormat
{
    /// <inheritdoc/>
    public string Name => "tmx";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".tmx"];

    /// <inheritdoc/>
    public IEnumerable<TranslationUnit> Read(Stream stream, string path, ReadLog log)
    {
        using var reader = new TmxReader(stream, path, log);
        while (reader.Next() is { } unit)
        {
            yield return unit;
        }
    }

    /// <inheritdoc/>
    public long Write(Stream stream, IEnumerable<TranslationUnit> units, UnitWriteOptions options)
    {
        using var writer = new TmxWriter(stream, options);
        foreach (var unit in units)
        {
            writer.Write(unit);
        }

        writer.Finish();
        return writer.Count;
    }
}
