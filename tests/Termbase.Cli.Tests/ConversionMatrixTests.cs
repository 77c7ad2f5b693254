using System.Globalization;
using Termbase.Formats;
using Termbase.Model;

namespace Termbase.Cli.Tests;

/// <summary>
/// From every format to every other: what arrives is what was there, and whatever does not arrive is named by <c>convert</c>. What a format
/// holds is found out by reading what it was given, not from a list.
/// </summary>
public class ConversionMatrixTests
{
    private static readonly (string Name, Func<Model.Rendering, string> Of, string[] Told)[] s_cells =
    [
        ("concept", static r => r.Concept, ["concept"]),
        ("status", static r => r.StatusAsWritten ?? r.Status.ToString(), ["status"]),
        ("when", static r => string.Join('|', r.When), ["when"]),
        ("check", static r => r.Check.ToString(), ["check"]),
        ("domain", static r => r.Domain, ["domain"]),
        ("part of speech", static r => r.Pos, ["part of speech", "partOfSpeech"]),
        ("region", static r => r.Region, ["region"]),
        ("pinyin", static r => r.Pinyin, ["pinyin"]),
        ("definition", static r => r.Definition, ["definition"]),
        ("note", static r => r.Note, ["note"]),
        ("see", static r => r.See, ["see"]),
        ("client", static r => r.Client, ["client"]),
        ("person", static r => r.By, ["who decided"]),
        ("date", static r => r.Date, ["who decided", "date"]),
        ("type", static r => $"{r.ZhType}/{r.EnType}", ["type of term"]),
        ("extra", static r => r.Extra.GetValueOrDefault("licence", ""), ["licence"]),
    ];

    private static readonly (string Name, Func<TranslationUnit, string> Of, string[] Told)[] s_parts =
    [
        ("id", static u => u.Id, ["id"]),
        ("text", static u => u.Zh.Segment.Text + "\n" + u.En.Segment.Text, ["line break", "tab", "inline codes"]),
        ("codes", static u => string.Join('|', u.En.Segment.Codes.Select(static c => $"{c.Position}{c.Kind}")), ["codes"]),
        ("direction", static u => u.ZhIsSource.ToString(), ["direction", "source language"]),
        ("creation", static u => u.CreatedBy + u.Created?.ToString("s", CultureInfo.InvariantCulture), ["dates and persons"]),
        ("change", static u => u.ChangedBy + u.Changed?.ToString("s", CultureInfo.InvariantCulture), ["dates and persons"]),
        ("document", static u => u.Document, ["document"]),
        ("address", static u => u.Url, ["document"]),
        ("domain", static u => u.Domain, ["domain"]),
        ("client", static u => u.Client, ["client"]),
        ("licence", static u => u.Licence, ["licence"]),
        ("confidentiality", static u => u.Confidential.ToString(), ["confidentiality"]),
        ("origin", static u => u.Origin.ToString(), ["origin"]),
        ("score", static u => u.Score?.ToString(CultureInfo.InvariantCulture) ?? "", ["score"]),
        ("status", static u => u.Status.ToString(), ["status"]),
        ("context", static u => u.Previous + u.Next, ["context"]),
        ("notes", static u => string.Join('|', u.Properties.Where(static p => p.IsNote).Select(static p => p.Value)), ["notes"]),
        ("properties", static u => string.Join('|', u.Properties.Where(static p => p.Type == "x-place").Select(static p => p.Value)), ["properties"]),
        ("further languages", static u => string.Join('|', u.Others.Select(static o => o.Segment.Text)), ["further languages"]),
    ];

    public static TheoryData<string> TermFormatNames => [.. TermFormats.All.Select(static f => f.Name)];

    public static TheoryData<string> UnitFormatNames => [.. FormatCatalog.Units.Select(static f => f.Name)];

