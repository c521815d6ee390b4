using Gates.Formats.Foundation;

namespace Gates.Doors.Registry;

/// <summary>A registry did not give what it was asked for; the message says what that was, why, and what to do, and never holds a credential.</summary>
internal sealed class RegistryException(RegistryFault fault, string message) : EvaluationException(message)
{
    public RegistryFault Fault { get; } = fault;
}

/// <summary>Why it did not.</summary>
internal enum RegistryFault
{
    Unreachable,
    TimedOut,
    CertificateRefused,
    LoginNeeded,
    LoginRefused,
    LoginUnusable,
    NotFound,
    TooManyRequests,
    Failed,
    NotRegistry,
    Redirected,
    TooLarge,
    Unsupported,

    /// <summary>It answered something else than what its own digest, or the one that was asked for, says.</summary>
    Lies,
}
