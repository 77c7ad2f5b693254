using Termbase.Model;

namespace Termbase.Formats;

/// <summary>
/// A file format that holds translation units. Reading streams: units come one by one in constant memory, bad ones go to the log.
/// Implementations are stateless and thread-safe.
/// </summary>
public interface IUnitFormat
{
    /// <summary>Short name (<c>tmx</c>), as the command line takes it.</summary>
    string Name { get; }

    /// <summary>File name endings with the dot, lower case.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>Reads units. The stream is left open. Throws <see cref="InputException"/> only where nothing at all can be read.</summary>
    IEnumerable<TranslationUnit> Read(Stream stream, string path, ReadLog log);

    /// <summary>Writes units; returns the number written. The stream is left open.</summary>
    long Write(Stream stream, IEnumerable<TranslationUnit> units, UnitWriteOptions options);
}

/// <summary>How units are written. Immutable.</summary>
public sealed record UnitWriteOptions
{
    /// <summary>Whether Chinese is the first side.</summary>
    public bool ZhFirst { get; init; } = true;

    /// <summary>BCP 47 tag of the Chinese side.</summary>
    public string ZhTag { get; init; } = "zh-CN";

    /// <summary>BCP 47 tag of the English side.</summary>
    public string EnTag { get; init; } = "en-US";

    /// <summary>Whether sides in further languages are written too.</summary>
    public bool KeepOtherLanguages { get; init; }

    /// <summary>
    /// Gives the header to keep where TMX is written from TMX (<see cref="ReadLog.Header"/>). Asked once, after the first unit was taken.
    /// </summary>
    public Func<Tmx.TmxHeader?>? Header { get; init; }

    /// <summary>Called with each unit that could not be written as it is, and why.</summary>
    public Action<TranslationUnit, string>? OnProblem { get; init; }
}
