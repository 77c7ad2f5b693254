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

    public static string Text(this ParseResult parsed, Argument<string[]> argument) => string.Join(' ', parsed.GetValue(argument) ?? []);
}
