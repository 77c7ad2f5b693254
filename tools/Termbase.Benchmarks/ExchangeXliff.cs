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
/// Reading and checking XLIFF beside a bare XmlReader loop over the same bytes, PO beside <c>msgfmt --check</c>; rates in MB/s, the best
/// of three runs in one process.
/// </summary>
internal static class ExchangeXliff
{
    private static readonly string[] Zh = ["科技", "创新", "发展", "规划", "平台", "企业", "成果", "转化", "体系", "示范区", "建设", "协同"];
    private static readonly string[] En = ["science", "innovation", "development", "plan", "platform", "enterprise", "results", "system", "zone", "building"];

    internal static int Run(string[] args)
    {
        var megabytes = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 50;
        var units = Units(megabytes * 1_000_000 / 330).ToList();
        var xliff = new MemoryStream();
        new XliffFormat().Write(xliff, units, new UnitWriteOptions());
        Console.WriteLine(FormattableString.Invariant($"XLIFF 1.2: {xliff.Length / 1e6:0.0} MB, {units.Count} units"));
        var bare = Best("bare XmlReader loop", xliff, static s =>
        {
            using var xml = XmlReader.Create(s);
            while (xml.Read())
            {
            }
        });
        Ratio(bare, Best("read units", xliff, static s => Count(new XliffFormat().Read(s, "a.xlf", new ReadLog()))));
        Ratio(bare, Best("check", xliff, static s => Count(XliffChecker.Check(s, "a.xlf"))));
        Ratio(bare, Best("rewrite, nothing changed", xliff, static s => XliffRewriter.Rewrite(s, Stream.Null, static _ => null)));

        var po = new MemoryStream();
        new PoFormat().Write(po, Units(megabytes * 1_000_000 / 165), new UnitWriteOptions());
        Console.WriteLine(FormattableString.Invariant($"PO: {po.Length / 1e6:0.0} MB"));
        var file = Path.GetTempFileName();
        File.WriteAllBytes(file, po.ToArray());
        try
        {
            var msgfmt = Best("msgfmt --check", po, _ =>
            {
                using var process = Process.Start(new ProcessStartInfo("msgfmt", ["--check", "-o", "/dev/null", file]) { RedirectStandardError = true })!;
                process.StandardError.ReadToEnd();
                process.WaitForExit();
            });
            Ratio(msgfmt, Best("read units", po, static s => Count(new PoFormat().Read(s, "a.po", new ReadLog()))));
            Ratio(msgfmt, Best("check", po, static s => Count(PoChecker.Check(s, "a.po"))));
            Ratio(msgfmt, Best("rewrite, nothing changed", po, static s => PoRewriter.Rewrite(s, Stream.Null, static _ => null)));
        }
        finally
        {
            File.Delete(file);
        }

        return 0;
    }

    private static int Count<T>(IEnumerable<T> items) => items.Count();

    private static double Best(string what, MemoryStream data, Action<Stream> run)
    {
        var best = double.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            data.Position = 0;
            var watch = Stopwatch.StartNew();
            run(data);
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
        }

        var rate = data.Length / 1e6 / best;
        Console.WriteLine(FormattableString.Invariant($"  {what}: {rate:0.0} MB/s"));
        return rate;
    }

    private static void Ratio(double other, double ours) => Console.WriteLine(FormattableString.Invariant($"    {ours / other:0.00} of the first"));

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
