using Termbase.Formats.Tmx;
using Termbase.Model;

namespace Termbase.Formats;

/// <summary>
/// The two language tags of a file that has one of each, which its first unit decides; a unit in another variety is told, the first of each
/// variety only. Not thread-safe.
/// </summary>
internal sealed class FileLanguages(UnitWriteOptions options)
{
    private readonly LanguageCache _languages = new();
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private bool _isDecided;

    public string Zh { get; private set; } = options.ZhTag;

    public string En { get; private set; } = options.EnTag;

    /// <summary>The tag of the side that is written second.</summary>
    public string Target => options.ZhFirst ? En : Zh;

    /// <summary>To be called with each unit before it is written. <paramref name="targetOnly"/>: the file names no source language.</summary>
    public void Meet(TranslationUnit unit, bool targetOnly = false)
    {
        var (zh, en) = (_languages.Regional(unit.Zh.Language, options.ZhTag), _languages.Regional(unit.En.Language, options.EnTag));
        if (!_isDecided)
        {
            (Zh, En, _isDecided) = (zh, en, true);
            return;
        }

        if (!targetOnly || !options.ZhFirst)
        {
            Tell(unit, zh, Zh);
        }

        if (!targetOnly || options.ZhFirst)
        {
            Tell(unit, en, En);
        }
    }

    private void Tell(TranslationUnit unit, string tag, string ofFile)
    {
        if (tag != ofFile && _told.Add(tag))
        {
            options.OnProblem?.Invoke(unit, $"the file is in {ofFile} by its first unit, so this unit and all others in {tag} are marked as {ofFile}; convert them apart to keep the tag");
        }
    }
}
