using System.Text;

namespace Termbase.Cli;

/// <summary>Messages that nobody may be there to read: one that cannot be written (standard error is closed, its disk is full) ends nothing.</summary>
/// <param name="inner">Where they go.</param>
/// <param name="data">What is written out before each message; null where that stands elsewhere.</param>
internal sealed class MessageWriter(TextWriter inner, TextWriter? data = null) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Try(value, static (w, v) => w.Write(v));

    public override void Write(string? value) => Try(value, static (w, v) => w.Write(v));

    public override void WriteLine(string? value) => Try(value, static (w, v) => w.WriteLine(v));

    public override void Flush() => Try(0, static (w, _) => w.Flush());

    private void Try<T>(T value, Action<TextWriter, T> write)
    {
        try
        {
            data?.Flush();
            write(inner, value);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}
