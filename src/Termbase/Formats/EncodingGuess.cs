using System.Text;

namespace Termbase.Formats;

/// <summary>How the bytes of a text were read. Immutable.</summary>
/// <param name="Encoding">The encoding used; it replaces what it cannot decode by U+FFFD.</param>
/// <param name="Name">For people: <c>UTF-8</c>, <c>UTF-16LE</c>, <c>GB18030</c>, <c>Big5</c>, <c>Windows-1252</c>.</param>
/// <param name="PreambleLength">Length of the byte order mark in bytes, 0 if there is none.</param>
/// <param name="Confidence">0 to 1; 1 where a byte order mark or strict validity settles it.</param>
/// <param name="Damaged">Whether some bytes cannot be decoded.</param>
public sealed record EncodingGuess(Encoding Encoding, string Name, int PreambleLength, double Confidence, bool Damaged = false)
{
    /// <summary>Whether the text is UTF-8 (with or without byte order mark) without damage: nothing need be said.</summary>
    public bool IsUtf8 => !Damaged && string.Equals(Name, "UTF-8", StringComparison.Ordinal);

    /// <summary>One line for the user: what it was read as and what to do; empty where the text was plain UTF-8.</summary>
    public string Advice =>
        IsUtf8 ? ""
        : Damaged ? $"some bytes are not valid {Name} and were replaced by U+FFFD; save the file as UTF-8 from the program that made it"
        : PreambleLength > 0 || Name.StartsWith("UTF", StringComparison.Ordinal) ? $"read as {Name}"
        : $"not UTF-8; read as {Name} by its character statistics; save it as UTF-8 if the text looks wrong";
}
