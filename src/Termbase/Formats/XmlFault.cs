using System.Xml;

namespace Termbase.Formats;

/// <summary>What the XML reader complains of, in words for the user: one line, without the place, which is told apart.</summary>
public static class XmlFault
{
    /// <summary>The reason given where a file ends before it is complete.</summary>
    public const string CutOff = "the file ends in the middle (cut off?)";

    internal static string Reason(XmlException e)
    {
        if (e.Message.Contains("end of file", StringComparison.OrdinalIgnoreCase) || e.Message.Contains("not closed", StringComparison.Ordinal))
        {
            return CutOff;
        }

        var message = TextFile.OneLine(e.Message);
        var tail = message.LastIndexOf(" Line ", StringComparison.Ordinal);
        return (tail > 0 ? message[..tail] : message).TrimEnd('.');
    }
}
