using System.Runtime.InteropServices;

namespace Gates.Attestation.Cryptography;

/// <summary>A key that libcrypto holds; freeing it clears its memory.</summary>
internal sealed class EvpKey : SafeHandle
{
    public EvpKey()
        : base(IntPtr.Zero, ownsHandle: true)
    {
    }

    public override bool IsInvalid => handle == IntPtr.Zero;

    protected override bool ReleaseHandle()
    {
        OpenSsl.Free(handle);
        return true;
    }
}
