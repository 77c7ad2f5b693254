using System.CommandLine;

namespace Termbase.Cli.Options;

/// <summary><c>TEXT</c>: words joined by spaces, so that quotes are not needed. A mistyped option is not taken for text.</summary>
internal static class TextArgument
{
    public static Argument<string[]> Of(string description)
    {
        var argument = new Argument<string[]>("TEXT") { Description = description, Arity = ArgumentArity.OneOrMore };
        argument.Validators.Add(static result =>
        {
            if (result.Tokens.FirstOrDefault(static t => t.Value.StartsWith("--", StringComparison.Ordinal)) is { } option)
            {
                result.AddError($"Unknown option '{option.Value}'.");
            }
        });
        return argument;
    }

    /// <summary>The one text; each line of standard input that is not empty (told where there is none) if it is <c>-</c>.</summary>
    /// <exception cref="Model.InputException">Standard input holds no text.</exception>
    public static IReadOnlyList<string> Texts(this ParseResult parsed, Argument<string[]> argument, CliConsole console)
    {
        if (parsed.GetValue(argument) is not ["-"])
        {
            return [string.Join(' ', parsed.GetValue(argument) ?? [])];
        }

        var inputs = new InputDocuments(console);
        var lines = inputs.ReadText("-").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length == 0)
        {
            inputs.TellEmpty("-");
        }

        return lines;
    }
}
