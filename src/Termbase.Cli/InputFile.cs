using System.Text;
using Termbase.Formats;
using Termbase.Model;

namespace Termbase.Cli;

/// <summary>
/// A file that a command reads: one of the disk, or standard input (<c>-</c>), which is put into a temporary file first, since formats are
/// told by their content and some are read twice. Disposing deletes that file. Not thread-safe.
/// </summary>
internal sealed class InputFile : IDisposable
{
    private readonly bool _isTemporary;

    private InputFile(string name, string path, string hint, bool isTemporary) =>
        (Name, DiskPath, Hint, _isTemporary) = (name, path, hint, isTemporary);

    /// <summary>What messages call it.</summary>
    public string Name { get; }

    /// <summary>Where it lies.</summary>
    public string DiskPath { get; }

    /// <summary>A name whose ending tells the format: the file's own, else one that fits its content.</summary>
    public string Hint { get; }

    /// <summary>
    /// Takes the file that an argument names; <paramref name="format"/> and <paramref name="encoding"/> are what the user said of it, or null.
    /// With <paramref name="named"/> a file whose name says another format is copied to one that says this. Pipes are copied too.
    /// </summary>
    /// <exception cref="InputException">No such format, encoding or file, or the input cannot be kept.</exception>
    public static InputFile Of(CliConsole console, string argument, string? format, string? encoding = null, bool named = false)
    {
        var extension = format is null ? null : Ending(format);
        var from = encoding is null ? null : Encoding(encoding);
        var name = InputDocuments.NameOf(argument);
        var path = console.FullPath(argument);
        var place = Path.Combine(Path.GetTempPath(), "termbase-" + Path.GetRandomFileName()[..8]);
        try
        {
            using var input = argument == "-" ? console.In() : TextFile.OpenStream(path);
            if (argument != "-" && input.CanSeek && from is null && !(named && extension is not null && !argument.EndsWith(extension, StringComparison.OrdinalIgnoreCase)))
            {
                Refuse(path, name, extension);
                return new InputFile(name, path, extension is not null ? "-" + extension : IsKnown(path) ? path : path + Sniff(path), isTemporary: false);
            }

            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var file = new FileStream(place, options))
            {
                Leftovers.Begin(place);
                Copy(input, from, file);
            }

            Refuse(place, name, extension);
            extension ??= argument != "-" && IsKnown(path) ? EndingOf(path) : Sniff(place);
            Leftovers.Begin(place + extension);
            File.Move(place, place + extension);
            Leftovers.End(place);
            return new InputFile(name, place + extension, "-" + extension, isTemporary: true);
        }
        catch (InputException)
        {
            File.Delete(place);
            throw;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(place);
            throw new InputException(SourceLocation.File(name), "cannot be read: " + e.Message.ReplaceLineEndings(" "), e);
        }
    }

    /// <summary>Whether the ending is that of a bitext, and of no document.</summary>
    public static bool IsBitext(string path) => path != "-" && !InputDocuments.IsDocument(path) && FormatCatalog.ForPath(path) is not null;

    /// <summary>Opens it; the caller disposes the stream.</summary>
    public FileStream Open() => TextFile.OpenStream(DiskPath);

    public void Dispose()
    {
        if (_isTemporary)
        {
            File.Delete(DiskPath);
            Leftovers.End(DiskPath);
        }
    }

    // What the user says of the encoding is believed: the copy is UTF-8, and its mark stands above what an XML file declares.
    private static void Copy(Stream input, Encoding? from, FileStream file)
    {
        if (from is null)
        {
            input.CopyTo(file);
            return;
        }

        using var reader = new StreamReader(input, from, detectEncodingFromByteOrderMarks: true, 1 << 14);
        using var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 14);
        var buffer = new char[1 << 14];
        while (reader.Read(buffer) is > 0 and var length)
        {
            writer.Write(buffer, 0, length);
        }
    }

    private static Encoding Encoding(string name) => TextFile.EncodingByName(name)
        ?? throw new InputException($"'{name}' is no encoding that is known here; utf-8, utf-16, gb18030, big5 and the names of other code pages are");

    // The longest ending that a format knows: .multiterm.csv is more than .csv.
    private static string EndingOf(string path) =>
        FormatCatalog.Units.SelectMany(static f => f.Extensions).Concat(TermFormats.All.SelectMany(static f => f.Extensions))
            .Where(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase)).MaxBy(static e => e.Length)!;

    private static string Ending(string format) =>
        // XLIFF 2 has no ending of its own.
        FormatCatalog.ByName(format) is { } units ? units.Extensions is [var first, ..] ? first : ".xlf" : TermFormats.ByName(format)?.Extensions[0]
        ?? throw new InputException($"'{format}' is no format; formats: {string.Join(" ", FormatCatalog.Units.Select(static f => f.Name).Concat(TermFormats.All.Select(static f => f.Name)))}");

    private static bool IsKnown(string path) => FormatCatalog.ForPath(path) is not null || TermFormats.ForPath(path) is not null;

    // A known kind that is not read is called by its name, unless the user says that it is another.
    private static void Refuse(string path, string name, string? asked)
    {
        if (asked is null && ContentSniffer.Advice(Start(path)) is { } advice)
        {
            throw new InputException(SourceLocation.File(name), advice);
        }
    }

    private static string? Sniff(string path) => ContentSniffer.Extension(Start(path));

    private static ReadOnlySpan<byte> Start(string path)
    {
        using var stream = TextFile.OpenStream(path);
        var sample = new byte[ContentSniffer.Enough];
        var length = stream.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false);
        return sample.AsSpan(0, length);
    }
}
