using System.Text;
using Termbase.Formats.Tmx;
using Termbase.Model;

namespace Termbase.Formats.OmegaT;

/// <summary>What was written into an OmegaT project folder.</summary>
/// <param name="Trusted">Units in <c>tm/</c>.</param>
/// <param name="Penalised">Units in <c>tm/penalty-30/</c>.</param>
/// <param name="Terms">Lines of the glossary.</param>
public sealed record OmegaTFolderCounts(long Trusted, long Penalised, int Terms);

/// <summary>
/// Writes what can be copied over an OmegaT project: reviewed, published and human units in <c>tm/</c>, all others (mined, aligned,
/// machine-made, of unknown origin) in <c>tm/penalty-30/</c>, where OmegaT takes 30 points off their scores, and
/// <c>glossary/termbase.txt</c> (<c>glossary.txt</c> is where OmegaT keeps the terms that its translator adds). Nothing goes to <c>tm/auto/</c>, whose units OmegaT inserts unasked. Stateless.
/// </summary>
public static class OmegaTFolder
{
    /// <summary>Writes the folder; files of the same names are replaced as a whole. Enumerates <paramref name="units"/> once.</summary>
    /// <exception cref="InputException">The folder may not be written.</exception>
    public static OmegaTFolderCounts Write(
        string dir, IEnumerable<TranslationUnit> units, Glossary glossary, UnitWriteOptions? options = null, Action<Rendering, string>? onTermProblem = null)
    {
        options ??= new UnitWriteOptions();
        string trustedPath = Path.Combine(dir, "tm", "termbase.tmx"), otherPath = Path.Combine(dir, "tm", "penalty-30", "termbase.tmx");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(otherPath)!);
            Directory.CreateDirectory(Path.Combine(dir, "glossary"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(SourceLocation.File(dir), "cannot be written: " + TextFile.OneLine(e.Message), e);
        }

        long trusted = 0, penalised = 0;
        var terms = 0;
        AtomicFile.Write(trustedPath, first => AtomicFile.Write(otherPath, second =>
        {
            using var good = new TmxWriter(first, options);
            using var other = new TmxWriter(second, options);
            foreach (var unit in units)
            {
                (IsTrusted(unit) ? good : other).Write(unit);
            }

            good.Finish();
            other.Finish();
            (trusted, penalised) = (good.Count, other.Count);
        }));
        AtomicFile.Write(Path.Combine(dir, "glossary", "termbase.txt"), stream =>
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
            terms = OmegaTGlossaryWriter.Write(writer, glossary.Renderings, options.ZhFirst, onTermProblem);
        });
        return new OmegaTFolderCounts(trusted, penalised, terms);
    }

    /// <summary>Whether <see cref="Write"/> may fill a folder: it is not there, is empty, is an OmegaT project, or was filled by it before.</summary>
    public static bool MayFill(string dir) =>
        !Directory.Exists(dir) || !Directory.EnumerateFileSystemEntries(dir).Any()
        || File.Exists(Path.Combine(dir, "omegat.project")) || File.Exists(Path.Combine(dir, "tm", "termbase.tmx"));

    /// <summary>Whether a person stands behind the unit.</summary>
    public static bool IsTrusted(TranslationUnit unit) =>
        unit.Status is UnitStatus.Reviewed or UnitStatus.Published || unit.Origin == UnitOrigin.Human;
}
