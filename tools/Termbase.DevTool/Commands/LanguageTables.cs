using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Termbase.DevTool.Commands;

/// <summary>Generates the tables in <c>src/Termbase/Languages/Data</c> from the Unihan database.</summary>
internal static class LanguageTables
{
    public const string Usage = "--unihan DIR [--out DIR]";

    // Where Unihan gives no Simplified variant, or several of which the first is not the common one.
    private const string Choices =
        "乾干瞭了夥伙裏里裡里爲为啓启衆众麪面祕秘牀床峯峰羣群彙汇週周妳你鉅巨佔占託托註注誌志佈布併并傢家僱雇儘尽嚐尝噁恶唸念姦奸崑昆崙仑慾欲揹背昇升樑梁氾泛準准"
        + "滙汇牠它甦苏癒愈盃杯砲炮穀谷綫线緻致繫系菸烟薑姜蹟迹遊游鬆松鬱郁鹼碱麵面鬥斗舘馆麼么麽么徵征餘余鍾钟於于後后臺台喫吃嘆叹堃坤岳岳徧遍恆恒搨拓敘叙敍叙昰是畧略痺痹"
        + "眞真硏研竝并纔才脣唇荅答蘂蕊蠍蝎讚赞讎仇踫碰迴回逈迥鄰邻醃腌鎸镌鑑鉴鑒鉴闇暗隄堤雋隽鷄鸡鼕冬齣出";

    public static int Run(string[] args)
    {
        string? unihan = null, output = "src/Termbase/Languages/Data";
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            (unihan, output) = args[i] == "--unihan" ? (args[i + 1], output) : (unihan, args[i + 1]);
        }

        if (unihan is null || !Directory.Exists(unihan))
        {
            Console.Error.WriteLine("language-tables: --unihan must name the folder with Unihan_Variants.txt and Unihan_Readings.txt (Debian: unicode-data)");
            return 2;
        }

        Directory.CreateDirectory(output);
        var readings = Read(unihan, "Unihan_Readings.txt");
        Write(output, "simplified.txt", Simplified(Read(unihan, "Unihan_Variants.txt"), readings));
        Write(output, "pinyin.txt", Pinyin(readings));
        return 0;
    }

    private static List<string> Simplified(List<(char, string, string)> variants, List<(char, string, string)> readings)
    {
        var common = readings.Where(r => r.Item2 == "kTGHZ2013").Select(r => r.Item1).ToHashSet();
        var map = new SortedDictionary<char, char>();
        foreach (var (character, field, value) in variants.Where(v => v.Item2 == "kSimplifiedVariant"))
        {
            var targets = value.Split(' ').Select(v => CodePoint(v)).Where(c => c <= 0xFFFF).Select(c => (char)c).ToList();
            // A character that is itself in use in Simplified text (著, 藉) stays what it is.
            if (targets.Count == 0 || (targets.Contains(character) && common.Contains(character)))
            {
                continue;
            }

            map[character] = targets.Find(common.Contains) is var best and not '\0' ? best : targets[0];
        }

        for (var i = 0; i + 1 < Choices.Length; i += 2)
        {
            map[Choices[i]] = Choices[i + 1];
        }

        for (var c = '\uF900'; c <= '\uFAFF'; c++)
        {
            if (char.IsLetter(c) && c.ToString().Normalize(NormalizationForm.FormC) is [var unified] && unified != c)
            {
                map[c] = map.GetValueOrDefault(unified, unified);
            }
        }

        var pairs = map.Where(p => p.Key != p.Value).Select(p => $"{p.Key}{p.Value}").ToList();
        return ["# Traditional and Simplified characters in pairs; from Unihan kSimplifiedVariant, see THIRD-PARTY-NOTICES.md. Generated.",
            .. pairs.Chunk(40).Select(p => string.Concat(p))];
    }

    private static List<string> Pinyin(List<(char, string, string)> readings)
    {
        // In the order of trust: the usual reading is kMandarin's first.
        string[] fields = ["kMandarin", "kTGHZ2013", "kHanyuPinlu", "kXHC1983", "kHanyuPinyin"];
        var byCharacter = new SortedDictionary<char, List<string>>();
        foreach (var field in fields)
        {
            foreach (var (character, _, value) in readings.Where(r => r.Item2 == field))
            {
                if (!byCharacter.TryGetValue(character, out var list))
                {
                    byCharacter.Add(character, list = []);
                }

                foreach (var reading in value.Split([' ', ',']))
                {
                    var bare = reading[(reading.LastIndexOf(':') + 1)..];
                    bare = Toneless(bare.Split('(')[0]);
                    if (bare.Length > 0 && !list.Contains(bare))
                    {
                        list.Add(bare);
                    }
                }
            }
        }

        var lines = new List<string> { "# syllable, characters that are usually read so, others that can be; from Unihan, see THIRD-PARTY-NOTICES.md. Generated." };
        foreach (var syllable in byCharacter.Values.SelectMany(v => v).Distinct().Order(StringComparer.Ordinal))
        {
            var usual = byCharacter.Where(p => p.Value[0] == syllable).Select(p => p.Key);
            var other = byCharacter.Where(p => p.Value.IndexOf(syllable) > 0).Select(p => p.Key);
            lines.Add($"{syllable}\t{string.Concat(usual)}\t{string.Concat(other)}");
        }

        return lines;
    }

    private static string Toneless(string reading)
    {
        var result = new StringBuilder();
        foreach (var c in reading.Normalize(NormalizationForm.FormD))
        {
            if (c == '\u0308' && result.Length > 0)
            {
                result[^1] = 'ü';
            }
            else if (char.IsAsciiLetterLower(c))
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }

    private static int CodePoint(string text) =>
        int.Parse(text.Split('<')[0].AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static List<(char Character, string Field, string Value)> Read(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        using var process = File.Exists(path) ? null : Process.Start(new ProcessStartInfo("bzcat", [path + ".bz2"]) { RedirectStandardOutput = true });
        using var reader = process?.StandardOutput ?? new StreamReader(path);
        var result = new List<(char, string, string)>();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            if (cells.Length == 3 && line[0] == 'U' && CodePoint(cells[0]) is >= 0x3400 and <= 0x9FFF and var code)
            {
                result.Add(((char)code, cells[1], cells[2]));
            }
        }

        return result;
    }

    private static void Write(string folder, string name, List<string> lines)
    {
        File.WriteAllText(Path.Combine(folder, name), string.Join('\n', lines) + "\n");
        Console.WriteLine($"{name}: {lines.Count} lines");
    }
}
