using System.Text;
using Termbase.Formats;
using Termbase.Model;

namespace Termbase.Cli;

/// <summary>Where a command writes a file: beside its place and renamed, or standard output (<c>-</c>).</summary>
internal static class OutputFile
{
    /// <summary>What messages call an output.</summary>
    public static string NameOf(string path) => path == "-" ? "<stdout>" : path;

    /// <summary>Lets <paramref name="write"/> fill the file. Only text in UTF-8 goes to standard output.</summary>
    public static void Write(CliConsole console, string path, Action<Stream> write)
    {
        if (path != "-")
        {
            AtomicFile.Write(console.FullPath(path), write);
            return;
        }

        using var stream = new TextStream(console.Out);
        write(stream);
    }

    /// <summary>Refuses an output in the place of a file that the command reads; links are followed.</summary>
    /// <exception cref="InputException">The file is there and was named before.</exception>
    public static void KeepInput(CliConsole console, string output) => KeepInput(console, output, console.Named);

    /// <summary>The same, where only <paramref name="inputs"/> are not to be written over.</summary>
    /// <exception cref="InputException">It is one of them.</exception>
    public static void KeepInput(CliConsole console, string output, IEnumerable<string> inputs)
    {
        if (output != "-" && Real(Path.GetFullPath(output, console.Directory)) is var full && File.Exists(full)
            && inputs.Any(f => f != "-" && Real(Path.GetFullPath(f, console.Directory)) == full))
        {
            throw new InputException(SourceLocation.File(output), "is read by this very command and is not written over: name another file");
        }
    }

    /// <summary>Refuses an output that is one of the workspace's own files, which the workspace reads.</summary>
    /// <exception cref="InputException">It is its termbase.toml, or one of its glossaries or memories.</exception>
    public static void KeepWorkspace(CliConsole console, string output, Workspaces.Workspace workspace)
    {
        var full = Real(Path.GetFullPath(output, console.Directory));
        if (output != "-" && workspace.GlossaryFiles.Concat(workspace.MemoryFiles).Append(workspace.ConfigPath).OfType<string>().Any(f => Real(Path.GetFullPath(f)) == full))
        {
            throw new InputException(SourceLocation.File(output), "is a file of the workspace, which is read here, and is not written over: name another file");
        }
    }

    /// <summary>Whether two paths lead to one file; links are followed.</summary>
    public static bool IsSame(CliConsole console, string one, string other) =>
        Real(Path.GetFullPath(one, console.Directory)) == Real(Path.GetFullPath(other, console.Directory));

    /// <summary>Whether the ending is that of a memory or termbase, and none of <paramref name="own"/>.</summary>
    public static bool IsOther(string output, IEnumerable<string> own) =>
        output != "-" && (FormatCatalog.ForPath(output) is not null || TermFormats.ForPath(output) is not null)
        && !own.Any(e => output.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Refuses to write <paramref name="output"/> over <paramref name="input"/>, the only copy of <paramref name="refused"/> units that could
    /// not be read and that the output therefore lacks.
    /// </summary>
    /// <exception cref="InputException">They are one file, and units were refused.</exception>
    public static void KeepRefused(CliConsole console, string output, string input, long refused)
    {
        if (refused > 0 && output != "-" && input != "-" && Real(console.FullPath(output)) == Real(console.FullPath(input)))
        {
            throw new InputException(
                SourceLocation.File(output),
                FormattableString.Invariant($"not written over, for it is the only copy of {refused} {(refused == 1 ? "unit or row" : "units or rows")} that could not be read: write to another file, or mend it first (termbase doctor {output} --repair OUT)"));
        }
    }

    /// <summary>
    /// Refuses to put an output that holds nothing in the place of what is there. Where nothing of <paramref name="input"/> could be read none is
    /// written at all; an empty input becomes an empty output only where that replaces nothing.
    /// </summary>
    /// <exception cref="InputException">Nothing is written.</exception>
    public static void KeepOld(CliConsole console, string output, string input, long written, ReadLog log)
    {
        if (written > 0 || output == "-")
        {
            return;
        }

        var old = new FileInfo(console.FullPath(output)) is { Exists: true, Length: > 0 } ? "; the file there stays as it was" : "";
        if (log.Kept == 0 && (log.Refused > 0 || log.HasUnreadableFile))
        {
            throw new InputException(SourceLocation.File(output), FormattableString.Invariant($"not written{old}: nothing of {input} could be read ({log.Refused} of {log.Read} left out)"));
        }

        if (old.Length > 0)
        {
            throw new InputException(SourceLocation.File(output), $"not written{old}: {input} {(log.Read == 0 ? "holds nothing" : "holds nothing that can be written here")}");
        }
    }

    private static string Real(string path) => File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;

    /// <summary>UTF-8 bytes in, characters out.</summary>
    private sealed class TextStream(TextWriter writer) : Stream
    {
        private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
        private readonly char[] _characters = new char[4096];

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            while (!buffer.IsEmpty)
            {
                _decoder.Convert(buffer, _characters, flush: false, out var used, out var made, out _);
                writer.Write(_characters, 0, made);
                buffer = buffer[used..];
            }
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Flush() => writer.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
