using System.Globalization;
using System.Text;
using Termbase.Model;

namespace Termbase.Formats.Po;

/// <summary>
/// Writes units as PO in UTF-8 that <c>msgfmt -c</c> accepts whatever the text holds: a source that comes twice gets a context, line feeds
/// at both ends are made alike, codes become their native text, and every such change is told. Not thread-safe.
/// </summary>
internal sealed class PoWriter : IDisposable
{
    private readonly StreamWriter _writer;
    private readonly UnitWriteOptions _options;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly StringBuilder _text = new();
    private readonly FileLanguages _languages;
    private bool _started;

    internal PoWriter(Stream stream, UnitWriteOptions options)
    {
        _options = options;
        _writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 14, leaveOpen: true) { NewLine = "\n" };
        _languages = new FileLanguages(options);
    }

    internal long Count { get; private set; }

    internal void Write(TranslationUnit unit)
    {
        var (source, target) = _options.ZhFirst ? (unit.Zh, unit.En) : (unit.En, unit.Zh);
        var id = Flat(unit, source.Segment);
        if (id.Length == 0)
        {
            _options.OnProblem?.Invoke(unit, "the source is empty, and an empty msgid is the header; left out");
            return;
        }

        var translation = Ends(unit, id, Flat(unit, target.Segment));
        var said = unit.Properties.FirstOrDefault(static p => p.Type == "x-context")?.Value;
        var context = said is null ? null : Sound(unit, said);
        for (var n = 1; !_seen.Add($"{context}\u0004{id}"); n++)
        {
            context = string.Create(CultureInfo.InvariantCulture, $"{(unit.Id.Length > 0 ? Sound(unit, unit.Id) : "unit")} {Count + n}");
        }

        _languages.Meet(unit, targetOnly: true);
        Header();
        Count++;
        _text.Clear().Append('\n');
        foreach (var note in unit.Properties.Where(static p => p.IsNote))
        {
            foreach (var line in Sound(unit, note.Value).Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
            {
                _text.Append("# ").Append(new string([.. line.Where(static c => !char.IsControl(c))])).Append('\n');
            }
        }

        if (unit.Status == UnitStatus.Draft && translation.Length > 0)
        {
            _text.Append("#, fuzzy\n");
        }

        if (context is not null)
        {
            PoText.Write(_text, "msgctxt", context);
            _text.Append('\n');
        }

        PoText.Write(_text, "msgid", id);
        _text.Append('\n');
        PoText.Write(_text, "msgstr", translation);
        _text.Append('\n');
        _writer.Write(_text);
    }

    internal void Finish()
    {
        Header();
        _writer.Flush();
    }

    public void Dispose() => _writer.Dispose();

    private void Header()
    {
        if (_started)
        {
            return;
        }

        _started = true;
        var language = _languages.Target.Replace('-', '_');
        var plural = _options.ZhFirst ? "nplurals=2; plural=(n != 1);" : "nplurals=1; plural=0;";
        _writer.Write($"""
            msgid ""
            msgstr ""
            "Project-Id-Version: termbase\n"
            "PO-Revision-Date: \n"
            "Last-Translator: \n"
            "Language-Team: \n"
            "Language: {language}\n"
            "MIME-Version: 1.0\n"
            "Content-Type: text/plain; charset=UTF-8\n"
            "Content-Transfer-Encoding: 8bit\n"
            "Plural-Forms: {plural}\n"

            """);
    }

    private string Flat(TranslationUnit unit, Segment segment)
    {
        if (segment.Codes.IsEmpty)
        {
            return Sound(unit, segment.Text);
        }

        var flat = new StringBuilder();
        var at = 0;
        foreach (var code in segment.Codes)
        {
            flat.Append(segment.Text, at, code.Position - at).Append(code.Content);
            at = code.Position;
        }

        _options.OnProblem?.Invoke(unit, "PO has no inline codes; they became plain text");
        return Sound(unit, flat.Append(segment.Text, at, segment.Text.Length - at).ToString());
    }

    private string Sound(TranslationUnit unit, string text)
    {
        // Lone surrogates cannot be encoded, a NUL ends a string for gettext, and 0x04 parts its contexts.
        var isSound = !text.AsSpan().ContainsAny('\0', '\u0004');
        for (var i = 0; isSound && i < text.Length; i++)
        {
            isSound = !char.IsSurrogate(text[i]) || (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[++i]));
        }

        if (isSound)
        {
            return text;
        }

        _options.OnProblem?.Invoke(unit, "the text holds characters that PO cannot hold; they were replaced");
        var sound = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            sound.Append(rune.Value is 0 or 4 ? "\uFFFD" : rune.ToString());
        }

        return sound.ToString();
    }

    private string Ends(TranslationUnit unit, string id, string translation)
    {
        var fixedText = PoEnds.Match(id, translation);
        if (!ReferenceEquals(fixedText, translation))
        {
            _options.OnProblem?.Invoke(unit, "gettext wants the same line feed at the start and end of source and translation; the translation was adapted");
        }

        return fixedText;
    }
}
