namespace Gates.Doors.Prometheus;

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
