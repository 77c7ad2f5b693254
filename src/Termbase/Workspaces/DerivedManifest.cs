using System.Text.Json;
using System.Text.Json.Serialization;

namespace Termbase.Workspaces;

/// <summary>A file with what tells that it changed: length in bytes and time of the last write (UTC ticks).</summary>
internal sealed record DerivedFile(string Path, long Length, long Modified);

/// <summary>What a generation was made by and from, and the files it consists of.</summary>
internal sealed record DerivedManifest
{
    public const string FileName = "manifest.json";

    public int Format { get; init; } = 1;

    public int SchemaVersion { get; init; }

    public string Analyzer { get; init; } = "";

    public IReadOnlyList<DerivedFile> Sources { get; init; } = [];

    public IReadOnlyList<DerivedFile> Files { get; init; } = [];

    /// <summary>Null where it is missing or damaged.</summary>
    public static DerivedManifest? Read(string directory)
    {
        try
        {
            using var stream = File.OpenRead(Path.Combine(directory, FileName));
            return JsonSerializer.Deserialize(stream, DerivedJson.Default.DerivedManifest);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Write(string directory)
    {
        using var stream = File.Create(Path.Combine(directory, FileName));
        JsonSerializer.Serialize(stream, this, DerivedJson.Default.DerivedManifest);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Length and time of a file; a missing one has length -1.</summary>
    public static DerivedFile Stat(string path, string name)
    {
        var info = new FileInfo(path);
        return info.Exists ? new DerivedFile(name, info.Length, info.LastWriteTimeUtc.Ticks) : new DerivedFile(name, -1, 0);
    }
}

[JsonSerializable(typeof(DerivedManifest))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class DerivedJson : JsonSerializerContext;
