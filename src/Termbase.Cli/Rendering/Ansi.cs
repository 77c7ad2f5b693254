namespace Termbase.Cli.Rendering;

/// <summary>Colours on a terminal; plain text where it shows none.</summary>
internal readonly struct Ansi(bool on)
{
    public string Bold(string text) => Wrap("1", text);

    public string Dim(string text) => Wrap("2", text);

    public string Red(string text) => Wrap("1;31", text);

    public string Yellow(string text) => Wrap("1;33", text);

    public string Green(string text) => Wrap("32", text);

    public string Blue(string text) => Wrap("1;34", text);

    public string Cyan(string text) => Wrap("36", text);

    private string Wrap(string code, string text) => on && text.Length > 0 ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
