using Gates.Formats.Foundation;

namespace Gates.Doors.Sigstore;

/// <summary>A service that is needed to sign gave nothing that can be used; the message says which, and never holds a token.</summary>
internal sealed class SigstoreException(SigstoreFault fault, string message) : EvaluationException(message)
{
    public SigstoreFault Fault { get; } = fault;
}

/// <summary>Why there is no answer, or none that can be used.</summary>
internal enum SigstoreFault
{
    Unreachable,
    TimedOut,
    Unavailable,
    Redirected,
    TooLarge,
    Refused,

    /// <summary>A signature log has an equal entry already, and does not hand it out.</summary>
    AlreadyLogged,

    /// <summary>An answer that the service's API does not have.</summary>
    Malformed,
}
