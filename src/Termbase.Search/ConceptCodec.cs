using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Search;

/// <summary>What a lookup shows of a concept, as bytes in the index, so that asking reads no glossary file.</summary>
internal static class ConceptCodec
{
    public static byte[] Write(Concept concept, IReadOnlyDictionary<string, Source> sources)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(concept.Id);
        writer.Write7BitEncodedInt(concept.Renderings.Length);
        foreach (var r in concept.Renderings)
        {
            writer.Write((byte)r.Status);
            writer.Write((byte)r.ZhType);
            writer.Write((byte)r.EnType);
            writer.Write((byte)r.Check);
            string[] cells = [
                r.Zh, r.En, r.StatusAsWritten ?? "", string.Join('|', r.When), r.Domain, r.Pos, r.Region, r.Pinyin, r.Definition, r.Note,
                r.See, r.Client, r.By, r.Date];
            foreach (var cell in cells)
            {
                writer.Write(cell);
            }

            Write(writer, r.Location);
        }

        writer.Write7BitEncodedInt(concept.Evidence.Length);
        foreach (var e in concept.Evidence)
        {
            string[] cells = [
                e.Zh, e.En, e.Document, sources.TryGetValue(e.Document, out var source) ? source.Title : "", e.Locator, e.QuoteZh, e.QuoteEn,
                e.Kind, e.Date, e.By];
            foreach (var cell in cells)
            {
                writer.Write(cell);
            }
        }

        writer.Flush();
        return stream.ToArray();
    }

    public static (Concept Concept, IReadOnlyDictionary<string, string> Titles) Read(byte[] bytes, int offset, int length)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, offset, length));
        var id = reader.ReadString();
        var renderings = ImmutableArray.CreateBuilder<Rendering>();
        for (var n = reader.Read7BitEncodedInt(); n > 0; n--)
        {
            var (status, zhType, enType, check) = (reader.ReadByte(), reader.ReadByte(), reader.ReadByte(), reader.ReadByte());
            var c = Strings(reader, 14);
            renderings.Add(new Rendering
            {
                Concept = id,
                Status = (TermStatus)status,
                ZhType = (TermType)zhType,
                EnType = (TermType)enType,
                Check = (CheckMode)check,
                Zh = c[0],
                En = c[1],
                StatusAsWritten = c[2].Length == 0 ? null : c[2],
                When = c[3].Length == 0 ? [] : [.. c[3].Split('|')],
                Domain = c[4],
                Pos = c[5],
                Region = c[6],
                Pinyin = c[7],
                Definition = c[8],
                Note = c[9],
                See = c[10],
                Client = c[11],
                By = c[12],
                Date = c[13],
                Location = Location(reader),
            });
        }

        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        var evidence = ImmutableArray.CreateBuilder<Evidence>();
        for (var n = reader.Read7BitEncodedInt(); n > 0; n--)
        {
            var c = Strings(reader, 10);
            evidence.Add(new Evidence
            {
                Concept = id,
                Zh = c[0],
                En = c[1],
                Document = c[2],
                Locator = c[4],
                QuoteZh = c[5],
                QuoteEn = c[6],
                Kind = c[7],
                Date = c[8],
                By = c[9],
            });
            if (c[3].Length > 0)
            {
                titles[c[2]] = c[3];
            }
        }

        return (new Concept { Id = id, Renderings = renderings.ToImmutable(), Evidence = evidence.ToImmutable() }, titles);
    }

    private static void Write(BinaryWriter writer, SourceLocation? place)
    {
        writer.Write(place?.Path ?? "");
        writer.Write7BitEncodedInt(place?.Line ?? 0);
    }

    private static SourceLocation? Location(BinaryReader reader)
    {
        var path = reader.ReadString();
        var line = reader.Read7BitEncodedInt();
        return path.Length == 0 ? null : SourceLocation.AtLine(path, line);
    }

    private static string[] Strings(BinaryReader reader, int count)
    {
        var strings = new string[count];
        for (var i = 0; i < count; i++)
        {
            strings[i] = reader.ReadString();
        }

        return strings;
    }
}
