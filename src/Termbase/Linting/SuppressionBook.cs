using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Linting;

/// <summary>The comments of one run, by file, and how often each allowed a finding. Not thread-safe.</summary>
internal sealed class SuppressionBook
{
    private readonly Dictionary<string, List<Suppression>> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<Suppression, int> _used = new(ReferenceEqualityComparer.Instance);
    private List<(int At, bool IsNext)> _waiting = [];
    private string _path = "";

    public void Add(LintDocument document)
    {
        if (SuppressionReader.Read(document.Document) is { IsEmpty: false } found)
        {
            _byPath[document.Path] = [.. found];
        }
    }

    /// <summary>Takes in the notes of the next unit. A comment holds from its unit's start to the start of the next one.</summary>
    public void Add(LintUnit unit)
    {
        var here = unit.Unit.Location is { } at ? (at.Line, at.Column) : (0, 0);
        Reach(unit.Path, here);
        foreach (var found in SuppressionReader.Read(unit))
        {
            if (!_byPath.TryGetValue(unit.Path, out var list))
            {
                _byPath.Add(unit.Path, list = []);
            }

            list.Add(found with { From = found.Verb == "allow-file" ? (0, 0) : here, To = found.Verb == "allow-end" ? here : (int.MaxValue, 0) });
            if (found.Verb is "allow" or "allow-next-line")
            {
                _waiting.Add((list.Count - 1, found.Verb == "allow-next-line"));
            }
        }
    }

    public Finding Apply(Finding finding)
    {
        var allowed = _byPath.GetValueOrDefault(finding.Location.Path)?.Find(s => s.Covers(finding));
        if (allowed is null)
        {
            return finding;
        }

        _used[allowed] = _used.GetValueOrDefault(allowed) + 1;
        return finding with { Suppression = allowed };
    }

    /// <summary>Called after the last unit, before <see cref="Apply"/>: ties block ends to their beginnings.</summary>
    public void Close()
    {
        foreach (var path in _byPath.Keys.ToList())
        {
            _byPath[path] = [.. SuppressionReader.Close(_byPath[path])];
        }
    }

    public IReadOnlyList<SuppressionUse> Uses(IReadOnlyCollection<RuleInfo> known, Func<RuleInfo, string, bool> ran)
    {
        var uses = new List<SuppressionUse>();
        foreach (var (path, list) in _byPath.OrderBy(static p => p.Key, StringComparer.Ordinal))
        {
            foreach (var suppression in list)
            {
                var named = suppression.Rules.Select(name => (Name: name, Rule: known.FirstOrDefault(r => r.IsCalled(name)))).ToList();
                var isAll = suppression.Rules.Contains("all", StringComparer.OrdinalIgnoreCase);
                var judged = isAll ? known.Where(static r => r.Code.StartsWith("TB9", StringComparison.Ordinal) is false) : named.Select(static n => n.Rule!);
                uses.Add(new SuppressionUse(
                    suppression,
                    _used.GetValueOrDefault(suppression),
                    isAll ? [] : [.. named.Where(static n => n.Rule is null).Select(static n => n.Name)],
                    judged.All(rule => rule is not null && ran(rule, path))));
            }
        }

        return uses;
    }

    private void Reach(string path, (int Line, int Column) here)
    {
        if (string.Equals(path, _path, StringComparison.Ordinal))
        {
            var list = _byPath.GetValueOrDefault(path) ?? [];
            foreach (var (at, isNext) in _waiting)
            {
                list[at] = isNext ? list[at] with { From = here } : list[at] with { To = here };
            }

            _waiting = [.. _waiting.Where(static w => w.IsNext).Select(static w => (w.At, false))];
        }
        else
        {
            _waiting.Clear();
            _path = path;
        }
    }
}
