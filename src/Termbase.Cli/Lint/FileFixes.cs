using System.Text;
using Termbase.Formats;
using Termbase.Linting;
using Termbase.Model;

namespace Termbase.Cli.Lint;

/// <summary>
/// Files with the safe edits made, in memory until <see cref="Write"/>. The encoding of a file and all that no edit touches stay as
/// they are.
/// </summary>
internal sealed class FileFixes(CliConsole console)
{
    private readonly Dictionary<string, FixedFile> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
    private FixedFile? _input;

    /// <summary>The changed files: path, old text, new text.</summary>
    public IEnumerable<(string Path, string Old, string New)> Changed =>
        _files.Where(static f => f.Value.Text != f.Value.Original).OrderBy(static f => f.Key, StringComparer.Ordinal).Select(static f => (f.Key, f.Value.Original, f.Value.Text));

    /// <summary>The text of a changed file; null where it was not changed.</summary>
    public string? TextOf(string path) => _files.GetValueOrDefault(path)?.Text;

    /// <summary>The bytes of a changed file; null where it was not changed.</summary>
    public byte[]? BytesOf(string path) => _files.GetValueOrDefault(path)?.Bytes();

    /// <summary>Takes the text of standard input, which can be read once; <see cref="Write"/> puts it to standard output, with its fixes.</summary>
    public void Take(string text) => _input ??= new FixedFile(text, text, new EncodingGuess(new UTF8Encoding(false), "UTF-8", 0, 1));

    /// <summary>Makes the safe edits; returns the findings that were mended.</summary>
    public IReadOnlyList<Finding> Make(IEnumerable<Finding> findings)
    {
        var made = new List<Finding>();
        foreach (var file in findings.Where(static f => f.Edit is { IsSafe: true }).GroupBy(static f => f.Location.Path, StringComparer.Ordinal))
        {
            if (_refused.Contains(file.Key))
            {
                continue;
            }

            if (!_files.TryGetValue(file.Key, out var target))
            {
                target = file.Key == InputDocuments.StandardInput && _input is not null ? _input : FixedFile.Open(console.FullPath(file.Key));
            }

            var (text, done) = file.First().InSegment is null ? InDocument(target.Text, file) : InUnits(target.Text, file.Key, file);
            if (done.Count == 0)
            {
                continue;
            }

            if (!target.CanHold(text))
            {
                console.Error.WriteLine($"{file.Key}: not fixed: {target.Encoding} cannot hold the new text; save the file as UTF-8 first");
                _refused.Add(file.Key);
                continue;
            }

            _files[file.Key] = target with { Text = text };
            made.AddRange(done);
        }

        return made;
    }

    /// <summary>Writes all changed files, each whole or not at all; standard input in any case.</summary>
    public void Write()
    {
        console.Out.Write(TextOf(InputDocuments.StandardInput) ?? _input?.Text);
        foreach (var (path, _, _) in Changed.Where(static f => f.Path != InputDocuments.StandardInput))
        {
            var bytes = _files[path].Bytes();
            AtomicFile.Write(console.FullPath(path), stream => stream.Write(bytes));
        }
    }

    private static (string Text, IReadOnlyList<Finding> Made) InDocument(string text, IEnumerable<Finding> findings)
    {
        var result = TextFixer.Apply(text, findings);
        return (result.Text, result.Made);
    }

    private (string Text, IReadOnlyList<Finding> Made) InUnits(string text, string path, IEnumerable<Finding> findings)
    {
        var source = new SourceText(path, text);
        var made = new List<Finding>();
        var changes = new List<Finding>();
        foreach (var side in findings.GroupBy(static f => (f.Location, f.Unit, f.Side)))
        {
            var first = side.First();
            var segment = first.Side == "source" ? first.UnitSource : first.UnitTarget;
            var result = TextFixer.Apply(segment, side);
            if (SegmentText.Replace(source, first.Location, segment, result.Text) is { } change)
            {
                changes.Add(first with { Edit = change });
                made.AddRange(result.Made);
            }
            else if (_refused.Add($"{path}\n{side.Key}"))
            {
                console.Error.WriteLine($"{first.Location}: unit {first.Unit}: not fixed: its text holds codes or is written in another way; change it by hand");
            }
        }

        return (TextFixer.Apply(text, changes).Text, made);
    }

    private sealed record FixedFile(string Original, string Text, EncodingGuess Guess)
    {
        public string Encoding => Guess.Name;

        public static FixedFile Open(string path)
        {
            var bytes = File.ReadAllBytes(path);
            var text = TextFile.Decode(bytes, path, out var guess);
            return new FixedFile(text, text, guess);
        }

        public bool CanHold(string text) => !Guess.Damaged && string.Equals(Guess.Encoding.GetString(Guess.Encoding.GetBytes(text)), text, StringComparison.Ordinal);

        public byte[] Bytes() => [.. Guess.PreambleLength > 0 ? Guess.Encoding.Preamble : [], .. Guess.Encoding.GetBytes(Text)];
    }
}
