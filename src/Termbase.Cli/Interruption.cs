using System.Runtime.InteropServices;
using Termbase.Formats;

namespace Termbase.Cli;

/// <summary>
/// Ctrl+C, and a request to end (SIGTERM): the command is asked to stop; where it does not in time, or at the second request, the process ends, with
/// the files that it had begun removed. Files that are there are whole in any case. Thread-safe.
/// </summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>How long a command has to stop by itself.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _cancel = new();
    private readonly Action _end;
    private readonly TimeSpan _patience;
    private readonly List<PosixSignalRegistration> _signals = [];
    private Timer? _timer;
    private int _requests;

    /// <param name="end">Ends the process.</param>
    /// <param name="patience">After which time.</param>
    public Interruption(Action end, TimeSpan patience) => (_end, _patience) = (end, patience);

    /// <summary>Cancelled at the first request.</summary>
    public CancellationToken Token => _cancel.Token;

    /// <summary>Listens to the signals of this process.</summary>
    public static Interruption Listen(CliConsole console)
    {
        var interruption = new Interruption(
            () =>
            {
                console.Error.WriteLine("termbase: cancelled");
                Environment.Exit(CliApp.BadInput);
            },
            Patience);
        foreach (var signal in (ReadOnlySpan<PosixSignal>)[PosixSignal.SIGINT, PosixSignal.SIGTERM])
        {
            interruption._signals.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                interruption.Request();
            }));
        }

        return interruption;
    }

    /// <summary>A request to stop.</summary>
    public void Request()
    {
        if (Interlocked.Increment(ref _requests) > 1)
        {
            End();
            return;
        }

        _timer = new Timer(_ => End(), null, _patience, Timeout.InfiniteTimeSpan);
        _cancel.Cancel();
    }

    public void Dispose()
    {
        _signals.ForEach(static s => s.Dispose());
        _timer?.Dispose();
        _cancel.Dispose();
    }

    private void End()
    {
        Leftovers.Remove();
        _end();
    }
}
