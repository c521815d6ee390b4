using Gates.Formats.Foundation;

namespace Gates.Doors.Docker;

/// <summary>A Docker Engine did not answer; the message names its address, says why, and what to do.</summary>
internal sealed class DockerException(DockerFault fault, string message) : EvaluationException(message)
{
    public DockerFault Fault { get; } = fault;
}

/// <summary>Why there is no answer.</summary>
internal enum DockerFault
{
    NoSocket,
    NoPermission,
    TlsRefused,
    Unreachable,
    TimedOut,
    NotDocker,
    EngineTooOld,
    EngineTooNew,
    ImageUnknown,
    Refused,
    Failed,
    TooLarge,
}
