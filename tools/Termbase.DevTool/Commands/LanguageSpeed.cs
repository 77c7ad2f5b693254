using System.Diagnostics;
using Termbase.Documents;
using Termbase.Languages;
using Termbase.Mining;

namespace Termbase.DevTool.Commands;

/// <summary>Times what stands under every other part: loading the tables, reading a document, mining it, normalising it.</summary>
internal static class LanguageSpeed
{
    public const string Usage = "DOC.txt [COPIES]";

    public static int Run(string[] args)
    {
        if (args.Length == 0 || !File.Exists(args[0]))
        {
            Console.Error.WriteLine("language-speed: a document is wanted");
            return 2;
        }

        var copies = args.Length > 1 && int.TryParse(args[1], out var n) ? n : 1;
        Time("load Simplified table", 0, () => ChineseScript.ToSimplified("資"));
        Time("load pinyin table", 0, () => Romanization.Readings('资'));
        var once = File.ReadAllText(args[0]);
        var text = string.Concat(Enumerable.Repeat(once + "\n\n", copies));
        Document? document = null;
        DocumentReader.Read("warm.txt", once);
        Time("read", text.Length, () => document = DocumentReader.Read("a.txt", text));
        Time("mine", text.Length, () => GlossMiner.Mine(document!));
        Time("normalise", text.Length, () => Normalizer.Normalize(text, NormalizerOptions.Text));
        Time("split", text.Length, () => SentenceSplitter.Split(text));
        return 0;
    }

    private static void Time(string what, int length, Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        var seconds = watch.Elapsed.TotalSeconds;
        Console.WriteLine(FormattableString.Invariant($"{what}: {seconds * 1000:0.0} ms{(length > 0 ? $", {length / seconds / 1e6:0.0} million characters/s" : "")}"));
    }
}
