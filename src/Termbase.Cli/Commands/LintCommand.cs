using System.CommandLine;
using Termbase.Cli.Options;
using Termbase.Cli.Rendering;
using Termbase.Documents;
using Termbase.Formats;
using Termbase.Linting;
using Termbase.Mining;
using Termbase.Model;
using Termbase.Reporting;
using Termbase.Workspaces;

namespace Termbase.Cli.Commands;

/// <summary><c>lint PATH…</c>: documents and bitexts against the termbase, and against themselves.</summary>
internal static class LintCommand
{
    public const string Example = "termbase lint translation.txt\ntermbase lint drafts/ --fail-on warning\ntermbase lint drafts/ --rule inconsistent-rendering --format json";

    public static Command Create(CliConsole console)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Documents, bitexts or folders; - is standard input. Without one: the drafts that termbase.toml names." };
        var failOn = new Option<string?>("--fail-on") { Description = "Exit with 1 on findings of this severity or above: error | warning | info | never.", HelpName = "LEVEL" };
        failOn.AcceptOnlyFromAmong("error", "warning", "info", "never");
        var only = new Option<string[]>("--rule") { Description = "Only this rule (code or name); may be given several times.", HelpName = "RULE" };
        var format = FormatOption.Of("text", "json");
        var command = new Command("lint", "Check documents and bitexts against the termbase, and against themselves.") { paths, failOn, only, format };
        command.SetAction((parsed, cancellation) =>
        {
            var workspace = GlobalOptions.Open(parsed, console);
            var run = new LintRun(console, workspace);
            var findings = run.Findings(parsed.GetValue(paths) ?? [], parsed.GetValue(only) ?? [], cancellation);
            if (parsed.GetValue(format) is "json")
            {
                JsonReport.Write(console.Out, findings, ReportSummary.Of(findings, run.Files));
            }
            else
            {
                var report = new TextReport(console, run.TextOf);
                foreach (var finding in findings)
                {
                    report.Write(finding);
                }

                report.WriteSummary(findings, run.Files);
            }

            var level = parsed.GetValue(failOn) switch
            {
                null => workspace.Config.FailOn,
                "never" => null,
                var name => (Severity?)Enum.Parse<Severity>(name, ignoreCase: true),
            };
            var fails = level is { } limit && findings.Any(f => f.Severity >= limit);
            return Task.FromResult(run.Status != CliApp.Fine ? run.Status : fails ? CliApp.Findings : CliApp.Fine);
        });
        return command;
    }

    /// <summary>Reads what is to be linted, and lints it.</summary>
    private sealed class LintRun(CliConsole console, Workspace workspace)
    {
        private readonly InputDocuments _inputs = new(console);
        private readonly Dictionary<string, SourceText> _texts = new(StringComparer.Ordinal);

        public int Status => _inputs.Status;

        public int Files { get; private set; }

        public SourceText? TextOf(string path) => _texts.GetValueOrDefault(path);

        public IReadOnlyList<Finding> Findings(IReadOnlyList<string> paths, string[] only, CancellationToken cancellation)
        {
            var glossary = workspace.Glossary;
            foreach (var problem in workspace.GlossaryLog.Problems)
            {
                var line = $"{console.Shown(problem.Location)}: {problem.Message} [{problem.Code}]";
                if (problem.Code == "unreadable-file")
                {
                    _inputs.Fail(line);
                }
                else
                {
                    console.Error.WriteLine(line);
                }
            }

            foreach (var name in only)
            {
                _ = RuleCatalog.Find(name) ?? throw new InputException($"no rule is called “{name}”. See them all: termbase rules");
            }

            if (paths.Count == 0)
            {
                paths = workspace.DraftFiles;
                if (paths.Count == 0)
                {
                    throw new InputException("nothing to lint: name files or folders, or list drafts under [documents] in termbase.toml.");
                }
            }

            var documents = new List<LintDocument>();
            var bitexts = new List<string>();
            foreach (var path in _inputs.Expand(paths, IsBitext))
            {
                if (path != "-" && IsBitext(path))
                {
                    bitexts.Add(path);
                }
                else if (_inputs.Try(path) is { } document)
                {
                    Add(documents, document, isPublished: false);
                }
            }

            var drafts = documents.Select(d => console.FullPath(d.Path)).ToHashSet(StringComparer.Ordinal);
            foreach (var path in workspace.PublishedFiles.Where(p => !drafts.Contains(Path.GetFullPath(p))))
            {
                if (_inputs.Try(path) is { } document)
                {
                    Add(documents, document, isPublished: true);
                }
            }

            Files = documents.Count(static d => !d.IsPublished) + bitexts.Count;
            var linter = new Linter(glossary, LintSettingsFactory.Create(workspace, only));
            return linter.Run(documents, Units(bitexts), cancellation);
        }

        private void Add(List<LintDocument> documents, Document document, bool isPublished)
        {
            _texts[document.Path] = document.Source;
            documents.Add(new LintDocument(document, GlossMiner.Mine(document), isPublished));
        }

        private IEnumerable<LintUnit> Units(IEnumerable<string> bitexts)
        {
            var report = new ReadReport(console);
            foreach (var path in bitexts)
            {
                var log = report.StartFile(path);
                foreach (var unit in FormatCatalog.ReadUnits(console.FullPath(path), log))
                {
                    yield return new LintUnit(unit, path);
                }

                report.Counts(path, log);
            }
        }

        private static bool IsBitext(string path) => !InputDocuments.IsDocument(path) && FormatCatalog.ForPath(path) is not null;
    }
}
