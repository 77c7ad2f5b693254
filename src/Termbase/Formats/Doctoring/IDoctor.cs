using Termbase.Model;

namespace Termbase.Formats.Doctoring;

/// <summary>Examines files of one kind. Implementations are stateless and thread-safe.</summary>
public interface IDoctor
{
    /// <summary>File name endings with the dot, lower case.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>
    /// Examines a file: everything found goes to <paramref name="report"/> in the order of the file as far as it can. With
    /// <paramref name="importer"/> also what that tool would refuse, drop or misread.
    /// </summary>
    /// <exception cref="InputException">Nothing of the file can be read.</exception>
    void Examine(string path, Importer importer, DoctorReport report);

    /// <summary>Whether anything is known of what <paramref name="importer"/> makes of such a file; where not, nothing was foretold.</summary>
    bool Foretells(string path, Importer importer);

    /// <summary>Writes what is sound of a file, repaired; returns the number of units or renderings.</summary>
    /// <exception cref="InputException">Nothing of the file can be read.</exception>
    long Repair(string path, Stream output, ReadLog log);
}

/// <summary>A tool whose import is foretold.</summary>
public enum Importer
{
    /// <summary>None.</summary>
    Any,

    /// <summary>OmegaT.</summary>
    OmegaT,

    /// <summary>Trados Studio.</summary>
    Trados,

    /// <summary>memoQ.</summary>
    MemoQ,

    /// <summary>Weblate, and translate-toolkit under it.</summary>
    Weblate,

    /// <summary>Okapi.</summary>
    Okapi,
}
