using System.Collections.Immutable;
using System.Globalization;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Formats.Po;

/// <summary>
/// Turns entries into the model's units. The msgid is English unless it holds Chinese characters; the header, else the text of the
/// translation, says what it is translated into. Not thread-safe.
/// </summary>
internal sealed class PoUnits
{
    private readonly string _path;
    private readonly LanguageTag _target;

    internal PoUnits(string language, string path)
    {
        _path = path;
        _target = LanguageTag.TryParse(language.Replace("@latin", "", StringComparison.Ordinal), out var tag) ? tag : FromPath(path);
    }

    internal string Shown => _target.Language.Length == 0 ? "a language not said" : _target.ToString();

    /// <summary>Whether the Chinese is the msgid; null where the entry is not between the two languages.</summary>
    internal bool? ZhIsSource(string source, string target)
    {
        var isHan = Han.Contains(source);
        return _target.IsChinese ? (isHan && target.Length > 0 && !Han.Contains(target))
            : _target.IsEnglish ? (isHan ? true : null)
            : _target.Language.Length > 0 ? null
            : isHan ? (Han.Contains(target) ? null : true)
            : Han.Contains(target) ? false : null;
    }

    internal TranslationUnit ToUnit(PoEntry entry, int index, bool zhIsSource, int number)
    {
        // With one form for all numbers it is the plural that the form renders.
        var isPlural = entry.IdPlural is not null;
        var source = isPlural && (index > 0 || entry.Translations.Length == 1) ? entry.IdPlural! : entry.Id;
        var line = entry.TranslationLines.IsEmpty ? entry.Line : entry.TranslationLines[Math.Min(index, entry.TranslationLines.Length - 1)];
        var target = entry.Translations[index];
        var zhTag = _target.IsChinese ? _target.ToString() : "zh";
        var from = new UnitSide
        {
            Language = zhIsSource ? zhTag : "en",
            Segment = Segment.Plain(source),
            Location = SourceLocation.AtLine(_path, entry.Line),
        };
        var to = new UnitSide
        {
            Language = zhIsSource ? _target.IsEnglish ? _target.ToString() : "en" : zhTag,
            Segment = Segment.Plain(target),
            Location = SourceLocation.AtLine(_path, line),
        };
        return new TranslationUnit
        {
            Id = isPlural ? string.Create(CultureInfo.InvariantCulture, $"{entry.Key}[{index}]") : entry.Key,
            Zh = zhIsSource ? from : to,
            En = zhIsSource ? to : from,
            ZhIsSource = zhIsSource,
            Status = entry.IsFuzzy ? UnitStatus.Draft : UnitStatus.Unknown,
            Properties = Properties(entry),
            Number = number,
            Location = from.Location,
        };
    }

    private static ImmutableArray<UnitProperty> Properties(PoEntry entry)
    {
        if (entry.Comments.IsEmpty && entry.ExtractedComments.IsEmpty && entry.References.IsEmpty && entry.Context is null && entry.Domain is null && entry.Flags.IsEmpty)
        {
            return [];
        }

        var properties = ImmutableArray.CreateBuilder<UnitProperty>();
        Add("", string.Join('\n', entry.Comments));
        Add("x-extracted", string.Join('\n', entry.ExtractedComments));
        Add("x-references", string.Join(' ', entry.References));
        Add("x-context", entry.Context ?? "");
        Add("x-po-domain", entry.Domain ?? "");
        Add("x-flags", string.Join(", ", entry.Flags.Where(static f => f != "fuzzy")));
        return properties.DrainToImmutable();

        void Add(string type, string value)
        {
            if (value.Length > 0)
            {
                properties.Add(new UnitProperty(type, value));
            }
        }
    }

    // po/zh_CN.po, locale/zh_CN/LC_MESSAGES/app.po
    private static LanguageTag FromPath(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        if (name.Length is >= 2 and <= 12 && LanguageTag.TryParse(name, out var tag) && (tag.IsChinese || tag.IsEnglish))
        {
            return tag;
        }

        foreach (var folder in path.Split('/', '\\').SkipLast(1).Reverse().Take(2))
        {
            if (folder.Length is >= 2 and <= 12 && LanguageTag.TryParse(folder, out tag) && (tag.IsChinese || tag.IsEnglish))
            {
                return tag;
            }
        }

        return default;
    }
}
