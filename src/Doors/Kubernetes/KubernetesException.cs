using Gates.Formats.Foundation;

namespace Gates.Doors.Kubernetes;

/// <summary>A cluster did not do what it was asked; the message says what that was, why, and what to do, and never holds a credential.</summary>
internal sealed class KubernetesException(KubernetesFault fault, string message) : EvaluationException(message)
{
    public KubernetesFault Fault { get; } = fault;
}

/// <summary>Why it did not.</summary>
internal enum KubernetesFault
{
    Unreachable,
    TimedOut,
    CertificateRefused,
    CredentialUnusable,
    CredentialRefused,
    Forbidden,
    NotFound,
    Conflict,
    Forgotten,
    Refused,
    TooManyRequests,
    Failed,
    NotKubernetes,
    TooLarge,
}
