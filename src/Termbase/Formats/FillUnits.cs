using Termbase.Model;

namespace Termbase.Formats;

/// <summary>
/// Copies a file between Chinese and English and changes units on the way; all else stays byte for byte. <paramref name="change"/> gets every
/// unit that may be changed (the target is empty where there is none yet) and gives null to leave it. Both streams are left open.
/// </summary>
/// <exception cref="InputException">The file cannot be read, or not be written back as it was.</exception>
public delegate RewriteResult FillUnits(Stream original, Stream output, Func<TranslationUnit, UnitChange?> change, string path, ReadLog? log);
