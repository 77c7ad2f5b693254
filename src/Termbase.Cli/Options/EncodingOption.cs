using System.CommandLine;

namespace Termbase.Cli.Options;

/// <summary><c>--encoding</c>: what the input is written in, where it is found wrong.</summary>
internal static class EncodingOption
{
    public static Option<string> Create() => new("--encoding")
    {
        Description = "What the input is written in (gb18030, big5, utf-16 …), where it would be found wrong. Default: found out by its bytes and told.",
        HelpName = "NAME",
    };
}
