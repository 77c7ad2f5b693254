using System.Globalization;
using Termbase.DevTool.Faults;

namespace Termbase.DevTool.Commands;

/// <summary>
/// <c>faults [--kills N] [--seconds N] [--units N] [--cli PROGRAM] [--seed N]</c>: kills builds of the indexes at random moments, reads while
/// they are refreshed, cuts and changes their files and fills the disk. Ends with 1 where anything was lost or not told in one line.
/// </summary>
internal static class FaultsCommand
{
    public const string Usage = "[--kills 200] [--seconds 1800] [--units 5000] [--cli PROGRAM] [--seed 1]: kills, full disks and damage against the indexes";

    public static int Run(string[] args)
    {
        var program = Option(args, "--cli");
        var random = new Random(Number(args, "--seed", 1));
        var root = Directory.CreateTempSubdirectory("termbase-faults-").FullName;
        var workspace = new FaultWorkspace(root, Number(args, "--units", 5000));
        var cli = CliChild.Of(program is null ? null : Path.GetFullPath(program), root);
        var bad = KillRun.Run(workspace, cli, Number(args, "--kills", 200), random, TimeSpan.FromSeconds(Number(args, "--seconds", 1800)));
        bad += ReaderRun.Run(workspace, cli, refreshes: 10, TimeSpan.FromMinutes(1));
        bad += DamageRun.Run(workspace, cli, random);
        bad += FullDiskRun.Run(program is null ? null : Path.GetFullPath(program));
        workspace.Remove();
        Console.WriteLine(bad == 0 ? "all well" : $"{bad} things went wrong");
        return bad == 0 ? 0 : 1;
    }

    private static string? Option(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    private static int Number(string[] args, string name, int otherwise) =>
        Option(args, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
