namespace Gates.BuiltIn.CanarySlo.Objectives;

/// <summary>A step of the rollout at its time.</summary>
/// <param name="Weight">The canary's share of all traffic, in per cent.</param>
/// <param name="From">In milliseconds since 1970.</param>
/// <param name="Until">Exclusive, except for the last stage.</param>
internal sealed record Stage(double Weight, long From, long Until);
