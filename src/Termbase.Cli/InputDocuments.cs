using System.Text;
using Termbase.Documents;
using Termbase.Formats;
using Termbase.Model;

namespace Termbase.Cli;

/// <summary>
/// The documents that a command line names: files, folders (recursing), <c>-</c> for standard input. One that cannot be read is told in a line and
/// the others are still processed; <see cref="Status"/> is 2 then.
/// </summary>
internal sealed class InputDocuments(CliConsole console)
{
    /// <summary>What messages and output call standard input.</summary>
    public const string StandardInput = "<stdin>";

    private static readonly string[] s_extensions = [".txt", ".md", ".markdown", ".html", ".htm"];

    /// <summary>0, or 2 once an input could not be read.</summary>
    public int Status { get; private set; }

    /// <summary>Files named by paths; folders give their documents (and what <paramref name="also"/> accepts) in ordinal order.</summary>
    public IEnumerable<string> Expand(IEnumerable<string> paths, Func<string, bool>? also = null) => Expand(
        paths, f => IsDocument(f) || also?.Invoke(f) == true, $"no {(also is null ? "document" : "document or bitext")} in this folder (looked for {string.Join(" ", s_extensions)}{(also is null ? "" : " and bitexts")}).");

    /// <summary>Files named by paths; folders give what <paramref name="accepts"/> takes, and <paramref name="nothing"/> is told where that is nothing.</summary>
    public IEnumerable<string> Expand(IEnumerable<string> paths, Func<string, bool> accepts, string nothing)
    {
        // A file that is named twice, or by its folder too, is one file.
        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (InputFolder.Files(console, path, accepts) is not { } files)
            {
                files = [path];
            }
            else if (files.Count == 0)
            {
                Fail($"{path}: {nothing}");
            }

            foreach (var file in files.Where(f => met.Add(f == "-" ? f : console.FullPath(f))))
            {
                yield return file;
            }
        }
    }

    /// <summary>Whether the file's ending is that of a document.</summary>
    public static bool IsDocument(string path) => s_extensions.Contains(Path.GetExtension(path).ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>Reads documents one by one.</summary>
    public IEnumerable<Document> Read(IEnumerable<string> paths)
    {
        foreach (var path in Expand(paths))
        {
            if (Try(path) is { } document)
            {
                yield return document;
            }
        }
    }

    /// <summary>The text of a file or of standard input, which can be read once.</summary>
    /// <exception cref="InputException">Missing, unreadable or binary.</exception>
    public string ReadText(string path)
    {
        if (path != "-")
        {
            var text = TextFile.Read(console.FullPath(path), ToldOf(path));
            return IsDocument(path) || ContentSniffer.TermbaseAdvice(text[..Math.Min(text.Length, ContentSniffer.Enough)]) is not { } advice ? text
                : throw new InputException(SourceLocation.File(path), advice);
        }

        using var memory = new MemoryStream();
        using var input = console.In();
        input.CopyTo(memory);
        var sample = memory.GetBuffer().AsSpan(0, (int)Math.Min(memory.Length, ContentSniffer.Enough));
        if (ContentSniffer.Extension(sample) is (".tmx" or ".xlf" or ".po" or ".tbx") and var ending)
        {
            // Read as running text its tags would count as words.
            throw new InputException($"{StandardInput}: is a {ending[1..].ToUpperInvariant()} file, which is read here by its name only; save it as a file{ending} and name that");
        }

        return TextFile.Decode(memory.GetBuffer().AsSpan(0, (int)memory.Length), StandardInput, out _);
    }

    /// <summary>Reads one document, or tells why not and returns null. One that holds no text is told as well (but to a caller that tells it), and read.</summary>
    public Document? Try(string path, bool tellEmpty = true)
    {
        try
        {
            var text = ReadText(path);
            if (tellEmpty && string.IsNullOrWhiteSpace(text))
            {
                TellEmpty(path);
            }

            return DocumentReader.Read(NameOf(path), text);
        }
        catch (InputException e)
        {
            // Told under the name that the user gave.
            Fail(e.Location is { } at ? $"{at with { Path = path }}: {e.Message}" : e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Fail($"{path}: {e.Message.ReplaceLineEndings(" ")}");
        }

        return null;
    }

    /// <summary>What messages and output call an input.</summary>
    public static string NameOf(string path) => path == "-" ? StandardInput : path;

    /// <summary>Tells that an input holds nothing, which is no error.</summary>
    public void TellEmpty(string path) => console.Error.WriteLine($"{NameOf(path)}: holds no text");

    /// <summary>Tells what an exception says of an input.</summary>
    public void Fail(InputException e, string path) =>
        Fail(e.Location is { } at ? $"{console.Shown(at with { Path = at.Path == console.FullPath(path) ? path : at.Path })}: {e.Message}" : e.Message);

    /// <summary>Tells that an input could not be read.</summary>
    public void Fail(string line)
    {
        console.Error.WriteLine("termbase: " + line);
        Status = CliApp.BadInput;
    }

    // What is worth knowing of a file that could be read: its encoding where that is not UTF-8.
    private ReadLog ToldOf(string path) => new(problem => console.Say($"{problem.Location with { Path = path }}: {problem.Message}"));

    /// <summary>An input could not be read, and that was told.</summary>
    public void Fail() => Status = CliApp.BadInput;
}
