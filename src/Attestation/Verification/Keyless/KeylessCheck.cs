using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Sigstore;
using Gates.Attestation.Statements;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Verification.Keyless;

/// <summary>The bundles that a certificate stands behind, or that sign a file directly: others' tools make them, and we do not.</summary>
internal sealed class KeylessCheck(VerificationRun verification, KeylessTrust? trust)
{
    /// <summary>Verifies such a bundle.</summary>
    /// <returns>Whether it was one.</returns>
    /// <exception cref="EvidenceFormatException">It is one, and malformed.</exception>
    public bool Verify(string path, byte[] bytes, string digest)
    {
        // Cheap, since most bundles are ours; a name that hides behind escapes only ends in a refusal by the reader of those.
        if (!Names(bytes, "\"certificate\""u8) && !Names(bytes, "\"x509CertificateChain\""u8) && !Names(bytes, "\"messageSignature\""u8))
        {
            return false;
        }

        var bundle = ForeignBundle.Read(bytes, path);
        if (bundle.Certificate is null && bundle.Envelope is not null)
        {
            return false;
        }

        try
        {
            Verify(path, bundle, digest);
        }
        catch (SigstoreRefusal e)
        {
            verification.Add(VerificationFault.BadSignature, $"{path}: {e.Message}");
        }

        return true;
    }

    /// <summary>The time that a bundle of a key brings its own proof of; <see langword="null"/> when it brings none.</summary>
    /// <exception cref="EvidenceFormatException">The proof is forged, or malformed.</exception>
    public DateTimeOffset? ProvenTime(string path, byte[] bytes, DsseEnvelope envelope)
    {
        if (trust is null
            || (!Names(bytes, "\"tlogEntries\""u8) && !Names(bytes, "\"timestampVerificationData\""u8))
            || verification.Trust.All.FirstOrDefault(envelope.IsSignedBy) is not { } key)
        {
            return null;
        }

        try
        {
            return BundleVerifier.ProvenTime(ForeignBundle.Read(bytes, path), SigstoreKey.From(key.SubjectPublicKeyInfo.Span), trust.Roots, null);
        }
        catch (SigstoreRefusal e)
        {
            throw new EvidenceFormatException($"{path}: {e.Message}", e);
        }
    }

    /// <summary>Whether a statement is about the file that the user names, if one is named; if it is not, that is a problem.</summary>
    public bool IsAboutArtifact(string path, Statement statement)
    {
        if (trust?.Artifact is not { } artifact || artifact.IsAmong(statement.Subjects.Select(subject => subject.Digest)))
        {
            return true;
        }

        verification.Add(VerificationFault.Changed, $"{artifact.Name}: is not among the subjects of {path}");
        return false;
    }

    private void Verify(string path, ForeignBundle bundle, string digest)
    {
        var artifact = trust?.Artifact ?? (bundle.Envelope is null ? Beside(path) : null);
        if (bundle.Certificate is null)
        {
            VerifyWithKey(path, bundle, digest, artifact);
            return;
        }

        if (trust is null)
        {
            throw Refuse("signed without a key of its own (keyless), and no trusted root of Sigstore is known: give --trusted-root FILE, or keep one "
                + "with `gates trust import FILE`");
        }

        var signature = BundleVerifier.Verify(bundle, trust.Roots, artifact);
        var refusal = trust.Signer is { } wanted
            ? wanted.Refusal(signature.Signer)
            : $"is signed by {signature.Signer.Identity}, for whom {signature.Signer.Issuer} vouches; anybody can sign so: say who is believed, with "
                + "--identity and --issuer";
        if (refusal is not null)
        {
            throw Refuse(refusal);
        }

        foreach (var note in signature.Notes)
        {
            verification.Notes.Enqueue($"{path}: {note}");
        }

        var signer = signature.Signer.Identity;
        var file = new VerifiedFile(path, "", digest, signer, verification.LoggedAs(digest)) { Identity = signer, Signed = signature.Time };
        Accept(path, bundle, artifact, file);
    }

    private void VerifyWithKey(string path, ForeignBundle bundle, string digest, SignedArtifact? artifact)
    {
        var file = artifact ?? throw Refuse("it signs a file, and the file is not there: name it with `--artifact`");
        if (verification.Trust.All.FirstOrDefault(key => file.IsSignedBy(SigstoreKey.From(key.SubjectPublicKeyInfo.Span), bundle.Signature)) is not { } key)
        {
            throw Refuse($"not a signature of {file.Name} by a key of {verification.Trust.Source}");
        }

        if (trust is not null)
        {
            _ = BundleVerifier.ProvenTime(bundle, SigstoreKey.From(key.SubjectPublicKeyInfo.Span), trust.Roots, file);
        }

        Accept(path, bundle, file, new VerifiedFile(path, "", digest, key.KeyId, verification.LoggedAs(digest)));
    }

    private void Accept(string path, ForeignBundle bundle, SignedArtifact? artifact, VerifiedFile file)
    {
        if (bundle.Envelope is not { } envelope)
        {
            verification.FileSignatures.Enqueue(file with { What = $"signature of {artifact!.Name}" });
            if (trust?.Artifact is null)
            {
                verification.Demand(artifact.Name, Convert.ToHexStringLower(artifact.Digest(System.Security.Cryptography.HashAlgorithmName.SHA256)!), path);
            }

            return;
        }

        var statement = Statement.Read(envelope, path);
        if (IsAboutArtifact(path, statement))
        {
            verification.Statements[path] = (statement, file with { What = StatementKinds.Describe(statement) });
        }
    }

    private SignedArtifact? Beside(string path) =>
        path.EndsWith(SigstoreBundle.Extension, StringComparison.Ordinal)
            && path[..^SigstoreBundle.Extension.Length] is var name
            && verification.Files.Read(name) is { } content
                ? SignedArtifact.Of(name, content)
                : null;

    private static bool Names(byte[] bytes, ReadOnlySpan<byte> name) => bytes.AsSpan().IndexOf(name) >= 0;

    private static SigstoreRefusal Refuse(string message) => new(VerificationStep.Identity, message);
}
