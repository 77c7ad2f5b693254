using System.Security.Cryptography;
using System.Text;

namespace Termbase.Formats.Csv;

/// <summary>Ids of concepts. Ids are opaque; these are made from the Chinese and the domain, so that a file read twice gives the same.</summary>
public static class ConceptId
{
    /// <summary>The id for a row that gives none: <c>c-</c> and ten hexadecimal digits.</summary>
    public static string For(string zh, string domain)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(Tmx.XmlText.Clean(zh).Normalize(NormalizationForm.FormC) + "\n" + domain));
        return "c-" + Convert.ToHexStringLower(hash.AsSpan(0, 5));
    }
}
