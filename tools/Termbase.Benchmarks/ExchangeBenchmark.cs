using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Xml;
using Termbase.Formats;
using Termbase.Formats.Tmx;
using Termbase.Model;

namespace Termbase.Benchmarks;

/// <summary>
/// TMX reading and writing as a ratio to a bare <see cref="XmlReader"/> or <see cref="XmlWriter"/> loop over the same content in the same
/// run (the median of several, taken in turn), and the memory that converting a large file takes.
/// </summary>
internal static class ExchangeBenchmark
{
    public const string Usage = "[--units N] [--parts] [--runs N] [--large GIGABYTES]";

    public static int Run(string[] args)
    {
        var units = (int)Option(args, "--units", 60_000);
        var runs = (int)Option(args, "--runs", 9);
        var content = Content(units);
        Console.WriteLine(FormattableString.Invariant($"{units} units, {content.Length / 1e6:F1} MB"));
        var read = new TmxFormat().Read(new MemoryStream(content), "memory.tmx", new ReadLog()).ToList();
        Func<long> bareRead = () => BareRead(content), bareWrite = () => BareWrite(content, read);
        Compare("read", runs, content, bareRead, () => new TmxFormat().Read(new MemoryStream(content), "memory.tmx", new ReadLog()).Count());
        if (args.Contains("--parts"))
        {
            Compare("read, decoding and repair only", runs, content, bareRead, () => RepairedRead(content));
        }

        Compare("write", runs, content, bareWrite, () => new TmxFormat().Write(new MemoryStream(content.Length), read, new UnitWriteOptions()));
        if (Option(args, "--large", 0) is > 0 and var gigabytes)
        {
            Large(gigabytes);
        }

        return 0;
    }

    // The two take turns; the median of the ratios of a pair is told. Processor time, since other programs share the machine.
    private static void Compare(string what, int runs, byte[] content, Func<long> bare, Func<long> ours)
    {
        var pairs = new List<(double Bare, double Ours)>();
        for (var i = -2; i < runs; i++)
        {
            var pair = (Speed(content, bare), Speed(content, ours));
            if (i >= 0)
            {
                pairs.Add(pair);
            }
        }

        var middle = pairs.OrderBy(static p => p.Ours / p.Bare).ElementAt(pairs.Count / 2);
        Console.WriteLine(FormattableString.Invariant($"{what}: bare {middle.Bare:F0} MB/s, ours {middle.Ours:F0} MB/s, ratio {middle.Ours / middle.Bare:F2} (wanted 0.60)"));
    }

