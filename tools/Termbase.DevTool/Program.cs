using System.Text;
using Termbase.DevTool.Commands;

// One file per command in Commands/, one line here.
(string Name, string Usage, Func<string[], int> Run)[] commands =
[
    ("demo", Demo.Usage, Demo.Run),
    ("docs", Docs.Usage, Docs.Run),
    ("faults", FaultsCommand.Usage, FaultsCommand.Run),
    ("fuzz", Fuzz.Usage, Fuzz.Run),
    ("learn-translations", LearnTranslations.Usage, LearnTranslations.Run),
    ("language-tables", LanguageTables.Usage, LanguageTables.Run),
    ("measure-alignment", MeasureAlignment.Usage, MeasureAlignment.Run),
    ("measure-lint", MeasureLint.Usage, MeasureLint.Run),
    ("learn-model", LearnModel.Usage, LearnModel.Run),
    ("measure-bitext", MeasureBitext.Usage, MeasureBitext.Run),
    ("measure-doubtful", MeasureDoubtful.Usage, MeasureDoubtful.Run),
    ("measure-mining", MeasureMining.Usage, MeasureMining.Run),
    ("language-speed", LanguageSpeed.Usage, LanguageSpeed.Run),
    ("measure-recognition", MeasureRecognition.Usage, MeasureRecognition.Run),
    ("segmentation-table", SegmentationTable.Usage, SegmentationTable.Run),
    ("show-blocks", ShowBlocks.Usage, ShowBlocks.Run),
];

Console.OutputEncoding = new UTF8Encoding(false);
var command = Array.Find(commands, c => args.Length > 0 && c.Name.Equals(args[0], StringComparison.Ordinal));
if (command.Run is null)
{
    Console.Error.WriteLine("usage: dotnet run --project tools/Termbase.DevTool -- COMMAND");
    foreach (var (name, usage, _) in commands)
    {
        Console.Error.WriteLine($"  {name} {usage}");
    }

    return 2;
}

if (args[1..].Any(static a => a is "--help" or "-h" or "-?"))
{
    Console.WriteLine($"usage: dotnet run --project tools/Termbase.DevTool -- {command.Name} {command.Usage}");
    return 0;
}

return command.Run(args[1..]);
