using System.Text;
using Gates.Attestation.Cryptography;

namespace Gates.Attestation.Log;

/// <summary>A private key under a name, which signs checkpoints and nothing else.</summary>
/// <param name="name">The log's origin.</param>
/// <param name="key">The log's key; the caller disposes of it.</param>
internal sealed class NoteSigner(string name, Ed25519PrivateKey key)
{
    public string Name => name;

    public NoteVerifier Verifier { get; } = new(name, key.PublicKey);

    public NoteSignature Sign(string text) => new(name, Verifier.KeyId, key.Sign(Encoding.UTF8.GetBytes(text)));
}
