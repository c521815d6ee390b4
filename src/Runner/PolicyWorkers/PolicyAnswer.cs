using Gates.Policies;

namespace Gates.Runner.PolicyWorkers;

/// <summary>What the worker says: one line of JSON.</summary>
internal sealed record PolicyAnswer
{
    /// <value>The worker is ready for requests, or has begun to judge; more follows.</value>
    public bool Started { get; init; }

    public Judgement? Judgement { get; init; }

    public PolicyFailure? Failure { get; init; }
}
