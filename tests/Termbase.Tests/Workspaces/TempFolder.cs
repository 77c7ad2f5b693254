using Termbase.Workspaces;

namespace Termbase.Tests.Workspaces;

/// <summary>A workspace in a folder of its own, removed at the end.</summary>
internal sealed class TempFolder : IDisposable
{
    public const string Terms =
        "concept,zh,en,status,when,note,by,date\n"
        + "c1,社会资本,social capital,preferred,,\"private money, as a rule\",li,2024-01-02\n"
        + "c2,平战结合,combining peacetime and wartime needs,proposed,,,,\n"
        + "c3,资本,capital,admitted,,,li,2024-01-02\n";

    public TempFolder()
    {
        Root = Directory.CreateTempSubdirectory("termbase-").FullName;
        Cache = Path.Combine(Root, "user-cache");
    }

    public string Root { get; }

    public string Cache { get; }

    public string PathOf(string name) => Path.Combine(Root, name.Replace('/', Path.DirectorySeparatorChar));

    public TempFolder With(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
        return this;
    }

    public string Read(string name) => File.ReadAllText(PathOf(name));

    public Workspace Open() => new(Root, new DerivedStore(Root, Cache));

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
