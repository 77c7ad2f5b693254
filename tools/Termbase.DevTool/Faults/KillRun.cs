using System.Diagnostics;

namespace Termbase.DevTool.Faults;

/// <summary>
/// Kills builds and refreshes at random moments. After each kill, both indexes must open without being rebuilt, at the state that they held
/// before or at the new one, with every unit of it.
/// </summary>
internal static class KillRun
{
    private static readonly string[][] s_commands = [["index"], ["index"], ["search", "共同推进"], ["match", "共同推进各项任务落实"]];

    public static int Run(FaultWorkspace workspace, CliChild cli, int kills, Random random, TimeSpan budget)
    {
        var clock = Stopwatch.StartNew();
        var (done, hit, unopenable, lost, torn, state) = (0, 0, 0, 0, 0, 1);
        var committed = FaultWorkspace.Indexes.ToDictionary(static i => i, static _ => 0);
        workspace.Put(state);
        var whole = TimeSpan.FromSeconds(4);
        while (hit < kills && clock.Elapsed < budget)
        {
            var run = cli.Run(random.NextDouble() * whole * 1.1, s_commands[done++ % s_commands.Length]);
            hit += run.Status == -1 ? 1 : 0;
            if (run.Status > 0)
            {
                Console.WriteLine($"run {done}: status {run.Status}: {run.Error}");
                torn++;
            }
            else if (run.Status == 0 && done % s_commands.Length is 1 or 2)
            {
                whole = (whole + run.Time) / 2;
            }

            foreach (var index in FaultWorkspace.Indexes)
            {
                var now = workspace.Committed(index);
                if (now < committed[index] || now > state)
                {
                    lost++;
                    Console.WriteLine($"run {done}: {index} went from state {committed[index]} to {now}");
                }

                committed[index] = now;
                if (now > 0 && workspace.Check(index, now) is { } problem)
                {
                    unopenable++;
                    Console.WriteLine($"run {done}: {index}: {problem}");
                }
            }

            // The look at the units of an older state took their texts back to it.
            committed["match"] = workspace.Committed("match");

            // The next state only when both have this one or the build was given two chances: so first builds are killed too.
            if (committed.Values.All(c => c == state) || done % 3 == 0)
            {
                state++;
            }

            workspace.Put(state);
        }

        var last = cli.Run(null, "index");
        var left = FaultWorkspace.Indexes.Sum(workspace.Generations) - FaultWorkspace.Indexes.Length;
        var end = last.Status == 0 && FaultWorkspace.Indexes.All(i => workspace.Committed(i) == state && workspace.Check(i, state) is null);
        Console.WriteLine(
            $"kills: {hit} of {done} runs killed, {state} states, {clock.Elapsed.TotalSeconds:F0} s: {unopenable} indexes not opened as they were, {lost} committed states lost, "
            + $"{torn} runs that failed; afterwards the newest state was {(end ? "built and whole" : "NOT whole")}, {left} leftover folders");
        return unopenable + lost + torn + left + (end ? 0 : 1);
    }
}
