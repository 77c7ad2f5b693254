using System.Globalization;
using System.Text;
using System.Xml;
using Termbase.Linting;

namespace Termbase.Reporting;

/// <summary>
/// JUnit XML: a suite per file, a case per finding; errors and warnings are failures, infos are cases that pass with their text as
/// output. A run without findings has one case that passes. Thread-safe.
/// </summary>
public static class JUnitReport
{
    /// <summary>Writes the report, ending with a line end.</summary>
    public static void Write(TextWriter output, ReportContext report)
    {
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true, CheckCharacters = false };
        output.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        using (var xml = XmlWriter.Create(output, settings))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", "termbase lint");
            Counts(xml, report.Findings);
            foreach (var file in report.Findings.GroupBy(static f => f.Location.Path, StringComparer.Ordinal))
            {
                xml.WriteStartElement("testsuite");
                xml.WriteAttributeString("name", Clean(file.Key));
                Counts(xml, [.. file]);
                foreach (var finding in file)
                {
                    Case(xml, finding);
                }

                xml.WriteEndElement();
            }

            if (report.Findings.Count == 0)
            {
                xml.WriteStartElement("testsuite");
                xml.WriteAttributeString("name", "termbase lint");
                xml.WriteAttributeString("tests", "1");
                xml.WriteAttributeString("failures", "0");
                xml.WriteStartElement("testcase");
                xml.WriteAttributeString("classname", "termbase");
                xml.WriteAttributeString("name", string.Create(CultureInfo.InvariantCulture, $"nothing found in {report.Files} files"));
                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        output.Write('\n');
    }

    private static void Counts(XmlWriter xml, IReadOnlyCollection<Finding> findings)
    {
        xml.WriteAttributeString("tests", Math.Max(1, findings.Count).ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("failures", findings.Count(static f => f.Severity > Severity.Info).ToString(CultureInfo.InvariantCulture));
    }

    private static void Case(XmlWriter xml, Finding finding)
    {
        var at = finding.Location;
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", $"{finding.Rule.Code} {finding.Rule.Name}");
        xml.WriteAttributeString("name", Clean($"{at.Line}:{at.Column} {finding.Message}"));
        xml.WriteAttributeString("file", Clean(at.Path));
        xml.WriteAttributeString("line", at.Line.ToString(CultureInfo.InvariantCulture));
        var text = new StringBuilder().Append(at).Append(": ").Append(finding.Message);
        if (finding.Suggestion.Length > 0)
        {
            text.Append("\nwrite: ").Append(finding.Suggestion);
        }

        foreach (var related in finding.Related)
        {
            text.Append('\n').Append(related.Location).Append(": ").Append(related.Message);
        }

        if (finding.Severity > Severity.Info)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("type", finding.Severity == Severity.Error ? "error" : "warning");
            xml.WriteAttributeString("message", Clean(finding.Message));
            xml.WriteString(Clean(text.ToString()));
            xml.WriteEndElement();
        }
        else
        {
            xml.WriteElementString("system-out", Clean(text.ToString()));
        }

        xml.WriteEndElement();
    }

    // What XML cannot hold stands as U+FFFD.
    private static string Clean(string text)
    {
        if (text.All(static c => c >= ' ' && !char.IsSurrogate(c) && c < '\uFFFE'))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune.Value is >= ' ' or '\t' or '\n' or '\r' && (rune.Value & 0xFFFE) != 0xFFFE ? rune.ToString() : "\uFFFD");
        }

        return clean.ToString();
    }
}
