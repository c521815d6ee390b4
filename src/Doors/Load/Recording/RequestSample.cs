using Gates.Formats.LoadPlans;

namespace Gates.Doors.Load.Recording;

/// <summary>One request that was sent, in milliseconds.</summary>
/// <param name="Scenario">Whose.</param>
/// <param name="Step">Which.</param>
/// <param name="End">When it ended, after the run's start.</param>
/// <param name="Status">0 without an answer.</param>
internal readonly record struct RequestSample(LoadScenario Scenario, LoadStep Step, TimeSpan End, int Status)
{
    /// <value>k6's number for what went wrong; 0 for nothing.</value>
    public int ErrorCode { get; init; }

    /// <value>What went wrong, in words; empty for nothing.</value>
    public required string Error { get; init; }

    /// <value>As k6 writes it: HTTP/1.1 or HTTP/2.0.</value>
    public required string Protocol { get; init; }

    public double Connecting { get; init; }

    public double Handshaking { get; init; }

    public double Waiting { get; init; }

    public double Receiving { get; init; }

    /// <value>From the moment at which it should have been sent.</value>
    public double Intended { get; init; }

    /// <value>Whether it was a redirect to where the next request went.</value>
    public bool IsFollowed { get; init; }

    public double Blocked => Connecting + Handshaking;

    public double Duration => Waiting + Receiving;

    /// <value>Whether the answer was one that the file expects.</value>
    public bool IsExpected => Status > 0 && ErrorCode is 0 or >= 1_400 && (IsFollowed || Step.Expects(Status));
}
