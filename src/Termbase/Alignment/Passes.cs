namespace Termbase.Alignment;

/// <summary>Progress over passes that go through the text one after the other. Not thread-safe.</summary>
/// <param name="progress">Told the share that is done, 0 to 1; null for nobody.</param>
/// <param name="count">Number of passes.</param>
internal sealed class Passes(IProgress<double>? progress, int count)
{
    private const int Rows = 256;
    private int _done = -1;

    /// <summary>A pass begins.</summary>
    public void Next()
    {
        _done++;
        progress?.Report(Math.Min(1, (double)_done / count));
    }

    /// <summary>The pass has come to a row.</summary>
    public void At(int row, int rows)
    {
        if (row % Rows == 0)
        {
            progress?.Report(Math.Min(1, (_done + ((double)row / Math.Max(1, rows))) / count));
        }
    }
}
