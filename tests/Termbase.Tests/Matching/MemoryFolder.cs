using System.Collections.Immutable;
using Termbase.Matching;
using Termbase.Model;

namespace Termbase.Tests.Matching;

/// <summary>A folder of its own with indexes in it, gone after the test.</summary>
internal sealed class MemoryFolder : IDisposable
{
    private readonly List<SignatureIndex> _open = [];

    public string Path { get; } = Directory.CreateTempSubdirectory("termbase-match-").FullName;

    public static TranslationUnit Unit(string zh, string en, string id = "") => new()
    {
        Id = id,
        Zh = new UnitSide { Language = "zh-CN", Segment = Segment.Plain(zh) },
        En = new UnitSide { Language = "en-US", Segment = Segment.Plain(en) },
    };

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public SignatureIndex Build(params IEnumerable<TranslationUnit> units) => Build("memory", SignatureIndexOptions.Default, units);

    public SignatureIndex Build(string name, SignatureIndexOptions options, params IEnumerable<TranslationUnit> units)
    {
        using (var builder = new SignatureIndexBuilder(File(name + ".tbm"), options))
        {
            builder.BeginSource(name + ".tmx");
            foreach (var unit in units)
            {
                builder.Add(unit);
            }

            builder.Complete();
        }

        var index = SignatureIndex.Open(File(name + ".tbm"));
        _open.Add(index);
        return index;
    }

    public ImmutableArray<FuzzyMatch> Find(string text, IEnumerable<TranslationUnit> units, double min = 70, int max = 5) =>
        new FuzzyMatcher(Build(units)).Find(text, min, max);

    public void Dispose()
    {
        _open.ForEach(static i => i.Dispose());
        Directory.Delete(Path, recursive: true);
    }
}
