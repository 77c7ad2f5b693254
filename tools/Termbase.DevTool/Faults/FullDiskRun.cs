using System.Diagnostics;

namespace Termbase.DevTool.Faults;

/// <summary>A refresh on a disk that fills up: one line, and the state before stays.</summary>
internal static class FullDiskRun
{
    public static int Run(string? program)
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
        {
            Console.WriteLine("full disk: skipped, mounting a small tmpfs needs root on Linux");
            return 0;
        }

        var folder = Directory.CreateTempSubdirectory("termbase-full-").FullName;
        if (Mount("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder) is { } reason)
        {
            Directory.Delete(folder);
            Console.WriteLine($"full disk: skipped, a tmpfs cannot be mounted here: {reason}");
            return 0;
        }

        string? held = null;
        var bad = 0;
        try
        {
            bad = OnSmallDisk(Path.Combine(folder, "workspace"), program);
        }
        finally
        {
            held = Mount("umount", folder);
        }

        if (held is not null)
        {
            Console.WriteLine($"full disk: a file of an index is still open: {held}");
            return bad + 1;
        }

        Directory.Delete(folder);
        return bad;
    }

    private static int OnSmallDisk(string root, string? program)
    {
        Directory.CreateDirectory(root);
        var workspace = new FaultWorkspace(root, 3000);
        var cli = CliChild.Of(program, root);
        workspace.Put(1);
        var built = cli.Run(null, "index");
        workspace.Put(2);
        var ballast = Path.Combine(root, "ballast");
        try
        {
            using var file = new FileStream(ballast, FileMode.Create, FileAccess.Write, FileShare.None, 1);
            for (var block = new byte[4096]; ;)
            {
                file.Write(block);
            }
        }
        catch (IOException)
        {
            // Full.
        }

        using (var file = new FileStream(ballast, FileMode.Open))
        {
            file.SetLength(Math.Max(0, file.Length - 40_960));
        }

        var bad = built.Status == 0 ? 0 : 1;
        foreach (var command in new string[][] { ["search", "状态"], ["match", "共同推进"], ["index"] })
        {
            var run = cli.Run(null, command);
            bad += run.Status == 2 && run.Lines.Length == 1 ? 0 : 1;
            Console.WriteLine($"full disk: {command[0]}: status {run.Status}: {run.Error.Trim()}");
        }

        File.Delete(ballast);
        foreach (var index in FaultWorkspace.Indexes)
        {
            if (workspace.Check(index, 1) is { } problem)
            {
                bad++;
                Console.WriteLine($"full disk: {index}: {problem}");
            }
        }

        workspace.Put(2);
        bad += cli.Run(null, "index").Status == 0 && workspace.Check("match", 2) is null && workspace.Check("units", 2) is null ? 0 : 1;
        Console.WriteLine($"full disk: {(bad == 0 ? "one line each, the state before was whole, and with room again the new one was built" : "NOT as it should be")}");
        workspace.Remove();
        return bad;
    }

    private static string? Mount(string program, params string[] args)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : error;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return e.Message;
        }
    }
}
