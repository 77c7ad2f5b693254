using System.Globalization;
using Termbase.Workspaces;

namespace Termbase.Cli.Rendering;

/// <summary>
/// One line on standard error that says how far a long run is, written over itself; on a terminal only, and only after a second.
/// Thread-safe.
/// </summary>
internal sealed class ProgressLine : IProgress<DerivedProgress>, IDisposable
{
    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);

    private readonly CliConsole _console;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly bool _shows;
    private long _start;
    private long _last;
    private string _what = "";
    private bool _isShown;
    private bool _isDone;

    public ProgressLine(CliConsole console, TimeProvider? time = null)
    {
        _console = console;
        _time = time ?? TimeProvider.System;
        _shows = console is { Interactive: true, Quiet: false };
        _start = _last = _time.GetTimestamp();
    }

    /// <summary>How an index is built.</summary>
    public void Report(DerivedProgress value) => Report(value.Index + " index", value.Units, 0, "units", Path.GetFileName(value.File));

    /// <summary>How far something is.</summary>
    /// <param name="what">What is done; with another one the clock starts again.</param>
    /// <param name="done">How many are done.</param>
    /// <param name="total">How many there are; 0 if not known.</param>
    /// <param name="unit">What is counted, plural.</param>
    /// <param name="detail">For example the file.</param>
    public void Report(string what, long done, long total, string unit, string detail = "")
    {
        if (!_shows)
        {
            return;
        }

        lock (_gate)
        {
            var now = _time.GetTimestamp();
            if (!string.Equals(what, _what, StringComparison.Ordinal))
            {
                (_what, _start) = (what, now);
            }

            var passed = _time.GetElapsedTime(_start, now);
            if (_isDone || passed < s_first || (_isShown && _time.GetElapsedTime(_last, now) < s_pause))
            {
                return;
            }

            _last = now;
            var rate = done / passed.TotalSeconds;
            Show(string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: {done:N0}{(total > 0 ? $" of {total:N0}" : "")} {unit}{(total > 0 ? $", {100.0 * done / total:F0} %" : "")}, {rate.ToString(rate < 10 ? "F1" : "N0", CultureInfo.InvariantCulture)}/s{(detail.Length > 0 ? ", " + detail : "")}"));
        }
    }

    /// <summary>Work of which it is not known how far it is: says for how many seconds it has gone on, until the result is disposed.</summary>
    /// <param name="what">What is done.</param>
    /// <param name="detail">For example the file.</param>
    public IDisposable During(string what, string detail = "")
    {
        var work = new Work(this, what, detail);
        work.Start();
        return work;
    }

    /// <summary>A line for people, above the progress.</summary>
    public void Say(string message)
    {
        lock (_gate)
        {
            Erase();
            _console.Say(message);
        }
    }

    /// <summary>Takes the line away for output that follows, until the next report.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            Erase();
        }
    }

    /// <summary>Takes the line away for good.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDone = true;
            Erase();
        }
    }

    private void Show(string line)
    {
        _isShown = true;
        while (DisplayWidth.Of(line) > _console.Width - 1)
        {
            line = line[..^1];
        }

        _console.Error.Write("\r" + line + "\u001b[K");
    }

    private void Erase()
    {
        if (_isShown)
        {
            _console.Error.Write("\r\u001b[K");
            _isShown = false;
        }
    }

    private sealed class Work(ProgressLine line, string what, string detail) : IDisposable
    {
        private readonly long _from = line._time.GetTimestamp();
        private ITimer? _timer;

        public void Start() => _timer = line._shows ? line._time.CreateTimer(static work => ((Work)work!).Tick(), this, s_first, s_first) : null;

        public void Dispose()
        {
            // A tick that waits for the lock comes too late.
            lock (line._gate)
            {
                _timer?.Dispose();
                _timer = null;
            }
        }

        private void Tick()
        {
            lock (line._gate)
            {
                if (_timer is not null && !line._isDone)
                {
                    line.Show(string.Create(CultureInfo.InvariantCulture, $"{what}: {line._time.GetElapsedTime(_from).TotalSeconds:F0} s{(detail.Length > 0 ? ", " + detail : "")}"));
                }
            }
        }
    }
}
