using Termbase.Cli.Rendering;
using Termbase.Documents;
using Termbase.Formats;
using Termbase.Linting;
using Termbase.Linting.Bitext;
using Termbase.Mining;
using Termbase.Model;
using Termbase.Workspaces;

namespace Termbase.Cli.Lint;

/// <summary>Reads what is to be linted, and lints it, as often as fixes want it.</summary>
internal sealed class LintRun
{
    private readonly CliConsole _console;
    private readonly Workspace _workspace;
    private readonly InputDocuments _inputs;
    private readonly List<string> _paths;
    private readonly Dictionary<string, SourceText> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Document?> _documents = new(StringComparer.Ordinal);

    public LintRun(CliConsole console, Workspace workspace, IReadOnlyList<string> paths, IReadOnlyList<string> only)
    {
        (_console, _workspace, _inputs) = (console, workspace, new InputDocuments(console));
        var glossary = workspace.LoadGlossary(console, out var unreadable);
        if (unreadable)
        {
            _inputs.Fail();
        }

        var rules = LintSettingsFactory.Rules(workspace);
        var known = rules.Select(static make => make().Info).ToList();
        foreach (var name in only.Where(name => !known.Exists(r => r.IsCalled(name))))
        {
            throw new InputException($"no rule is called “{name}”. See them all: termbase rules");
        }

        var settings = LintSettingsFactory.Create(workspace, only, known, console.FullPath) with
        {
            Compiler = (part, rows) => new TermAutomatonIndex(workspace, part, rows).Open(say: console.Say),
        };
        if (paths.Count == 0 && workspace.DraftFiles.Count == 0)
        {
            throw new InputException("nothing to lint: name files or folders, or list drafts under [documents] in termbase.toml.");
        }

        _paths = [.. _inputs.Expand(paths.Count == 0 ? workspace.DraftFiles : paths, InputFile.IsBitext).Distinct(StringComparer.Ordinal)];
        Linter = new Linter(glossary, _paths.Exists(InputFile.IsBitext) ? settings with { Model = Model() } : settings, rules);
    }

    public Linter Linter { get; }

    public int Status => _inputs.Status;

    /// <summary>Files that were linted.</summary>
    public int Files { get; private set; }

    /// <summary>The text of a document as it was linted; null for bitexts.</summary>
    public SourceText? TextOf(string path) => _texts.GetValueOrDefault(path);

    /// <summary>Lints all; <paramref name="fixes"/> stand in the place of the files that they change.</summary>
    public LintResult Run(FileFixes fixes, CancellationToken cancellation)
    {
        using var progress = new ProgressLine(_console);
        var drafts = _paths.Where(static p => !InputFile.IsBitext(p)).Select(p => Document(p, fixes, progress)).OfType<Document>().ToList();
        var named = drafts.Select(d => _console.FullPath(d.Path)).ToHashSet(StringComparer.Ordinal);
        var published = _workspace.PublishedFiles.Where(p => !named.Contains(Path.GetFullPath(p))).Select(p => Document(p, fixes, progress)).OfType<Document>().ToList();
        var bitexts = _paths.FindAll(InputFile.IsBitext);
        Files = drafts.Count + bitexts.Count;

        // Mined together, as the mine command does: documents are evidence for each other of where a term begins.
        List<Document> all = [.. drafts, .. published];
        ILookup<Document, MinedPair> pairs;
        using (progress.During("find glosses"))
        {
            pairs = GlossMiner.Mine(all, _workspace.Glossary).ToLookup(static p => p.Document);
        }

        var subjects = all.Select((d, i) => new LintDocument(d, [.. pairs[d]], i >= drafts.Count)).ToList();
        return Linter.Lint(
            subjects, Units(bitexts, fixes, progress),
            subjects.Count == 0 ? null : (done, rules) => progress.Report("lint", done, rules, "rules"), cancellation);
    }

    // Lengths and end signs are judged by the workspace's own memory; where that cannot be kept anywhere, by the built-in figures.
    private BitextModel Model()
    {
        using var progress = new ProgressLine(_console);
        try
        {
            return new BitextModelIndex(_workspace).Open(progress.Say, progress);
        }
        catch (InputException e)
        {
            _console.Say($"{e.Message} Lengths and end signs are judged by the built-in figures.");
            return BitextModel.BuiltIn;
        }
    }

    private Document? Document(string path, FileFixes fixes, ProgressLine progress)
    {
        var text = fixes.TextOf(InputDocuments.NameOf(path));
        if (text is null && _documents.TryGetValue(path, out var read))
        {
            return read;
        }

        Document? document;
        using (progress.During("read", _console.Shown(path)))
        {
            document = text is null ? _inputs.Try(path) : DocumentReader.Read(InputDocuments.NameOf(path), text);
        }

        progress.Clear();
        if (document is null)
        {
            return _documents[path] = null;
        }

        if (path == "-")
        {
            fixes.Take(document.Source.Text);
        }

        _texts[document.Path] = document.Source;
        return _documents[path] = document;
    }

    private IEnumerable<LintUnit> Units(IEnumerable<string> bitexts, FileFixes fixes, ProgressLine progress)
    {
        var report = new ReadReport(_console);
        progress.Clear();
        long done = 0;
        foreach (var path in bitexts)
        {
            // What is wrong with the file was told at the first reading.
            var again = fixes.BytesOf(path);
            var log = again is null ? report.StartFile(path) : new ReadLog();
            var units = again is null
                ? Workspace.ReadMemory([_console.FullPath(path)], log)
                : FormatCatalog.ForPath(path)!.Read(new MemoryStream(again), path, log);
            foreach (var unit in units)
            {
                if (++done % 256 == 0)
                {
                    progress.Report("lint bitexts", done, 0, "units", _console.Shown(path));
                }

                yield return new LintUnit(unit, path);
            }

            progress.Clear();
            if (again is null && report.End(path, log) != CliApp.Fine)
            {
                // Told by the log already; the others are still processed.
                _inputs.Fail();
            }
        }
    }
}
