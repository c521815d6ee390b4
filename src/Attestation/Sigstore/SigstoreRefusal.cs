using Gates.Formats.Foundation;

namespace Gates.Attestation.Sigstore;

/// <summary>A bundle that does not hold; the message says why, as a clause about the bundle.</summary>
/// <param name="step">How far verification had come: of several refusals the one that came furthest explains most.</param>
internal sealed class SigstoreRefusal(VerificationStep step, string message, Exception? inner = null) : EvaluationException(message, inner)
{
    public VerificationStep Step { get; } = step;
}

/// <summary>The steps of verifying a bundle, in their order.</summary>
internal enum VerificationStep
{
    Log,
    Time,
    Certificate,
    CertificateLog,
    Signature,
    Entry,
    Identity,
}
