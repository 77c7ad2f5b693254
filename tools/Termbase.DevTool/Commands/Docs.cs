using System.Globalization;
using System.Text;
using Termbase.Cli;
using Termbase.Linting;

namespace Termbase.DevTool.Commands;

/// <summary>
/// <c>docs [--check]</c>: renews what is generated: the rule table of README.md and the picture of lint's output. With <c>--check</c> it writes nothing
/// and ends with 1 where something would change.
/// </summary>
internal static class Docs
{
    public const string Usage = "[--check]: renews the rule table of README.md and the picture of lint";

    public static int Run(string[] args)
    {
        var root = Repository.Root();
        var check = args.Contains("--check", StringComparer.Ordinal);
        var changed = false;
        foreach (var (path, text) in new[] { Readme(root), Picture(root) })
        {
            var full = Path.Combine(root, path);
            if (File.Exists(full) && string.Equals(File.ReadAllText(full), text, StringComparison.Ordinal))
            {
                continue;
            }

            changed = true;
            Console.WriteLine(check ? $"{path} is stale: run the docs command of tools/Termbase.DevTool" : $"{path}: written");
            if (!check)
            {
                File.WriteAllText(full, text);
            }
        }

        return check && changed ? 1 : 0;
    }

    private static (string Path, string Text) Readme(string root)
    {
        var table = new StringBuilder("| rule | | finds |\n|---|---|---|\n");
        foreach (var rule in RuleCatalog.Rules)
        {
            table.Append(CultureInfo.InvariantCulture, $"| [{rule.Code} {rule.Name}](src/Termbase/Linting/Rules/{RuleCatalog.ClassName(rule)}.md) | {rule.Severity.ToString().ToLowerInvariant()} | {rule.En} · {rule.Zh} |\n");
        }

        var readme = File.ReadAllText(Path.Combine(root, "README.md"));
        return ("README.md", Between(readme, "rules", table.ToString()));
    }

    private static string Between(string text, string name, string generated)
    {
        var (open, close) = ($"<!-- generated: {name} -->\n", "<!-- end -->");
        var start = text.IndexOf(open, StringComparison.Ordinal) + open.Length;
        return text[..start] + generated + text[text.IndexOf(close, start, StringComparison.Ordinal)..];
    }

    private static (string Path, string Text) Picture(string root)
    {
        var output = new StringWriter { NewLine = "\n" };
        var console = new CliConsole
        {
            Out = output,
            Error = output,
            In = static () => Stream.Null,
            Color = true,
            Width = 100,
            Directory = root,
        };
        CliApp.Run(["lint", "tools/demo", "--fail-on", "never", "-q"], console);
        var lines = output.ToString().Split('\n');
        return ("tools/demo/lint.svg", TerminalPicture.Svg("$ termbase lint tools/demo", lines.Take(44)));
    }
}
