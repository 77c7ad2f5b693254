using Termbase.Workspaces;

namespace Termbase.Cli.Rendering;

/// <summary>Tells what an edit of the glossary did.</summary>
internal static class TermEditView
{
    public static void Tell(this TermEdit edit, CliConsole console, Workspace workspace, string what)
    {
        var done = edit.IsNew ? "added" : edit.IsChanged ? "changed" : "was there already; nothing changed";
        console.Say($"{workspace.Relative(edit.Location.Path)}:{edit.Location.Line}: {what}: {done} ({edit.Concept})");
        foreach (var message in edit.Messages)
        {
            console.Say("  " + message);
        }
    }
}
