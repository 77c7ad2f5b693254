namespace Termbase.Model;

/// <summary>
/// An input that cannot be used at all. The message is one line for the user: what is wrong and what to do; the command line
/// prints it with the place and ends with status 2.
/// </summary>
public sealed class InputException : Exception
{
    /// <summary>A failure at a place (or of a whole file: <see cref="SourceLocation.File"/>).</summary>
    public InputException(SourceLocation location, string message, Exception? inner = null)
        : base(message, inner) => Location = location;

    /// <summary>A failure with no file.</summary>
    public InputException(string message)
        : base(message)
    {
    }

    /// <summary>Where, or null.</summary>
    public SourceLocation? Location { get; }
}
