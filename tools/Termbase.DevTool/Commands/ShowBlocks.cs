using Termbase.Documents;
using Termbase.Mining;
using Termbase.Model;

namespace Termbase.DevTool.Commands;

/// <summary>Prints how a document is read: its blocks, notes and pairs.</summary>
internal static class ShowBlocks
{
    public const string Usage = "DOC.txt";

    public static int Run(string[] args)
    {
        if (args.Length != 1 || !File.Exists(args[0]))
        {
            Console.Error.WriteLine("show-blocks: one existing document is wanted");
            return 2;
        }

        var document = DocumentReader.Read(args[0], File.ReadAllText(args[0]));
        foreach (var block in document.Blocks)
        {
            var place = document.Locate(block, new TextSpan(0, block.Text.Length));
            Console.WriteLine($"{block.Index}\t{place.Line}-{place.EndLine}\t{block.Kind}{block.Level}\t{block.Label}\t{block.Text}");
        }

        foreach (var note in NoteMiner.Mine(document))
        {
            Console.WriteLine($"note {note.Number}\tline {note.Location.Line}\tanchor line {note.AnchorLocation?.Line}\t{note.Anchor}\t{string.Join("; ", note.Chinese)}");
        }

        foreach (var pair in GlossMiner.Mine(document))
        {
            Console.WriteLine($"pair\t{pair.ZhLocation.Line}\t{pair.Zh}\t{pair.En}\t{pair.Kind}\t{pair.Acronym}\t{pair.Confidence:0.00}");
        }

        return 0;
    }
}