    [Theory]
    [MemberData(nameof(TermFormatNames))]
    public void A_termbase_arrives_or_is_told(string name)
    {
        using var cli = new CliRun();
        var from = TermFormats.ByName(name)!;
        var input = "in" + from.Extensions[0];
        using (var stream = File.Create(Path.Combine(cli.Folder, input)))
        {
            from.Write(stream, Termbase(), new TermWriteOptions());
        }

        var sent = Read(from, Path.Combine(cli.Folder, input));
        Assert.NotEmpty(sent);
        var lost = new List<string>();
        foreach (var to in TermFormats.All)
        {
            var output = to.Name + to.Extensions[0];
            Assert.Equal(CliApp.Fine, cli.Run("convert", input, output, "--from", name, "--to", to.Name, "-w", cli.Folder));
            var arrived = Read(to, Path.Combine(cli.Folder, output)).SelectMany(static c => c.Renderings).DistinctBy(static r => (r.Zh, r.En)).ToDictionary(static r => (r.Zh, r.En));
            foreach (var row in sent.SelectMany(static c => c.Renderings))
            {
                if (!arrived.TryGetValue((row.Zh, row.En), out var there))
                {
                    Expect(to.Name, $"the rendering {row.Zh} {row.En}", cli.Error, lost, "terms (OmegaT");
                    continue;
                }

                foreach (var (cell, of, told) in s_cells)
                {
                    var isMade = cell == "concept" && (from.Carries & TermFields.Concepts) == 0;

                    // A format that has one column for all that is said of a term keeps it there.
                    var isInNote = there.Note.Contains(of(row), StringComparison.OrdinalIgnoreCase);
                    if (!isMade && !isInNote && of(row) != of(there) && of(row).Length > 0 && of(row) is not ("Proposed" or "Default" or "Full/Full"))
                    {
                        Expect(to.Name, $"{cell} of {row.En}: '{of(row)}' is '{of(there)}'", cli.Error, lost, told);
                    }
                }
            }

            if (sent.Sum(static c => c.Evidence.Length) > Read(to, Path.Combine(cli.Folder, output)).Sum(static c => c.Evidence.Length))
            {
                Expect(to.Name, "evidence", cli.Error, lost, "evidence");
            }
        }

        Assert.True(lost.Count == 0, string.Join("\n", lost));
    }

    [Theory]
    [MemberData(nameof(UnitFormatNames))]
    public void A_memory_arrives_or_is_told(string name)
    {
        using var cli = new CliRun();
        var from = FormatCatalog.ByName(name)!;
        var input = "in" + Ending(from);
        using (var stream = File.Create(Path.Combine(cli.Folder, input)))
        {
            from.Write(stream, Memory(), new UnitWriteOptions { KeepOtherLanguages = true });
        }

        var sent = Read(from, Path.Combine(cli.Folder, input));
        Assert.NotEmpty(sent);
        var lost = new List<string>();
        foreach (var to in FormatCatalog.Units)
        {
            var output = to.Name + Ending(to);
            Assert.Equal(CliApp.Fine, cli.Run("convert", input, output, "--from", name, "--to", to.Name, "-w", cli.Folder));
            var arrived = Read(to, Path.Combine(cli.Folder, output));
            if (sent.Count != arrived.Count)
            {
                lost.Add($"to {to.Name}: {sent.Count} units, {arrived.Count} arrived; said: {cli.Error}");
            }

            var gone = new List<string>();
            foreach (var (unit, there) in sent.Zip(arrived))
            {
                foreach (var (part, of, told) in s_parts)
                {
                    if (of(unit) != of(there) && of(unit).Length > 0 && of(unit) is not ("Unknown" or "False"))
                    {
                        gone.AddRange(told);
                        Expect(to.Name, $"{part} of {unit.Id}: '{of(unit)}' is '{of(there)}'", cli.Error, lost, told);
                    }
                }
            }

            // Nor is anything called lost that arrived.
            lost.AddRange(cli.Error.Split('\n').Where(static l => l.Contains("cannot be carried: ", StringComparison.Ordinal))
                .Where(l => !gone.Exists(w => l.Contains(w, StringComparison.OrdinalIgnoreCase))).Select(l => "told, but it arrived: " + l));
        }

        Assert.True(lost.Count == 0, string.Join("\n", lost));
    }

