using Gates.Policies;
using Gates.Runner.Cases;

namespace Gates.Runner.Commands.Test;

/// <summary>One case after it ran.</summary>
/// <param name="Name">Its folder, relative to the root.</param>
/// <param name="Result">What came of it; <see langword="null"/> when it could not be read.</param>
/// <param name="Problem">Why it could not be read.</param>
/// <param name="Observation">What the policy did, if it got so far.</param>
/// <param name="Elapsed">The time it took.</param>
internal sealed record TestedCase(string Name, CaseResult? Result, string? Problem, PolicyObservation? Observation, TimeSpan Elapsed)
{
    public bool Passed => Result?.Passed == true;
}
