using System.Text;
using Termbase.Benchmarks.Commands;

// One file per benchmark in Commands/, one line here.
(string Name, string Usage, Func<string[], int> Run)[] commands =
[
    ("exchange", Exchange.Usage, Exchange.Run),
];

Console.OutputEncoding = new UTF8Encoding(false);
var command = Array.Find(commands, c => args.Length > 0 && c.Name.Equals(args[0], StringComparison.Ordinal));
if (command.Run is null)
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project tools/Termbase.Benchmarks -- BENCHMARK");
    foreach (var (name, usage, _) in commands)
    {
        Console.Error.WriteLine($"  {name} {usage}");
    }

    return 2;
}

return command.Run(args[1..]);
