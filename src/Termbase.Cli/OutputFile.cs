using System.Text;
using Termbase.Formats;

namespace Termbase.Cli;

/// <summary>Where a command writes a file: beside its place and renamed, or standard output (<c>-</c>).</summary>
internal static class OutputFile
{
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
