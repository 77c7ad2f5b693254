using System.Text.Json;

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
            // By hand: the serializer's metadata alone takes longer than a lookup.
            using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(directory, FileName)));
            var root = json.RootElement;
            return new DerivedManifest
            {
                Format = root.GetProperty("format").GetInt32(),
                SchemaVersion = root.GetProperty("schemaVersion").GetInt32(),
                Analyzer = root.GetProperty("analyzer").GetString() ?? "",
                Sources = ReadFiles(root.GetProperty("sources")),
                Files = ReadFiles(root.GetProperty("files")),
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Write(string directory)
    {
        using var stream = File.Create(Path.Combine(directory, FileName));
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("format", Format);
            json.WriteNumber("schemaVersion", SchemaVersion);
            json.WriteString("analyzer", Analyzer);
            WriteFiles(json, "sources", Sources);
            WriteFiles(json, "files", Files);
            json.WriteEndObject();
        }

        stream.Flush(flushToDisk: true);
    }

    /// <summary>Length and time of a file; a missing one has length -1.</summary>
    public static DerivedFile Stat(string path, string name)
    {
        var info = new FileInfo(path);
        return info.Exists ? new DerivedFile(name, info.Length, info.LastWriteTimeUtc.Ticks) : new DerivedFile(name, -1, 0);
    }

    private static List<DerivedFile> ReadFiles(JsonElement array)
    {
        var files = new List<DerivedFile>(array.GetArrayLength());
        foreach (var file in array.EnumerateArray())
        {
            files.Add(new DerivedFile(
                file.GetProperty("path").GetString() ?? "", file.GetProperty("length").GetInt64(), file.GetProperty("modified").GetInt64()));
        }

        return files;
    }

    private static void WriteFiles(Utf8JsonWriter json, string name, IReadOnlyList<DerivedFile> files)
    {
        json.WriteStartArray(name);
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("path", file.Path);
            json.WriteNumber("length", file.Length);
            json.WriteNumber("modified", file.Modified);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
