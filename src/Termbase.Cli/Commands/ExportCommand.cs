using System.CommandLine;
using Termbase.Cli.Options;
using Termbase.Cli.Rendering;
using Termbase.Formats;
using Termbase.Formats.Doctoring;
using Termbase.Formats.OmegaT;
using Termbase.Formats.Tbx;
using Termbase.Formats.Tmx;
using Termbase.Model;
using Termbase.Workspaces;

namespace Termbase.Cli.Commands;

/// <summary><c>export tmx|tbx|csv|xlsx|omegat -o FILE</c>: what CAT tools import.</summary>
internal static class ExportCommand
{
    public const string Example = "termbase export tmx -o memory.tmx --domain policy\ntermbase export omegat -o my-project\ntermbase export tbx -o terms.tbx --for omegat";

    public static Command Create(CliConsole console)
    {
        var what = new Argument<string>("FORMAT") { Description = "tmx (a memory) | tbx | csv | xlsx (the termbase) | omegat (tm/ and glossary/ of a project)." };
        what.AcceptOnlyFromAmong("tmx", "tbx", "csv", "xlsx", "omegat");
        var output = new Option<string>("--output", "-o") { Description = "The file or folder to write; - is standard output (tmx, tbx, csv).", HelpName = "FILE", Required = true };
        var query = new Option<string>("--query") { Description = "Only units that contain this text.", HelpName = "TEXT" };
        var domain = new Option<string>("--domain") { Description = "Only this subject field.", HelpName = "ID" };
        var status = new Option<string[]>("--status") { Description = "Only units of this status: draft | reviewed | published.", HelpName = "STATUS" };
        status.AcceptOnlyFromAmong("draft", "reviewed", "published");
        var terms = new Option<bool>("--terms") { Description = "Preferred terms as units of their own, marked as terms." };
        var from = new Option<string>("--from") { Description = "The source language: zh | en.", HelpName = "LANG", DefaultValueFactory = _ => "zh" };
        from.AcceptOnlyFromAmong("zh", "en");
        var confidential = new Option<bool>("--include-confidential") { Description = "Confidential units too." };
        var tool = new Option<string>("--for") { Description = "As this tool takes it best: omegat | trados | memoq | weblate | okapi.", HelpName = "TOOL" };
        tool.AcceptOnlyFromAmong("omegat", "trados", "memoq", "weblate", "okapi");
        var proposed = new Option<bool>("--include-proposed") { Description = "Terms that nobody has judged yet too." };
        var command = new Command("export", "Write what CAT tools import.") { what, output, query, domain, status, terms, from, tool, proposed, confidential };
        command.SetAction(parsed =>
        {
            var workspace = GlobalOptions.Open(parsed, console);
            var target = console.FullPath(parsed.GetValue(output)!);
            OutputFile.KeepWorkspace(console, parsed.GetValue(output)!, workspace);
            CheckTarget(parsed.GetValue(what)!, parsed.GetValue(output)!, target);
            var profile = ExportProfile.For(parsed.GetValue(tool) is { } named ? Enum.Parse<Importer>(named, ignoreCase: true) : parsed.GetValue(what) is "omegat" ? Importer.OmegaT : Importer.Any);
            if (parsed.GetValue(what) is "tbx" or "csv" or "xlsx")
            {
                Terms(console, parsed.GetValue(what)!, parsed.GetValue(output)!, workspace, profile, new TermSelection(parsed.GetValue(query) ?? "", parsed.GetValue(domain) ?? "", parsed.GetValue(from) is "zh", parsed.GetValue(proposed), parsed.GetValue(confidential)));
                return CliApp.Fine;
            }

            var filter = new UnitFilter
            {
                Query = parsed.GetValue(query) ?? "",
                Domains = parsed.GetValue(domain) is { Length: > 0 } id ? [id] : [],
                Statuses = [.. (parsed.GetValue(status) ?? []).Select(static s => Enum.Parse<UnitStatus>(s, ignoreCase: true))],
                IncludeConfidential = parsed.GetValue(confidential),
            };
            var report = new ReadReport(console);
            var log = report.StartFile(workspace.Root);
            var glossary = workspace.LoadGlossary(console, out var unreadable);
            var withheld = 0;
            var units = filter.Apply(workspace.ReadMemory(log), _ => withheld++);
            if (parsed.GetValue(terms))
            {
                units = units.Concat(TermUnits.Of(glossary, parsed.GetValue(domain) ?? ""));
            }

            var options = new UnitWriteOptions
            {
                ZhFirst = parsed.GetValue(from) is "zh",
                ZhTag = workspace.Config.ZhTag,
                EnTag = workspace.Config.EnTag,
                OnProblem = (unit, why) => console.Error.WriteLine($"{(unit.Location is { } at ? console.Shown(at) : unit.Id)}: {why}"),
            };
            units = profile.Apply(units, (unit, why) => console.Error.WriteLine($"{(unit.Location is { } at ? console.Shown(at) : unit.Id)}: {why}"));
            if (parsed.GetValue(what) is "omegat")
            {
                // The same choice for both: the units and the terms of a domain.
                var field = parsed.GetValue(domain) ?? "";
                var chosen = field.Length == 0 ? glossary : new Glossary(glossary.Renderings.Where(r => r.Domain.Equals(field, StringComparison.OrdinalIgnoreCase)));
                var counts = OmegaTFolder.Write(target, units, chosen, options, (row, why) => console.Error.WriteLine($"{(row.Location is { } at ? console.Shown(at) : row.Zh)}: {why}"));
                console.Say($"{parsed.GetValue(output)}: {counts.Trusted} reviewed units in tm/, {counts.Penalised} others in tm/penalty-30/, {counts.Terms} terms in glossary/. Copy the folder into the OmegaT project.");
            }
            else
            {
                var written = 0L;
                OutputFile.Write(console, parsed.GetValue(output)!, stream => written = new TmxFormat().Write(stream, units, options));
                console.Say($"{OutputFile.NameOf(parsed.GetValue(output)!)}: {Counted.Of(written, "unit")} written.");
            }

            if (withheld > 0)
            {
                console.Say($"{withheld} confidential {(withheld == 1 ? "unit was" : "units were")} withheld (--include-confidential).");
            }

            return unreadable ? CliApp.BadInput : ReadReport.Status(log);
        });
        return command;
    }

