using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Termbase.Cli.Options;
using Termbase.Model;
using Termbase.Workspaces;

namespace Termbase.Cli;

/// <summary>The command line: parses, runs one command, and turns every failure into one clear line and an exit status.</summary>
public static class CliApp
{
    /// <summary>Nothing to report.</summary>
    public const int Fine = 0;

    /// <summary>Findings at or above the level asked for.</summary>
    public const int Findings = 1;

    /// <summary>Bad usage, or an input that could not be read.</summary>
    public const int BadInput = 2;

    /// <summary>Runs the command line; returns the exit status: 0 fine, 1 findings, 2 bad usage or input.</summary>
    public static int Run(string[] args, CliConsole console)
    {
        try
        {
            var status = Parse(args, console);
            Flush(console);
            return status;
        }
        catch (InputException e)
        {
            console.Error.WriteLine(e.Location is { } at ? $"termbase: {console.Shown(at)}: {e.Message}" : $"termbase: {e.Message}");
            return BadInput;
        }
        catch (OperationCanceledException)
        {
            console.Error.WriteLine("termbase: cancelled");
            return BadInput;
        }
        catch (InvalidDataException e)
        {
            console.Error.WriteLine($"termbase: {OneLine(e.Message)}; 'termbase index' builds anew what is damaged.");
            return BadInput;
        }
        catch (UnauthorizedAccessException e)
        {
            console.Error.WriteLine($"termbase: {OneLine(e.Message)} Check the permissions, or name another folder.");
            return BadInput;
        }
        catch (IOException e)
        {
            console.Error.WriteLine($"termbase: {OneLine(e.Message)}");
            return BadInput;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A fault of ours: still one line, and the exit status that scripts expect.
            console.Error.WriteLine($"termbase: {e.GetType().Name}: {OneLine(e.Message)} This is a defect of termbase; please report it with the file.");
            return BadInput;
        }
        finally
        {
            TryFlush(console);
        }
    }

