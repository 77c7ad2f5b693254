using Termbase.Languages;

namespace Termbase.Formats.Tmx;

/// <summary>A language code of a file and what it means: the code itself and the default tag where it cannot be read.</summary>
internal sealed record KnownLanguage(string Code, string Canonical, LanguageTag Tag)
{
    /// <summary>Whether the code is read as another one, letter case aside.</summary>
    internal bool IsRenamed { get; } = !Canonical.Equals(Code, StringComparison.OrdinalIgnoreCase);

    internal bool IsChinese { get; } = Tag.IsChinese;

    internal bool IsTraditional { get; } = Tag.IsTraditional;

    internal bool IsEnglish { get; } = Tag.IsEnglish;
}

/// <summary>The few language codes of a file, each read once: parsing them anew for each side would cost as much as the XML. Not thread-safe.</summary>
internal sealed class LanguageCache
{
    private readonly Dictionary<string, KnownLanguage> _read = new(StringComparer.Ordinal);

    // A unit takes turns between two.
    private KnownLanguage _last = new("", "", default), _before = new("", "", default);

    internal KnownLanguage Read(string code)
    {
        if (code == _last.Code)
        {
            return _last;
        }

        var found = code == _before.Code ? _before : Find(code);
        (_before, _last) = (_last, found);
        return found;
    }

    private KnownLanguage Find(string code)
    {
        if (!_read.TryGetValue(code, out var found))
        {
            found = LanguageTag.TryParse(code, out var tag) ? new(code, tag.ToString(), tag) : new(code, code, default);

            // A hostile file may hold a code of its own for each unit.
            if (_read.Count < 1000)
            {
                _read.Add(code, found);
            }
        }

        return found;
    }

    /// <summary>The tag of a side that says its region or script; one that does not gets the fallback.</summary>
    internal string Regional(string code, string fallback) =>
        Read(code) is var (_, canonical, tag) && (tag.Region ?? tag.Script) is not null ? canonical : fallback;
}
