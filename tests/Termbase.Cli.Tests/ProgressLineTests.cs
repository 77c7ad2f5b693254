using Termbase.Cli.Rendering;

namespace Termbase.Cli.Tests;

public sealed class ProgressLineTests
{
    [Fact]
    public void A_terminal_sees_the_rate_after_a_second_and_nothing_is_left_of_it()
    {
        var clock = new Clock();
        using var error = new StringWriter();
        using (var progress = new ProgressLine(Console(error, interactive: true), clock))
        {
            progress.Report("match index", 0, 0, "units");
            clock.Seconds = 0.9;
            progress.Report("match index", 900, 0, "units");
            Assert.Empty(error.ToString());
            clock.Seconds = 2;
            progress.Report("match index", 40_000, 80_000, "units", "memory.tsv");
            Assert.Equal("\rmatch index: 40,000 of 80,000 units, 50 %, 20,000/s, memory.tsv\u001b[K", error.ToString());
        }

        Assert.EndsWith("\r\u001b[K", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_sees_no_progress()
    {
        var clock = new Clock();
        using var error = new StringWriter();
        using (var progress = new ProgressLine(Console(error, interactive: false), clock))
        {
            progress.Report("lint", 0, 0, "units");
            clock.Seconds = 60;
            progress.Report("lint", 1000, 0, "units");
        }

        Assert.Empty(error.ToString());
    }

    [Fact]
    public void A_long_file_name_never_wraps_the_line()
    {
        var clock = new Clock();
        using var error = new StringWriter();
        using var progress = new ProgressLine(Console(error, interactive: true), clock);
        progress.Report("lint", 0, 0, "units");
        clock.Seconds = 2;
        progress.Report("lint", 1000, 0, "units", new string('长', 200));
        Assert.InRange(DisplayWidth.Of(error.ToString().TrimStart('\r').Replace("\u001b[K", "", StringComparison.Ordinal)), 90, 99);
    }

    [Fact]
    public void Work_that_counts_nothing_tells_the_seconds_until_it_is_over()
    {
        var clock = new Clock();
        using var error = new StringWriter();
        using var progress = new ProgressLine(Console(error, interactive: true), clock);
        using (progress.During("read", "plan.txt"))
        {
            clock.Seconds = 12;
            clock.Tick();
        }

        clock.Tick();
        Assert.Equal("\rread: 12 s, plan.txt\u001b[K", error.ToString());
    }

    private static CliConsole Console(StringWriter error, bool interactive) =>
        new() { Out = TextWriter.Null, Error = error, In = static () => Stream.Null, Interactive = interactive };

    private sealed class Clock : TimeProvider
    {
        public double Seconds { get; set; }

        private readonly List<Timer> _timers = [];

        public void Tick() => _timers.ForEach(static t => t.Tick());

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _timers.Add(new Timer(callback, state));
            return _timers[^1];
        }

        private sealed class Timer(TimerCallback callback, object? state) : ITimer
        {
            private bool _isOver;

            public void Tick()
            {
                if (!_isOver)
                {
                    callback(state);
                }
            }

            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose() => _isOver = true;

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => (long)(Seconds * 1000);
    }
}