    /// <summary>The root command with all others, as <see cref="CommandCatalog"/> lists them.</summary>
    public static RootCommand BuildRoot(CliConsole console)
    {
        var root = new RootCommand("Bilingual (Chinese/English) terminology and translation memory: look up, mine, lint, match, align, exchange.");
        root.Options.Add(GlobalOptions.Workspace);
        root.Options.Add(GlobalOptions.Quiet);
        root.Options.Add(GlobalOptions.NoColor);
        foreach (var entry in CommandCatalog.Commands)
        {
            root.Subcommands.Add(entry.Create(console));
        }

        foreach (var option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction action } help)
            {
                help.Action = new ExampleHelpAction(action);
            }
        }

        return root;
    }

    private static int Parse(string[] args, CliConsole console)
    {
        var quiet = args.Any(static a => a is "-q" or "--quiet");
        var plain = args.Contains("--no-color", StringComparer.Ordinal);
        console = console with { Quiet = console.Quiet || quiet, Color = console.Color && !plain };
        args = Usual(args);
        if (args.FirstOrDefault(static a => !a.StartsWith('-')) is { } name && args[0] == name
            && !CommandCatalog.Commands.Any(c => c.Name == name || c.Name == "analyse" && name == "analyze"))
        {
            return Unknown(name, console);
        }

        var parsed = BuildRoot(console).Parse(args.Length == 0 ? ["--help"] : args);
        if (parsed.CommandResult.Command is RootCommand && parsed.UnmatchedTokens is [var unmatched, ..])
        {
            return Unknown(unmatched, console);
        }

        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction and not ExampleHelpAction)
        {
            console.Error.WriteLine($"termbase: {Ended(OneLine(parsed.Errors[0].Message))} See 'termbase{CommandPath(parsed)} --help'.");
            return BadInput;
        }

        if (Empty(parsed) is { } empty)
        {
            console.Error.WriteLine($"termbase: {empty} is empty. See 'termbase{CommandPath(parsed)} --help'.");
            return BadInput;
        }

        if (FileOnly(parsed) is { } dash)
        {
            console.Error.WriteLine($"termbase: {dash} takes a file here, not standard input or output (-). See 'termbase{CommandPath(parsed)} --help'.");
            return BadInput;
        }

        if (Mistyped(parsed, args) is { } option)
        {
            var known = parsed.CommandResult.Command.Options.Concat(parsed.RootCommandResult.Command.Options).Select(static o => o.Name).Where(static n => n.StartsWith("--", StringComparison.Ordinal));
            console.Error.WriteLine($"termbase: unknown option '{option}'{Ended(Nearest.Hint(option, known))} See 'termbase{CommandPath(parsed)} --help'.");
            return BadInput;
        }

        using var interruption = Interruption.Listen(console);
        return parsed.InvokeAsync(
            new InvocationConfiguration { Output = console.Out, Error = console.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
            interruption.Token).GetAwaiter().GetResult();
    }

    // What many programs understand: help as a command, and the version of one command, which is that of all.
    private static string[] Usual(string[] args) => args switch
    {
        ["help", .. var command] => [.. command, "--help"],
        [_, "--version"] => ["--version"],
        _ => args,
    };

    private static int Unknown(string name, CliConsole console)
    {
        var (what, known) = name.StartsWith('-') ? ("option", GlobalNames) : ("command", CommandCatalog.Commands.Select(static c => c.Name));
        console.Error.WriteLine($"termbase: unknown {what} '{name}'{Ended(Nearest.Hint(name, known))} See 'termbase --help'.");
        return BadInput;
    }

    private static IEnumerable<string> GlobalNames => [GlobalOptions.Workspace.Name, GlobalOptions.Quiet.Name, GlobalOptions.NoColor.Name, "--help", "--version"];

    private static string CommandPath(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand ? "" : " " + parsed.CommandResult.Command.Name;

    // An empty name, of a variable that is not set, would mean the current folder, and an empty text nothing; an empty note is none.
    private static string? Empty(ParseResult parsed) => parsed.RootCommandResult.Children.Concat(parsed.CommandResult.Children)
        .Where(static r => r.Tokens.Any(static t => string.IsNullOrWhiteSpace(t.Value)))
        .Select(static r => r switch
        {
            ArgumentResult argument => argument.Argument.Name,
            OptionResult { Option.HelpName: "FILE" or "FILE.csv" or "OUT" or "DIR" or "TSV" or "DOC" or "EN" } option => option.Option.Name,
            _ => null,
        }).FirstOrDefault(static n => n is not null);

    // What is read more than once or beside another file, or told by its ending, is a file; "-" would be one of that name.
    private static string? FileOnly(ParseResult parsed) => parsed.CommandResult.Children
        .Where(static r => r.Tokens.Any(static t => t.Value == "-"))
        .Select(r => (parsed.CommandResult.Command.Name, r) switch
        {
            (_, OptionResult { Option: { Name: "--memory" or "--glossary" or "--baseline" or "--review" or "--accept" or "--repair" or "--base" } option }) => option.Name,
            ("align" or "dedupe" or "pretranslate", OptionResult { Option: { HelpName: "OUT" or "FILE" } option }) => option.Name,
            ("merge" or "pretranslate", ArgumentResult argument) => argument.Argument.Name,
            _ => null,
        }).FirstOrDefault(static n => n is not null);

    // A command of many files or words takes an option that it does not know for one of them; after -- it may be one.
    private static string? Mistyped(ParseResult parsed, string[] args) =>
        parsed.Tokens.TakeWhile(static t => t.Type != TokenType.DoubleDash)
            .Where(t => t.Type == TokenType.Argument && t.Value.Length > 2 && t.Value.StartsWith("--", StringComparison.Ordinal)
                && t.Value.All(static c => char.IsAsciiLetterLower(c) || c == '-') && args.Contains(t.Value, StringComparer.Ordinal))
            .Select(static t => t.Value).FirstOrDefault();

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace("\t", "", StringComparison.Ordinal).Trim();

    private static string Ended(string text) => text.EndsWith('.') || text.EndsWith('?') ? text : text + ".";

    private static void Flush(CliConsole console)
    {
        try
        {
            console.Out.Flush();
        }
        catch (UnauthorizedAccessException)
        {
            throw new InputException("standard output is closed");
        }
    }

    private static void TryFlush(CliConsole console)
    {
        try
        {
            console.Out.Flush();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What could not be written was told, or something else was.
        }
    }
}
