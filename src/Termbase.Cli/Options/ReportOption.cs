using System.CommandLine;
using System.Text;
using Termbase.Formats;

namespace Termbase.Cli.Options;

/// <summary>
/// <c>--format</c> and <c>-o</c> of a command that reports: without <c>--format</c> the ending of the file tells (<c>.html</c>, <c>.json</c>, <c>.csv</c>, <c>.tsv</c>).
/// </summary>
internal sealed class ReportOption
{
    private readonly string[] _names;

    public ReportOption(params string[] names)
    {
        _names = names;
        Format = FormatOption.Of(names);
        OnlyKnown(Output, Format, names);
    }

    public Option<string> Format { get; }

    public Option<string> Output { get; } = new("-o", "--output") { Description = "Write the report into a file; its ending tells the format.", HelpName = "FILE" };

    /// <summary>The format asked for; without <c>--format</c> the one that the ending of <paramref name="file"/> tells.</summary>
    public static string FormatOf(ParseResult parsed, Option<string> format, string? file, IEnumerable<string> names)
    {
        var asked = parsed.GetValue(format)!;
        if (file is null or "-" || parsed.GetResult(format) is not (null or { Implicit: true }))
        {
            return asked;
        }

        return FormatOf(file, names) ?? asked;
    }

    /// <summary>Refuses a file whose ending is that of no report, unless <c>--format</c> says what is to be in it.</summary>
    public static void OnlyKnown(Option output, Option<string> format, string[] names) => output.Validators.Add(result =>
    {
        if (result.Tokens is not [.., { Value: not "-" and var file }])
        {
            return;
        }

        if (result.GetResult(format) is { Implicit: false } asked)
        {
            // What is asked for may be called as one likes, but not as a memory or termbase.
            var name = asked.GetValue(format)!;
            if (FormatOf(file, names) != name && !InputDocuments.IsDocument(file) && OutputFile.IsOther(file, []))
            {
                result.AddError($"{file}: its ending is that of a memory or termbase, and what is written is a report ({name}); name another file");
            }
        }
        else if (FormatOf(file, names) is null && Path.GetExtension(file).ToLowerInvariant() is not ("" or ".txt" or ".log"))
        {
            result.AddError($"{file}: no report is written in {Path.GetExtension(file)}; endings that are: .txt {string.Join(' ', names.Where(static n => n is not ("text" or "github")).Select(static n => n == "junit" ? ".xml" : "." + n))}; or say --format");
        }
    });

    private static string? FormatOf(string file, IEnumerable<string> names)
    {
        var ending = file.EndsWith(".sarif.json", StringComparison.OrdinalIgnoreCase) ? "sarif" : Path.GetExtension(file).TrimStart('.').ToLowerInvariant();
        ending = ending switch { "htm" => "html", "xml" => "junit", _ => ending };
        return names.FirstOrDefault(n => n == ending);
    }

    /// <summary>Lets <paramref name="write"/> write in the format asked for, to standard output or the file.</summary>
    public void Write(ParseResult parsed, CliConsole console, Action<string, CliConsole> write)
    {
        var format = parsed.GetValue(Format)!;
        if (parsed.GetValue(Output) is not { } file || file == "-")
        {
            write(format, console);
            return;
        }

        format = FormatOf(parsed, Format, file, _names);
        OutputFile.KeepInput(console, file);
        OutputFile.KeepWorkspace(console, file, GlobalOptions.Open(parsed, console));
        AtomicFile.Write(console.FullPath(file), stream =>
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
            write(format, console with { Out = writer, Color = false });
        });
        console.Say($"{file}: written ({format}).");
    }
}
