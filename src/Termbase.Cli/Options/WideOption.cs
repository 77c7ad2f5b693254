using System.CommandLine;

namespace Termbase.Cli.Options;

/// <summary><c>--wide</c>: tab-separated values with all columns and their header. Without it the columns are those that programs have long read.</summary>
internal static class WideOption
{
    /// <param name="columns">Their names, as the help shows them.</param>
    public static Option<bool> Create(string columns) => new("--wide") { Description = $"With --format tsv: a header, and always all columns: {columns} (JSON has them anyway)." };
}
