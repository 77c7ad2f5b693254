namespace Termbase.DevTool.Faults;

/// <summary>Cuts and changes the files of a sound index, one after the other, and looks at what the command line then says and finds.</summary>
internal static class DamageRun
{
    private static readonly string[] s_search = ["search", "编号17，", "--max", "1"];
    private static readonly string[] s_match = ["match", "共同推进各项任务落实", "--min", "30"];

    public static int Run(FaultWorkspace workspace, CliChild cli, Random random)
    {
        workspace.Put(1);
        cli.Run(null, "index");
        var cut = 0;
        var bad = 0;
        foreach (var (index, command) in new[] { ("units", s_search), ("match", s_match) })
        {
            var sound = cli.Run(null, command);
            foreach (var name in Files(workspace.Current(index)))
            {
                var path = Path.Combine(workspace.Current(index), name);
                if (!File.Exists(path))
                {
                    continue; // The rebuilt index has other files.
                }

                cut++;
                using (var file = new FileStream(path, FileMode.Open))
                {
                    file.SetLength(file.Length / 2);
                }

                var run = cli.Run(null, command);
                var told = run.Lines.Count(static l => l.Contains("rebuilding it", StringComparison.Ordinal));
                if (run.Status != 0 || told != 1 || run.Out != sound.Out || run.Lines.Length > sound.Lines.Length + 1)
                {
                    bad++;
                    Console.WriteLine($"{index}/{name} cut off: status {run.Status}: {run.Error}");
                }
            }
        }

        Console.WriteLine($"cut off: {cut} files, one after the other: {cut - bad} times one line, an index built anew and the same answer");
        return bad + Changed(workspace, cli, random);
    }

    private static List<string> Files(string folder) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path)).Where(static n => n != "lease")];

    private static int Changed(FaultWorkspace workspace, CliChild cli, Random random)
    {
        const int Times = 10;
        var bad = 0;
        var sound = cli.Run(null, s_match);
        for (var i = 0; i < Times; i++)
        {
            var files = Directory.GetFiles(workspace.Current("match"), "*.tbm");
            using (var file = new FileStream(files[random.Next(files.Length)], FileMode.Open))
            {
                var bytes = new byte[64];
                random.NextBytes(bytes);
                file.Position = random.NextInt64(file.Length - bytes.Length);
                file.Write(bytes);
            }

            // Bytes that changed in place may go unnoticed by a search, but must not end the program; `index` reads them all.
            var run = cli.Run(null, s_match);
            var mended = cli.Run(null, "index");
            var again = cli.Run(null, s_match);
            if (run.Status is not (0 or 2) || run.Lines.Length > sound.Lines.Length + 1 || mended.Status != 0 || again.Out != sound.Out)
            {
                bad++;
                Console.WriteLine($"changed in place: status {run.Status}: {run.Error}; then {mended.Status}: {mended.Error}");
            }
        }

        Console.WriteLine($"changed in place: {Times} times 64 bytes of a match index: {Times - bad} times no crash, and right again after 'index'");
        return bad;
    }
}
