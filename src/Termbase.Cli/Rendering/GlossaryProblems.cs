using Termbase.Model;
using Termbase.Workspaces;

namespace Termbase.Cli.Rendering;

/// <summary>Loads the workspace's glossary and tells what is wrong with its files.</summary>
internal static class GlossaryProblems
{
    /// <param name="workspace">The workspace.</param>
    /// <param name="console">Gets a line a problem.</param>
    /// <param name="unreadable">Whether a file could not be read at all: the command ends with status 2.</param>
    public static Glossary LoadGlossary(this Workspace workspace, CliConsole console, out bool unreadable)
    {
        var glossary = workspace.Glossary;
        foreach (var problem in workspace.GlossaryLog.Problems)
        {
            console.Error.WriteLine($"{console.Shown(problem.Location)}: {problem.Message} [{problem.Code}]");
        }

        unreadable = workspace.GlossaryLog.HasUnreadableFile;
        return glossary;
    }
}