    private static void CheckTarget(string what, string output, string target)
    {
        if (output == "-" && what is ("omegat" or "xlsx"))
        {
            throw new InputException($"export {what} does not go to standard output: name a {(what is "xlsx" ? "file" : "folder")}");
        }

        if (what is "omegat")
        {
            if (File.Exists(target))
            {
                throw new InputException(SourceLocation.File(output), "is a file; export omegat writes a folder: name one");
            }

            if (!OmegaTFolder.MayFill(target))
            {
                throw new InputException(SourceLocation.File(output), "is neither empty nor an OmegaT project nor a former export: name a new folder");
            }

            return;
        }

        var endings = what is "tmx" ? FormatCatalog.ByName(what)!.Extensions : TermFormats.ByName(what)!.Extensions;
        if (OutputFile.IsOther(output, endings))
        {
            throw new InputException(SourceLocation.File(output), $"has the ending of another format, and export {what} writes {what}: name a file with the ending {endings[0]}");
        }
    }

    private static void Terms(CliConsole console, string what, string output, Workspace workspace, ExportProfile profile, TermSelection wanted)
    {
        var format = what is "tbx" ? new TbxFormat(profile.Tbx) : TermFormats.ByName(what)!;
        var losses = new LossReport();
        var leftOut = new LossReport();
        var chosen = workspace.Glossary.Concepts
            .Where(c => (wanted.Domain.Length == 0 || c.Domain.Equals(wanted.Domain, StringComparison.OrdinalIgnoreCase))
                && (wanted.Query.Length == 0 || c.Renderings.Any(r => r.Zh.Contains(wanted.Query, StringComparison.OrdinalIgnoreCase) || r.En.Contains(wanted.Query, StringComparison.OrdinalIgnoreCase))))
            .Select(c => wanted.Confidential ? c : c with { Evidence = c.Evidence.RemoveAll(e => workspace.Glossary.Sources.TryGetValue(e.Document, out var source) && source.Confidential) });
        var written = 0L;
        OutputFile.Write(console, output, stream => written = format.Write(
            stream,
            profile.Apply(chosen, wanted.Proposed || what is "xlsx", (row, why) => leftOut.Add(why, row.Zh, row.Location)),
            new TermWriteOptions { ZhFirst = wanted.ZhFirst, ZhTag = workspace.Config.ZhTag, EnTag = workspace.Config.EnTag, Losses = losses }));
        foreach (var line in leftOut.Lines())
        {
            console.Say($"{OutputFile.NameOf(output)}: left out, {line["cannot be carried: ".Length..]}");
        }

        foreach (var line in losses.Lines())
        {
            console.Error.WriteLine($"{OutputFile.NameOf(output)}: {line}");
        }

        console.Say($"{OutputFile.NameOf(output)}: {written} renderings written.");
    }

    private sealed record TermSelection(string Query, string Domain, bool ZhFirst, bool Proposed, bool Confidential);
}
