using System.ComponentModel;
using System.Diagnostics;

namespace Termbase.Tests.Formats;

/// <summary>Programs of others that read what we write; a test skips with a reason where one is missing, except in CI.</summary>
internal static class Clients
{
    internal static (int Status, string Output, string Error) Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["LC_ALL"] = "C.UTF-8";
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, error.Result);
        }
        catch (Win32Exception e)
        {
            Missing($"{program} cannot be run: {e.Message}");
            throw;
        }
    }

    internal static void Missing(string reason)
    {
        if (Environment.GetEnvironmentVariable("CI") is "true")
        {
            Assert.Fail(reason);
        }

        Assert.Skip(reason);
    }

    /// <summary>A file in a folder of the test's own, gone afterwards.</summary>
    internal sealed class TemporaryFile : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("termbase-test-").FullName;

        internal TemporaryFile(string name, byte[] content)
        {
            Path = System.IO.Path.Combine(_folder, name);
            File.WriteAllBytes(Path, content);
        }

        internal string Path { get; }

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}
