using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gates.Attestation.Envelopes;

namespace Gates.Attestation.Sigstore;

/// <summary>
/// Verifies a Sigstore bundle offline, as Sigstore's client specification (§4) has it: a proven time first, then the certificate at that time, the signature,
/// and what the logs recorded.
/// </summary>
internal static class BundleVerifier
{
    /// <summary>A bundle that carries a certificate. Whether its signer is the one who is wanted is <see cref="SignerPolicy"/>'s question.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="roots">Any of them may have issued it.</param>
    /// <param name="artifact">The file, which a bundle without an envelope needs.</param>
    /// <exception cref="SigstoreRefusal">By none of the roots does it hold; the message says why.</exception>
    public static KeylessSignature Verify(ForeignBundle bundle, TrustedRoots roots, SignedArtifact? artifact)
    {
        using var certificate = Load(bundle.Certificate!);
        SigstoreRefusal? furthest = null;
        foreach (var root in roots.All)
        {
            try
            {
                return Verify(bundle, certificate, root, artifact);
            }
            catch (SigstoreRefusal e)
            {
                furthest = furthest is null || e.Step > furthest.Step ? e : furthest;
            }
        }

        throw furthest ?? new SigstoreRefusal(VerificationStep.Log, "no trusted root of Sigstore is known");
    }

    /// <summary>
    /// What proves the time of a bundle whose signature is of a known key. Nothing needs to; what is there of known logs and authorities must hold.
    /// </summary>
    /// <returns>The earliest time that is proven; <see langword="null"/> where none is.</returns>
    /// <exception cref="SigstoreRefusal">A proof is forged, or about something else.</exception>
    public static DateTimeOffset? ProvenTime(ForeignBundle bundle, SigstoreKey key, TrustedRoots roots, SignedArtifact? artifact)
    {
        var times = new List<DateTimeOffset>();
        foreach (var root in roots.All)
        {
            var proofs = Proofs.Read(bundle, root);
            proofs.Logged.ForEach(one => EntryBody.Demand(one.Entry, bundle, key.Info.ToArray(), key, artifact));
            times.AddRange(proofs.Times);
        }

        return times.Count > 0 ? times.Min() : null;
    }

    private static KeylessSignature Verify(ForeignBundle bundle, X509Certificate2 certificate, TrustedRoot root, SignedArtifact? artifact)
    {
        var proofs = Proofs.Read(bundle, root);
        if (proofs.Times.Count == 0)
        {
            throw new SigstoreRefusal(
                VerificationStep.Time,
                "nothing proves when it was signed: it has neither the promise of a signature log nor a timestamp of an authority that is trusted");
        }

        var signer = FulcioCertificate.Read(certificate);
        var issuerKey = IssuerKey(bundle, certificate, root, proofs.Times);
        if (root.CertificateLogs.Count > 0)
        {
            CertificateTimestamps.Demand(certificate, issuerKey, root.CertificateLogs);
        }

        if (root.SignatureLogs.Count > 0 && proofs.Logged.Count == 0)
        {
            throw new SigstoreRefusal(VerificationStep.CertificateLog, "it has no entry of a signature log that is trusted");
        }

        var key = KeyOf(certificate);
        DemandSignature(bundle, key, artifact);
        foreach (var (entry, log) in proofs.Logged)
        {
            EntryBody.Demand(entry, bundle, bundle.Certificate!, key, artifact);
            if (entry.IsOfTiles && !proofs.Times.Exists(log.Validity.Contains))
            {
                throw new SigstoreRefusal(
                    VerificationStep.Entry,
                    $"the key of the log {log.Url} counted {log.Validity}, and the signature is of {EvidenceTime.Write(proofs.Times[0])}");
            }
        }

        return new KeylessSignature(signer, root.Source, proofs.Times.Min(), proofs.Logged.ConvertAll(one => one.Entry.Index), proofs.Notes);
    }

    /// <summary>Every proven time must be one at which the whole chain counted.</summary>
    private static byte[] IssuerKey(ForeignBundle bundle, X509Certificate2 certificate, TrustedRoot root, List<DateTimeOffset> times)
    {
        var further = bundle.Intermediates.Select(Load).ToList();
        var problems = new List<string>();
        try
        {
            foreach (var authority in root.CertificateAuthorities)
            {
                var ways = times.ConvertAll(time =>
                    (Time: time, Way: CertificatePath.Find(certificate, authority, further, CertificatePath.CodeSigning, time)));
                if (ways.Find(one => one.Way.IssuerKey is null) is { Way.Problem: { } problem } broken)
                {
                    problems.Add($"at {EvidenceTime.Write(broken.Time)}, when it was signed, its certificate ({Period(certificate)}) does not hold: {problem}");
                }
                else if (times.Find(time => !authority.Validity.Contains(time)) is var outside && outside != default)
                {
                    problems.Add($"the authority {authority.Name} counted {authority.Validity}, and it was signed at {EvidenceTime.Write(outside)}");
                }
                else
                {
                    return ways[0].Way.IssuerKey!;
                }
            }
        }
        finally
        {
            further.ForEach(one => one.Dispose());
        }

        throw new SigstoreRefusal(
            VerificationStep.Certificate,
            problems.Find(problem => !problem.EndsWith("no way leads to a trusted root", StringComparison.Ordinal))
                ?? problems.FirstOrDefault()
                ?? "no authority is trusted");
    }

