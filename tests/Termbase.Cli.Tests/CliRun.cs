using System.Text;
using Termbase.Cli;

namespace Termbase.Cli.Tests;

/// <summary>One run of the command line in this process, in a folder of its own.</summary>
internal sealed class CliRun : IDisposable
{
    public CliRun() => Folder = System.IO.Directory.CreateTempSubdirectory("termbase-test-").FullName;

    public string Folder { get; }

    public string Out { get; private set; } = "";

    public string Error { get; private set; } = "";

    public byte[] Input { get; set; } = [];

    /// <summary>The current folder, from <see cref="Folder"/>.</summary>
    public string Directory { get; set; } = "";

    public int Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var console = new CliConsole { Out = output, Error = error, In = () => new MemoryStream(Input), Directory = Path.Combine(Folder, Directory) };
        var status = CliApp.Run(args, console);
        (Out, Error) = (output.ToString(), error.ToString());
        return status;
    }

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose()
    {
        try
        {
            System.IO.Directory.Delete(Folder, recursive: true);
        }
        catch (IOException)
        {
            // A file still mapped by the process: the system's temp folder is cleaned by itself.
        }
    }
}
