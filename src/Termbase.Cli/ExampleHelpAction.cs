using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Termbase.Cli;

/// <summary>The usual help, followed by the command's example.</summary>
internal sealed class ExampleHelpAction(HelpAction inner) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var status = inner.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var example = CommandCatalog.ExampleOf(parseResult.CommandResult.Command.Name);
        if (example.Length > 0)
        {
            output.WriteLine("Example:");
            foreach (var line in example.Split('\n'))
            {
                output.WriteLine("  " + line);
            }

            output.WriteLine();
        }

        output.WriteLine("Exit status: " + CommandCatalog.StatusOf(parseResult.CommandResult.Command.Name));
        output.WriteLine();
        return status;
    }
}