    private static void DemandSignature(ForeignBundle bundle, SigstoreKey key, SignedArtifact? artifact)
    {
        if (bundle.Envelope is { } envelope)
        {
            if (!key.Verify(PreAuthEncoding.Of(envelope.PayloadType, envelope.Payload.Span), bundle.Signature))
            {
                throw new SigstoreRefusal(VerificationStep.Signature, "the signature does not match the content: one of them was changed after it was signed");
            }

            return;
        }

        if (artifact is null)
        {
            throw new SigstoreRefusal(VerificationStep.Signature, "it signs a file, and the file is not there: name it with `--artifact`");
        }

        if (bundle.NamedDigest is ("SHA2_256", var digest) && !digest.AsSpan().SequenceEqual(artifact.Digest(HashAlgorithmName.SHA256)))
        {
            throw new SigstoreRefusal(VerificationStep.Signature, $"it is about another file than {artifact.Name}: sha256 {Convert.ToHexStringLower(digest)}");
        }

        if (!artifact.IsSignedBy(key, bundle.Signature))
        {
            throw new SigstoreRefusal(VerificationStep.Signature, $"the signature does not match {artifact.Name}");
        }
    }

    private static SigstoreKey KeyOf(X509Certificate2 certificate)
    {
        try
        {
            return SigstoreKey.From(certificate.PublicKey.ExportSubjectPublicKeyInfo());
        }
        catch (EvidenceFormatException e)
        {
            throw new SigstoreRefusal(VerificationStep.Certificate, $"its certificate has {e.Message}", e);
        }
    }

    private static X509Certificate2 Load(byte[] der)
    {
        try
        {
            return ForeignBundle.Load(der, "its certificate");
        }
        catch (EvidenceFormatException e)
        {
            throw new SigstoreRefusal(VerificationStep.Certificate, e.Message, e);
        }
    }

    private static string Period(X509Certificate2 certificate) => $"{Moment(certificate.NotBefore)} to {Moment(certificate.NotAfter)}";

    private static string Moment(DateTime time) => EvidenceTime.Write(new DateTimeOffset(time.ToUniversalTime(), TimeSpan.Zero));

    /// <summary>The proofs of a bundle that are of known logs and authorities, and hold.</summary>
    private sealed record Proofs(List<(TransparencyEntry Entry, TrustedLog Log)> Logged, List<DateTimeOffset> Times, List<string> Notes)
    {
        public static Proofs Read(ForeignBundle bundle, TrustedRoot root)
        {
            var proofs = new Proofs([], [], []);
            foreach (var entry in bundle.Entries)
            {
                if (bundle.Entries.Any(other => other != entry && other.Index == entry.Index && other.LogId.AsSpan().SequenceEqual(entry.LogId)))
                {
                    throw new SigstoreRefusal(VerificationStep.Log, FormattableString.Invariant($"it has the log's entry {entry.Index} twice"));
                }

                if (SignatureLogCheck.Check(entry, root.SignatureLogs) is var (log, time))
                {
                    proofs.Logged.Add((entry, log));
                    proofs.Times.AddRange(time is { } proven ? [proven] : []);
                }
                else
                {
                    proofs.Notes.Add(FormattableString.Invariant($"its entry {entry.Index} is of a signature log that is not trusted, and counts for nothing"));
                }
            }

            foreach (var response in bundle.Timestamps)
            {
                if (SignatureTimestamps.Read(response, bundle.Signature, root.TimestampAuthorities) is { } time)
                {
                    proofs.Times.Add(time);
                }
                else
                {
                    proofs.Notes.Add("a timestamp of it is of an authority that is not trusted, and counts for nothing");
                }
            }

            return proofs;
        }
    }
}

/// <summary>A keyless signature that holds.</summary>
/// <param name="Signer">Whose it is.</param>
/// <param name="Root">The trusted root by which it holds.</param>
/// <param name="Time">The earliest time that is proven.</param>
/// <param name="Entries">The numbers of its entries in signature logs.</param>
/// <param name="Notes">What counted for nothing.</param>
internal sealed record KeylessSignature(FulcioCertificate Signer, string Root, DateTimeOffset Time, IReadOnlyList<long> Entries, IReadOnlyList<string> Notes);
