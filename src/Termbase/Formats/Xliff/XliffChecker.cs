using System.Xml;
using Termbase.Formats.Tmx;
using Termbase.Formats.Xliff.Checks;
using Termbase.Model;

namespace Termbase.Formats.Xliff;

/// <summary>
/// Whether an XLIFF file (1.0 to 1.2, 2.0 to 2.2) is sound: well-formed, built as the schema says, and by the constraints that a schema
/// cannot express (ids, references, order, pairs of codes, what may be moved, languages, the modules). A problem with outcome
/// <see cref="ProblemOutcome.Refused"/> makes the file invalid; <see cref="ProblemOutcome.Noted"/> is worth knowing. Holds one unit at a
/// time. Thread-safe.
/// </summary>
public static class XliffChecker
{
    private const int DeepestNesting = 200;

    /// <summary>Checks a file; the stream is left open.</summary>
    public static IEnumerable<ReadProblem> Check(Stream stream, string path)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var sample = TextFile.ReadSample(stream, path);
        var log = new ReadLog();
        EncodingGuess? guess = null;
        ReadProblem? unreadable = null;
        try
        {
            guess = TmxEncoding.Detect(sample, path, log);
        }
        catch (InputException e)
        {
            unreadable = new ReadProblem(SourceLocation.File(path), "", "no-text", e.Message, ProblemOutcome.Refused);
        }

        if (unreadable is not null)
        {
            yield return unreadable;
            yield break;
        }

        foreach (var problem in log.Problems)
        {
            yield return problem with { Outcome = ProblemOutcome.Refused };
        }

        using var text = TextFile.OpenReader(stream, sample, guess!.Encoding, guess.PreambleLength);
        foreach (var finding in Findings(text, path))
        {
            yield return finding.Problem;
        }
    }

    /// <summary>The problems with the elements that they are about; the elements of a unit hold all of it.</summary>
    internal static IEnumerable<CheckFinding> Findings(TextReader text, string path)
    {
        using var xml = XmlReader.Create(text, XliffScanner.Settings);
        var walk = new Walk(xml, path);
        while (walk.Step())
        {
            foreach (var problem in walk.Report.Take())
            {
                yield return problem;
            }
        }

        foreach (var problem in walk.Report.Take())
        {
            yield return problem;
        }
    }

    /// <summary>Goes through the file element by element and keeps what is needed of it.</summary>
    private sealed class Walk(XmlReader xml, string path)
    {
        private readonly Stack<(CheckNode Node, ElementRule? Rule, ContentModel.Matcher? Content)> _open = new();
        private readonly IXmlLineInfo _place = (IXmlLineInfo)xml;
        private DocumentChecks? _document;
        private bool _isVersion2, _done;

        internal CheckReport Report { get; } = new(path);

        internal bool Step()
        {
            if (_done)
            {
                return false;
            }

            try
            {
                if (!xml.Read())
                {
                    _document?.Finish();
                    _done = true;
                    return true;
                }

                Node();
            }
            catch (XmlException e)
            {
                _done = true;
                Report.Add(e.LineNumber, e.LinePosition, "", "ill-formed", $"not well-formed XML: {XmlFault.Reason(e)}");
            }

            return true;
        }

        private void Node()
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    Start();
                    break;
                case XmlNodeType.EndElement:
                    End();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when _open.TryPeek(out var top):
                    if (top.Rule is { IsMixed: false } && !top.Node.HasText)
                    {
                        Report.Add(
                            _place.LineNumber, _place.LinePosition, CheckReport.UnitOf(top.Node), "text-not-allowed", $"text stands in <{top.Node.Name}>, which holds elements only");
                    }

                    top.Node.HasText = true;
                    break;
            }
        }

        private void Start()
        {
            var parent = _open.TryPeek(out var top) ? top.Node : null;
            var node = new CheckNode(xml.NamespaceURI, xml.LocalName, parent, _place.LineNumber, _place.LinePosition - 1);
            while (xml.MoveToNextAttribute())
            {
                if (xml.NamespaceURI != "http://www.w3.org/2000/xmlns/")
                {
                    node.Attributes.Add(new CheckAttribute(xml.NamespaceURI, xml.LocalName, xml.Value));
                }
            }

            xml.MoveToElement();
            if (parent is null && !Root(node))
            {
                _done = true;
                return;
            }

            if (_open.Count > DeepestNesting)
            {
                Report.Add(node, "too-deep", "elements nest deeper than any real file; the rest was not checked");
                _done = true;
                return;
            }

            var key = Key(node);
            if (top.Content?.Take(key, parent is not null && node.Ns != parent.Ns) is var (code, message))
            {
                Report.Add(node, code, message);
            }

            var rule = _isVersion2 ? Schema2.Rules.GetValueOrDefault(key) : node.IsCore ? Schema1.Rules.GetValueOrDefault(key) : null;
            if (rule is null && IsKnownNamespace(node) && top.Content is null)
            {
                Report.Add(node, "unknown-element", $"<{key}> is no element of this version or module");
            }
            else if (rule is null && IsKnownNamespace(node) && parent is not null && node.Ns != parent.Ns)
            {
                Report.Add(node, "unknown-element", $"<{key}> is no element of its module");
            }

            if (rule is not null)
            {
                StructureChecks.Attributes(node, rule, _isVersion2, Report);
            }

            if (parent is not null && !IsStreamed(node))
            {
                parent.Children.Add(node);
            }

            _document!.Enter(node);
            _open.Push((node, rule, rule?.Content.Start()));
            if (xml.IsEmptyElement)
            {
                End();
            }
        }

        private void End()
        {
            var (node, _, content) = _open.Pop();
            if (content?.Missing() is { } missing)
            {
                Report.Add(node, "missing-element", $"<{Key(node)}> lacks {missing}");
            }

            _document!.Leave(node);
        }

        private bool Root(CheckNode node)
        {
            if (!node.IsCoreOf("xliff"))
            {
                Report.Add(
                    node, node.Name == "xliff" ? "unknown-namespace" : "no-xliff",
                    node.Name == "xliff" ? $"the namespace '{node.Ns}' is none of XLIFF's; declare urn:oasis:names:tc:xliff:document:1.2 or :2.0" : $"no XLIFF file: its root element is <{node.Name}>");
                return false;
            }

            _isVersion2 = XliffNames.IsVersion2(node.Ns);
            _document = _isVersion2 ? new Document2Checks(Report) : new Document1Checks(Report);
            return true;
        }

        private bool IsKnownNamespace(CheckNode node) => node.IsCore || (_isVersion2 && Schema2.Prefixes.ContainsKey(node.Ns));

        private string Key(CheckNode node) =>
            node.IsCore ? node.Name : _isVersion2 && Schema2.Prefixes.TryGetValue(node.Ns, out var prefix) ? prefix + node.Name : node.Name + "*";

        private static bool IsStreamed(CheckNode node) =>
            node.IsCore && node.Name is "file" or "body" or "group" or "unit" or "trans-unit" or "bin-unit" && node.Parent is { IsCore: true };
    }
}
