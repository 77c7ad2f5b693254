using System.Collections.Concurrent;
using System.Text;
using Termbase.Model;

namespace Termbase.Cli;

/// <summary>Where a command reads and writes; the tests put memory in its place. Data goes to <see cref="Out"/>, all else to <see cref="Error"/>.</summary>
public sealed record CliConsole
{
    // How the user wrote the paths that were asked for, by what they mean.
    private readonly ConcurrentDictionary<string, string> _written = new(StringComparer.Ordinal);

    /// <summary>Data.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Messages and progress.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Standard input as bytes, opened when asked for.</summary>
    public required Func<Stream> In { get; init; }

    /// <summary>Whether <see cref="Out"/> shows colour.</summary>
    public bool Color { get; init; }

    /// <summary>Whether <see cref="Error"/> is a terminal that can show progress.</summary>
    public bool Interactive { get; init; }

    /// <summary>Cells of a line on the terminal.</summary>
    public int Width { get; init; } = 100;

    /// <summary>No messages that are not needed.</summary>
    public bool Quiet { get; init; }

    /// <summary>The folder that relative paths start from.</summary>
    public string Directory { get; init; } = Environment.CurrentDirectory;

    /// <summary>The process's own console, in UTF-8.</summary>
    public static CliConsole System()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        if (OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = utf8;
        }

        var terminal = !Console.IsOutputRedirected;
        TextWriter output = new StreamWriter(Console.OpenStandardOutput(), utf8, 1 << 14) { AutoFlush = false, NewLine = "\n" };
        var error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true, NewLine = "\n" };

        // On one terminal data and messages stand in the order in which they were written.
        var isOne = terminal && !Console.IsErrorRedirected;
        output = isOne ? TextWriter.Synchronized(output) : output;
        return new CliConsole
        {
            Out = output,
            Error = new MessageWriter(error, isOne ? output : null),
            In = Console.OpenStandardInput,
            Color = terminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
                && !string.Equals(Environment.GetEnvironmentVariable("TERM"), "dumb", StringComparison.Ordinal),
            Interactive = !Console.IsErrorRedirected && !string.Equals(Environment.GetEnvironmentVariable("TERM"), "dumb", StringComparison.Ordinal),
            Width = terminal && Console.WindowWidth > 20 ? Console.WindowWidth : 100,
        };
    }

    /// <summary>A line on <see cref="Error"/>, left out with <c>-q</c>.</summary>
    public void Say(string message)
    {
        if (!Quiet)
        {
            Error.WriteLine(message);
        }
    }

    /// <summary>A path as the user named it; one that he did not name from the current folder where it stands below it, else absolute.</summary>
    public string Shown(string path)
    {
        if (_written.TryGetValue(path, out var written))
        {
            return written;
        }

        var relative = Path.IsPathRooted(path) ? Path.GetRelativePath(Directory, path) : path;
        if (!relative.StartsWith("..", StringComparison.Ordinal))
        {
            return relative;
        }

        // In a folder that he named, by that name.
        for (var folder = Path.GetDirectoryName(path); !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
        {
            if (_written.TryGetValue(folder, out var named))
            {
                return Path.Combine(named, Path.GetRelativePath(folder, path));
            }
        }

        return path;
    }

    /// <summary>A place, with its path as <see cref="Shown(string)"/>.</summary>
    public string Shown(SourceLocation location) => (location with { Path = Shown(location.Path) }).ToString();

    /// <summary>Absolute paths that the command was told of until now.</summary>
    public IEnumerable<string> Named => _written.Keys;

    /// <summary>An absolute path; <see cref="Shown(string)"/> gives back what it was made of.</summary>
    public string FullPath(string path)
    {
        var full = Path.GetFullPath(path, Directory);
        _written.TryAdd(full, path);
        return full;
    }
}
