using System.CommandLine;
using System.Text;
using Termbase.Cli.Lint;
using Termbase.Cli.Options;
using Termbase.Cli.Rendering;
using Termbase.Formats;
using Termbase.Linting;
using Termbase.Model;
using Termbase.Reporting;
using Termbase.Workspaces;

namespace Termbase.Cli.Commands;

/// <summary><c>lint PATH…</c>: documents and bitexts against the termbase, and against themselves.</summary>
internal static class LintCommand
{
    public const string Example =
        "termbase lint translation.txt\ntermbase lint drafts/ --fail-on warning\ntermbase lint drafts/ --format html -o lint.html\n"
        + "termbase lint drafts/ --fix --diff\ntermbase lint old/ --baseline lint-baseline.tsv --write-baseline";

    // A fix may lay open another; after this many rounds two rules undo one another.
    private const int MostRounds = 5;

    private static readonly string[] s_formats = ["text", "json", "sarif", "github", "junit", "html"];

    public static Command Create(CliConsole console)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Documents, bitexts or folders; - is standard input. Without one: the drafts that termbase.toml names." };
        var failOn = new Option<string?>("--fail-on") { Description = "Exit with 1 on findings of this severity or above: error | warning | info | never.", HelpName = "LEVEL" };
        failOn.AcceptOnlyFromAmong("error", "warning", "info", "never");
        var only = new Option<string[]>("--rule") { Description = "Only this rule (code or name); may be given several times.", HelpName = "RULE" };
        var format = FormatOption.Of(s_formats);
        var output = new Option<string?>("--output", "-o") { Description = "Write the report into a file; its ending tells the format.", HelpName = "FILE" };
        ReportOption.OnlyKnown(output, format, s_formats);
        var baseline = new Option<string?>("--baseline") { Description = "Leave out the findings that this file lists.", HelpName = "FILE" };
        var writeBaseline = new Option<bool>("--write-baseline") { Description = "List all findings in the file of --baseline." };
        var fix = new Option<bool>("--fix") { Description = "Make the safe fixes in the files; of standard input (-) the fixed text goes to standard output, the report to standard error." };
        var diff = new Option<bool>("--diff", "--dry-run") { Description = "With --fix: show what would change, and change nothing." };
        var command = new Command("lint", "Check documents and bitexts against the termbase, and against themselves.")
        {
            paths, failOn, only, format, output, baseline, writeBaseline, fix, diff,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var workspace = GlobalOptions.Open(parsed, console);
            var known = parsed.GetValue(baseline);
            if (parsed.GetValue(writeBaseline) && known is null)
            {
                throw new InputException("--write-baseline needs a file: --baseline FILE");
            }

            if (parsed.GetValue(writeBaseline))
            {
                KeepOther(console, known!);
            }

            var run = new LintRun(console, workspace, parsed.GetValue(paths) ?? [], parsed.GetValue(only) ?? []);
            var old = known is null || parsed.GetValue(writeBaseline) ? null : Baseline.Parse(TextFile.Read(console.FullPath(known)), known);
            var result = Lint(console, run, old, parsed.GetValue(fix) || parsed.GetValue(diff), parsed.GetValue(diff), cancellation);
            if (parsed.GetValue(writeBaseline))
            {
                AtomicFile.Write(console.FullPath(known!), stream =>
                {
                    using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
                    Baseline.Write(writer, result.Findings);
                });
                console.Say($"{known}: {result.Findings.Length} findings listed; they are left out from now on with --baseline {known}");
                return Task.FromResult(run.Status);
            }

            var split = old?.Split(result.Findings);
            if (split is var (_, _, gone) && gone > 0)
            {
                console.Say($"{known}: {gone} listed there did not occur in what was linted; if that was all of it, write it anew with --write-baseline");
            }

            var report = new ReportContext
            {
                Findings = split?.New ?? result.Findings,
                Suppressed = result.Suppressed,
                Known = split?.Known ?? [],
                Rules = run.Linter.Rules,
                Files = run.Files,
                TextOf = run.TextOf,
                Version = typeof(Linter).Assembly.GetName().Version?.ToString(3) ?? "",
            };
            if (!parsed.GetValue(diff))
            {
                // The fixed text of standard input has taken standard output.
                var place = parsed.GetValue(fix) && parsed.GetValue(paths)!.Contains("-", StringComparer.Ordinal) ? console with { Out = console.Error, Color = false } : console;
                if (parsed.GetValue(output) is { } file)
                {
                    OutputFile.KeepWorkspace(console, file, workspace);
                }

                LintOutput.Write(place, report, ReportOption.FormatOf(parsed, format, parsed.GetValue(output), s_formats), parsed.GetValue(output));
            }

            var level = parsed.GetValue(failOn) switch
            {
                null => workspace.Config.FailOn,
                "never" => null,
                var name => (Severity?)Enum.Parse<Severity>(name, ignoreCase: true),
            };
            var fails = level is { } limit && report.Summary.AtLeast(limit) > 0;
            return Task.FromResult(run.Status != CliApp.Fine ? run.Status : fails ? CliApp.Findings : CliApp.Fine);
        });
        return command;
    }

    // A file that was named by mistake may hold anything.
    private static void KeepOther(CliConsole console, string known)
    {
        if (new FileInfo(Path.GetFullPath(known, console.Directory)) is not { Exists: true, Length: > 0 } old)
        {
            return;
        }

        try
        {
            Baseline.Parse(TextFile.Read(old.FullName), known);
        }
        catch (InputException e)
        {
            throw new InputException(SourceLocation.File(known), "is there and is no baseline, so it is not written over: name another file", e);
        }
    }

    private static LintResult Lint(CliConsole console, LintRun run, Baseline? known, bool fix, bool dry, CancellationToken cancellation)
    {
        var fixes = new FileFixes(console);
        var result = run.Run(fixes, cancellation);
        var fixedAny = false;
        for (var round = 0; fix && round < MostRounds; round++)
        {
            // What the baseline knows is nobody's task.
            var made = fixes.Make(known?.Split(result.Findings).New ?? result.Findings);
            if (made.Count == 0)
            {
                break;
            }

            fixedAny = true;
            foreach (var finding in made)
            {
                console.Say($"{finding.Location}: {(dry ? "would fix" : "fixed")}: {finding.Message} [{TextReport.Called(finding.Rule)}]");
            }

            result = run.Run(fixes, cancellation);
        }

        if (fix && !fixedAny)
        {
            console.Say(result.Findings.IsEmpty ? "nothing to fix." : FormattableString.Invariant($"nothing to fix: none of {result.Findings.Length} {(result.Findings.Length == 1 ? "finding" : "findings")} has a fix that is safe."));
        }

        if (dry)
        {
            foreach (var (path, before, after) in fixes.Changed)
            {
                LineDiff.Write(console, path, before, after);
            }
        }
        else if (fix)
        {
            fixes.Write();
        }

        return result;
    }
}
