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
    /// Takes the file that an argument names; <paramref name="format"/> is the name of a format that the user gave, or null. With
    /// <paramref name="named"/> a file whose name says another format is copied to one that says this.
    /// </summary>
    /// <exception cref="InputException">No such format or file, or standard input cannot be kept.</exception>
    public static InputFile Of(CliConsole console, string argument, string? format, bool named = false)
    {
        var extension = format is null ? null : Ending(format);
        if (argument != "-" && !(named && extension is not null && !argument.EndsWith(extension, StringComparison.OrdinalIgnoreCase)))
        {
            var path = console.FullPath(argument);
            return new InputFile(argument, path, extension is not null ? "-" + extension : IsKnown(path) || !File.Exists(path) ? path : path + Sniff(path), isTemporary: false);
        }

        var place = Path.Combine(Path.GetTempPath(), "termbase-" + Path.GetRandomFileName()[..8]);
        try
        {
            using (var file = new FileStream(place, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OperatingSystem.IsWindows() ? null : UnixFileMode.UserRead | UnixFileMode.UserWrite }))
            {
                using var input = argument == "-" ? console.In() : TextFile.OpenStream(console.FullPath(argument));
                input.CopyTo(file);
            }

            extension ??= Sniff(place);
            File.Move(place, place + extension);
            return new InputFile(argument == "-" ? "<stdin>" : argument, place + extension, "-" + extension, isTemporary: true);
        }
        catch (InputException)
        {
            File.Delete(place);
            throw;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(place);
            throw new InputException(SourceLocation.File(argument == "-" ? "<stdin>" : argument), "cannot be read: " + e.Message.ReplaceLineEndings(" "), e);
        }
    }

    /// <summary>Opens it; the caller disposes the stream.</summary>
    public FileStream Open() => TextFile.OpenStream(DiskPath);

    public void Dispose()
    {
        if (_isTemporary)
        {
            File.Delete(DiskPath);
        }
    }

    private static string Ending(string format) =>
        FormatCatalog.ByName(format)?.Extensions[0] ?? TermFormats.ByName(format)?.Extensions[0]
        ?? throw new InputException($"'{format}' is no format; formats: {string.Join(" ", FormatCatalog.Units.Select(static f => f.Name).Concat(TermFormats.All.Select(static f => f.Name)))}");

    private static bool IsKnown(string path) => FormatCatalog.ForPath(path) is not null || TermFormats.ForPath(path) is not null;

    private static string? Sniff(string path)
    {
        using var stream = TextFile.OpenStream(path);
        var sample = new byte[ContentSniffer.Enough];
        var length = stream.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false);
        return ContentSniffer.Extension(sample.AsSpan(0, length));
    }
}