    private static void Large(double gigabytes)
    {
        // The rounds before leave a grown heap: what they held is not the conversion's.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var folder = Directory.CreateTempSubdirectory("termbase-bench-").FullName;
        try
        {
            string from = Path.Combine(folder, "large.tmx"), to = Path.Combine(folder, "out.tmx");
            using (var stream = File.Create(from))
            {
                new TmxFormat().Write(stream, Units((int)(gigabytes * 1e9 / 440)), new UnitWriteOptions());
            }

            long peak = 0;
            using var timer = new Timer(_ => peak = Math.Max(peak, AnonymousMemory.Of(Process.GetCurrentProcess())), null, 0, 100);
            var watch = Stopwatch.StartNew();
            var log = new ReadLog();
            AtomicFile.Write(to, stream => new TmxFormat().Write(stream, FormatCatalog.ReadUnits(from, log), new UnitWriteOptions { Header = () => log.Header }));
            Console.WriteLine(FormattableString.Invariant(
                $"large: {new FileInfo(from).Length / 1e6:F0} MB, {log.Read} units converted in {watch.Elapsed.TotalSeconds:F1} s, RssAnon at most {peak / 1024} MB (wanted < 200)"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Speed(byte[] content, Func<long> run)
    {
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        if (run() == 0)
        {
            throw new InvalidOperationException("nothing was read or written");
        }

        return content.Length / 1e6 / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static long RepairedRead(byte[] content)
    {
        using var repair = new XmlRepairReader(new StreamReader(new MemoryStream(content)));
        using var reader = XmlReader.Create(repair, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        long characters = 0;
        while (reader.Read())
        {
            characters += reader.Value.Length;
            while (reader.MoveToNextAttribute())
            {
                characters += reader.Value.Length;
            }

            if (reader.LocalName == "tu" && reader.NodeType == XmlNodeType.Element && reader is IXmlLineInfo info)
            {
                repair.Commit(info.LineNumber, info.LinePosition);
            }
        }

        return characters;
    }

    // Every value is looked at, as any reader must.
    private static long BareRead(byte[] content)
    {
        using var reader = XmlReader.Create(new MemoryStream(content), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        long characters = 0;
        while (reader.Read())
        {
            characters += reader.Value.Length;
            while (reader.MoveToNextAttribute())
            {
                characters += reader.Value.Length;
            }
        }

        return characters;
    }

    private static long BareWrite(byte[] content, List<TranslationUnit> units)
    {
        using var stream = new MemoryStream(content.Length);
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        writer.WriteStartElement("tmx");
        foreach (var unit in units)
        {
            writer.WriteWhitespace("\n  ");
            writer.WriteStartElement("tu");
            writer.WriteAttributeString("tuid", unit.Id);
            writer.WriteAttributeString("creationdate", unit.Created?.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
            writer.WriteAttributeString("creationid", unit.CreatedBy);
            Property(writer, "x-document", unit.Document);
            Property(writer, "x-domain", unit.Domain);
            Side(writer, "zh-CN", unit.Zh.Segment);
            Side(writer, "en-US", unit.En.Segment);
            writer.WriteWhitespace("\n  ");
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.Flush();
        return stream.Length;
    }

    private static void Property(XmlWriter writer, string type, string value)
    {
        writer.WriteWhitespace("\n   ");
        writer.WriteStartElement("prop");
        writer.WriteAttributeString("type", type);
        writer.WriteString(value);
        writer.WriteEndElement();
    }

    private static void Side(XmlWriter writer, string language, Segment segment)
    {
        writer.WriteWhitespace("\n   ");
        writer.WriteStartElement("tuv");
        writer.WriteAttributeString("xml", "lang", null, language);
        writer.WriteWhitespace("\n    ");
        writer.WriteStartElement("seg");
        var at = 0;
        foreach (var code in segment.Codes)
        {
            writer.WriteString(segment.Text[at..code.Position]);
            at = code.Position;
            writer.WriteStartElement(code.Element);
            foreach (var (name, value) in code.Attributes)
            {
                writer.WriteAttributeString(name, value);
            }

            writer.WriteString(code.Content);
            writer.WriteEndElement();
        }

        writer.WriteString(segment.Text[at..]);
        writer.WriteEndElement();
        writer.WriteWhitespace("\n   ");
        writer.WriteEndElement();
    }

    private static byte[] Content(int units)
    {
        using var stream = new MemoryStream();
        new TmxFormat().Write(stream, Units(units), new UnitWriteOptions());
        return stream.ToArray();
    }

    private static IEnumerable<TranslationUnit> Units(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var n = i.ToString(CultureInfo.InvariantCulture);
            ImmutableCodes(i, out var codes);
            yield return new TranslationUnit
            {
                Id = n,
                Created = DateTimeOffset.UnixEpoch.AddMinutes(i),
                CreatedBy = "editor",
                Document = "notice-" + (i / 100).ToString(CultureInfo.InvariantCulture),
                Domain = "policy",
                Zh = new UnitSide { Language = "zh-CN", Segment = new Segment($"第{n}条 推动高质量发展，加快建设现代化产业体系 & 提升创新能力。", codes) },
                En = new UnitSide { Language = "en-US", Segment = new Segment($"Article {n}. Promote high-quality development and speed up building a modern industrial system.", codes) },
            };
        }
    }

    private static void ImmutableCodes(int i, out System.Collections.Immutable.ImmutableArray<InlineCode> codes) =>
        codes = i % 10 == 0
            ? [new InlineCode(0, InlineKind.Begin, "bpt", "<b>", [new("i", "1")]), new InlineCode(3, InlineKind.End, "ept", "</b>", [new("i", "1")])]
            : [];

    private static double Option(string[] args, string name, double otherwise) =>
        Array.IndexOf(args, name) is var at && at >= 0 && at + 1 < args.Length
            ? double.Parse(args[at + 1], CultureInfo.InvariantCulture)
            : otherwise;
}
