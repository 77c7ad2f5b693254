using System.Globalization;
using System.Text;
using System.Text.Json;
using Termbase.Search;
using Termbase.Workspaces;

namespace Termbase.DevTool.Faults;

/// <summary>
/// A workspace whose memory goes from state to state: one large file that never changes, one that is replaced whole by the next state,
/// one small one. Every unit of the second file names its state, so a mixed, short or empty one is seen.
/// </summary>
internal sealed class FaultWorkspace
{
    public static readonly string[] Indexes = ["match", "units"];

    private const string Changing = "tmx/changing.tsv";
    private readonly string _states;

    public FaultWorkspace(string root, int units)
    {
        Root = root;
        Units = units;
        _states = Directory.CreateTempSubdirectory("termbase-states-").FullName;
        Directory.CreateDirectory(Path.Combine(root, "tmx"));
        Write(Path.Combine(root, "tmx", "steady.tsv"), units, static i => $"常备第{i}条，共同推进各项任务落实\tstanding item {i}, all tasks are carried forward together");
        Write(Path.Combine(root, "tmx", "small.tsv"), 100, static i => $"小文件第{i}条\tsmall item {i}");
    }

    public string Root { get; }

    /// <summary>Units of the changing file, and of the steady one.</summary>
    public int Units { get; }

    /// <summary>Puts a state's file in its place, by one rename, always with the same time of writing.</summary>
    public void Put(int state)
    {
        var kept = Path.Combine(_states, Number(state));
        if (!File.Exists(kept))
        {
            Write(kept, Units, i => $"状态{state}号，编号{i}，{Words(i * 31 + state)}\tstate {state} of item {i}, word {i * 7 % 1013} and word {i * 13 % 997}");
        }

        var aside = Path.Combine(Root, "tmx", "next");
        File.Copy(kept, aside, overwrite: true);
        File.SetLastWriteTimeUtc(aside, new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(state));
        File.Move(aside, Path.Combine(Root, Changing), overwrite: true);
    }

    /// <summary>The state that an index was last completed for; 0 if none yet. Read from its manifest, not by opening it.</summary>
    public int Committed(string index)
    {
        var folder = Path.Combine(Root, DerivedStore.FolderName, index);
        if (!File.Exists(Path.Combine(folder, "current")))
        {
            return 0;
        }

        var manifest = Path.Combine(folder, File.ReadAllText(Path.Combine(folder, "current")), "manifest.json");
        using var json = JsonDocument.Parse(File.ReadAllBytes(manifest));
        var modified = json.RootElement.GetProperty("sources").EnumerateArray()
            .Single(static s => s.GetProperty("path").GetString() == Changing).GetProperty("modified").GetInt64();
        return (int)(new DateTime(modified, DateTimeKind.Utc) - new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc)).TotalMinutes;
    }

    /// <summary>
    /// Opens an index as the given state's readers do and compares what is in it with what must be; null where all is well. Nothing may be
    /// rebuilt for it, so the state must be the one that is committed.
    /// </summary>
    public string? Check(string index, int state)
    {
        Put(state);
        var said = new List<string>();
        var before = Current(index);
        try
        {
            var problem = index == "match" ? CheckMatch(state, said) : CheckUnits(state, said);
            return problem ?? (said.Count > 0 ? string.Join("; ", said) : before != Current(index) ? "it was built again" : null);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return $"{e.GetType().Name}: {e.Message}";
        }
    }

    /// <summary>Whole generations and what is left of others.</summary>
    public int Generations(string index) => Directory.GetDirectories(Path.Combine(Root, DerivedStore.FolderName, index)).Length;

    /// <summary>The folder of the current generation.</summary>
    public string Current(string index)
    {
        var folder = Path.Combine(Root, DerivedStore.FolderName, index);
        var current = Path.Combine(folder, "current");
        return File.Exists(current) ? Path.Combine(folder, File.ReadAllText(current)) : "";
    }

    public void Remove()
    {
        Directory.Delete(_states, recursive: true);
        Directory.Delete(Root, recursive: true);
    }

    /// <summary>Which states the units of an open concordance come from, and how many there are of each.</summary>
    public static Dictionary<string, int> StatesOf(SearchHost host) =>
        host.Units.Search("状态", int.MaxValue).Hits.GroupBy(static h => h.Source[..h.Source.IndexOf('号', StringComparison.Ordinal)])
            .ToDictionary(static g => g.Key, static g => g.Count());

    private string? CheckUnits(int state, List<string> said)
    {
        using var host = SearchHost.Open(Workspace.Open(Root), said.Add, verify: true);
        var states = StatesOf(host);
        var steady = host.Units.Search("共同推进各项任务", 1).Total;
        return states.Count == 1 && states.GetValueOrDefault($"状态{state}") == Units && steady == Units && host.Units.Search("小文件", 1).Total == 100
            ? null : $"state {state}: found {string.Join(", ", states)}, {steady} steady ones";
    }

    private string? CheckMatch(int state, List<string> said)
    {
        if (new MatchIndex(Workspace.Open(Root)).Open(said.Add, verify: true) is not var (generation, set))
        {
            return "there is no index";
        }

        using (generation)
        using (set)
        {
            var prefix = $"状态{state}号";
            var found = set.Indexes.SelectMany(static i => i.ReadAll()).Count(u => u.Zh.Text.StartsWith(prefix, StringComparison.Ordinal));
            var best = set.Matcher.Find($"状态{state}号，编号17，{Words(17 * 31 + state)}");
            return found == Units && set.Units == (2 * Units) + 100 && best is [{ Score: 100 }, ..]
                ? null : $"state {state}: {found} of {Units} units, {set.Units} in all, {best.Length} matches";
        }
    }

    private static void Write(string path, int units, Func<int, string> line)
    {
        using var writer = new StreamWriter(path, false, new UTF8Encoding(false)) { NewLine = "\n" };
        for (var i = 1; i <= units; i++)
        {
            writer.WriteLine(line(i));
        }
    }

    private static string Words(int seed)
    {
        const string Characters = "推进改革发展建设资金项目管理服务产业技术创新人才教育安全环境";
        var text = new StringBuilder();
        for (var i = 0; i < 12; i++)
        {
            seed = (int)(((long)seed * 48271 + 11) % int.MaxValue);
            text.Append(Characters[seed % Characters.Length]);
        }

        return text.ToString();
    }

    private static string Number(int state) => state.ToString("D6", CultureInfo.InvariantCulture);
}
