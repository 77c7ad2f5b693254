using Termbase.Languages;

namespace Termbase.Formats.Tmx;

/// <summary>The few language codes of a file, each read once: parsing them anew for each side would cost as much as the XML. Not thread-safe.</summary>
internal sealed class LanguageCache
{
    private readonly Dictionary<string, (string Canonical, LanguageTag Tag)> _read = new(StringComparer.Ordinal);
    private (string Code, string Canonical, LanguageTag Tag) _last = ("", "", default);

    /// <summary>The canonical tag and its parts; the code itself and the default tag where it cannot be read.</summary>
    internal (string Canonical, LanguageTag Tag) Read(string code)
    {
        if (code == _last.Code)
        {
            return (_last.Canonical, _last.Tag);
        }

        if (!_read.TryGetValue(code, out var found))
        {
            found = LanguageTag.TryParse(code, out var tag) ? (tag.ToString(), tag) : (code, default);

            // A hostile file may hold a code of its own for each unit.
            if (_read.Count < 1000)
            {
                _read.Add(code, found);
            }
        }

        _last = (code, found.Canonical, found.Tag);
        return found;
    }
}
