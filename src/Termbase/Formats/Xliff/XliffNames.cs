namespace Termbase.Formats.Xliff;

/// <summary>Namespaces of XLIFF and of the dialects that have extensions of their own.</summary>
internal static class XliffNames
{
    internal const string V11 = "urn:oasis:names:tc:xliff:document:1.1";
    internal const string V12 = "urn:oasis:names:tc:xliff:document:1.2";
    internal const string V20 = "urn:oasis:names:tc:xliff:document:2.0";
    internal const string V22 = "urn:oasis:names:tc:xliff:document:2.2";
    internal const string Matches = "urn:oasis:names:tc:xliff:matches:2.0";
    internal const string Sdl = "http://sdl.com/FileTypes/SdlXliff/1.0";
    internal const string Phrase = "http://www.memsource.com/mxlf/2.0";
    internal const string MemoQ = "MQXliff";
    internal const string Xml = "http://www.w3.org/XML/1998/namespace";

    /// <summary>Whether this is a namespace of XLIFF's own elements; 1.0 had none.</summary>
    internal static bool IsCore(string ns) => ns is V12 or V20 or V22 or V11 or "";

    internal static bool IsVersion2(string ns) => ns is V20 or V22;
}
