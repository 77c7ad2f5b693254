using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Xml;
using Termbase.Formats;
using Termbase.Formats.Po;
using Termbase.Formats.Xliff;
using Termbase.Model;

namespace Termbase.Benchmarks;

/// <summary>
/// Reading and checking XLIFF beside a bare XmlReader loop over the same bytes, PO beside <c>msgfmt --check</c>; XLIFF in MB per
/// second of processor time (of all threads, since other programs may share the machine), PO by the clock; the best of several rounds.
/// </summary>
internal static class ExchangeXliff
{
    private static readonly string[] Zh = ["科技", "创新", "发展", "规划", "平台", "企业", "成果", "转化", "体系", "示范区", "建设", "协同"];
    private static readonly string[] En = ["science", "innovation", "development", "plan", "platform", "enterprise", "results", "system", "zone", "building"];

    public const string Usage = "[MEGABYTES [BITEXT]]  (units of the bitext; without one, short units made up)";

    internal static int Run(string[] args)
    {
        var megabytes = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 50;
        var xliff = new MemoryStream();
        var units = args is [_, var bitext] ? FormatCatalog.ReadUnits(bitext, new ReadLog()).Take(megabytes * 1_000_000 / 400) : Units(megabytes * 1_000_000 / 330);
        var count = new XliffFormat().Write(xliff, units, new UnitWriteOptions());
        Console.WriteLine(FormattableString.Invariant($"XLIFF 1.2: {xliff.Length / 1e6:0.0} MB, {count} units"));
        Measure(xliff, isCpu: true, ("bare XmlReader loop", Bare), ("read units", static s => Count(new XliffFormat().Read(s, "a.xlf", new ReadLog()))));
        Measure(
            xliff, isCpu: true,
            ("bare XmlReader loop", Bare),
            ("check", static s => Count(XliffChecker.Check(s, "a.xlf"))),
            ("rewrite, nothing changed", static s => XliffRewriter.Rewrite(s, Stream.Null, static _ => null)));

        var po = new MemoryStream();
        new PoFormat().Write(po, Units(megabytes * 1_000_000 / 165), new UnitWriteOptions());
        Console.WriteLine(FormattableString.Invariant($"PO: {po.Length / 1e6:0.0} MB"));
        var file = Path.GetTempFileName();
        File.WriteAllBytes(file, po.ToArray());
        try
        {
            Measure(
                po, isCpu: false,
                ("msgfmt --check", _ =>
                {
                    using var process = Process.Start(new ProcessStartInfo("msgfmt", ["--check", "-o", "/dev/null", file]) { RedirectStandardError = true })!;
                    process.StandardError.ReadToEnd();
                    process.WaitForExit();
                }
            ),
                ("read units", static s => Count(new PoFormat().Read(s, "a.po", new ReadLog()))),
                ("check", static s => Count(PoChecker.Check(s, "a.po"))),
                ("rewrite, nothing changed", static s => PoRewriter.Rewrite(s, Stream.Null, static _ => null)));
        }
        finally
        {
            File.Delete(file);
        }

        return 0;
    }

    private static void Bare(Stream stream)
    {
        using var xml = XmlReader.Create(stream);
        while (xml.Read())
        {
        }
    }

    private static void Count<T>(IEnumerable<T> items) => _ = items.Count();

    // In turns, so that neither the order nor what else the machine does favours one of them.
    private static void Measure(MemoryStream data, bool isCpu, params (string Name, Action<Stream> Run)[] subjects)
    {
        var best = new double[subjects.Length];
        Array.Fill(best, double.MaxValue);
        for (var round = 0; round < (isCpu ? 40 / subjects.Length : 3); round++)
        {
            for (var i = 0; i < subjects.Length; i++)
            {
                data.Position = 0;
                var (cpu, watch) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
                subjects[i].Run(data);
                best[i] = Math.Min(best[i], (isCpu ? Environment.CpuUsage.TotalTime - cpu : watch.Elapsed).TotalSeconds);
            }
        }

        for (var i = 0; i < subjects.Length; i++)
        {
            Console.WriteLine(FormattableString.Invariant($"  {subjects[i].Name}: {data.Length / 1e6 / best[i]:0.0} MB/s, {best[0] / best[i]:0.00} of the first"));
        }
    }

    private static IEnumerable<TranslationUnit> Units(int count)
    {
        var random = new Random(17);
        for (var i = 0; i < count; i++)
        {
            var (zh, en) = (new StringBuilder(), new StringBuilder());
            for (var n = random.Next(5, 14); n > 0; n--)
            {
                zh.Append(Zh[random.Next(Zh.Length)]);
                en.Append(en.Length > 0 ? " " : "").Append(En[random.Next(En.Length)]);
            }

            zh.Append(CultureInfo.InvariantCulture, $"{i}。");
            en.Append(CultureInfo.InvariantCulture, $" {i}.");
            yield return new TranslationUnit
            {
                Id = i.ToString(CultureInfo.InvariantCulture),
                Zh = new UnitSide { Language = "zh-CN", Segment = Segment.Plain(zh.ToString()) },
                En = new UnitSide { Language = "en-US", Segment = i % 10 == 0 ? new Segment(en.ToString(), [new InlineCode(3, InlineKind.Alone, "ph", "<br/>", [])]) : Segment.Plain(en.ToString()) },
                Properties = i % 5 == 0 ? [new UnitProperty("", "checked against the list")] : [],
            };
        }
    }
}
