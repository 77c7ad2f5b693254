using System.Runtime.InteropServices;

namespace Termbase.Matching;

/// <summary>Holds the mapping until disposed.</summary>
internal readonly ref struct IndexLease
{
    private readonly SafeHandle _handle;

    public IndexLease(SafeHandle handle)
    {
        var added = false;
        handle.DangerousAddRef(ref added);
        _handle = handle;
    }

    public void Dispose() => _handle.DangerousRelease();
}
