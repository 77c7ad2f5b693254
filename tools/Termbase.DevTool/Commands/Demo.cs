using Termbase.Cli;

namespace Termbase.DevTool.Commands;

/// <summary><c>demo</c>: the main job on a fresh clone. Lints the demo documents against the shipped glossary and exports the shipped memory.</summary>
internal static class Demo
{
    public const string Usage = "(no arguments): lints tools/demo, looks a term up, exports out/termbase.tmx";

    private static readonly string[][] s_steps =
    [
        ["lint", "tools/demo", "--fail-on", "never"],
        ["lookup", "社会资本"],
        ["export", "tmx", "-o", "out/termbase.tmx"],
    ];

    public static int Run(string[] args)
    {
        var root = Repository.Root();
        Directory.CreateDirectory(Path.Combine(root, "out"));
        var console = CliConsole.System() with { Directory = root };
        foreach (var step in s_steps)
        {
            console.Out.WriteLine($"$ termbase {string.Join(' ', step)}");
            console.Out.Flush();
            var status = CliApp.Run(step, console);
            if (status != 0)
            {
                return status;
            }

            console.Out.WriteLine();
        }

        console.Out.WriteLine("Next: dotnet run --project src/Termbase.Cli -- --help");
        console.Out.Flush();
        return 0;
    }
}
