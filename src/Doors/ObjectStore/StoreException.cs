using Gates.Formats.Foundation;

namespace Gates.Doors.ObjectStore;

/// <summary>An object store did not do what was asked; the message names it, says why, and what to do. It holds no credentials.</summary>
internal sealed class StoreException(StoreFault fault, string message, Exception? inner = null) : EvaluationException(message, inner)
{
    public StoreFault Fault { get; } = fault;
}

/// <summary>What went wrong.</summary>
internal enum StoreFault
{
    NoLogin,
    LoginRefused,
    ClockWrong,
    BucketMissing,
    ObjectMissing,
    HoldRefused,
    Redirected,
    Unreachable,
    TooMuch,
    Refused,
    Failed,
}
