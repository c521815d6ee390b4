using Gates.Formats.Foundation;

namespace Gates.Doors.Prometheus;

/// <summary>A Prometheus did not answer a question; the message says why and never holds a credential.</summary>
internal sealed class PrometheusException(PrometheusFault fault, string message) : EvaluationException(message)
{
    public PrometheusFault Fault { get; } = fault;

    /// <value>How long the server asks to be left alone; <see langword="null"/> when it does not say.</value>
    public TimeSpan? After { get; init; }

    /// <value>Whether the same question may be answered a moment later.</value>
    public bool MayPass => Fault is PrometheusFault.Unreachable or PrometheusFault.TimedOut or PrometheusFault.Unavailable;
}

/// <summary>Why there is no answer.</summary>
internal enum PrometheusFault
{
    Unreachable,
    TimedOut,
    Unavailable,
    Redirected,
    CredentialsRefused,
    QueryMalformed,
    QueryFailed,
    NotPrometheus,
    TooLarge,
}
