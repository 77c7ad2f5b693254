using System.CommandLine;
using System.Text;
using Termbase.Formats;
using Termbase.Model;
using Termbase.Workspaces;

namespace Termbase.Cli.Commands;

/// <summary><c>init [DIR]</c>: a commented <c>termbase.toml</c>, the folders, and the lines for git (ignored files, merge driver).</summary>
internal static class InitCommand
{
    public const string Example = "termbase init my-project";

    public static Command Create(CliConsole console)
    {
        var directory = new Argument<string>("DIR") { Description = "The folder to make a workspace of.", DefaultValueFactory = _ => "." };
        var command = new Command("init", "Make a folder a workspace: a commented termbase.toml, glossary/ and tmx/.") { directory };
        command.SetAction(parsed =>
        {
            var root = console.FullPath(parsed.GetValue(directory)!);
            var toml = Path.Combine(root, "termbase.toml");
            if (File.Exists(toml))
            {
                throw new InputException(SourceLocation.File(toml), "exists already; nothing was changed. Edit it, or name another folder.");
            }

            Directory.CreateDirectory(Path.Combine(root, "glossary"));
            Directory.CreateDirectory(Path.Combine(root, "tmx"));
            Write(toml, WorkspaceConfig.Template);
            AddLine(Path.Combine(root, ".gitignore"), ".termbase/", static line => line is ".termbase/" or ".termbase");
            AddLine(Path.Combine(root, ".gitattributes"), "glossary/*.csv text eol=lf merge=termbase diff=termbase", static line => line.StartsWith("glossary/*.csv ", StringComparison.Ordinal) && line.Contains("merge=termbase", StringComparison.Ordinal));
            AddLine(Path.Combine(root, ".gitattributes"), "tmx/*.tmx text eol=lf merge=termbase diff=termbase", static line => line.StartsWith("tmx/*.tmx ", StringComparison.Ordinal) && line.Contains("merge=termbase", StringComparison.Ordinal));
            console.Say($"{toml}: written. Add a term: termbase -w {parsed.GetValue(directory)} add 社会资本 \"social capital\"");
            console.Say("With git, type this once in each clone, so that branches merge by terms and diffs show renderings:");
            foreach (var line in MergeCommand.GitConfig)
            {
                console.Say("  " + line);
            }

            return CliApp.Fine;
        });
        return command;
    }

    private static void Write(string path, string text) => AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    private static void AddLine(string path, string line, Func<string, bool> isThere)
    {
        var text = File.Exists(path) ? File.ReadAllText(path) : "";
        if (!text.Split('\n').Any(l => isThere(l.Trim())))
        {
            var gap = text.Length == 0 || text.EndsWith('\n') ? "" : "\n";
            Write(path, text + gap + line + "\n");
        }
    }
}
