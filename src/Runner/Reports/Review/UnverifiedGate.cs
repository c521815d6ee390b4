namespace Gates.Runner.Reports.Review;

/// <summary>A gate whose result nobody who can be trusted has seen: shown, never counted as passed.</summary>
/// <param name="GateId">The gate.</param>
/// <param name="Reason">Why it was not run again, such as "it needs the stage environment".</param>
internal sealed record UnverifiedGate(string GateId, string Reason);
