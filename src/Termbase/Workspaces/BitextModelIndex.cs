using System.Text;
using Termbase.Formats;
using Termbase.Linting.Bitext;

namespace Termbase.Workspaces;

/// <summary>
/// What lint learned from the workspace's memories about lengths and end signs, kept in <c>.termbase/bitext-model</c> as text with the date on
/// which it was learned. The same memories give the same figures.
/// </summary>
public sealed class BitextModelIndex(Workspace workspace, TimeProvider? clock = null) : IDerivedIndex
{
    private const string FileName = "model.txt";

    /// <inheritdoc/>
    public string Name => "bitext-model";

    /// <inheritdoc/>
    public int SchemaVersion => 1;

    /// <inheritdoc/>
    public string Analyzer => "lengths, end signs";

    /// <inheritdoc/>
    public IReadOnlyList<string> Sources => workspace.MemoryFiles;

    /// <summary>
    /// The model, learned anew first where a memory changed; <see cref="BitextModel.BuiltIn"/> where the memories hold fewer than
    /// <see cref="BitextModelBuilder.Enough"/> units that tell something. Throws <see cref="Model.InputException"/> where no cache can be written.
    /// </summary>
    public BitextModel Open(Action<string>? say = null, IProgress<DerivedProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (Sources.Count == 0)
        {
            return BitextModel.BuiltIn;
        }

        var (generation, model) = workspace.Derived.Open(this, Load, say, progress, cancellation);
        generation.Dispose();
        return model.Units == 0 ? BitextModel.BuiltIn : model;

        static BitextModel Load(string folder)
        {
            using var reader = new StreamReader(Path.Combine(folder, FileName), Encoding.UTF8);
            return BitextModelText.Read(reader);
        }
    }

    /// <inheritdoc/>
    public void Build(DerivedBuild build)
    {
        ArgumentNullException.ThrowIfNull(build);
        var builder = new BitextModelBuilder();
        long units = 0;
        foreach (var file in build.Sources)
        {
            foreach (var unit in Workspace.ReadMemory([file], new ReadLog()))
            {
                build.Cancellation.ThrowIfCancellationRequested();
                builder.Add(unit);
                if (++units % 5000 == 0)
                {
                    build.Progress?.Report(new DerivedProgress(Name, file, units));
                }
            }
        }

        using var writer = new StreamWriter(Path.Combine(build.Directory, FileName), append: false, new UTF8Encoding(false));
        BitextModelText.Write(writer, builder.Build(DateOnly.FromDateTime((clock ?? TimeProvider.System).GetUtcNow().UtcDateTime)));
    }
}
