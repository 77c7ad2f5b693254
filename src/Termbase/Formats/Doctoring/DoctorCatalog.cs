using System.Collections.Immutable;
using Termbase.Formats.Po;
using Termbase.Formats.Xliff;

namespace Termbase.Formats.Doctoring;

/// <summary>The one list of doctors. Immutable and thread-safe.</summary>
public static class DoctorCatalog
{
    /// <summary>All doctors; the first that treats a file's ending is asked.</summary>
    public static ImmutableArray<IDoctor> All { get; } =
    [
        new TmxDoctor(),
        new TbxDoctor(),
        new TableDoctor(),
        new CheckedDoctor(new XliffFormat(), XliffChecker.Check, XliffRepairer.Repair),
        new CheckedDoctor(new PoFormat(), PoChecker.Check, PoRepairer.Repair),
    ];

    /// <summary>The doctor by the ending of a file name, or null.</summary>
    public static IDoctor? ForPath(string path) =>
        All.FirstOrDefault(d => d.Extensions.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase)));
}
