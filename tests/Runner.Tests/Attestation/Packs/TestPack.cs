using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Packs;

namespace Runner.Tests.Attestation.Packs;

/// <summary>Packs that a key signs, which waits for nobody.</summary>
internal static class TestPack
{
    public static Pack From(PackInput input, Ed25519PrivateKey key, byte[]? proof = null)
    {
#pragma warning disable CA2000 // The key is the caller's.
        var made = Pack.FromAsync(input, new KeySigner(key), CancellationToken.None, proof);
#pragma warning restore CA2000
        return made.IsCompleted ? made.GetAwaiter().GetResult() : throw new InvalidOperationException("a key waits for nobody");
    }
}