    private static void Expect(string to, string what, string said, List<string> lost, params string[] words)
    {
        if (!words.Any(w => said.Contains(w, StringComparison.OrdinalIgnoreCase)))
        {
            lost.Add($"to {to}: {what}");
        }
    }

    private static string Ending(IUnitFormat format) => format.Extensions.Count > 0 ? format.Extensions[0] : ".xlf";

    private static List<Concept> Read(ITermFormat format, string path)
    {
        using var stream = File.OpenRead(path);
        return [.. format.Read(stream, path, TermReadOptions.Default, new ReadLog())];
    }

    private static List<TranslationUnit> Read(IUnitFormat format, string path)
    {
        using var stream = File.OpenRead(path);
        return [.. format.Read(stream, path, new ReadLog())];
    }

    private static Concept[] Termbase()
    {
        static Model.Rendering Row(string concept, string zh, string en) => new() { Concept = concept, Zh = zh, En = en };
        var berth = Row("c-berth", "泊位", "berth") with
        {
            Status = TermStatus.Preferred,
            Domain = "port",
            Pos = "noun",
            Region = "TW",
            Pinyin = "bó wèi",
            Definition = "Where a ship lies; 𠮷.",
            Note = "not a bed",
            See = "c-tide",
            Client = "Harbour Office",
            By = "liu",
            Date = "2026-01-02",
            When = ["港口"],
            Check = CheckMode.Gloss,
            EnType = TermType.Short,
            Extra = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("licence", "CC0"),
        };
        return
        [
            new Concept
            {
                Id = "c-berth",
                Renderings = [berth, berth with { En = "mooring place", Status = TermStatus.Admitted, EnType = TermType.Full }, berth with { En = "parking place", Status = TermStatus.Deprecated, StatusAsWritten = "forbidden", EnType = TermType.Full }],
                Evidence = [new Evidence { Concept = "c-berth", Zh = "泊位", En = "berth", Document = "tariff-2024", Locator = "line 3", QuoteZh = "泊位收费。", QuoteEn = "Fees for berths.", Kind = "definition", Date = "2026-01-02", By = "liu" }],
            },
            new Concept { Id = "c-tide", Renderings = [Row("c-tide", "潮汐", "tide") with { Status = TermStatus.Superseded }, Row("c-tide", "𠮷潮", "spring tide")] },
        ];
    }

    private static TranslationUnit[] Memory()
    {
        var unit = new TranslationUnit
        {
            Id = "u1",
            Zh = Side("zh-CN", "渡轮夜间停航，𠮷。"),
            En = Side("en-US", "Ferries stop at night, 𠮷."),
            Created = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            CreatedBy = "liu",
            Changed = new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero),
            ChangedBy = "wang",
            Document = "notice-7",
            Url = "https://example.org/7",
            Domain = "port",
            Client = "Harbour Office",
            Licence = "CC0",
            Confidential = true,
            Origin = UnitOrigin.Aligned,
            Status = UnitStatus.Reviewed,
            Score = 0.75,
            Previous = "总则",
            Next = "附则",
            Properties = [new UnitProperty("", "check the tariff"), new UnitProperty("x-place", "p. 3")],
            Others = [Side("fr-FR", "Les ferries s'arrêtent la nuit.")],
        };
        return
        [
            unit,
            new TranslationUnit { Id = "u2", Zh = Side("zh-CN", "开放"), En = Side("en-US", "Open\nto all"), ZhIsSource = false },
            new TranslationUnit
            {
                Id = "u3", Zh = Side("zh-CN", "请排队。"), En = new UnitSide { Language = "en-US", Segment = new Segment("Please queue.", [new InlineCode(7, InlineKind.Begin, "bpt", "<b>", [new("i", "1")]), new InlineCode(12, InlineKind.End, "ept", "</b>", [new("i", "1")])]) },
                Status = UnitStatus.Draft,
            },
        ];

        static UnitSide Side(string language, string text) => new() { Language = language, Segment = Segment.Plain(text) };
    }
}
