using Termbase.Workspaces;

namespace Termbase.Cli.Rendering;

/// <summary>Tells what an edit of the glossary did.</summary>
internal static class TermEditView
{
    public static void Tell(this TermEdit edit, CliConsole console, Workspace workspace, string what)
    {
        var done = edit.IsNew ? "added" : edit.IsChanged ? "changed" : "was there already; nothing changed";
        console.Say($"{console.Shown(Path.GetFullPath(edit.Location.Path, workspace.Root))}:{edit.Location.Line}: {string.Join(' ', what.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}: {done} ({edit.Concept})");
        foreach (var message in edit.Messages)
        {
            console.Say("  " + message);
        }
    }
}
